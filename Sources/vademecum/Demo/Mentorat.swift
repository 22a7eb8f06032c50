import Base
import Chartes
import Html
import Mentorat
import Personnes
import Temps
import Web

/// A pair in the middle of its work, and one that has yet to agree, on dates relative to now.
struct MentoratSeeding {
  let personnes: PersonnesRoom
  let mentorat: MentoratRoom
  let now: Instant

  static let odile = Figurant(
    "Odile", "Perrin", .coordinateur,
    Phrase(
      "Coordonne le mentorat\u{a0}: forme les binômes, ne lit rien", "Coordinates mentoring: makes pairs, reads nothing"
    ))
  static let nour = Figurant(
    "Nour", "Haddad", .accompagne,
    Phrase("Est accompagnée par Marc, entre deux séances", "Is accompanied by Marc, between two sessions"))
  static let marc = Figurant(
    "Marc", "Aubry", .mentor, Phrase("Accompagne Nour, et bientôt Elsa", "Accompanies Nour, and soon Elsa"))
  static let elsa = Figurant(
    "Elsa", "Royer", .accompagne,
    Phrase("N’a pas encore convenu du cadre avec Marc", "Has not agreed on the frame with Marc yet"))

  func play() async throws -> [(Figurant, Visitor)] {
    let start = now - .days(40)
    let dispositif = try await personnes.openDemonstration(
      structure: "Mission locale du Perche", dispositif: "Mentorat du Perche", charte: .mentorat, at: start)
    var cast: [(Figurant, Visitor)] = []
    for figurant in [Self.odile, Self.marc, Self.nour, Self.elsa] {
      cast.append((figurant, try await personnes.seat(figurant, in: dispositif, suivieBy: nil, at: start)))
    }
    let (odile, marc, nour, elsa) = (cast[0].1, cast[1].1, cast[2].1, cast[3].1)
    _ = try await mentorat.pair(marc, elsa, in: dispositif, by: odile, at: now - .days(1))
    let binome = try await mentorat.pair(marc, nour, in: dispositif, by: odile, at: now - .days(39))
    let (premiere, seconde) = (workday(-35), workday(-14))
    try await mentorat.suggest([premiere, seconde], in: binome, by: marc, at: now - .days(38))
    try await mentorat.sign(binome, by: marc, at: now - .days(38))
    try await mentorat.sign(binome, by: nour, at: now - .days(37))
    try await firstInterval(binome, marc, nour, after: premiere)
    try await mentorat.summarize(
      "Je garde une chose\u{a0}: je peux demander un temps de réponse sans me justifier.", in: binome, by: nour,
      at: seconde + .hours(16))
    try await mentorat.date(workday(7), in: binome, by: marc, and: nour, at: seconde + .hours(17))
    try await secondInterval(binome, marc, nour, after: seconde)
    return cast
  }

  private func firstInterval(
    _ binome: BinomeID, _ marc: Visitor, _ nour: Visitor, after seance: Instant
  ) async throws {
    let question = try await mentorat.write(
      [
        (
          "situation",
          "On me confie l’accueil d’un nouveau collègue en plus de mes dossiers, sans me dire pour combien de temps."
        ),
        ("essai", "J’ai dit oui tout de suite, puis j’ai pris du retard."),
        ("pensee", "J’ai l’impression que dire non serait mal vu."),
        ("question", "Comment distinguer ce qui m’est demandé de ce que j’imagine\u{a0}?"),
      ], in: binome, by: nour, at: seance + .hours(53))
    try await mentorat.write(
      [
        (
          "libre",
          "Qu’est-ce qui vous fait penser que ce serait mal vu\u{a0}? Avez-vous un exemple où quelqu’un a demandé du temps, et ce qu’il s’est passé\u{a0}?"
        )
      ],
      in: binome, by: marc, answering: question, at: seance + .days(7) - .hours(3))
    try await mentorat.mark(question, as: "prise-de-conscience", in: binome, by: nour, at: seance + .days(9))
  }

  private func secondInterval(
    _ binome: BinomeID, _ marc: Visitor, _ nour: Visitor, after seance: Instant
  ) async throws {
    let question = try await mentorat.write(
      [
        ("situation", "J’ai demandé deux jours pour répondre à une nouvelle demande. On me les a donnés."),
        ("pensee", "Je ne pensais pas que ce serait aussi simple."),
        ("question", "Comment en faire une habitude sans paraître lente\u{a0}?"),
      ], in: binome, by: nour, at: seance + .hours(28))
    try await mentorat.write(
      [
        (
          "libre",
          "Bravo d’avoir essayé. Lente aux yeux de qui\u{a0}? Que diriez-vous de ces deux jours à une collègue qui débute\u{a0}?"
        )
      ],
      in: binome, by: marc, answering: question, at: seance + .days(7) - .hours(6))
    try await mentorat.write(
      [("libre", "Je voudrais préparer la façon de dire à mon équipe que je ne lirai plus mes messages le soir.")],
      in: binome, by: nour, at: now - .minutes(90))
  }

  /// So many days from now at five in the afternoon; the working day before when it falls on a weekend.
  private func workday(_ offset: Int) -> Instant {
    var jour = Jour(now, in: .paris).advanced(by: offset)
    while jour.weekday > 5 { jour = jour.advanced(by: -1) }
    return jour.instant(atMinute: 17 * 60, in: .paris) ?? now + .days(offset)
  }
}
