import Base
import Personnes
import Rencontres
import Temps
import Web

/// Plays the first weeks of an invented programme, on dates relative to now, with the verbs that people use.
struct Seeding {
  let personnes: PersonnesRoom
  let rencontres: RencontresRoom
  let now: Instant

  /// Everybody of the cast, in order.
  func play() async throws -> [(Figurant, Visitor)] {
    let start = now - .days(40)
    let dispositif = try await personnes.openDemonstration(
      structure: "Mission locale du Perche", dispositif: "Rencontres métiers du Perche", at: start)
    var cast: [(Figurant, Visitor)] = []
    func seat(_ figurant: Figurant, suivieBy conseiller: PersonneID? = nil) async throws -> Visitor {
      let visitor = try await personnes.seat(figurant, in: dispositif, suivieBy: conseiller, at: start)
      cast.append((figurant, visitor))
      return visitor
    }
    _ = try await seat(Distribution.coordination)
    let claire = try await seat(Distribution.conseil[0])
    let karim = try await seat(Distribution.conseil[1])
    var explorers: [Visitor] = []
    for (rank, figurant) in Distribution.exploration.enumerated() {
      explorers.append(try await seat(figurant, suivieBy: rank == 3 ? karim.personne : claire.personne))
    }
    var experts: [Visitor] = []
    for (figurant, metier) in Distribution.experts {
      let expert = try await seat(figurant)
      try await rencontres.publish(figurant.prenom == "Bruno" ? aroundNow(metier) : metier, by: expert, at: start)
      experts.append(expert)
    }
    try await meetings(explorers, experts)
    return cast
  }

  /// Bruno also receives at the coming quarter of an hour, so that the room can be tried at once.
  private func aroundNow(_ metier: MetierDemontre) -> MetierDemontre {
    let slot = comingQuarter
    let jour = Jour(slot, in: .paris)
    let minute = Int((slot - jour.start(in: .paris)).milliseconds / 60_000)
    guard minute + 45 <= 1440 else { return metier }
    let others = metier.heures.filter { $0.jour != jour.weekday }
    return MetierDemontre(
      metier.metier, fiche: metier.fiche, presentation: metier.presentation,
      heures: others + [(jour: jour.weekday, de: minute, a: minute + 45)])
  }

  private var comingQuarter: Instant {
    let quarter = Int64(15 * 60_000)
    return Instant(milliseconds: (now.milliseconds / quarter + 1) * quarter)
  }

  private func meetings(_ explorers: [Visitor], _ experts: [Visitor]) async throws {
    let (amina, yanis, lou, theo) = (explorers[0], explorers[1], explorers[2], explorers[3])
    try await agree(amina, experts[0], after: comingQuarter, asked: now - .days(3), Self.boulangerie)
    try await agree(yanis, experts[1], after: now - .days(14), asked: now - .days(20), Self.soin)
    if let past = try await agree(lou, experts[2], after: now - .days(8), asked: now - .days(14), Self.chantier) {
      try await rencontres.review(
        past,
        appris:
          "Je croyais qu’il fallait être très fort en maths. Il faut surtout être précis et aimer comprendre. Le lycée de L’Aigle a une section.",
        merci: "Bonjour Inès, merci de m’avoir montré le chantier et d’avoir répondu sans détour. Lou", by: lou,
        at: now - .days(1))
    }
    _ = try await rencontres.ask(
      experts[4], by: theo, motivation: Self.ecran.motivation, questions: Self.ecran.questions, after: now + .days(3),
      at: now - .hours(5))
  }

  @discardableResult
  private func agree(
    _ explorateur: Visitor, _ expert: Visitor, after instant: Instant, asked: Instant, _ mots: Mots
  ) async throws -> RencontreID? {
    let id = try await rencontres.ask(
      expert, by: explorateur, motivation: mots.motivation, questions: mots.questions, after: instant, at: asked)
    if let id { try await rencontres.accept(id, with: mots.accueil, by: expert, at: asked + .hours(20)) }
    return id
  }

  private struct Mots {
    let motivation: String
    let questions: [String]
    var accueil = "Avec plaisir, à bientôt\u{a0}!"
  }

  private static let boulangerie = Mots(
    motivation:
      "J’aime le travail du matin et faire quelque chose de mes mains. Je voudrais comprendre une vraie journée.",
    questions: [
      "À quelle heure commence votre journée, et comment tient-on\u{a0}?",
      "Qu’est-ce qui vous a fait choisir ce métier\u{a0}?",
      "Peut-on apprendre après vingt ans\u{a0}?",
    ], accueil: "Avec plaisir. Prévoyez un bon café, moi j’aurai fini ma journée.")
  private static let soin = Mots(
    motivation:
      "Ma grand-mère est en maison de retraite et j’ai vu des gens formidables. Je veux savoir si c’est pour moi.",
    questions: [
      "Comment gérez-vous la fatigue\u{a0}?", "Que faites-vous quand quelqu’un va mal\u{a0}?",
      "Quelle formation avez-vous suivie\u{a0}?",
    ])
  private static let chantier = Mots(
    motivation:
      "J’ai refait les prises chez moi avec mon oncle et j’ai adoré. Je me demande si une fille trouve sa place.",
    questions: [
      "Comment se passe un premier chantier\u{a0}?", "Quelles maths faut-il vraiment\u{a0}?",
      "Avez-vous eu des moments difficiles\u{a0}?",
    ])
  private static let ecran = Mots(
    motivation:
      "Je bricole des pages pour mon club de foot. Je voudrais savoir si on peut en vivre sans grandes études.",
    questions: ["À quoi ressemble une semaine\u{a0}?", "Travaillez-vous seule\u{a0}?", "Par quoi commencer\u{a0}?"])
}
