import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension RencontresRoom {
  func showDemande(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let expert: PersonneID = try visit.id("expert")
    let draft = try await house.database.read { [store] tx in
      try store.form(.demande(to: expert), of: visitor.personne, in: tx)
    }
    return .page(try await demandePage(visit, form: draft, saisie: Saisie(), motif: nil))
  }

  func sendDemande(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let expert: PersonneID = try visit.id("expert")
    if visit.form.text("suite") == "garder" { return try await keepDemande(visit) }
    do {
      let demande = try Demande(visit.form)
      return .redirect(try await send(demande, to: expert, by: visitor, geste: visit.geste(), at: visit.now))
    } catch let saisie as Saisie {
      return try await again(visit, saisie: saisie, motif: nil)
    } catch let refus as Refus {
      return try await again(visit, saisie: Saisie(), motif: refus.motif)
    } catch is CreneauPris {
      let pris = Phrase(
        "Ce moment vient d’être pris. Choisissez-en un autre\u{a0}: le reste est gardé.",
        "This time has just been taken. Choose another one: the rest is kept.")
      return try await again(visit, saisie: Saisie("creneau", pris), motif: nil)
    }
  }

  /// Keeps the words being written; the page says so, or the script that asked.
  func keepDemande(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let expert: PersonneID = try visit.id("expert")
    try await house.database.write { [store] tx in
      guard try store.profil(of: expert, for: visitor.viewer, in: tx) != nil else { throw Absent() }
      let kept = try store.keep(visit.form, as: .demande(to: expert), of: visitor.personne, at: visit.now, in: tx)
      if !kept { throw TooLarge() }
    }
    return visit.wantsJSON ? .nothing : .redirect("/experts/\(expert)/demande?fait=garde")
  }

  /// The page comes back with all that was typed, which is kept as a draft too.
  private func again(_ visit: Visit, saisie: Saisie, motif: Motif?) async throws -> Answer {
    let visitor = try visit.person()
    let expert: PersonneID = try visit.id("expert")
    try await house.database.write { [store] tx in
      try store.keep(visit.form, as: .demande(to: expert), of: visitor.personne, at: visit.now, in: tx)
    }
    return .again(
      try await demandePage(visit, form: visit.form, saisie: saisie, motif: motif))
  }

  private func demandePage(_ visit: Visit, form: FormData, saisie: Saisie, motif: Motif?) async throws -> DemandePage {
    let visitor = try visit.person()
    let expert: PersonneID = try visit.id("expert")
    return try await house.database.read { [store, personnes] tx in
      guard let profil = try store.profil(of: expert, for: visitor.viewer, in: tx) else { throw Absent() }
      let p = try personnes.version(of: profil.dispositif, at: visit.now, in: tx).parametres
      return DemandePage(
        seal: visit.seal, profil: profil, prenom: try personnes.prenom(of: expert, for: visitor.viewer, in: tx),
        creneaux: Array(
          try store.freeSlots(of: profil, for: visitor.viewer, p, at: visit.now, in: tx).prefix(24)),
        fuseau: visitor.fuseau, aujourdhui: Jour(visit.now, in: visitor.fuseau), parametres: p, form: form,
        saisie: saisie, motif: motif, fait: visit.query.text("fait"))
    }
  }
}
