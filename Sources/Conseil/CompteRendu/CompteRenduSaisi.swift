import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension CompteRendu.Teneur {
  /// A report as it was typed.
  /// - Parameters:
  ///   - attente: measured at the door, never typed.
  ///   - ecrits: its words, read again.
  init(_ form: FormData, attente: Int?, ecrits: CompteRendu.Ecrits) throws {
    var saisie = Saisie()
    let jour = Jour(form.text("jour"))
    let minutes = form.integer("minutes")
    saisie.note("jour", unless: jour != nil, Phrase("Donnez le jour.", "Give the day."))
    saisie.note(
      "minutes", unless: minutes.map { (1...1439).contains($0) } ?? false,
      Phrase("Donnez la durée en minutes, sur une seule journée.", "Give the length in minutes, within one day."))
    var themes = Ensemble(form.all("theme").compactMap(Thematique.init(rawValue:)))
    let demarches = Ensemble(form.all("demarche").compactMap(Demarche.init(rawValue:)))
    // Whoever names a procedure has helped with one.
    if !demarches.isEmpty { themes = Ensemble(themes.valeurs + [.demarches]) }
    saisie.note(
      "theme", unless: !themes.isEmpty, Phrase("Choisissez au moins un thème.", "Choose at least one theme."))
    let type = TypeDeCompteRendu(rawValue: form.text("type")) ?? .individuel
    var publics = Publics(genre: .nonCommunique, age: .nonCommunique, statut: .nonCommunique, deja: false)
    do { publics = try type == .individuel ? .one(form) : .several(form) } catch let other as Saisie {
      saisie.merge(other)
    }
    try saisie.throwIfAny()
    guard let jour, let minutes else { throw saisie }
    self.init(
      jour: jour, type: type, canal: Canal(rawValue: form.text("canal")) ?? .lieu, lieu: LieuID(form.text("lieu")),
      minutes: minutes, attente: attente, themes: themes, demarches: demarches,
      materiel: Ensemble(form.all("materiel").compactMap(Materiel.init(rawValue:))),
      facon: Facon(rawValue: form.text("facon")), autonomie: Autonomie(rawValue: form.text("autonomie")),
      redirection: Redirection(rawValue: form.text("redirection")), issue: nil,
      niveau: type == .collectif ? Niveau(rawValue: form.text("niveau")) : nil, publics: publics, ecrits: ecrits)
    if canal != .lieu { lieu = nil }
  }

  /// The same, as the fields of a form.
  var form: FormData {
    var pairs = [
      ("jour", jour.iso), ("type", type.rawValue), ("canal", canal.rawValue), ("lieu", lieu?.text ?? ""),
      ("minutes", String(minutes)), ("facon", facon?.rawValue ?? ""), ("autonomie", autonomie?.rawValue ?? ""),
      ("redirection", redirection?.rawValue ?? ""), ("niveau", niveau?.rawValue ?? ""), ("titre", ecrits.titre),
      ("notes", ecrits.notes),
    ]
    pairs += themes.valeurs.map { ("theme", $0.rawValue) }
    pairs += demarches.valeurs.map { ("demarche", $0.rawValue) }
    pairs += materiel.valeurs.map { ("materiel", $0.rawValue) }
    return FormData(pairs: pairs + publics.pairs(type))
  }
}

extension Publics {
  static func one(_ form: FormData) throws -> Publics {
    Publics(
      genre: Genre(rawValue: form.text("genre")) ?? .nonCommunique,
      age: TrancheAge(rawValue: form.text("age")) ?? .nonCommunique,
      statut: StatutSocial(rawValue: form.text("statut")) ?? .nonCommunique, deja: form.text("deja") == "oui")
  }

  /// Those of a workshop. What is not said of somebody is counted as such: every axis adds up to all of them.
  static func several(_ form: FormData) throws -> Publics {
    var saisie = Saisie()
    let participants = form.integer("participants") ?? 0
    saisie.note(
      "participants", unless: (1...maximum).contains(participants),
      Phrase("Donnez le nombre de personnes, de 1 à \(maximum).", "Give the number of people, 1 to \(maximum)."))
    func count(_ nom: String) -> Int {
      let number = form.text(nom).isEmpty ? 0 : form.integer(nom) ?? -1
      saisie.note(
        nom, unless: (0...max(participants, 0)).contains(number),
        Phrase("Donnez un nombre, \(participants) au plus.", "Give a number, \(participants) at most."))
      return max(number, 0)
    }
    func axis<Axe: Nomenclature>(_ nom: String, _: Axe.Type) -> [Int] {
      var counts = Axe.allCases.map { count("\(nom)-\($0.rawValue)") }
      let said = counts.dropLast().reduce(0, +)
      saisie.note(
        nom, unless: said <= participants,
        Phrase(
          "Ces nombres font \(said) personnes, et il y en avait \(participants).",
          "These numbers make \(said) people, and there were \(participants)."))
      counts[counts.count - 1] = max(participants - said, 0)
      return counts
    }
    let publics = Publics(
      participants: participants, deja: count("deja"), genres: axis("genre", Genre.self),
      ages: axis("age", TrancheAge.self), statuts: axis("statut", StatutSocial.self))
    try saisie.throwIfAny()
    return publics
  }

  fileprivate func pairs(_ type: TypeDeCompteRendu) -> [(String, String)] {
    if type == .individuel {
      let (genre, age, statut): (Genre?, TrancheAge?, StatutSocial?) = (seul(genres), seul(ages), seul(statuts))
      return [
        ("genre", genre?.rawValue ?? ""), ("age", age?.rawValue ?? ""), ("statut", statut?.rawValue ?? ""),
        ("deja", deja > 0 ? "oui" : ""),
      ]
    }
    return [("participants", String(participants)), ("deja", String(deja))] + axis("genre", Genre.self, genres)
      + axis("age", TrancheAge.self, ages) + axis("statut", StatutSocial.self, statuts)
  }

  private func axis<Axe: Nomenclature>(_ nom: String, _: Axe.Type, _ counts: [Int]) -> [(String, String)] {
    zip(Axe.allCases, counts).dropLast().filter { $0.1 > 0 }.map { ("\(nom)-\($0.0.rawValue)", String($0.1)) }
  }
}
