import Base
import Chartes
import Html
import Temps
import Web

/// Whom to call, who has a seat, who waits, and one more.
extension AtelierSuiviPage {
  func aAppeler(_ t: Langue) -> Markup {
    let waiting = inscrits.filter {
      $0.etat == .inscrit && $0.aAppeler != nil && (atelier.etat == .annule || now < atelier.debut)
    }
    return group {
      if !waiting.isEmpty {
        section(.id("a-appeler")) {
          h2 { t("À appeler", "To call") }
          p {
            atelier.etat == .annule
              ? t(
                "L’atelier est annulé, et ces personnes ne le savent pas encore.",
                "The workshop is cancelled, and these people do not know yet.")
              : t(
                "Une place est libre pour ces personnes, et elles ne le savent pas encore.",
                "A seat is free for these people, and they do not know yet.")
          }
          cartes(
            waiting.map { inscrit in
              personne(
                initiales: inscrit.initiales, nom: inscrit.contenu.arrivant.court(t), detail: joindre(inscrit, t),
                geste: prevenir(inscrit, t))
            })
        }
      }
    }
  }

  private func prevenir(_ inscrit: Inscrit, _ t: Langue) -> Markup {
    let qui = inscrit.contenu.arrivant.court(t)
    let digits = inscrit.contenu.contact.contains("@") ? "" : inscrit.contenu.contact.filter("+0123456789".contains)
    return group {
      if digits.count >= 6 { boutonLien("tel:\(digits)", t("Appeler", "Call"), style: .discret, precision: qui) }
      boutonVers(
        "\(base)/inscrits/\(inscrit.id)/appel", seals.next(), t("Noter que c’est dit", "Note that they know"),
        precision: qui)
    }
  }

  private func joindre(_ inscrit: Inscrit, _ t: Langue) -> String {
    let contenu = inscrit.contenu
    let parts = [contenu.tiers, contenu.contact].filter { !$0.isEmpty }
    return parts.isEmpty ? t("n’a pas laissé de numéro", "left no number") : parts.joined(separator: ", ")
  }

  func liste(_ t: Langue) -> Markup {
    group {
      section(.id("inscrits")) {
        h2 {
          t(
            "Places prises\u{a0}: \(inscrits.assis.count) sur \(atelier.programme.places)",
            "Seats taken: \(inscrits.assis.count) of \(atelier.programme.places)")
        }
        if inscrits.assis.isEmpty {
          p(.class("soft")) { t("Aucune inscription pour l’instant.", "No enrolment yet.") }
        }
        cartes(inscrits.assis.map { ligne($0, nil, t) })
      }
      if !inscrits.enAttente.isEmpty {
        section(.id("attente")) {
          h2 { t("Liste d’attente\u{a0}: \(inscrits.enAttente.count)", "Waiting list: \(inscrits.enAttente.count)") }
          cartes(zip(1..., inscrits.enAttente).map { rang, inscrit in ligne(inscrit, rang, t) })
        }
      }
    }
  }

  /// - Parameter rang: on the waiting list; nil with a seat.
  private func ligne(_ inscrit: Inscrit, _ rang: Int?, _ t: Langue) -> Markup {
    let qui = inscrit.contenu.arrivant.court(t)
    let details = [
      rang.map { t("Numéro \($0)", "Number \($0)") } ?? "",
      inscrit.contenu.tiers.isEmpty
        ? "" : t("par \(inscrit.contenu.tiers)", "by \(inscrit.contenu.tiers)"),
      inscrit.contenu.contact,
      inscrit.contenu.arrivant.adaptationsConnues.map { t($0.phrase) }.joined(separator: ", "),
    ].filter { !$0.isEmpty }
    let peutPartir = now < atelier.debut && (atelier.etat == .publie || atelier.etat == .brouillon)
    return personne(
      initiales: inscrit.initiales, nom: qui, detail: details.isEmpty ? nil : details.joined(separator: " · "),
      geste: peutPartir
        ? boutonVers(
          "\(base)/inscrits/\(inscrit.id)/desistement", seals.next(), t("Retirer", "Remove"), style: .simple,
          precision: qui) : nil)
  }

  func inscrire(_ t: Langue) -> Markup {
    let form = retour.form
    return depliant(
      t("Inscrire quelqu’un", "Enrol somebody"),
      ouvert: usager != nil
        || retour.saisie.champs.contains { ["prenom", "usager", "telephone", "courriel"].contains($0) }
    ) {
      formulaire(vers: "\(base)/inscrits", seals.next()) {
        if !connus.isEmpty {
          Web.liste(
            "usager", label: t("Quelqu’un que vous suivez", "Somebody you follow"), options: connus,
            choisi: form.has("usager") ? form.text("usager") : usager?.text,
            invite: t("Quelqu’un d’autre", "Somebody else"), erreur: retour.saisie.phrase("usager", t), facultatif: t)
        }
        champ(
          "prenom", label: t("Son prénom", "First name"),
          aide: t("Vide si vous avez choisi quelqu’un au-dessus.", "Empty if you chose somebody above."),
          valeur: form.raw("prenom"), erreur: retour.saisie.phrase("prenom", t), autocomplete: "off", maximum: 60,
          facultatif: t)
        champ(
          "initiale", label: t("La première lettre de son nom", "The first letter of the last name"),
          valeur: form.raw("initiale"), erreur: retour.saisie.phrase("initiale", t), autocomplete: "off", maximum: 2,
          facultatif: t)
        champ(
          "telephone", label: t("Un téléphone, pour prévenir", "A telephone number, to tell them"),
          valeur: form.raw("telephone"), erreur: retour.saisie.phrase("telephone", t), type: .tel,
          autocomplete: "off", facultatif: t)
        champ(
          "courriel", label: t("Une adresse e-mail", "An e-mail address"), valeur: form.raw("courriel"),
          erreur: retour.saisie.phrase("courriel", t), type: .email, autocomplete: "off", facultatif: t)
        gestes { bouton(t("Inscrire cette personne", "Enrol this person"), style: .discret) }
      }
    }
  }
}
