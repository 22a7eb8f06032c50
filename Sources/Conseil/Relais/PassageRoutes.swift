import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// A new referral, from the thread of somebody.
extension ConseilRoom {
  func showNewRelais(_ visit: Visit) async throws -> Answer {
    let form = FormData(pairs: [("entretien", visit.query.text("entretien"))])
    return .page(try await newRelaisPage(visit, Retour(form: form), nil))
  }

  func referUsager(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: UsagerID = try visit.id("usager")
    // Back to the words: what was typed is there, nothing was kept.
    if visit.form.text("suivant") == "changer" {
      return .page(try await newRelaisPage(visit, Retour(form: visit.form), nil))
    }
    do {
      let saisi = try RelaisSaisi(visit.form, le: Jour(visit.now, in: visit.fuseau))
      let notes = try await notes(visit, saisi, of: id, for: visitor)
      do {
        return .redirect(
          try await refer(
            id, saisi, notes, jeton: .random(), sel: .random(), langue: visit.langue, by: visitor,
            geste: visit.geste(), at: visit.now))
      } catch let montre as AMontrer {
        let retour = Retour(form: notes.carried(visit.form), saisie: montre.saisie, motif: montre.motif)
        let page = try await newRelaisPage(visit, retour, montre.lettre)
        return montre.isRefused ? .again(page) : .page(page)
      }
    } catch {
      return .again(try await newRelaisPage(visit, try Retour(error, visit.form), nil))
    }
  }

  private func notes(
    _ visit: Visit, _ saisi: RelaisSaisi, of id: UsagerID, for visitor: Visitor
  ) async throws -> NotesRelues {
    let allowed = try await house.database.read { [store] tx in
      let usager = try store.usager(id, for: visitor.viewer, in: tx)
      // To name who receives is no indiscretion.
      let partenaire = try? store.partenaire(saisi.partenaire, for: visitor.viewer, in: tx).contenu.nom
      return usager.identite.permis(complete: saisi.complete) + [partenaire].compactMap(\.self)
    }
    return NotesRelues(visit.form, champs: RelaisSaisi.champs, allowed: allowed, relecteur)
  }

  private func newRelaisPage(
    _ visit: Visit, _ retour: Retour, _ montre: LettreAMontrer?
  ) async throws -> NouveauRelaisPage {
    let visitor = try visit.person()
    let id: UsagerID = try visit.id("usager")
    return try await house.database.read { [self] tx in
      let usager = try store.usager(id, for: visitor.viewer, in: tx)
      let dispositif = try personnes.dispositif(usager.dispositif, for: visitor.viewer, in: tx)
      return NouveauRelaisPage(
        seal: visit.seal, usager: usager,
        services: try store.partenaires(of: dispositif.id, for: visitor.viewer, in: tx),
        limites: try store.limites(of: visitor.personne, in: dispositif.id, tx: tx)
          ?? visit.langue(Limite.defaut), montre: montre, retour: retour,
        aujourdhui: Jour(visit.now, in: dispositif.fuseau))
    }
  }
}
