import Base
import Chartes
import Html
import Temps
import Web

/// One's name, one's hours, and the browsers where one is signed in.
struct ComptePage: Page {
  let seal: Sceau
  let personne: Personne
  let connexions: [Connexion]
  let ici: ConnexionID
  let form: FormData
  let saisie: Saisie
  let fait: String
  /// Whether this person may link an account of public servants.
  var proConnect = false
  /// Whether something may be told to this person's devices.
  var notifications = false

  func titre(_ t: Langue) -> String { t("Mon compte", "My account") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), marge: [Note(GarderSonAcces.self, charte: "rencontres", t)]) {
      if let phrase = done(t) { avis(.accord, phrase) }
      identity(t)
      h2 { t("Comment vous entrez", "How you come in") }
      ul(.class("personnes")) {
        li { a(.href("/compte/cles")) { t("Mes clés d’accès", "My passkeys") } }
        li { a(.href("/compte/code-temporaire")) { t("Mon application à codes", "My code application") } }
        if proConnect { li { a(.href("/compte/proconnect")) { "ProConnect" } } }
        li { a(.href("/compte/adresse")) { t("Mon adresse e-mail", "My e-mail address") } }
      }
      h2 { t("Où votre compte est ouvert", "Where you are signed in") }
      p {
        t(
          "Un appareil que vous ne reconnaissez pas\u{a0}? Fermez sa connexion.",
          "A device you do not recognise? Close its connection.")
      }
      tableau(
        legende: t("Vos connexions", "Your connections"),
        colonnes: [
          t("Appareil", "Device"), t("Depuis", "Since"), t("Dernier passage", "Last seen"), t("Geste", "Action"),
        ],
        lignes: connexions.map { line($0, t) })
      if notifications {
        h2 { t("Quand quelque chose vous attend", "When something waits for you") }
        p {
          a(.href("/compte/notifications")) { t("Me prévenir sur cet appareil", "Notify me on this device") }
          t(", en plus de l’e-mail", ", besides e-mail")
        }
      }
      h2 { t("Ce qui est gardé sur vous", "What is kept about you") }
      p {
        a(.href("/mes-donnees")) {
          t("Voir, emporter, corriger ou effacer mes données", "See, take along, correct or erase my data")
        }
      }
      if connexions.count > 1 {
        boutonVers("/compte/connexions/fin", seal, t("Fermer toutes les autres", "Close all the others"))
      }
    }
  }

  private func done(_ t: Langue) -> String? {
    switch fait {
    case "garde": t("C’est gardé.", "It is saved.")
    case "fermee": t("Cette connexion est fermée.", "This connection is closed.")
    case "fermees": t("Les autres connexions sont fermées.", "The other connections are closed.")
    default: nil
    }
  }

  private func identity(_ t: Langue) -> Markup {
    formulaire(vers: "/compte", seal) {
      champ(
        "prenom", label: t("Prénom", "First name"), valeur: typed("prenom", personne.prenom),
        erreur: saisie.phrase("prenom", t), autocomplete: "given-name")
      champ(
        "nom", label: t("Nom", "Last name"),
        aide: t("Seule son initiale est montrée aux autres.", "Others see its initial only."),
        valeur: typed("nom", personne.nom), erreur: saisie.phrase("nom", t), autocomplete: "family-name")
      liste(
        "fuseau", label: t("Votre fuseau horaire", "Your time zone"), options: Fuseau.options(t),
        choisi: typed("fuseau", personne.fuseau.identifier), erreur: saisie.phrase("fuseau", t))
      gestes { bouton(t("Garder ces réglages", "Save these settings")) }
    }
  }

  private func typed(_ nom: String, _ stored: String) -> String { form.has(nom) ? form.raw(nom) : stored }

  private func line(_ connexion: Connexion, _ t: Langue) -> [Markup] {
    [
      group { connexion.navigateur.isEmpty ? t("Appareil inconnu", "Unknown device") : connexion.navigateur },
      group { t.dateEtHeure(connexion.ouverte, personne.fuseau, reference: nil) },
      group { t.dateEtHeure(connexion.vue, personne.fuseau, reference: nil) },
      group {
        if connexion.id == ici {
          etat(.accord, t("Ici même", "Right here"))
        } else {
          boutonVers(
            "/compte/connexions/\(connexion.id)/fin", seal, t("Fermer", "Close"), precision: connexion.navigateur)
        }
      },
    ]
  }
}
