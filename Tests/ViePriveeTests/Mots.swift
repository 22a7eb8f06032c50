import Base
import Html
import Temps
import Testing
import Troupe

@testable import Personnes
@testable import ViePrivee
@testable import Web

/// Words planted in every place where somebody may write, so that a test finds them again, or finds them gone.
struct Mots: Sendable {
  /// Every word planted by this person and nobody else.
  let tous: [String]
}

extension Scene {
  /// Amina leaves a word wherever this room and that of people keep one.
  func plantWords(of visitor: Visitor, _ sel: String) async throws -> Mots {
    let id = visitor.personne
    let words = (
      prenom: "Prénom\(sel)", nom: "Nom\(sel)", cle: "Clé\(sel)", adresse: "nouvelle.\(sel)@exemple.fr",
      demande: "Corrigez\(sel)", reponse: "Répondu\(sel)", appareil: "Navigateur\(sel)"
    )
    let cle = CleAccesID.make(at: now)
    let changement = ID<ChangementAdresseTag>.make(at: now)
    try await write { [store = personnes.store, vault = house.vault] tx in
      let before = try store.personne(id, for: .person(id), in: tx)
      try store.update(
        Personne(
          id: id, adresse: before.adresse, prenom: words.prenom, nom: words.nom, langue: .fr, fuseau: .paris), in: tx)
      try tx.execute(
        """
        INSERT INTO cle_acces (id, personne, identifiant, algorithme, cle_publique, compteur, synchronisee, nom, creee)
        VALUES (\(cle), \(id), \(cle.text), -7, \([UInt8](repeating: 1, count: 64)), 0, \(false),
          \(vault.seal(words.cle, of: .personne(id), at: Place("cle_acces.nom", cle))), \(Scene.now))
        """)
      try tx.execute(
        """
        INSERT INTO changement_adresse (id, personne, nouvelle, jeton_nouvelle, jeton_ancienne, expire)
        VALUES (\(changement), \(id),
          \(vault.seal(words.adresse, of: .personne(id), at: Place("changement_adresse.nouvelle", changement))),
          \(changement.text + "n"), \(changement.text + "a"), \(Scene.now + .hours(20)))
        """)
      try tx.execute("INSERT INTO cle_declinee (personne) VALUES (\(id))")
      try tx.execute("INSERT INTO proconnect (personne, sujet, depuis) VALUES (\(id), \(id.text), \(Scene.now))")
      let connexion = NewConnexion(by: .lien, in: .random(), words.appareil, at: Scene.now)
      try store.insert(connexion, of: id, in: tx)
    }
    let asked = try await viePrivee.askDroit(
      visit(by: visitor, form: [("droit", "rectification"), ("mots", words.demande)]))
    let demande = try #require(asked.location?.demandeDeDroit)
    _ = try await viePrivee.answerDroit(
      visit(by: nadia, ["id": demande.text], form: [("reponse", words.reponse)]))
    let adresse = try await read { [store = personnes.store] tx in
      try store.personne(id, for: .person(id), in: tx).adresse
    }
    return Mots(
      tous: [
        words.prenom, words.nom, words.cle, words.adresse, words.demande, words.reponse, words.appareil, adresse,
        id.text,
      ])
  }
}

extension String {
  /// "/mes-donnees/demandes/{id}?fait=envoyee".
  var demandeDeDroit: DemandeDeDroitID? {
    firstMatch(of: /[0-9a-f]{8}-[0-9a-f-]{27}/).flatMap { DemandeDeDroitID(String($0.output)) }
  }
}
