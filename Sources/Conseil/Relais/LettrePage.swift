import Base
import Html
import Personnes
import Temps
import Web

/// Before the letter: one press, that a person makes and a scanner of mails does not.
struct LettreAOuvrirPage: Page {
  let seal: Sceau
  let jeton: String

  func titre(_ t: Langue) -> String { t("Une lettre vous attend", "A letter waits for you") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t)) {
      p {
        t(
          "Elle concerne une personne qui a donné son accord. Vous pourrez répondre en deux touches, sans compte.",
          "It is about a person who has agreed to it. You can answer in two taps, without an account.")
      }
      formulaire(vers: "/relais/reponse/\(jeton)", seal) { gestes { bouton(t("Ouvrir la lettre", "Open the letter")) } }
    }
  }
}

/// The letter, for a service without an account, and its answer.
struct LettrePage: Page {
  let seal: Sceau
  let porteur: Porteur
  let relais: Relais
  /// Who wrote: programme and structure.
  let qui: String
  let retour: Retour
  /// The answer was just kept.
  let fait: Bool
  /// Another answer was given meanwhile.
  let deja: Bool
  let fuseau: Fuseau
  let now: Instant

  func titre(_ t: Langue) -> String { t("Une lettre pour vous", "A letter for you") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: qui) {
      if fait {
        avis(
          .accord,
          t(
            "Merci. Votre réponse est arrivée\u{a0}: la personne le saura.",
            "Thank you. Your answer arrived: the person will know."))
      }
      if deja {
        avis(
          .attente,
          t(
            "Une réponse a déjà été donnée, peut-être par un collègue. La voici. La vôtre n’a pas été envoyée.",
            "An answer was already given, perhaps by a colleague. Here it is. Yours was not sent."))
      }
      if let reponse = relais.reponse, relais.etat != .sansNouvelle { donnee(reponse, t) }
      p(.class("texte-signe")) { relais.contenu.lettre }
      if relais.accepts(at: now) { repondre(t) }
      p(.class("soft")) {
        t("Cette page se ferme le ", "This page closes on ") + t.date(Jour(relais.ferme, in: fuseau), reference: nil)
          + "."
      }
    }
  }

  private func donnee(_ reponse: Relais.Reponse, _ t: Langue) -> Markup {
    avis(.neutre, titre: t("Ce qui a été répondu", "What was answered")) {
      p { reponse.enClair(t) }
      if !reponse.mots.isEmpty { p(.class("mots")) { reponse.mots } }
      if let repondu = relais.repondu {
        p(.class("soft")) { t.dateEtHeure(repondu, fuseau, reference: Jour(now, in: fuseau)) }
      }
      if relais.isCorrectible(at: now) {
        p { t("Vous pouvez encore corriger pendant une heure.", "You can still correct it for an hour.") }
      } else if !relais.accepts(at: now) {
        p {
          t(
            "Pour ajouter quelque chose, appelez la personne qui a signé la lettre.",
            "To add something, telephone whoever signed the letter.")
        }
      }
    }
  }

  private func repondre(_ t: Langue) -> Markup {
    let corrige = relais.isCorrectible(at: now)
    let vide = retour.form.typed.isEmpty
    let rempli = corrige && vide ? Retour(form: relais.reponse?.form ?? .empty) : retour
    let form = formulaire(vers: vers, seal) {
      cache("revision", String(relais.revision))
      if case .code(let code) = porteur { cache("code", code.brut) }
      champsDeReponse(Relais.Reponse.Genre.duService, rempli, auTelephone: false, t)
      gestes {
        bouton(corrige ? t("Corriger ma réponse", "Correct my answer") : t("Envoyer ma réponse", "Send my answer"))
      }
    }
    return corrige
      ? depliant(t("Corriger", "Correct"), ouvert: deja || !retour.saisie.isEmpty) { form }
      : group {
        h2 { t("Répondre", "Answer") }
        form
      }
  }

  private var vers: String {
    switch porteur {
    case .jeton(let jeton): "/relais/reponse/\(jeton.text)/envoi"
    case .code: "/relais/reponse/envoi"
    }
  }
}

/// The letter is closed: nothing of it is said any more.
struct LettreFermeePage: Page {
  /// The person changed their mind.
  let reprise: Bool

  func titre(_ t: Langue) -> String { t("Cette lettre est fermée", "This letter is closed") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t)) {
      p {
        reprise
          ? t(
            "La personne n’en a plus besoin. Vous n’avez rien à faire. Merci pour votre attention.",
            "The person no longer needs it. There is nothing to do. Thank you for your attention.")
          : t(
            "Son temps est passé. Pour nous joindre, appelez la personne qui vous avait écrit.",
            "Its time is over. To reach us, telephone whoever wrote to you.")
      }
    }
  }
}

/// For a letter on paper: the code that it bears.
struct CodeDeRelaisPage: Page {
  let seal: Sceau
  let code: String
  let saisie: Saisie

  func titre(_ t: Langue) -> String { t("Répondre à une lettre", "Answer a letter") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t)) {
      formulaire(vers: "/relais/reponse", seal) {
        champ(
          "code", label: t("Le code de la lettre", "The code of the letter"),
          aide: t("Huit lettres et chiffres, comme 7QXK-93VD.", "Eight letters and digits, such as 7QXK-93VD."),
          valeur: code, erreur: saisie.phrase("code", t), type: .code, autocomplete: "off")
        gestes { bouton(t("Ouvrir la lettre", "Open the letter")) }
      }
    }
  }
}
