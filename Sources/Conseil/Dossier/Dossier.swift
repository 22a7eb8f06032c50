import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// All that is kept of somebody received, for that person: on paper or as a file.
struct Dossier: Sendable {
  let usager: Usager
  let rubriques: [Rubrique]
  /// Why each kind of thing is kept, who sees it, until when.
  let traitements: [Traitement]
  /// When it is erased if nobody sees the person again.
  let terme: Instant
  let donne: Instant
  let fuseau: Fuseau
}

extension ConseilRoom {
  /// For an adviser who follows the person, and gives it to them.
  func dossier(of usager: Usager, by viewer: Viewer, at now: Instant, in tx: Transaction) throws -> Dossier {
    let echeance = try store.echeance(of: usager, at: now, in: tx)
    let fuseau = try personnes.dispositif(usager.dispositif, for: viewer, in: tx).fuseau
    let rubriques = try [
      store.rubriquesDuSuivi(usager, for: viewer, in: tx),
      store.rubriquesDeLaPorte(usager, for: viewer, in: tx),
      rubriquesDesMandats(usager, for: viewer, fuseau, at: now, in: tx),
      store.rubriquesDuRelais(usager, for: viewer, in: tx),
      [store.rubriqueDesOuvertures(usager, for: viewer, in: tx)],
    ]
    return Dossier(
      usager: usager, rubriques: rubriques.flatMap { $0 }.filter { !$0.fiches.isEmpty },
      traitements: donneesPersonnelles.traitements.filter { Self.traitementsDesUsagers.contains($0.cle) },
      terme: ProtegerLesDonnees.terme(echeance.situation, echeance.parametres), donne: now, fuseau: fuseau)
  }
}

extension Rubrique.Champ {
  /// A value of one of our lists.
  static func code(_ cle: String, _ titre: Phrase, _ valeur: (some Nomenclature)?) -> Self {
    .mot(cle, titre, valeur?.phrase, code: valeur?.rawValue ?? "")
  }

  /// Several of them.
  static func codes(_ cle: String, _ titre: Phrase, _ valeurs: [some Nomenclature]) -> Self {
    guard !valeurs.isEmpty else { return .mot(cle, titre, nil) }
    let phrase = Phrase(
      fr: valeurs.map(\.phrase.fr).joined(separator: "\u{a0}; "),
      en: valeurs.map(\.phrase.en).joined(separator: "; "))
    return .mot(cle, titre, phrase, code: valeurs.map(\.rawValue).joined(separator: ","))
  }
}

/// Titles that come back from one part to the next.
enum Titres {
  static let le = Phrase("Le", "On")
  static let par = Phrase("Par", "By")
  static let avec = Phrase("Avec", "With")
  static let debut = Phrase("Début", "Beginning")
  static let fin = Phrase("Fin", "End")
  static let lieu = Phrase("Lieu", "Place")
  static let etat = Phrase("État", "State")
  static let prenom = Phrase("Prénom", "First name")
  static let initiale = Phrase("Initiale du nom", "Initial of the last name")
  static let courriel = Phrase("Adresse e-mail", "E-mail address")
  static let themes = Phrase("Thèmes", "Themes")
  static let aide = Phrase("Ce qui aide", "What helps")
  static let demarche = Phrase("Démarche", "Procedure")
}
