import Chartes
import Html
import Temps
import Web

/// What an invited person sees first.
struct InvitationPage: Page {
  let seal: Sceau
  /// nil: the place was taken, withdrawn, or kept for too long.
  let jeton: String?
  var inviter = ""
  var dispositif: Dispositif?
  var role = Role.explorateur
  /// Somebody already known at this address: one gesture suffices.
  var connue = false
  let form: FormData
  let saisie: Saisie

  /// The same page once the place is no longer kept.
  var finished: InvitationPage { InvitationPage(seal: seal, jeton: nil, form: form, saisie: saisie) }

  func titre(_ t: Langue) -> String {
    jeton == nil
      ? t("Cette invitation est terminée", "This invitation is over")
      : t("\(inviter) vous invite", "\(inviter) invites you")
  }

  func contenu(_ t: Langue) -> Markup {
    guard let jeton, let dispositif else { return finie(t) }
    return feuille(
      titre: titre(t), chapeau: dispositif.structure, marge: [Note(SEngager.self, charte: dispositif.charte, t)]
    ) {
      p {
        t("On vous attend dans ", "You are expected in ")
        strong { dispositif.nom }
        t(". Votre place\u{a0}: ", ". Your place: ")
        strong { t(role.titre) }
        "."
      }
      p { presentation(t) }
      formulaire(vers: "/invitation/\(jeton)", seal) {
        if !connue { noms(t) }
        gestes { bouton(t("Prendre ma place", "Take my place")) }
      }
      p(.class("soft")) {
        t(
          "Ensuite, vous lirez la charte, et vous déciderez si vous vous y engagez.",
          "Next, you will read the charter and decide whether to commit to it.")
      }
    }
  }

  private func presentation(_ t: Langue) -> String {
    switch role {
    case .explorateur:
      t(
        "Vous y rencontrerez en visio des personnes qui font le métier qui vous attire.",
        "There you will meet, by video, people who do the job that attracts you.")
    case .expert:
      t(
        "Vous y ouvrirez votre métier, en visio, à des personnes qui cherchent leur voie. Vous gardez la main sur votre temps.",
        "There you will open your job, by video, to people who are looking for their way. You stay in charge of your time."
      )
    case .conseiller:
      t(
        "Vous y suivrez les personnes que vous accompagnez, pas à pas.",
        "There you will follow, step by step, the people you accompany.")
    case .mentor:
      t(
        "Vous y accompagnerez une personne entre deux séances, par écrit, aux heures convenues à deux.",
        "There you will accompany somebody between two sessions, in writing, at the hours you both agree on.")
    case .accompagne:
      t(
        "Vous y écrirez à votre mentor entre deux séances, quand vous voulez. Vous saurez toujours à partir de quand votre message peut être lu.",
        "There you will write to your mentor between two sessions, whenever you like. You will always know from when your message can be read."
      )
    case .conseillerNumerique:
      t(
        "Vous y recevrez les personnes qui ont besoin d’aide avec un écran, et vous garderez le fil de ce que vous faites avec elles.",
        "There you will receive people who need help with a screen, and keep the thread of what you do with them.")
    case .coordinateur:
      t("Vous y inviterez les personnes et réglerez la charte.", "There you will invite people and set the charter.")
    }
  }

  private func noms(_ t: Langue) -> Markup {
    group {
      champ(
        "prenom", label: t("Votre prénom", "Your first name"), valeur: form.raw("prenom"),
        erreur: saisie.phrase("prenom", t), autocomplete: "given-name")
      champ(
        "nom", label: t("Votre nom", "Your last name"),
        aide: role.signeADeux
          ? t(
            "Les autres voient son initiale. Il est écrit en entier dans l’acte que vous signez à deux.",
            "Others see its initial. It is written in full in the record that the two of you sign.")
          : t("Seule son initiale est montrée aux autres.", "Others see its initial only."),
        valeur: form.raw("nom"), erreur: saisie.phrase("nom", t), autocomplete: "family-name")
    }
  }

  private func finie(_ t: Langue) -> Markup {
    feuille(titre: titre(t)) {
      p {
        t(
          "Elle a déjà servi, ou son temps est passé. Si vous l’avez acceptée, entrez avec votre adresse. Sinon, demandez-en une autre à la personne qui vous l’a envoyée.",
          "It has been used, or its time is over. If you accepted it, come in with your address. Otherwise, ask the person who sent it to you for another one."
        )
      }
      gestes { boutonLien("/connexion", t("Entrer", "Come in")) }
    }
  }
}
