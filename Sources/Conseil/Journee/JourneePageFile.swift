import Base
import Html
import Temps
import Web

/// Who waits, who is called, who comes in.
extension JourneePage {
  func attente(_ lieu: Lieu, _ t: Langue) -> Markup {
    // Whoever was called is on their way to an adviser: they wait no longer.
    let waiting = file.count { $0.etat == .attend }
    return section(.id("file")) {
      h2 {
        waiting == 0
          ? t("Personne n’attend", "Nobody is waiting")
          : t.count(
            waiting, Phrase("personne attend", "person is waiting"),
            Phrase("personnes attendent", "people are waiting"))
      }
      ol(.class("file")) { for ticket in file { self.ticket(ticket, t) } }
      arriver(lieu, t)
    }
  }

  /// Somebody at the door: to wait, or to be received at once. The first name goes along either way.
  private func arriver(_ lieu: Lieu, _ t: Langue) -> Markup {
    formulaire(vers: "/file/\(lieu.id)", seals.next()) {
      cache("lieu", lieu.id.text)
      champ(
        "prenom", label: t("Quelqu’un arrive\u{a0}: son prénom", "Somebody arrives: their first name"),
        valeur: retour.form.raw("prenom"), erreur: retour.saisie.phrase("prenom", t), autocomplete: "off",
        maximum: 60, facultatif: t)
      gestes {
        bouton(t("Ajouter à la file", "Add to the queue"), style: .discret)
        bouton(
          t("Recevoir tout de suite", "Receive at once"), style: suivant == nil ? .principal : .discret,
          vers: "/entretiens")
      }
    }
  }

  private func ticket(_ ticket: Ticket, _ t: Langue) -> Markup {
    let qui = ticket.contenu.court(t, numero: ticket.numero)
    return li(.class(ticket.etat == .appele ? "appele" : "")) {
      strong { "\(ticket.numero)" }
      div(.class("qui")) {
        strong { qui }
        p(.class("soft")) { t("attend depuis ", "waiting for ") + t.duree(ticket.waited(at: now)) }
        if ticket.etat == .appele, let par = ticket.appelePar {
          p { etat(.accord, t("Appelé par \(conseillers[par] ?? "–")", "Called by \(conseillers[par] ?? "–")")) }
        }
      }
      gestes {
        boutonVers(
          "/entretiens", seals.next(), t("Recevoir", "Receive"), style: style(.ticket(ticket.id)), precision: qui,
          champs: [(nom: "ticket", valeur: ticket.id.text)])
        if ticket.etat == .attend {
          boutonVers("/tickets/\(ticket.id)/appel", seals.next(), t("Appeler", "Call"), precision: qui)
        }
        boutonVers(
          "/tickets/\(ticket.id)/depart", seals.next(), t("A dû partir", "Had to leave"), style: .simple,
          precision: qui)
      }
    }
  }
}
