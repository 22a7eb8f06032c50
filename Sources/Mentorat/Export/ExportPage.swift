import Chartes
import Html
import Temps
import Web

/// The exchanges on one page, to print; and as files.
struct ExportPage: Page {
  let binome: BinomeID
  let export: Export
  let now: Instant

  func titre(_ t: Langue) -> String { t("Mes échanges avec \(export.autre)", "My exchanges with \(export.autre)") }

  func contenu(_ t: Langue) -> Markup {
    let heures = Heures(t: t, fuseau: export.fuseau, autre: export.fuseau, now: now)
    return feuille(
      titre: titre(t),
      chapeau: t(
        "Cette page s’imprime telle quelle. Une fois emportée, elle est à votre garde.",
        "This page prints as it is. Once taken along, it is in your keeping."),
      marge: [Note(RelireSonChemin.self, charte: "mentorat", t)]
    ) {
      gestes {
        boutonLien("/binomes/\(binome)/export/texte", t("En texte (Markdown)", "As text (Markdown)"))
        boutonLien("/binomes/\(binome)/export/donnees", t("En données (JSON)", "As data (JSON)"), style: .discret)
      }
      if export.intervalles.isEmpty {
        p { t("Rien n’est encore écrit.", "Nothing is written yet.") }
      }
      for intervalle in export.intervalles {
        h2 { t("Après la séance du ", "After the session of ") + heures.quand(intervalle.seance) }
        for synthese in intervalle.synthese {
          citation(synthese.contenu, de: synthese.mienne ? t("Moi", "Me") : export.autre)
        }
        for passage in intervalle.passages {
          MessageVu(
            message: passage.message,
            auteur: passage.message.auteur == export.moi ? t("Moi", "Me") : export.autre,
            mien: passage.message.auteur == export.moi
          ).markup(
            heures,
            gestes: group {
              if let marque = passage.marque { etat(.accord, t("Ma marque\u{a0}: ", "My mark: ") + t(marque.titre)) }
            })
        }
      }
    }
  }
}
