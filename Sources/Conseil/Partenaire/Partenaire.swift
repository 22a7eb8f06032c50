import Base
import Chartes
import Html
import Personnes
import Temps
import Web

package enum PartenaireTag {}
package typealias PartenaireID = ID<PartenaireTag>

/// A service that one may hand somebody over to, known to everybody of the programme.
struct Partenaire: Sendable, Equatable {
  let id: PartenaireID
  let dispositif: DispositifID
  /// Grows with each change.
  let revision: Int
  let genre: Redirection
  let themes: Ensemble<Thematique>
  /// Whether the public page of limits names it.
  let montre: Bool
  let contenu: Contenu
  /// When somebody last made sure of it.
  let verifie: Instant
  /// When it left the directory; what was sent to it stays.
  let retire: Instant?

  /// Sealed with its own key: a service may be one person.
  struct Contenu: Sendable, Equatable, Codable {
    var nom = ""
    /// Its profession, its licence, its mission: why it may. "" as long as nobody knows.
    var habilitation = ""
    var commune = ""
    var telephone = ""
    var courriel = ""
    /// "https://…", or "".
    var site = ""
  }

  var owner: Owner { .partenaire(id) }

  /// Whole days since it was checked, as the calendar of a zone counts them.
  func verifieDepuis(_ now: Instant, in fuseau: Fuseau) -> Int {
    max(0, Jour(verifie, in: fuseau).distance(to: Jour(now, in: fuseau)))
  }

  /// Whether every word of a search stands somewhere on the card, accents and capitals aside.
  func matches(_ mots: String) -> Bool {
    let phrases = [genre.phrase] + themes.valeurs.map(\.phrase)
    let card = ([contenu.nom, contenu.habilitation, contenu.commune] + phrases.flatMap { [$0.fr, $0.en] })
      .joined(separator: " ").plain
    return mots.plain.split(separator: " ").allSatisfy { card.contains($0) }
  }
}

extension Partenaire.Contenu: Vide {}

/// A card as it was typed.
struct PartenaireSaisi: Sendable {
  let genre: Redirection
  let themes: Ensemble<Thematique>
  let montre: Bool
  let contenu: Partenaire.Contenu

  init(_ form: FormData) throws {
    var saisie = Saisie()
    contenu = Partenaire.Contenu(
      nom: form.text("nom"), habilitation: form.text("habilitation"), commune: form.text("commune"),
      telephone: form.text("telephone"), courriel: form.text("courriel"), site: form.text("site"))
    genre = Redirection(rawValue: form.text("genre")) ?? .autre
    themes = Ensemble(form.all("theme").compactMap(Thematique.init(rawValue:)))
    montre = form.text("montre") == "oui"
    saisie.note(
      "genre", unless: Redirection(rawValue: form.text("genre")) != nil,
      Phrase("Choisissez de quelle sorte de service il s’agit.", "Choose what kind of service it is."))
    saisie.note(contenu)
    try saisie.throwIfAny()
  }
}

extension Saisie {
  fileprivate mutating func note(_ contenu: Partenaire.Contenu) {
    note(
      "nom", unless: contenu.nom.fits(120),
      Phrase("Donnez le nom du service, en une ligne.", "Give the name of the service, on one line."))
    note(
      "habilitation", unless: contenu.habilitation.count <= 600,
      Phrase("Dites-le plus court\u{a0}: 600 signes au plus.", "Say it shorter: 600 characters at most."))
    note(
      "commune", unless: contenu.commune.isEmpty || contenu.commune.fits(100),
      Phrase("Écrivez la commune, en une ligne.", "Write the town, on one line."))
    note(telephone: contenu.telephone, shortest: 4)
    note(
      "courriel", unless: contenu.courriel.isEmpty || Adresse(contenu.courriel) != nil,
      Phrase("Écrivez une adresse e-mail complète.", "Write a complete e-mail address."))
    note(
      "site", unless: contenu.site.isEmpty || contenu.site.wholeMatch(of: /https?:\/\/[^\s<>"]{3,200}/) != nil,
      Phrase(
        "Copiez l’adresse entière, qui commence par https://.", "Copy the whole address, which begins with https://."))
  }
}

extension Partenaire {
  var form: FormData {
    FormData(
      pairs: [
        ("nom", contenu.nom), ("genre", genre.rawValue), ("habilitation", contenu.habilitation),
        ("commune", contenu.commune), ("telephone", contenu.telephone), ("courriel", contenu.courriel),
        ("site", contenu.site), ("montre", montre ? "oui" : ""),
      ] + themes.valeurs.map { ("theme", $0.rawValue) })
  }
}
