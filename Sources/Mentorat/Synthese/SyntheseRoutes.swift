import Base
import Chartes
import Discretion
import Html
import Personnes
import Temps
import Web

extension MentoratRoom {
  func showSynthese(_ visit: Visit) async throws -> Answer {
    .page(try await synthesePage(visit, nil, nil, nil))
  }

  /// The same reading as for a message: nothing is kept of a summary that names somebody.
  func writeSynthese(_ visit: Visit) async throws -> Answer {
    let id: BinomeID = try visit.id("id")
    let visitor = try visit.person()
    return try await rereading {
      let (cadre, savoir, lignes) = try await house.database.read { [store] tx in
        let cadre = try store.cadre(of: id, for: visitor, at: visit.now, in: tx)
        return (
          cadre, try store.savoir(of: cadre.binome, for: visitor.personne, in: tx),
          try store.lignesAide(of: cadre.binome.dispositif, in: tx)
        )
      }
      let relecture = relecture(of: Texte(visit.form), visit.form, savoir, as: cadre.moi)
      let aide = Aide(relecture.alerte, lignes, cadre.parametres)
      do {
        _ = try await summarize(
          relecture, lu: savoir, in: id, by: visitor, geste: visit.geste(), at: visit.now)
        // A page, whatever was written: where one goes next must not tell that helplines are shown.
        return .page(try await seancesPage(visit, saisie: Saisie(), fait: "synthese", aide: aide))
      } catch let refus as Refus {
        return .again(try await synthesePage(visit, relecture, refus.motif, aide))
      }
    }
  }

  private func synthesePage(
    _ visit: Visit, _ relecture: Relecture?, _ motif: Motif?, _ aide: Aide?
  ) async throws -> EcrirePage {
    let id: BinomeID = try visit.id("id")
    let visitor = try visit.person()
    return try await house.database.read { [self] tx in
      let cadre = try store.cadre(of: id, for: visitor, at: visit.now, in: tx)
      guard cadre.binome.clos == nil, let seance = cadre.seances.precedente, seance != cadre.seances.toutes.first else {
        throw Absent()
      }
      var texte = Texte()
      if relecture == nil, cadre.isOpen(at: visit.now) {
        texte[.libre] =
          try store.syntheses(of: cadre.binome, in: tx)
          .first { $0.seance == seance.id && $0.auteur == visitor.personne }?.contenu ?? ""
      }
      return EcrirePage(
        sujet: .synthese,
        composeur: Composeur(
          vers: "/binomes/\(id)/synthese", seal: visit.seal, relire: "/binomes/\(id)/relecture",
          texte: relecture?.texte ?? texte, parties: [.libre], relecture: relecture, motif: motif,
          nies: Issues(visit.form).nies(visit.form),
          envoyer: visit.langue("Garder cette synthèse", "Keep this summary")),
        question: nil, aide: aide, quand: nil,
        autre: try personnes.prenom(
          of: cadre.binome.other(than: visitor.personne), for: visitor.viewer, in: tx
        ).prenom,
        role: cadre.moi, fuseau: visit.fuseau, fuseauDuMentor: cadre.convention.termes.fuseau, now: visit.now)
    }
  }
}
