import Base
import Temps
import WhatsApp

extension MentoratRoom {
  /// Somebody who is of no pair, or not yet: a code links them; any other words get one courteous answer, and are not kept.
  func stranger(_ nouvelle: Nouvelle, at now: Instant) -> Effet {
    guard case .message(_, let contenu, _) = nouvelle.sorte, !nouvelle.identite.estVide else { return { _ in } }
    return { [self] tx in
      if case .texte(let mots) = contenu, let code = CodeDeLiaison(typed: mots),
        let liaison = try store.liaison(of: code, at: now, in: tx)
      {
        return try link(liaison, to: nouvelle.identite, at: now, in: tx)
      }
      let name = nouvelle.identite.numero ?? nouvelle.identite.bsuid ?? ""
      let first = try tx.execute(
        """
        INSERT INTO inconnu_whatsapp (cle, le) VALUES (\(house.vault.fingerprint(name, for: "inconnu")), \(now))
        ON CONFLICT DO NOTHING
        """)
      if first == 1 { try say(MotWhatsApp.inconnu(origin), toStranger: nouvelle.identite, at: now, in: tx) }
    }
  }

  private func link(_ liaison: Liaison, to identite: Identite, at now: Instant, in tx: Transaction) throws {
    guard try store.link(liaison, to: identite, at: now, in: tx),
      let linked = try store.liaison(liaison.id, in: tx)
    else { return }
    try tx.record(Trace("whatsapp:liaison", on: liaison.personne, by: .person(liaison.personne), at: now))
    try say(.relie, to: linked, at: now, in: tx)
    tell(liaison.personne)
  }

  /// Somebody changed numbers, or their name at this business did: followed, unless it leads to another person.
  func follow(_ changement: Nouvelle.Changement, of identite: Identite, in tx: Transaction) throws {
    switch changement {
    case .numero(let nouveau):
      guard let nouveau, let liaison = try store.liaison(of: identite, in: tx), var known = liaison.identite else {
        return
      }
      known.numero = nouveau
      try store.rename(liaison, to: known, in: tx)
    case .bsuid(let de, let vers):
      guard let liaison = try store.liaison(of: de, in: tx), var known = liaison.identite else { return }
      (known.bsuid, known.parent) = (vers.bsuid ?? known.bsuid, vers.parent ?? known.parent)
      try store.rename(liaison, to: known, in: tx)
    case .appareil:
      // Another telephone, perhaps in other hands: the code is to be sent again.
      guard let liaison = try store.liaison(of: identite, in: tx) else { return }
      try tx.execute("DELETE FROM liaison WHERE id = \(liaison.id)")
    case .autre: return
    }
  }
}
