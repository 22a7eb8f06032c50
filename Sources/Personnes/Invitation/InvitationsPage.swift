import Chartes
import Html
import Temps
import Web

/// Where a coordinator invites, and sees who has come.
struct InvitationsPage: Page {
  let seal: Sceau
  let dispositif: String
  let roles: [Role]
  let conseillers: [(id: String, nom: String)]
  let invitations: [Invitation]
  let now: Instant
  let fuseau: Fuseau
  let form: FormData
  let saisie: Saisie
  let fait: String

  func titre(_ t: Langue) -> String { t("Inviter", "Invite") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: dispositif) {
      if fait == "envoyee" {
        avis(
          .accord,
          t(
            "L’invitation est partie. Merci pour cette porte ouverte.",
            "The invitation is on its way. Thank you for opening the door."))
      }
      if fait == "retiree" { avis(.accord, t("L’invitation est retirée.", "The invitation is withdrawn.")) }
      formulaire(vers: "/invitations", seal) {
        champ(
          "adresse", label: t("L’adresse e-mail de la personne", "The person’s e-mail address"),
          valeur: form.raw("adresse"), erreur: saisie.phrase("adresse", t), type: .email)
        choix(
          "role", legende: t("Sa place", "Their place"),
          options: roles.map { Option($0.rawValue, t($0.titre)) },
          choisi: form.raw("role").isEmpty ? roles.first?.rawValue : form.raw("role"),
          erreur: saisie.phrase("role", t))
        if roles.contains(.explorateur) { accompagnement(t) }
        gestes { bouton(t("Envoyer l’invitation", "Send the invitation")) }
      }
      h2 { t("Les places gardées", "Places kept") }
      if invitations.isEmpty {
        vide(
          titre: t("Personne encore", "Nobody yet"),
          texte: roles.contains(.mentor)
            ? t(
              "Invitez d’abord un mentor, puis une personne à accompagner. Vous formerez ensuite leur binôme.",
              "Invite a mentor first, then a mentee. Then you will bring them together.")
            : t(
              "Invitez d’abord une conseillère ou un conseiller, puis les expertes et les experts, puis les personnes qui explorent.",
              "Invite a counsellor first, then experts, then the people who explore."))
      } else {
        tableau(
          legende: t("Invitations envoyées", "Invitations sent"),
          colonnes: [
            t("Adresse", "Address"), t("Place", "Place"), t("Où en est-on", "Where it stands"), t("Geste", "Action"),
          ],
          lignes: invitations.map { ligne($0, t) })
      }
    }
  }

  private func accompagnement(_ t: Langue) -> Markup {
    liste(
      "suivie_par", label: t("Qui accompagnera cette personne\u{a0}?", "Who will accompany this person?"),
      options: [Option("", "—")] + conseillers.map { Option($0.id, $0.nom) }, choisi: form.raw("suivie_par"),
      aide: t("Pour une exploratrice ou un explorateur.", "For an explorer."),
      erreur: saisie.phrase("suivie_par", t))
  }

  private func ligne(_ invitation: Invitation, _ t: Langue) -> [Markup] {
    [
      group { invitation.adresse }, group { t(invitation.role.titre) }, state(invitation, t),
      group {
        if invitation.isOpen(at: now) {
          boutonVers(
            "/invitations/\(invitation.id)/retrait", seal, t("Retirer", "Withdraw"), precision: invitation.adresse)
        }
      },
    ]
  }

  private func state(_ invitation: Invitation, _ t: Langue) -> Markup {
    if invitation.etat == .acceptee { return etat(.accord, t("Acceptée", "Accepted")) }
    if invitation.isOpen(at: now) {
      return etat(
        .attente,
        t("Ouverte jusqu’au ", "Open until ")
          + t.date(Jour(invitation.expire, in: fuseau), reference: Jour(now, in: fuseau)))
    }
    return etat(.refus, t("Délai passé", "Time is over"))
  }
}
