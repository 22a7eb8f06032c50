import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  /// Writes the text that the person and the adviser are about to sign. Until then it allows nothing.
  /// - Parameter notes: read with the names of the person allowed; the field `note`.
  /// - Throws: `Refus`, `Saisie` or `ARelire`; nothing is kept.
  func write(
    _ saisi: MandatSaisi, _ notes: NotesRelues, for id: UsagerID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let (mandat, reference) = (MandatID.make(at: now), Token.random())
    return try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let usager = try store.usager(id, for: visitor.viewer, in: tx)
      let version = try personnes.engaged(
        visitor.personne, as: .conseillerNumerique, in: usager.dispositif, at: now, tx: tx)
      try AgirSousMandat.judge(.ouvrir(saisi.ouverture), version.parametres).enforced()
      try saisi.saisie.throwIfAny()
      let termes = try saisi.termes(with: notes.enforced(version.parametres)["note"])
      let dispositif = try personnes.dispositif(usager.dispositif, for: visitor.viewer, in: tx)
      let fin = Mandat.fin(of: saisi.jours, from: now, in: dispositif.fuseau)
      let moi = try personnes.personne(visitor.personne, for: visitor.viewer, in: tx)
      let texte = TexteDuMandat(
        termes: termes, demarches: saisi.demarches, fin: fin,
        garde: Jour(fin, in: dispositif.fuseau).advanced(by: version.parametres[AgirSousMandat.conservation]),
        conseiller: "\(moi.prenom) \(moi.nom)", structure: dispositif.structure, fuseau: dispositif.fuseau,
        reference: reference
      ).contenu(saisi.langue)
      try store.insert(
        Mandat(
          id: mandat, usager: id, dispositif: usager.dispositif, conseiller: visitor.personne, version: version.numero,
          ecrit: now, fin: fin, jours: saisi.jours, langue: saisi.langue, empreinte: Empreinte.of(texte),
          termes: termes, debut: nil, demarches: saisi.demarches), texte: texte, in: tx)
      try complete(usager, with: termes, in: tx)
      try store.touch(id, at: now, in: tx)
      try tx.record(Trace("mandat", on: mandat, by: visitor.viewer, at: now))
      return "/mandats/\(mandat)/signature"
    }
  }

  /// What was asked for the mandate, and was not known yet, is kept in the thread too.
  private func complete(_ usager: Usager, with termes: Mandat.Termes, in tx: Transaction) throws {
    var identite = usager.identite
    if identite.prenom.isEmpty { identite.prenom = termes.prenom }
    if identite.nom.isEmpty { identite.nom = termes.nom }
    if identite.initiale.isEmpty { identite.initiale = String(identite.nom.prefix(1)).uppercased() }
    identite.naissance = identite.naissance ?? termes.naissance
    if identite != usager.identite { try store.update(usager, to: identite, from: usager.revision, in: tx) }
  }
}

extension MandatSaisi {
  /// - Parameter note: what the gate let through.
  fileprivate func termes(with note: String) throws -> Mandat.Termes {
    if termes.agent == AgentDemande.joint.rawValue, note.isEmpty {
      throw Saisie(
        "note",
        Phrase(
          "Écrivez ce que l’agent a répondu, et pourquoi cela ne suffit pas.",
          "Write what the officer answered, and why it is not enough."))
    }
    var termes = termes
    termes.note = note
    return termes
  }
}
