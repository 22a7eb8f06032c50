import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension MentoratRoom {
  /// The thread; for a mentor outside the hours agreed, when it opens; before both signed, the agreement.
  func showFil(_ visit: Visit) async throws -> Answer {
    let id: BinomeID = try visit.id("id")
    let visitor = try visit.person()
    do {
      let cadre = try await house.database.read { [store] tx in
        try store.cadre(of: id, for: visitor, at: visit.now, in: tx)
      }
      guard cadre.isOpen(at: visit.now) else { return .page(try await closed(visit, cadre)) }
      if cadre.moi == .mentor {
        try await house.database.write { [store] tx in try store.pass(cadre.binome, at: visit.now, in: tx) }
      }
      return .page(try await fil(visit, cadre))
    } catch is Refus { return .redirect("/binomes/\(id)/convention") }
  }

  func closed(_ visit: Visit, _ cadre: Cadre) async throws -> ClosPage {
    let visitor = try visit.person()
    let autre = try await house.database.read { [personnes] tx in
      try personnes.prenom(of: cadre.binome.other(than: visitor.personne), for: visitor.viewer, visit.langue, in: tx)
    }
    return ClosPage(
      autre: autre, binome: cadre.binome.id, ouverture: cadre.horaire.opening(from: visit.now),
      fuseau: visit.fuseau, du: cadre.convention.termes.fuseau, now: visit.now)
  }

  private func fil(_ visit: Visit, _ cadre: Cadre) async throws -> FilPage {
    let visitor = try visit.person()
    return try await house.database.read { [store, personnes, whatsApp] tx in
      let binome = cadre.binome
      let situation = try store.situation(
        of: visitor.personne, answering: nil, in: binome, cadre.convention, cadre.parametres, at: visit.now, tx: tx)
      let interval = cadre.seances.precedente
      return FilPage(
        seal: visit.seal, autresGestes: { visit.fresh }, cadre: cadre, moi: visitor.personne,
        autre: try personnes.prenom(
          of: binome.other(than: visitor.personne), for: visitor.viewer, visit.langue, in: tx),
        messages: try store.messages(of: binome, for: visitor.personne, at: visit.now, in: tx)
          .filter { message in
            // What was written before the session and arrived since is announced: it must be here.
            message.seance == interval?.id || message.waits(at: visit.now)
              || interval.map { message.arrivee >= $0.debut } ?? false
          },
        orientations: try store.orientations(of: binome, in: tx).filter { orientation in
          cadre.seances.precedente.map { orientation.le >= $0.debut } ?? false
        },
        lignes: try store.lignesAide(of: binome.dispositif, in: tx),
        enCours: try store.texte(EnCours(nil), of: visitor.personne, in: binome, tx: tx),
        quand: LireAuxHeuresDites.arrivee(situation),
        charge: try store.openBinomes(of: binome.mentor, in: tx),
        aSigner: try store.derniere(binome, in: tx).map { $0.convenue == nil } ?? false,
        fuseau: visit.fuseau, now: visit.now, fait: visit.query.text("fait"),
        whatsApp: whatsApp != nil)
    }
  }

  func showFormulations(_ visit: Visit) async throws -> Answer {
    let id: BinomeID = try visit.id("id")
    let visitor = try visit.person()
    let page = try await house.database.read { [store] tx in
      let cadre = try store.cadre(of: id, for: visitor, at: visit.now, in: tx)
      guard cadre.isOpen(at: visit.now) else { throw Absent() }
      let message: MessageID = try visit.id("message")
      let found = try store.message(message, of: cadre.binome, for: visitor.personne, at: visit.now, in: tx)
      return FormulationsPage(
        binome: id, formulations: try store.formulations(of: found, in: cadre.binome, for: visitor.personne, tx: tx),
        heures: (visit.fuseau, cadre.convention.termes.fuseau, visit.now))
    }
    return .page(page)
  }
}
