import Discretion
import Html
import Web

/// The gate that the composers will have, to be tried: a text, what was found in it, and how it may be said instead.
struct RelecturePage: Page {
  let seal: Sceau
  let texte: String
  let trouvailles: [Trouvaille]
  let reecrit: String
  let reste: [Trouvaille]

  /// Nothing of the text is kept: it is read in memory and shown again.
  init(_ texte: String, _ relecteur: Relecteur, seal: Sceau) {
    var carnet = Carnet()
    self.seal = seal
    self.texte = texte
    (trouvailles, reecrit, reste) = relecteur.reword(texte, carnet: &carnet)
  }

  static let exemple = """
    Bonjour, Sandrine Vidal m’a demandé de rappeler le client avant midi. Son numéro est le 06 12 34 56 78, \
    et le bureau d’Antoine est fermé. Comment lui dire non\u{a0}?
    """

  func titre(_ t: Langue) -> String { t("Relire avant d’envoyer", "Read again before sending") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Ce qui permet de reconnaître quelqu’un est signalé. Rien n’est gardé.",
        "What would let somebody be recognised is marked. Nothing is kept.")
    ) {
      if trouvailles.isEmpty {
        avis(.accord, t("Rien ici ne nomme personne.", "Nothing here names anybody."))
      } else {
        avis(
          .attente,
          t.count(
            trouvailles.count, Phrase("passage à revoir", "passage to look at"),
            Phrase("passages à revoir", "passages to look at")))
      }
      texteRelu(texte, trouvailles, t)
      if !trouvailles.isEmpty {
        h2 { t("Ce que vous pouvez écrire à la place", "What you may write instead") }
        propositions(texte, trouvailles, t)
        h2 { t("Votre texte, une fois changé", "Your text, once changed") }
        texteRelu(reecrit, reste, t)
        if reste.isEmpty {
          p(.class("soft")) { t("Relu de nouveau\u{a0}: plus rien à signaler.", "Read again: nothing more to say.") }
        }
      }
      formulaire(vers: "/galerie/relecture", seal) {
        zone(
          "texte", label: t("Un autre texte", "Another text"), valeur: texte, lignes: 5, maximum: 4000)
        gestes { bouton(t("Relire", "Read again")) }
      }
    }
  }
}

/// The page's routes, in demonstration and development only.
struct RelectureRoutes: Sendable {
  let relecteur: Relecteur

  var routes: [Route] {
    [
      .get("/galerie/relecture", .development) { visit in
        .page(RelecturePage(RelecturePage.exemple, relecteur, seal: visit.seal))
      },
      .post("/galerie/relecture", .development) { visit in
        .page(RelecturePage(String(visit.form.text("texte").prefix(4000)), relecteur, seal: visit.seal))
      },
    ]
  }
}
