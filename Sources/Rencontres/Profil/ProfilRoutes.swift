import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension RencontresRoom {
  func showProfil(_ visit: Visit) async throws -> Answer {
    .page(try await profilPage(visit, form: .empty, saisie: Saisie(), refus: nil))
  }

  func changeProfil(_ visit: Visit) async throws -> Answer {
    do {
      let saisi = try ProfilSaisi(visit.form)
      return .redirect(try await publish(saisi, by: visit.person(), geste: visit.geste(), at: visit.now))
    } catch let saisie as Saisie {
      return .again(
        try await profilPage(visit, form: visit.form, saisie: saisie, refus: nil))
    } catch let refus as Refus {
      return .again(
        try await profilPage(visit, form: visit.form, saisie: Saisie(), refus: refus.motif))
    }
  }

  private func profilPage(_ visit: Visit, form: FormData, saisie: Saisie, refus: Motif?) async throws -> ProfilPage {
    let visitor = try visit.person()
    guard let dispositif = visitor.dispositif(as: .expert) else { throw Absent() }
    return try await house.database.read { [store, personnes] tx in
      let version = try personnes.version(of: dispositif, at: visit.now, in: tx)
      return ProfilPage(
        seal: visit.seal, profil: try store.profil(of: visitor.personne, for: visitor.viewer, in: tx),
        plafondPropose: version.parametres[DemanderParInteret.plafond], form: form, saisie: saisie, refus: refus,
        fait: visit.query.text("fait"))
    }
  }

  /// An expert's sheet, with their free slots for whoever explores.
  func showFiche(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let expert: PersonneID = try visit.id("expert")
    return .page(
      try await house.database.read { [store, personnes] tx in
        guard let profil = try store.profil(of: expert, for: visitor.viewer, in: tx) else { throw Absent() }
        let prenom = try personnes.prenom(of: expert, for: visitor.viewer, in: tx)
        let version = try personnes.version(of: profil.dispositif, at: visit.now, in: tx)
        let creneaux = try store.freeSlots(
          of: profil, for: visitor.viewer, version.parametres, at: visit.now, in: tx)
        return FichePage(
          profil: profil, prenom: prenom, premier: creneaux.first, fuseau: visitor.fuseau,
          aujourdhui: Jour(visit.now, in: visitor.fuseau),
          duree: version.parametres.inWords(TenirSesRendezVous.duree), explore: visitor.has(.explorateur))
      })
  }
}
