import Base
import Chartes
import Html
import Temps
import Web

extension PersonnesRoom {
  /// What this room does first when somebody leaves: a place still kept for their address is given back, and those they
  /// accompanied do not stay alone without anybody knowing.
  package func takeLeave(of personne: PersonneID, at now: Instant, in tx: Transaction) throws {
    try store.withdrawInvitations(to: personne, at: now, in: tx)
    for (dispositif, nom, count) in try store.accompanied(by: personne, in: tx) {
      let prenom = try store.prenoms(of: [personne], for: .person(personne), in: tx)[personne]?.court
      for coordination in try store.coordination(of: dispositif, in: tx) where coordination != personne {
        try store.write(to: coordination, about: "depart:\(dispositif)", from: now, in: tx) { destinataire in
          lettreDeDepart(prenom, nom, count, destinataire).courriel(to: destinataire.adresse)
        }
      }
    }
  }

  private func lettreDeDepart(_ prenom: String?, _ dispositif: String, _ count: Int, _ a: Destinataire) -> Lettre {
    let t = a.langue
    let qui = prenom ?? t("une personne de l’équipe", "somebody of the team")
    return Lettre(
      t, sujet: t("\(dispositif)\u{a0}: un départ dans l’équipe", "\(dispositif): somebody of the team has left"),
      paragraphes: [
        t("Bonjour \(a.prenom),", "Hello \(a.prenom),"),
        t("Un compte vient d’être effacé\u{a0}: \(qui).", "An account has just been erased: \(qui)."),
        t.count(
          count,
          Phrase("personne n’a plus d’accompagnement.", "person has nobody to accompany them any more."),
          Phrase("personnes n’ont plus d’accompagnement.", "people have nobody to accompany them any more.")),
      ], bouton: (t("Voir le dispositif", "See the programme"), "\(origin)/coordination"))
  }
}

extension PersonnesStore {
  /// Who coordinates a programme now.
  package func coordination(of dispositif: DispositifID, in tx: Transaction) throws -> [PersonneID] {
    try tx.all(
      """
      SELECT personne FROM appartenance WHERE dispositif = \(dispositif) AND role = 'coordinateur'
        AND suspendue IS NULL ORDER BY depuis, personne
      """
    ) { row in try row[0] }
  }

  fileprivate func accompanied(
    by personne: PersonneID, in tx: Transaction
  ) throws -> [(dispositif: DispositifID, nom: String, count: Int)] {
    try tx.all(
      """
      SELECT d.id, d.nom, count(*) FROM appartenance a JOIN dispositif d ON d.id = a.dispositif
      WHERE a.suivie_par = \(personne) GROUP BY d.id, d.nom ORDER BY d.id
      """
    ) { row in try (row[0], row[1], row[2]) }
  }

  fileprivate func withdrawInvitations(to personne: PersonneID, at now: Instant, in tx: Transaction) throws {
    let adresse = try? self.personne(personne, for: .person(personne), in: tx).adresse
    guard let adresse = adresse.flatMap(Adresse.init) else { return }
    let open = try tx.all("SELECT id, adresse FROM invitation WHERE etat = 'ouverte' AND expire > \(now)") { row in
      (id: try row[0] as InvitationID, adresse: try row[1] as Sealed)
    }
    for invitation in open {
      let place = Place("invitation.adresse", invitation.id)
      let text = try house.vault.open(invitation.adresse, of: .invitation(invitation.id), at: place)
      guard text.flatMap(Adresse.init)?.folded == adresse.folded else { continue }
      try tx.execute("DELETE FROM invitation WHERE id = \(invitation.id)")
      try house.outbox.withdraw(about: invitation.id, after: Instant(milliseconds: 0), in: tx)
    }
  }
}
