import Html
import Temps
import Web

/// What the person takes away, on paper: their words, what was done, what comes next. Nothing else.
struct RecapitulatifPage: Page {
  let entretien: Entretien
  let usager: Usager?
  let besoins: [Besoin]
  let lieu: Lieu?
  let conseiller: String
  let fuseau: Fuseau

  func titre(_ t: Langue) -> String { t("Notre rendez\u{2011}vous, en bref", "Our meeting, in short") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: t.date(Jour(entretien.debut, in: fuseau), reference: nil)) {
      p(.class("a-l-ecran soft")) {
        t(
          "Imprimez cette page avec votre navigateur, ou lisez-la ensemble.",
          "Print this page with your browser, or read it together.")
      }
      let open = besoins.filter { $0.etat == .ouvert }
      if !open.isEmpty {
        h2 { t("Ce que je veux pouvoir faire", "What I want to be able to do") }
        ul { for besoin in open { li { besoin.mots } } }
      }
      if !entretien.contenu.fait.isEmpty {
        h2 { t("Ce que nous avons fait", "What we did") }
        p { entretien.contenu.fait }
      }
      let steps = open.flatMap(\.etapes).filter { $0.faite == nil }
      if !entretien.contenu.suite.isEmpty || !steps.isEmpty {
        h2 { t("La suite", "What comes next") }
        if !entretien.contenu.suite.isEmpty { p { entretien.contenu.suite } }
        if !steps.isEmpty { ul { for etape in steps { li { etape.texte } } } }
      }
      h2 { t("Me retrouver", "Finding me again") }
      p { t("J’étais avec ", "I was with ") + conseiller + (conseiller.hasSuffix(".") ? "" : ".") }
      if let lieu {
        p { "\(lieu.nom), \(lieu.enUneLigne)" }
        telephone(lieu.telephone, t)
      }
      p(.class("a-l-ecran")) {
        a(.href("/entretiens/\(entretien.id)")) { t("Revenir à l’entretien", "Back to the interview") }
      }
    }
  }
}
