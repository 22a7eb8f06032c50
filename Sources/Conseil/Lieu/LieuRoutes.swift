import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  func showLieux(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    return .page(
      try await house.database.read { [self] tx in
        let (dispositif, coordonne) = try place(of: visitor, in: tx)
        return LieuxPage(
          lieux: try store.lieux(of: dispositif.id, for: visitor.viewer, in: tx), coordonne: coordonne,
          fait: visit.query.text("fait"))
      })
  }

  /// The advising programme where somebody advises, or that they coordinate.
  func place(of visitor: Visitor, in tx: Transaction) throws -> (Dispositif, coordonne: Bool) {
    do { return (try dispositif(of: visitor, as: .coordinateur, in: tx), true) } catch is Absent {
      return (try dispositif(of: visitor, in: tx), false)
    }
  }

  func showNewLieu(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    _ = try await house.database.read { [self] tx in try dispositif(of: visitor, as: .coordinateur, in: tx) }
    return .page(
      LieuPage(
        seal: visit.seal, id: nil, form: .empty, lignes: LigneDeSemaine.lignes(.vide, visit.langue),
        saisie: Saisie()))
  }

  func showLieu(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: LieuID = try visit.id("lieu")
    let lieu = try await house.database.read { [self] tx in
      _ = try dispositif(of: visitor, as: .coordinateur, in: tx)
      return try store.lieu(id, for: visitor.viewer, in: tx)
    }
    return .page(
      LieuPage(
        seal: visit.seal, id: id, form: lieu.form, lignes: LigneDeSemaine.lignes(lieu.semaine, visit.langue),
        saisie: Saisie()))
  }

  func keepNewLieu(_ visit: Visit) async throws -> Answer { try await keep(visit, as: nil) }

  func keepLieu(_ visit: Visit) async throws -> Answer { try await keep(visit, as: visit.id("lieu")) }

  private func keep(_ visit: Visit, as id: LieuID?) async throws -> Answer {
    let visitor = try visit.person()
    // What is not theirs is absent before anything of it is read.
    try await house.database.read { [self] tx in
      _ = try dispositif(of: visitor, as: .coordinateur, in: tx)
      if let id { _ = try store.lieu(id, for: visitor.viewer, in: tx) }
    }
    do {
      return .redirect(
        try await keep(LieuSaisi(visit.form), as: id, by: visit.person(), geste: visit.geste(), at: visit.now))
    } catch let saisie as Saisie {
      return .again(
        LieuPage(
          seal: visit.seal, id: id, form: visit.form, lignes: LigneDeSemaine.lignes(visit.form), saisie: saisie))
    }
  }
}

extension Lieu {
  fileprivate var form: FormData {
    FormData(pairs: [
      ("nom", nom), ("adresse", adresse), ("code_postal", codePostal), ("commune", commune), ("telephone", telephone),
    ])
  }
}
