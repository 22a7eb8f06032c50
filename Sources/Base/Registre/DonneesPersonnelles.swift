import Html
import Temps

/// What a room keeps about people, said once. The register prints it; export, erasure and expiry obey it; a test
/// compares it with the tables that really stand in the base.
package struct DonneesPersonnelles: Sendable {
  /// Why people's data is kept: one entry of the register each.
  package let traitements: [Traitement]
  /// Every table of the room, those that say nothing of anybody too.
  package let tables: [TableTenue]
  /// What the room holds about somebody, opened for that person alone.
  package let rendre: @Sendable (PersonneID, Instant, Transaction) throws -> [Rubrique]
  /// What stands in the way of erasing somebody now, and what can be done first; nil when nothing does.
  package let empeche: @Sendable (PersonneID, Instant, Transaction) throws -> Phrase?

  package init(
    traitements: [Traitement], tables: [TableTenue],
    rendre: @escaping @Sendable (PersonneID, Instant, Transaction) throws -> [Rubrique],
    empeche: @escaping @Sendable (PersonneID, Instant, Transaction) throws -> Phrase? = { _, _, _ in nil }
  ) {
    self.traitements = traitements
    self.tables = tables
    self.rendre = rendre
    self.empeche = empeche
  }
}

/// One entry of the register (GDPR, article 30).
package struct Traitement: Sendable {
  /// What the law lets it rest on (GDPR, article 6).
  package enum Fondement: String, Sendable, CaseIterable {
    case accord, contrat, obligation, interetPublic, interetLegitime
  }

  /// Never renamed: tables name it.
  package let cle: String
  package let nom: Phrase
  package let finalite: Phrase
  package let fondement: Fondement
  /// Whose data.
  package let personnes: Phrase
  /// Which data.
  package let donnees: Phrase
  /// Who sees it.
  package let destinataires: Phrase
  /// Until when, in words.
  package let duree: Phrase

  package init(
    _ cle: String, _ nom: Phrase, finalite: Phrase, fondement: Fondement, personnes: Phrase, donnees: Phrase,
    destinataires: Phrase, duree: Phrase
  ) {
    self.cle = cle
    self.nom = nom
    self.finalite = finalite
    self.fondement = fondement
    self.personnes = personnes
    self.donnees = donnees
    self.destinataires = destinataires
    self.duree = duree
  }
}
