import Base
import Chartes
import Personnes
import Temps
import Web

/// A pair at one moment, as one of them meets it: what they signed, their sessions, the mentor's hours.
struct Cadre: Sendable {
  let binome: Binome
  let moi: Role
  let convention: Convention
  /// Of the version that the convention was signed in.
  let parametres: Parametres
  let seances: Seances
  let horaire: Horaire

  /// Whether the mentor's view is open. The mentee's always is.
  func isOpen(at now: Instant) -> Bool { moi == .accompagne || binome.clos != nil || horaire.isOpen(at: now) }

  /// Whether one may write now.
  func judge(at now: Instant) -> Verdict {
    let signed = SignerADeux.judge(
      .init(signatures: [.mentor, .accompagne], clos: binome.clos != nil), parametres)
    guard signed.passes else { return signed }
    return EcrireEntreDeuxSeances.judge(.ecrire(seances.fil, now: now), parametres)
  }
}

extension MentoratStore {
  /// Throws `Refus` while both have not signed.
  func cadre(of id: BinomeID, for visitor: Visitor, at now: Instant, in tx: Transaction) throws -> Cadre {
    try cadre(of: id, for: visitor.personne, at: now, in: tx)
  }

  func cadre(of id: BinomeID, for personne: PersonneID, at now: Instant, in tx: Transaction) throws -> Cadre {
    let binome = try binome(id, for: .person(personne), in: tx)
    guard let role = binome.role(of: personne) else { throw Absent() }
    guard let convention = try enVigueur(binome, in: tx) else {
      let signatures = try derniere(binome, in: tx).map { try self.signatures(of: $0, in: tx) } ?? []
      try SignerADeux.judge(
        .init(signatures: Set(signatures.map(\.role)), clos: binome.clos != nil), Parametres()
      ).enforced()
      throw Absent()
    }
    return Cadre(
      binome: binome, moi: role, convention: convention,
      parametres: try personnes.version(convention.version, of: binome.dispositif, in: tx).parametres,
      seances: try seances(of: binome, at: now, in: tx), horaire: try horaire(of: binome, convention, in: tx))
  }
}
