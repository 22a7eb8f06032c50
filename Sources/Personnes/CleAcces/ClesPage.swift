import Chartes
import Html
import Temps
import Web

/// One's passkeys: what they are, those one has, one more.
struct ClesPage: Page {
  let seal: Sceau
  let cles: [CleAcces]
  /// "Firefox, Linux": the name offered for a new key.
  let ici: String
  let fuseau: Fuseau
  let saisie: Saisie
  let fait: String

  var modules: [String] { ["cle"] }

  func titre(_ t: Langue) -> String { t("Mes clés d’accès", "My passkeys") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Entrez avec votre doigt, votre visage ou le code de votre appareil, sans attendre d’e-mail.",
        "Come in with your finger, your face or your device’s code, without waiting for an e-mail."),
      marge: [Note(GarderSonAcces.self, charte: "rencontres", t)]
    ) {
      if let phrase = done(t) { avis(.accord, phrase) }
      if let phrase = saisie.phrase("reponse", t) { avis(.refus, phrase) }
      if cles.isEmpty {
        p {
          t(
            "Une clé d’accès est gardée par vos appareils. Il n’y a rien à retenir, personne ne peut la deviner, et elle n’ouvre que ce site. Nous ne recevons ni votre empreinte ni votre visage.",
            "A passkey is kept by your devices. There is nothing to remember, nobody can guess it, and it opens this site only. We receive neither your fingerprint nor your face."
          )
        }
      } else {
        table(t)
      }
      addition(t)
      p { a(.href("/compte")) { t("Retour à mon compte", "Back to my account") } }
    }
  }

  private func done(_ t: Langue) -> String? {
    switch fait {
    case "ajoutee":
      t(
        "La clé est gardée. La prochaine fois, entrez avec elle.",
        "The key is kept. Next time, come in with it.")
    case "nommee": t("Le nom est changé.", "The name is changed.")
    case "retiree":
      t(
        "Cette clé n’ouvre plus rien. Vous pouvez aussi l’effacer dans votre appareil.",
        "This key opens nothing any more. You may also delete it in your device.")
    default: nil
    }
  }

  private func table(_ t: Langue) -> Markup {
    tableau(
      legende: t("Les clés qui ouvrent votre compte", "The keys that open your account"),
      colonnes: [
        t("Clé", "Key"), t("Ajoutée", "Added"), t("Dernier usage", "Last used"), t("Gestes", "Actions"),
      ],
      lignes: cles.map { line($0, t) })
  }

  private func line(_ cle: CleAcces, _ t: Langue) -> [Markup] {
    [
      group {
        cle.nom
        if cle.synchronisee {
          span(.class("soft")) { t(" – copiée entre vos appareils", " – copied between your devices") }
        }
      },
      group { t.date(Jour(cle.creee, in: fuseau), reference: nil) },
      group { cle.servie.map { t.date(Jour($0, in: fuseau), reference: nil) } ?? t("Pas encore", "Not yet") },
      group {
        depliant(t("Renommer", "Rename")) {
          formulaire(vers: "/compte/cles/\(cle.id)", seal) {
            champ(
              "nom", label: t("Nouveau nom", "New name"), valeur: cle.nom,
              erreur: saisie.phrase("nom-\(cle.id)", t), maximum: 40, id: "nom-\(cle.id)")
            gestes { bouton(t("Garder ce nom", "Keep this name"), style: .discret) }
          }
        }
        boutonVers(
          "/compte/cles/\(cle.id)/retrait", seal, t("Retirer", "Remove"), style: .grave, precision: cle.nom)
      },
    ]
  }

  private func addition(_ t: Langue) -> Markup {
    group {
      h2 { cles.isEmpty ? t("Ajouter une clé", "Add a key") : t("Ajouter une autre clé", "Add another key") }
      div(.class("avec-cle"), .data("data-cle", "inscription"), .data("data-defi", "/compte/cles/defi"), .hidden) {
        formulaire(vers: "/compte/cles", seal) {
          champ(
            "nom", label: t("Comment l’appeler\u{a0}?", "What to call it?"),
            aide: t("«\u{a0}Mon téléphone\u{a0}», par exemple.", "“My telephone”, for instance."), valeur: ici,
            maximum: 40)
          cache("reponse", "")
          gestes { bouton(t("Créer la clé sur cet appareil", "Create the key on this device")) }
          p(.class("erreur"), .role("alert"), .data("data-echec", ""), .hidden) {
            t(
              "Votre appareil n’a pas créé de clé. Réessayez, ou gardez votre façon d’entrer\u{a0}: rien n’a changé.",
              "Your device made no key. Try again, or keep your way of coming in: nothing has changed.")
          }
        }
      }
      p(.data("data-sans-cle", "")) {
        t(
          "Cet appareil ne sait pas garder de clé ici, ou JavaScript y est coupé. Votre façon d’entrer ne change pas.",
          "This device cannot keep a key here, or JavaScript is off. Your way of coming in stays the same.")
      }
    }
  }
}
