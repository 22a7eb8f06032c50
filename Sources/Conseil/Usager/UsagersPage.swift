import Chartes
import Html
import Temps
import Web

/// The people one follows, and a way to find one of them.
struct UsagersPage: Page {
  let seal: Sceau
  let usagers: [Usager]
  let mots: String
  let form: FormData
  let saisie: Saisie
  let fuseau: Fuseau
  let now: Instant
  /// Those whose thread is about to be erased, the nearest first.
  var bientot: [(usager: Usager, jour: Jour)] = []
  var fait = ""

  func titre(_ t: Langue) -> String { t("Les personnes que j’accompagne", "The people I follow") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), marge: marge(t)) {
      if fait == "efface" {
        avis(
          .accord,
          t(
            "Le suivi est effacé. Dites-le à la personne\u{a0}: rien ne le ramènera.",
            "The thread is erased. Tell the person: nothing will bring it back."))
      }
      if !bientot.isEmpty { fins(t) }
      if !usagers.isEmpty || !mots.isEmpty { recherche(t) }
      if usagers.isEmpty { rien(t) }
      cartes(
        usagers.prefix(100).map { usager in
          personne(
            initiales: usager.initiales, nom: usager.court(t),
            detail: t("Vu ", "Seen ")
              + t.relatif(Jour(usager.contact, in: fuseau), reference: Jour(now, in: fuseau)) + ", "
              + t.date(Jour(usager.contact, in: fuseau), reference: Jour(now, in: fuseau)),
            geste: a(.href("/usagers/\(usager.id)")) {
              t("Ouvrir", "Open")
              lu(t(" le suivi de ", " the thread of ") + usager.court(t))
            })
        })
      h2 { t("Ouvrir un suivi", "Open a thread") }
      formulaire(vers: "/usagers", seal) {
        nommer(form, saisie, t)
        gestes { bouton(t("Ouvrir ce suivi", "Open this thread")) }
      }
      ul(.class("liens")) {
        li { a(.href("/garde")) { t("Les mandats gardés comme preuve", "The mandates kept as proof") } }
      }
    }
  }

  private func marge(_ t: Langue) -> [Note] {
    [Note(ResterDiscret.self, charte: "conseil", t)]
      + (bientot.isEmpty ? [] : [Note(ProtegerLesDonnees.self, charte: "conseil", t)])
  }

  private func fins(_ t: Langue) -> Markup {
    avis(.attente, titre: t("Ces suivis s’effacent bientôt", "These threads are erased soon")) {
      ul {
        for fin in bientot {
          li {
            a(.href("/usagers/\(fin.usager.id)")) { fin.usager.court(t) }
            t(", le ", ", on ") + t.date(fin.jour, reference: Jour(now, in: fuseau))
          }
        }
      }
      p {
        t(
          "Personne ne les a revus depuis longtemps. Un nouveau contact repousse la date.",
          "Nobody has seen them for a long time. A new contact puts the date off.")
      }
    }
  }

  private func recherche(_ t: Langue) -> Markup {
    div(.class("recherche")) {
      formulaire(vers: "/usagers/recherche", seal) {
        champ(
          "mots", label: t("Prénom ou numéro", "First name or number"), valeur: mots, type: .recherche,
          autocomplete: "off", facultatif: t)
        gestes { bouton(t("Chercher", "Search"), style: .discret) }
      }
    }
  }

  private func rien(_ t: Langue) -> Markup {
    mots.isEmpty
      ? vide(
        titre: t("Personne encore", "Nobody yet"),
        texte: t(
          "Un suivi commence par un prénom, ou sans rien. Ouvrez-le ici, ou pendant un entretien.",
          "A thread begins with a first name, or with nothing. Open it here, or during an interview."))
      : vide(
        titre: t("Personne de ce nom", "Nobody by that name"),
        texte: t(
          "Essayez le début du prénom, ou le numéro. Vous pouvez aussi ouvrir un suivi plus bas.",
          "Try the beginning of the first name, or the number. You can also open a thread below."),
        geste: boutonLien("/usagers", t("Voir tout le monde", "See everybody"), style: .discret))
  }
}
