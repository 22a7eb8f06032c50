import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// Ending a pair: what stays, what does not.
struct FinPage: Page {
  let seal: Sceau
  let binome: BinomeID
  let autre: String
  /// One's own messages that have not arrived: they will not.
  let enAttente: Int

  func titre(_ t: Langue) -> String { t("Mettre fin à ce binôme", "End this pair") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t), chapeau: t("Avec \(autre)", "With \(autre)"),
      marge: [Note(SignerADeux.self, charte: "mentorat", t)]
    ) {
      p {
        t(
          "Vous pouvez y mettre fin maintenant, sans vous expliquer. Nous le dirons à \(autre).",
          "You may end it now, without explaining yourself. We will tell \(autre).")
      }
      p {
        t(
          "Ce que vous vous êtes écrit se relit ensuite, jusqu’à son effacement. Un message pas encore envoyé s’efface\u{a0}: copiez-le si vous y tenez.",
          "What you wrote to each other can still be read, until it is erased. A message not sent yet is erased: copy it to keep it."
        )
      }
      if enAttente > 0 {
        avis(
          .attente,
          t(
            "Ce que vous avez envoyé et qui attend encore ne sera pas remis\u{a0}: cela reste à vous.",
            "What you sent and is still waiting will not be delivered: it stays yours."))
      }
      formulaire(vers: "/binomes/\(binome)/fin", seal) {
        gestes {
          bouton(t("Mettre fin à ce binôme", "End this pair"), style: .grave)
          a(.href("/binomes/\(binome)")) { t("Continuer ensemble", "Go on together") }
        }
      }
    }
  }
}

extension MentoratRoom {
  func showFin(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    return .page(
      try await house.database.read { [self] tx in
        let binome = try store.open(visit.id("id"), for: visitor.viewer, in: tx)
        let waiting = try store.messages(of: binome, for: visitor.personne, at: visit.now, in: tx)
          .count { $0.auteur == visitor.personne && $0.waits(at: visit.now) }
        return FinPage(
          seal: visit.seal, binome: binome.id,
          autre: try personnes.prenom(of: binome.other(than: visitor.personne), for: visitor.viewer, in: tx).prenom,
          enAttente: waiting)
      })
  }

  func endBinome(_ visit: Visit) async throws -> Answer {
    let id: BinomeID = try visit.id("id")
    let next = try await end(id, by: visit.person(), geste: visit.geste(), at: visit.now)
    return .redirect(next)
  }
}
