import Base
import Chartes
import Html
import Temps
import Web

/// What one can do for somebody who cannot come in, or must not any more.
struct AccesPage: Page {
  let seal: Sceau
  let acces: Acces
  let moi: PersonneID
  let fuseau: Fuseau
  let fait: String

  private var base: String { "/personnes/\(acces.personne)" }

  func titre(_ t: Langue) -> String {
    t("Accès\u{a0}: \(acces.prenom.court)", "Access: \(acces.prenom.court)")
  }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t), chapeau: acces.roles.map { t($0.titre) }.joined(separator: ", "),
      marge: [Note(GarderSonAcces.self, charte: "rencontres", t)]
    ) {
      if let phrase = done(t) { avis(.accord, phrase) }
      if let suspendue = acces.suspendue {
        suspended(since: suspendue, t)
      } else {
        if acces.aUneAdresse { recovery(t) } else { code(t) }
        if acces.coordonne { suspension(t) }
      }
    }
  }

  private func done(_ t: Langue) -> String? {
    switch fait {
    case "demandee":
      t(
        "C’est demandé. Prévenez maintenant une autre personne qui peut confirmer sur cette page\u{a0}: à la coordination, par exemple.",
        "It is asked for. Now tell another person who can confirm on this page: in the coordination team, for instance."
      )
    case "retiree": t("La demande est retirée.", "The request is withdrawn.")
    case "suspendue":
      t(
        "L’accès est suspendu ici, et toutes ses connexions sont fermées.",
        "Access is suspended here, and all their connections are closed.")
    case "retablie": t("L’accès est rétabli.", "Access is restored.")
    default: nil
    }
  }

  /// Without a mailbox, a paper is the way in.
  private func code(_ t: Langue) -> Markup {
    passage(titre: t("Un code sur papier", "A code on paper")) {
      p {
        t(
          "Cette personne n’a pas d’adresse e-mail. Imprimez-lui un code\u{a0}: il sert une fois, dans les vingt-quatre heures. Remettez-le en main propre.",
          "This person has no e-mail address. Print a code: it works once, within twenty-four hours. Hand it over in person."
        )
      }
      boutonVers("\(base)/code-papier", seal, t("Préparer un code", "Prepare a code"), style: .principal)
    }
  }

  private func recovery(_ t: Langue) -> Markup {
    passage(titre: t("Plus aucun moyen d’entrer\u{a0}?", "No way left to come in?")) {
      if let open = acces.recuperation {
        if open.demandeePar == moi { waiting(open, t) } else { confirming(open, t) }
      } else {
        p {
          t(
            "Téléphone, e-mail, clés\u{a0}: si rien ne marche plus, deux personnes rétablissent l’accès ensemble. L’une vérifie qui est devant elle, puis demande. L’autre vérifie aussi, confirme, et remet un code imprimé.",
            "Telephone, e-mail, passkeys: if nothing works any more, two people restore access together. One checks who is in front of them, then asks. The other checks too, confirms, and hands over a printed code."
          )
        }
        boutonVers("\(base)/recuperation", seal, t("Demander à rétablir l’accès", "Ask to restore access"))
      }
    }
  }

  private func waiting(_ open: Recuperation, _ t: Langue) -> Markup {
    group {
      avis(
        .attente,
        t(
          "Vous l’avez demandé. Une autre personne, à la coordination par exemple, doit ouvrir cette page et confirmer.",
          "You asked for it. Another person, in the coordination team for instance, must open this page and confirm."))
      boutonVers(
        "/recuperations/\(open.id)/retrait", seal, t("Retirer ma demande", "Withdraw my request"))
    }
  }

  private func confirming(_ open: Recuperation, _ t: Langue) -> Markup {
    group {
      avis(.attente) {
        p {
          t(
            "\(open.prenom.court) demande à rétablir cet accès. Avant de confirmer, vérifiez vous-même qui est devant vous. Le code imprimé ouvrira ce compte\u{a0}; quand il servira, les clés, les codes et les connexions d’avant seront effacés.",
            "\(open.prenom.court) asks to restore this access. Before you confirm, check for yourself who is in front of you. The printed code will open this account; when it is used, the earlier passkeys, codes and connections will be erased."
          )
        }
      }
      boutonVers(
        "/recuperations/\(open.id)/confirmation", seal,
        t("J’ai vérifié\u{a0}: préparer le code", "I have checked: prepare the code"), style: .principal)
      boutonVers("/recuperations/\(open.id)/retrait", seal, t("Refuser", "Refuse"))
    }
  }

  private func suspension(_ t: Langue) -> Markup {
    passage(titre: t("Suspendre l’accès", "Suspend access")) {
      p {
        t(
          "Tout se ferme à l’instant\u{a0}: ses pages, ses connexions, une visio en cours. Rien n’est effacé, et vous pourrez rétablir l’accès.",
          "Everything closes at once: pages, connections, a video call under way. Nothing is erased, and you can restore access."
        )
      }
      boutonVers("\(base)/suspension", seal, t("Suspendre maintenant", "Suspend now"), style: .grave)
    }
  }

  private func suspended(since instant: Instant, _ t: Langue) -> Markup {
    group {
      avis(
        .refus,
        t("Accès suspendu depuis le ", "Access suspended since ") + t.dateEtHeure(instant, fuseau, reference: nil) + "."
      )
      if acces.coordonne {
        boutonVers("\(base)/retablissement", seal, t("Rétablir l’accès", "Restore access"), style: .principal)
      } else {
        p { t("La coordination peut le rétablir.", "The coordination team can restore it.") }
      }
    }
  }
}
