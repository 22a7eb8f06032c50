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

/// The terms as a form, with what the programme admits.
struct TermesForm: Sendable {
  let form: FormData
  let lignes: [LigneDeSemaine]
  let depart: Termes
  let parametres: Parametres
  let saisie: Saisie

  func markup(vers: String, _ seal: Sceau, _ t: Langue) -> Markup {
    formulaire(vers: vers, seal) {
      h2 { t("Quand le mentor lit et répond", "When the mentor reads and answers") }
      p(.class("soft")) {
        t(
          "Du lundi au vendredi, entre \(t(parametres.inWords(LireAuxHeuresDites.ouverture))) et \(t(parametres.inWords(LireAuxHeuresDites.fermeture))). Plusieurs plages par jour sont possibles. Videz les deux heures d’une ligne pour la retirer.",
          "Monday to Friday, between \(t(parametres.inWords(LireAuxHeuresDites.ouverture))) and \(t(parametres.inWords(LireAuxHeuresDites.fermeture))). Several time ranges a day are fine. Empty both hours of a line to take it away."
        )
      }
      plages(lignes, saisie, t)
      liste(
        "fuseau", label: t("À l’heure de", "In the time zone of"),
        options: Fuseau.options(t, including: depart.fuseau), choisi: value("fuseau", depart.fuseau.identifier),
        erreur: saisie.phrase("fuseau", t))
      liste(
        "territoire", label: t("Jours fériés de", "Public holidays of"),
        options: Territoire.allCases.map { Option($0.rawValue, t($0.nom)) },
        choisi: value("territoire", depart.feries.territoire.rawValue), erreur: saisie.phrase("territoire", t))
      caseACocher(
        "vendredi_saint",
        label: t(
          "En Alsace ou en Moselle, le Vendredi saint est aussi férié dans la commune du mentor",
          "In Alsace or Moselle, Good Friday is also a holiday in the mentor’s town"),
        cochee: form.has("fuseau") ? form.text("vendredi_saint") == "oui" : depart.feries.vendrediSaint)
      h2 { t("Notre rythme", "Our pace") }
      champ(
        "delai", label: t("Le temps de réflexion, en heures d’ouverture", "The time for thought, in opening hours"),
        aide: t(
          "Au moins \(t(parametres.inWords(LireAuxHeuresDites.delai)))\u{a0}: une réponse ne part jamais avant.",
          "At least \(t(parametres.inWords(LireAuxHeuresDites.delai))): an answer never leaves sooner."),
        valeur: value("delai", String(depart.delai)), erreur: saisie.phrase("delai", t), type: .nombre)
      champ(
        "conservation",
        label: t(
          "La garde de nos échanges, en jours après le dernier contact",
          "How long our exchanges are kept, in days after the last contact"),
        aide: t(
          "\(t(parametres.inWords(RelireSonChemin.conservation))) au plus.",
          "At most \(t(parametres.inWords(RelireSonChemin.conservation)))."),
        valeur: value("conservation", String(depart.conservation)), erreur: saisie.phrase("conservation", t),
        type: .nombre)
      seances(t)
      gestes { bouton(t("Proposer cette convention", "Suggest this agreement")) }
    }
  }

  private func value(_ nom: String, _ start: String) -> String { form.has(nom) ? form.raw(nom) : start }

  private func seances(_ t: Langue) -> Markup {
    let jours =
      form.has("seance_jour") ? form.all("seance_jour") : depart.seances.map { Jour($0, in: depart.fuseau).iso }
    let heures = form.has("seance_heure") ? form.all("seance_heure") : depart.seances.map { t.heure($0, depart.fuseau) }
    return group {
      h2 { t("Nos séances", "Our sessions") }
      p(.class("soft")) {
        t(
          "Deux au moins\u{a0}: on écrit entre les deux. La première peut avoir eu lieu il y a peu. Même fuseau horaire que plus haut.",
          "Two at least: you write between them. The first may have taken place lately. Same time zone as above.")
      }
      if let phrase = saisie.phrase("seances", t) { avis(.refus, phrase) }
      for rang in 0..<min(Termes.seancesAuPlus, max(2, jours.count) + 1) {
        fieldset(.class("plage deux")) {
          legend(.class("discret")) { t("Séance \(rang + 1)", "Session \(rang + 1)") }
          champ(
            "seance_jour", label: t("Séance \(rang + 1), le", "Session \(rang + 1), on"),
            valeur: rang < jours.count ? jours[rang] : "", type: .date, facultatif: t, id: "seance-jour-\(rang)")
          champ(
            "seance_heure", label: t("à", "at"), valeur: rang < heures.count ? heures[rang] : "", type: .heure,
            facultatif: t, id: "seance-heure-\(rang)")
        }
      }
    }
  }
}
