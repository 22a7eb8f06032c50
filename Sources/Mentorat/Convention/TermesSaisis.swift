import Chartes
import Foundation
import Html
import Temps
import Web

extension Termes {
  /// Sessions that one form may date.
  static let seancesAuPlus = 4
  private static let delaiAuPlus = 40

  /// What was typed, within what the programme's charter admits.
  init(_ form: FormData, _ p: Parametres, at now: Instant) throws {
    var saisie = Saisie()
    let fuseau = Fuseau(form.text("fuseau"))
    saisie.note(
      "fuseau", unless: fuseau != nil,
      Phrase("Choisissez un fuseau horaire dans la liste.", "Choose a time zone from the list."))
    let territoire = Territoire(rawValue: form.text("territoire"))
    saisie.note(
      "territoire", unless: territoire != nil, Phrase("Choisissez un territoire.", "Choose a place."))
    let semaine = Self.semaine(form, p, &saisie)
    let delai = Self.number("delai", form, p[LireAuxHeuresDites.delai]...Self.delaiAuPlus, &saisie)
    let conservation = Self.number(
      "conservation", form, RelireSonChemin.conservation.bornes.lowerBound...p[RelireSonChemin.conservation], &saisie)
    let seances = Self.seances(form, fuseau ?? .paris, p, at: now, &saisie)
    try saisie.throwIfAny()
    guard let fuseau, let territoire, let semaine, let delai, let conservation else { throw saisie }
    self.init(
      plages: semaine.plages, fuseau: fuseau,
      feries: Feries(territoire, vendrediSaint: form.text("vendredi_saint") == "oui"), delai: delai,
      conservation: conservation, seances: seances)
    guard horaire(absences: []).moment(after: attente, from: now) != nil else {
      throw Saisie(
        "delai",
        Phrase(
          "Avec si peu d’heures, aucune réponse ne partirait. Ouvrez plus d’heures, ou demandez moins de temps.",
          "With so few hours no answer would ever leave. Open more hours, or ask for less time."))
    }
  }

  /// A week that opens, within the frame.
  private static func semaine(_ form: FormData, _ p: Parametres, _ saisie: inout Saisie) -> Semaine? {
    let semaine: Semaine
    do { semaine = try SemaineSaisie(form).semaine } catch {
      saisie.merge(error as? Saisie ?? Saisie("plages", heures(p)))
      return nil
    }
    let frame = (p[LireAuxHeuresDites.ouverture] * 60)...(p[LireAuxHeuresDites.fermeture] * 60)
    let fits = semaine.plages.allSatisfy { plage in
      plage.weekday <= 5 && frame.contains(plage.start) && frame.contains(plage.end)
    }
    saisie.note("plages", unless: fits && !semaine.plages.isEmpty, heures(p))
    return semaine
  }

  private static func heures(_ p: Parametres) -> Phrase {
    let (from, to) = (p.inWords(LireAuxHeuresDites.ouverture), p.inWords(LireAuxHeuresDites.fermeture))
    return Phrase(
      "Donnez au moins une plage, du lundi au vendredi, entre \(from.fr) et \(to.fr).",
      "Give at least one time range, Monday to Friday, between \(from.en) and \(to.en).")
  }

  private static func number(
    _ nom: String, _ form: FormData, _ bounds: ClosedRange<Int>, _ saisie: inout Saisie
  ) -> Int? {
    guard let value = form.integer(nom), bounds.contains(value) else {
      saisie.note(
        nom,
        Phrase(
          "Un nombre entre \(bounds.lowerBound) et \(bounds.upperBound).",
          "A number between \(bounds.lowerBound) and \(bounds.upperBound)."))
      return nil
    }
    return value
  }

  private static func seances(
    _ form: FormData, _ fuseau: Fuseau, _ p: Parametres, at now: Instant, _ saisie: inout Saisie
  ) -> [Instant] {
    let typed = zip(form.all("seance_jour"), form.all("seance_heure")).prefix(seancesAuPlus)
      .filter { !$0.0.isEmpty || !$0.1.isEmpty }
    let dates = typed.map { DateSaisie.read(jour: $0.0, heure: $0.1, in: fuseau) }
    let seances = dates.compactMap(\.self).sorted()
    saisie.note("seances", unless: dates.allSatisfy { $0 != nil }, DateSaisie.attendue)
    let longest = p[EcrireEntreDeuxSeances.intervalle]
    let close = zip(seances, seances.dropFirst()).allSatisfy { $1 - $0 > .zero && $1 - $0 <= .days(longest) }
    // The first may have taken place: one signs on leaving it.
    let recent = seances.first.map { $0 >= now - .days(longest) } ?? false
    let coming = seances.last.map { $0 > now && $0 <= now + .days(longest * Self.seancesAuPlus) } ?? false
    let words = p.inWords(EcrireEntreDeuxSeances.intervalle)
    saisie.note(
      "seances", unless: seances.count >= 2 && close && recent && coming,
      Phrase(
        "Donnez deux séances au moins, séparées de \(words.fr) au plus. La dernière est à venir.",
        "Give at least two sessions, at most \(words.en) apart. The last one is still to come."))
    return seances
  }
}

/// A date and a time, typed in two fields.
enum DateSaisie {
  static let attendue = Phrase("Donnez un jour et une heure.", "Give a day and a time.")

  /// nil when there is no such moment there.
  static func read(jour: String, heure: String, in fuseau: Fuseau) -> Instant? {
    let parts = heure.split(separator: ":")
    guard let jour = Jour(jour.trimmingCharacters(in: .whitespaces)), parts.count >= 2, let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    return jour.instant(atMinute: hour * 60 + minute, in: fuseau)
  }
}
