import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension MentoratRoom {
  /// One of the two proposes terms: both read them, and sign the same number. What was in force runs until then.
  func propose(
    _ termes: Termes, in id: BinomeID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let binome = try store.open(id, for: visitor.viewer, in: tx)
      let version = try personnes.version(of: binome.dispositif, at: now, in: tx)
      let last = try store.derniere(binome, in: tx)
      // The same terms again are no new proposal: nobody has to sign twice.
      if let last, last.termes == termes, last.version == version.numero { return "/binomes/\(id)/convention" }
      let convention = Convention(
        binome: id, numero: (last?.numero ?? 0) + 1, version: version.numero, termes: termes,
        proposeePar: visitor.personne, proposee: now, convenue: nil)
      let texte = TexteDeConvention(
        convention: convention, charte: .mentorat, parametres: version.parametres)
      guard try store.insert(convention, textes: texte.textes, in: tx) else {
        return "/binomes/\(id)/convention?fait=change"
      }
      try store.touch(binome, at: now, in: tx)
      try tx.record(Trace("convention:proposition", on: id, by: visitor.viewer, at: now))
      try announce(to: binome.other(than: visitor.personne), of: binome, at: now, in: tx) { lettres, prenom in
        lettres.proposition(from: prenom)
      }
      return "/binomes/\(id)/convention?fait=proposee"
    }
  }
}

extension MentoratStore {
  /// A pair that nobody has ended.
  func open(_ id: BinomeID, for viewer: Viewer, in tx: Transaction) throws -> Binome {
    let binome = try binome(id, for: viewer, in: tx)
    guard binome.clos == nil else { throw Absent() }
    return binome
  }
}
