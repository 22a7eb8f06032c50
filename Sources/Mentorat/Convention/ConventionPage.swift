import Chartes
import Html
import Personnes
import Temps
import Web

/// What the two agree on: the text to sign, or the form to propose it.
struct ConventionPage: Page {
  /// One role's signature, or its absence.
  struct Signataire: Sendable {
    let role: Role
    let nom: String
    let le: Instant?
  }

  let seal: Sceau
  let binome: BinomeID
  let autre: String
  /// The number to read; nil when nothing was proposed yet.
  let convention: Convention?
  let parametres: Parametres
  /// In the reader's language, with its SHA-256.
  let empreinte: String
  let signataires: [Signataire]
  let jaiSigne: Bool
  /// Shown when one proposes.
  let formulaire: TermesForm?
  let clos: Bool
  let fuseau: Fuseau
  let now: Instant
  let fait: String

  private var adresse: String { "/binomes/\(binome)" }

  func titre(_ t: Langue) -> String { t("Notre convention", "Our agreement") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: t("Avec \(autre)", "With \(autre)"), marge: notes(t)) {
      outcome(t)
      if clos {
        avis(
          .attente,
          t(
            "Ce binôme a pris fin. Il n’y a plus rien à signer.",
            "This pair has come to an end. There is nothing left to sign."))
      }
      if let formulaire {
        formulaire.markup(vers: "\(adresse)/convention", seal, t)
      } else if let convention {
        states(t)
        agreed(convention, t)
        texts(convention, t)
        if convention.convenue == nil, !clos { signature(convention, t) }
        after(convention, t)
      }
    }
  }

  private func notes(_ t: Langue) -> [Note] {
    [Note(SignerADeux.self, charte: "mentorat", t), Note(LireAuxHeuresDites.self, charte: "mentorat", t)]
  }

  private func outcome(_ t: Langue) -> Markup {
    switch fait {
    case "proposee":
      avis(
        .accord,
        t(
          "Votre proposition est partie. Vous pouvez la signer dès maintenant.",
          "Your proposal is on its way. You can sign it now."))
    case "signee":
      avis(
        .accord,
        t(
          "Vous avez signé. Il reste la signature de \(autre).",
          "You have signed. What is left is \(autre)’s signature."))
    case "change":
      avis(
        .attente,
        t(
          "La proposition a changé pendant votre lecture. Voici la nouvelle\u{a0}: rien n’a été signé.",
          "The proposal changed while you were reading. Here is the new one: nothing was signed."))
    default: .empty
    }
  }

  private func states(_ t: Langue) -> Markup {
    ul(.class("signataires")) {
      for signataire in signataires {
        li {
          if let le = signataire.le {
            etat(
              .accord,
              "\(signataire.nom) (\(t(signataire.role.titre)))\(t("\u{a0}: a signé ", ": signed ")) "
                + t.dateEtHeure(le, fuseau, reference: Jour(now, in: fuseau)))
          } else {
            etat(.attente, "\(signataire.nom) (\(t(signataire.role.titre)))\(t("\u{a0}: pas encore", ": not yet"))")
          }
        }
      }
    }
  }

  private func agreed(_ convention: Convention, _ t: Langue) -> Markup {
    group {
      h2 { t("Ce que nous convenons", "What we agree on") }
      fiche(convention.termes.lignes(t).map { ligne in (nom: ligne.nom, valeur: group { ligne.valeur }) })
    }
  }

  private func texts(_ convention: Convention, _ t: Langue) -> Markup {
    group {
      h2 { t("Ce que chacun promet", "What each promises") }
      p { t(Charte.mentorat.preambule) }
      for article in Charte.mentorat.articles {
        section(.class("article"), .id(article.cle)) {
          h3 { t(article.titre) }
          dl {
            for role in [Role.mentor, .accompagne] {
              if let texte = article.texte(pour: role, parametres) {
                dt { t(role.titre) }
                dd { t(texte) }
              }
            }
          }
        }
      }
      p(.class("soft")) {
        t(
          "Convention \(convention.numero), charte version \(convention.version). Empreinte SHA-256 de ce texte\u{a0}: ",
          "Agreement \(convention.numero), charter version \(convention.version). SHA-256 fingerprint of this text: ")
        span(.class("empreinte")) { empreinte }
      }
    }
  }

  private func signature(_ convention: Convention, _ t: Langue) -> Markup {
    group {
      if !jaiSigne {
        Web.formulaire(vers: "\(adresse)/signature", seal) {
          cache("numero", String(convention.numero))
          cache("empreinte", empreinte)
          cache("langue", t.rawValue)
          gestes { bouton(t("Je signe", "I sign")) }
          p(.class("soft")) {
            t(
              "C’est une signature électronique simple. Vos prénom et nom en entier, le moment et ce texte entrent dans un acte que vous pourrez tous les deux lire et imprimer.",
              "This is a simple electronic signature. Your full name, the moment and this text go into a record that both of you can read and print."
            )
          }
        }
      }
    }
  }

  private func after(_ convention: Convention, _ t: Langue) -> Markup {
    ul(.class("liens")) {
      if !clos {
        li { a(.href("\(adresse)/convention?proposer=oui")) { t("Proposer autre chose", "Suggest something else") } }
      }
      if convention.convenue != nil { li { a(.href("\(adresse)/acte")) { t("L’acte signé", "The signed record") } } }
      li { a(.href(convention.convenue == nil ? "/binomes" : adresse)) { t("Revenir", "Back") } }
      if convention.convenue == nil, !clos {
        li { a(.href("\(adresse)/fin")) { t("Ne pas continuer", "Not to go on") } }
      }
    }
  }
}
