import Chartes
import Html
import Temps
import Web

/// Looking at one's own month: for oneself.
struct AutoEvaluationPage: Page {
  let seal: Sceau
  let mois: String
  let evaluations: [AutoEvaluation]
  let couvertures: [Couverture]
  let retour: Retour
  let fait: String

  func titre(_ t: Langue) -> String { t("Mon auto-évaluation", "My self-evaluation") }

  private var mien: AutoEvaluation.Contenu { evaluations.first { $0.mois == mois }?.contenu ?? .init() }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Pour vous, mois après mois. Personne d’autre ne la lit.",
        "For yourself, month after month. Nobody else reads it."),
      marge: Conseil.marge(retour.motif, sinon: RendreCompte.self, t)
    ) {
      if fait == "garde" { avis(.accord, t("C’est gardé, pour vous.", "It is kept, for you.")) }
      retenue(retour, t)
      h2 { t.mois(mois).capitalisedFirst }
      if let couverture = couvertures.first(where: { $0.mois == mois }) {
        p {
          t(
            "Ce mois-ci\u{a0}: \(couverture.tenus) actes tenus, \(couverture.rendus) rendus.",
            "This month: \(couverture.tenus) acts held, \(couverture.rendus) reported.")
        }
      }
      formulaire(vers: "/auto-evaluation", seal) {
        retour.relire?.markup(t)
        question("reussi", t("Ce qui a bien marché", "What went well"), mien.reussi, t)
        question("difficile", t("Ce qui a été difficile", "What was hard"), mien.difficile, t)
        question("change", t("Ce que je veux changer", "What I want to change"), mien.change, t)
        gestes {
          bouton(t("Garder mes réponses", "Save my answers"))
          a(.href("/comptes-rendus")) { t("Revenir aux comptes rendus", "Back to the reports") }
        }
      }
      for evaluation in evaluations where evaluation.mois != mois { passe(evaluation, t) }
    }
  }

  private func question(_ nom: String, _ label: String, _ kept: String, _ t: Langue) -> Markup {
    zone(
      nom, label: label, valeur: retour.form.has(nom) ? retour.form.raw(nom) : kept, lignes: 3, maximum: 2000,
      facultatif: t)
  }

  private func passe(_ evaluation: AutoEvaluation, _ t: Langue) -> Markup {
    depliant(t.mois(evaluation.mois).capitalisedFirst) {
      fiche(
        [
          (t("Ce qui a bien marché", "What went well"), evaluation.contenu.reussi),
          (t("Ce qui a été difficile", "What was hard"), evaluation.contenu.difficile),
          (t("Ce que je veux changer", "What I want to change"), evaluation.contenu.change),
        ].filter { !$0.1.isEmpty }.map { (nom: $0.0, valeur: Markup(text: $0.1)) })
    }
  }
}
