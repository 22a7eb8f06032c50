import Base
import Temps
import Web
import WhatsApp

extension MentoratRoom {
  func showRaccordement(_ visit: Visit) async throws -> Answer { .page(try await raccordementPage(visit)) }

  /// Asks Meta whether all is in place. What it says of our text is kept; nothing of it is anybody's.
  func tryRaccordement(_ visit: Visit) async throws -> Answer {
    guard let whatsApp else { throw Absent() }
    let numero = Dit(await whatsApp.demander(.numero(ligne: whatsApp.ligne)), NumeroConnu.init)
    let compte = await tryCompte(whatsApp)
    let now = visit.now
    let essai = try await house.database.write { [store] tx in
      if case .dit = numero { try store.forgetEnnuis(gabarit: false, in: tx) }
      if case .dit(let gabarits) = compte?.gabarits {
        for gabarit in gabarits {
          try store.note(gabarit.etat, of: gabarit.langue, dit: now, in: tx)
        }
      }
      return Essai(numero: numero, compte: compte, recu: try store.everHeard(in: tx))
    }
    var page = try await raccordementPage(visit)
    page.essai = essai.constats(attendu: whatsApp.numero)
    return .page(page)
  }

  private func tryCompte(_ whatsApp: ReglagesWhatsApp) async -> Essai.Compte? {
    guard let compte = whatsApp.compte else { return nil }
    let texte = await whatsApp.demander(.gabarits(compte: compte, nom: whatsApp.gabarit))
    return Essai.Compte(
      // A name is looked for in longer ones too.
      gabarits: Dit(texte) { GabaritDeMeta.liste($0)?.filter { $0.nom == whatsApp.gabarit } },
      abonnements: Dit(await whatsApp.demander(.abonnements(compte: compte)), WhatsApp.abonnements))
  }

  private func raccordementPage(_ visit: Visit) async throws -> RaccordementPage {
    guard let whatsApp else { return RaccordementPage(seal: visit.seal, etat: nil) }
    return try await house.database.read { [store, origin] tx in
      RaccordementPage(
        seal: visit.seal,
        etat: .init(
          origin: origin, compte: try store.compteDesAvis(in: tx), numero: try store.etatDuNumero(in: tx),
          gabarit: whatsApp.gabarit))
    }
  }
}
