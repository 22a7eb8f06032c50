import Base
import Chartes
import Foundation
import Html
import Temps
import Web

/// A programme as it was typed, its words read again.
struct ProgrammeSaisi: Sendable, Equatable {
  let titre, finalite, apporter, retrouver: String
  let etapes: [String]
  let niveau: Niveau?
  let themes: Ensemble<Thematique>
  let places: Int
  /// nil once it is announced: its place and its hours stay.
  let quand: Quand?

  /// A place, and what its clocks will show.
  struct Quand: Sendable, Equatable {
    let lieu: LieuID
    let jour: Jour
    /// Minutes since 00:00.
    let debut, fin: Int
  }

  /// Free words that must name nobody. What one finds again at home is made of public addresses: it is left as it is.
  static let mots = ["titre", "finalite", "etapes", "apporter"]

  /// - Parameters:
  ///   - mots: the words of the form, read again.
  ///   - annonce: whether it is announced already.
  init(_ form: FormData, _ mots: NotesRelues, annonce: Bool) throws {
    var saisie = Saisie()
    (titre, finalite, apporter) = (mots["titre"], mots["finalite"], mots["apporter"])
    retrouver = form.text("retrouver")
    etapes = mots["etapes"].split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
    niveau = Niveau(rawValue: form.text("niveau"))
    themes = Ensemble(form.all("theme").compactMap(Thematique.init(rawValue:)))
    let places = form.integer("places")
    self.places = places ?? 0
    saisie.note(
      "titre", unless: titre.fits(120), Phrase("Donnez un titre, en une ligne.", "Give a title, on one line."))
    saisie.note(
      "finalite", unless: (1...600).contains(finalite.count),
      Phrase(
        "Dites en une phrase ce que l’on saura faire à la fin.",
        "Say in a sentence what people can do at the end."))
    saisie.note(
      "etapes", unless: etapes.count <= 20 && etapes.allSatisfy { $0.count <= 200 },
      Phrase("Vingt étapes au plus, une courte ligne chacune.", "Twenty steps at most, one short line each."))
    saisie.note("apporter", unless: apporter.count <= 600, Self.plusCourt)
    saisie.note("retrouver", unless: retrouver.count <= 2000, Self.plusCourt)
    saisie.note(
      "theme", unless: !themes.isEmpty, Phrase("Choisissez au moins un thème.", "Choose at least one theme."))
    saisie.note(
      "places", unless: places != nil,
      Phrase("Écrivez un nombre de places, en chiffres.", "Write a number of seats, in figures."))
    do { quand = annonce ? nil : try Quand(form) } catch let other as Saisie {
      saisie.merge(other)
      throw saisie
    }
    try saisie.throwIfAny()
  }

  private static let plusCourt = Phrase("C’est un peu long\u{a0}: raccourcissez.", "It is a little long: shorten it.")

  /// With its place and hours, on the clocks of that place.
  /// - Parameter annonces: place and hours that were announced, when there are.
  func programme(at lieu: Lieu, annonce: Atelier.Programme?, now: Instant) throws -> Atelier.Programme {
    let (debut, fin) = try annonce.map { ($0.debut, $0.fin) } ?? hours(at: lieu, now: now)
    return Atelier.Programme(
      titre: titre, finalite: finalite, etapes: etapes, apporter: apporter, retrouver: retrouver, niveau: niveau,
      themes: themes, lieu: lieu.id, debut: debut, fin: fin, places: places)
  }

  private func hours(at lieu: Lieu, now: Instant) throws -> (Instant, Instant) {
    guard let quand else { throw Absent() }
    return try quand.instants(in: lieu.fuseau, now: now)
  }
}

extension ProgrammeSaisi.Quand {
  /// A workshop lasts twelve hours at most, and is announced within the coming year.
  static let longest = Duration.hours(12)
  static let horizon = 366

  init(_ form: FormData) throws {
    var saisie = Saisie()
    let (lieu, jour) = (LieuID(form.text("lieu")), Jour(form.text("jour")))
    let (debut, fin) = (Self.minute(form.text("debut")), Self.minute(form.text("fin")))
    saisie.note("lieu", unless: lieu != nil, Phrase("Choisissez un lieu.", "Choose a place."))
    saisie.note(
      "jour", unless: jour != nil,
      Phrase("Choisissez un jour qui existe au calendrier.", "Choose a day that exists in the calendar."))
    for (nom, minute) in [("debut", debut), ("fin", fin)] {
      saisie.note(
        nom, unless: minute != nil, Phrase("Donnez une heure, comme 14:00.", "Give a time, such as 14:00."))
    }
    if let debut, let fin {
      saisie.note(
        "fin", unless: debut < fin,
        Phrase("L’atelier finit le même jour, après son début.", "The workshop ends the same day, after it begins."))
    }
    guard saisie.isEmpty, let lieu, let jour, let debut, let fin else { throw saisie }
    self.init(lieu: lieu, jour: jour, debut: debut, fin: fin)
  }

  /// - Throws: `Saisie` where the clocks of that place never show one of the hours, or the day is not to come.
  func instants(in fuseau: Fuseau, now: Instant) throws -> (Instant, Instant) {
    let today = Jour(now, in: fuseau)
    guard today.distance(to: jour) <= Self.horizon else {
      throw Saisie("jour", Phrase("Choisissez un jour dans l’année qui vient.", "Choose a day in the coming year."))
    }
    guard let start = jour.instant(atMinute: debut, in: fuseau) else { throw Saisie("debut", Self.saute) }
    guard let end = jour.instant(atMinute: fin, in: fuseau) else { throw Saisie("fin", Self.saute) }
    guard start > now else {
      throw Saisie(
        "jour", Phrase("Ce moment est déjà passé. Choisissez-en un à venir.", "This time is past. Choose one to come."))
    }
    // On the night when clocks are set back, an hour comes twice.
    guard start < end, end - start <= Self.longest else {
      throw Saisie(
        "fin",
        Phrase(
          "Un atelier dure douze heures au plus, et finit après son début.",
          "A workshop lasts twelve hours at most, and ends after it begins."))
    }
    return (start, end)
  }

  private static let saute = Phrase(
    "Cette nuit-là, les horloges avancent\u{a0}: cette heure n’existe pas. Choisissez-en une autre.",
    "That night the clocks go forward: this time does not exist. Choose another one.")

  /// "14:00" → 840.
  private static func minute(_ text: String) -> Int? {
    guard let match = text.wholeMatch(of: /([0-9]{1,2})[:hH]([0-9]{2})(:00)?/), let hour = Int(match.output.1),
      let minute = Int(match.output.2), hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
  }
}

extension Atelier {
  /// As the fields of a form, on the clocks of its place.
  func form(in fuseau: Fuseau) -> FormData {
    let t = Langue.fr
    return FormData(
      pairs: [
        ("titre", programme.titre), ("finalite", programme.finalite),
        ("etapes", programme.etapes.joined(separator: "\n")), ("apporter", programme.apporter),
        ("retrouver", programme.retrouver), ("niveau", programme.niveau?.rawValue ?? ""),
        ("places", String(programme.places)), ("lieu", programme.lieu.text), ("jour", Jour(debut, in: fuseau).iso),
        ("debut", t.heure(debut, fuseau)), ("fin", t.heure(fin, fuseau)),
      ] + programme.themes.valeurs.map { ("theme", $0.rawValue) })
  }
}
