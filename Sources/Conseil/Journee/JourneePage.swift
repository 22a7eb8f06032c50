import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The adviser's day at one place: who is here, who comes, who waits, what is left to report.
struct JourneePage: Page {
  let seals: Seals
  let lieu: Lieu?
  let lieux: [Lieu]
  let jour: Jour
  let moi: PersonneID
  let enCours: [(entretien: EntretienID, qui: String, debut: Instant)]
  let rendezVous: [RendezVous]
  let file: [Ticket]
  let conseillers: [PersonneID: String]
  let manquants: Int
  let conseil: Motif?
  let retour: Retour
  let fait: String
  let numero: Int?
  let now: Instant

  var estAujourdhui: Bool { lieu.map { Jour(now, in: $0.fuseau) == jour } ?? true }

  func titre(_ t: Langue) -> String { t("Ma journée", "My day") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: chapeau(t), marge: marge(t)) {
      annonce(t)
      retenue(retour, t)
      if let lieu { ici(lieu, t) } else { sansLieu(t) }
    }
  }

  private func ici(_ lieu: Lieu, _ t: Langue) -> Markup {
    group {
      if !enCours.isEmpty { pendant(t) }
      if estAujourdhui { attente(lieu, t) }
      agenda(lieu, t)
      aussi(t)
      refus(lieu, t)
      if lieux.count > 1 { autresLieux(t) }
    }
  }

  private func chapeau(_ t: Langue) -> String {
    let date = t.date(jour, reference: lieu.map { Jour(now, in: $0.fuseau) })
    return lieu.map { "\(date), \($0.nom) (\(t($0.fuseau.heure)))" } ?? date
  }

  private func marge(_ t: Langue) -> [Note] {
    if let conseil, retour.motif == nil { return [Note(conseil, .attente, charte: "conseil", t)] }
    return Conseil.marge(retour.motif, sinon: AccueillirChacun.self, t)
  }

  private func annonce(_ t: Langue) -> Markup {
    group {
      if let numero {
        avis(.accord, t("Numéro \(numero) dans la file.", "Number \(numero) in the queue."))
      }
      switch fait {
      case "appele": avis(.accord, t("Le numéro est appelé.", "The number is called."))
      case "deja-appele":
        avis(.attente, t("Un collègue vient d’appeler ce numéro.", "A colleague has just called this number."))
      case "deja-recu":
        avis(
          .attente, t("Cette personne est déjà reçue, ou repartie.", "This person is received already, or has left."))
      case "annule": avis(.accord, t("Le rendez-vous est annulé.", "The appointment is cancelled."))
      case "refus": avis(.accord, t("C’est compté. Merci.", "It is counted. Thank you."))
      default: group {}
      }
    }
  }

  private func sansLieu(_ t: Langue) -> Markup {
    vide(
      titre: t("Pas encore de lieu", "No place yet"),
      texte: t(
        "Dès que la coordination en ajoute un, votre journée se remplit ici.",
        "As soon as the coordinator adds one, your day appears here."))
  }

  private func autresLieux(_ t: Langue) -> Markup {
    depliant(t("Changer de lieu", "Change place")) {
      ul(.class("liens")) {
        for autre in lieux where autre.id != lieu?.id { li { a(.href("/journee?lieu=\(autre.id)")) { autre.nom } } }
      }
    }
  }

  private func pendant(_ t: Langue) -> Markup {
    section {
      h2 { t("En cours", "Under way") }
      ul(.class("file")) { for cours in enCours { entretien(cours, t) } }
    }
  }

  private func entretien(_ cours: (entretien: EntretienID, qui: String, debut: Instant), _ t: Langue) -> Markup {
    let qui = cours.qui.isEmpty ? t("Sans prénom", "No name given") : cours.qui
    return li {
      time(.datetime(cours.debut.iso)) { t.heure(cours.debut, lieu?.fuseau ?? .paris) }
      div(.class("qui")) { strong { qui } }
      gestes {
        boutonLien(
          "/entretiens/\(cours.entretien)", t("Reprendre l’entretien", "Go on with it"),
          style: style(.entretien(cours.entretien)), precision: qui)
      }
    }
  }

  /// What else the day asks for.
  private func aussi(_ t: Langue) -> Markup {
    section {
      h2 { t("Et aussi", "And also") }
      ul(.class("liens")) {
        if manquants > 0 {
          li {
            a(.href("/comptes-rendus")) {
              t.count(
                manquants, Phrase("compte rendu vous attend", "report is waiting for you"),
                Phrase("comptes rendus vous attendent", "reports are waiting for you"))
            }
          }
        }
        li { a(.href("/journee/ateliers")) { t("Nos ateliers", "Our workshops") } }
      }
    }
  }
}
