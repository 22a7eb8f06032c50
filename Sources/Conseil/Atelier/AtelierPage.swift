import Base
import Chartes
import Html
import Temps
import Web

/// One workshop on the public page: its programme, and the form to enrol; afterwards, what one finds again at home.
struct AtelierPage: Page {
  let seal: Sceau
  let annonce: AtelierAnnonce
  let parametres: Parametres
  let retour: Retour
  let now: Instant

  private var atelier: Atelier { annonce.atelier }
  private var programme: Atelier.Programme { atelier.programme }

  func titre(_ t: Langue) -> String { programme.titre }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: annonce.quand(t, now: now), marge: marge(t)) {
      if let phrase = retour.saisie.phrase("inscription", t) { avis(.attente, phrase) }
      retenue(retour, t)
      moment(t)
      p { programme.finalite }
      AtelierPage.programme(programme, t)
      p { "\(annonce.lieu.nom), \(annonce.lieu.enUneLigne)" }
      telephone(annonce.lieu.telephone, t)
      suite(t)
    }
  }

  /// Where it stands, said first: nobody should read a programme to its end to learn that it is over.
  private func moment(_ t: Langue) -> Markup {
    if atelier.etat == .annule { return avis(.attente, t("Cet atelier est annulé.", "This workshop is cancelled.")) }
    if atelier.fin <= now { return avis(.neutre, t("Cet atelier a eu lieu.", "This workshop has taken place.")) }
    if atelier.debut <= now { return avis(.neutre, t("Cet atelier a commencé.", "This workshop has begun.")) }
    return group {
      p { strong { annonce.places(t) } }
      if !verdict.passes, let motif = verdict.motif {
        avis(.attente, titre: t(motif.pourquoi)) { p { t(motif.issue) } }
      }
    }
  }

  private func marge(_ t: Langue) -> [Note] {
    if retour.motif == nil, atelier.isOpen(at: now), verdict.passes, let motif = verdict.motif {
      return [Note(motif, .attente, charte: "conseil", t)]
    }
    return Conseil.marge(retour.motif, sinon: RendreAutonome.self, t)
  }

  /// What enrolling one person more would give now.
  private var verdict: Verdict {
    RendreAutonome.judge(
      .inscrire(
        inscrits: annonce.effectif.assis, places: programme.places, enAttente: annonce.effectif.enAttente), parametres)
  }

  /// What one does there, at which level, and what to bring.
  static func programme(_ programme: Atelier.Programme, _ t: Langue) -> Markup {
    group {
      if !programme.etapes.isEmpty {
        h2 { t("Le programme", "The programme") }
        ol { for etape in programme.etapes { li { etape } } }
      }
      fiche(
        [
          (nom: t("Thèmes", "Themes"), valeur: programme.themes.valeurs.map { t($0.phrase) }.joined(separator: ", ")),
          (nom: t("Niveau", "Level"), valeur: programme.niveau.map { t($0.phrase) } ?? ""),
          (nom: t("À apporter", "To bring"), valeur: programme.apporter),
        ].filter { !$0.valeur.isEmpty }.map { (nom: $0.nom, valeur: Markup(text: $0.valeur)) })
    }
  }

  private func suite(_ t: Langue) -> Markup {
    group {
      if atelier.fin <= now, atelier.etat != .annule, !programme.retrouver.isEmpty { retrouver(t) }
      if atelier.isOpen(at: now), verdict.passes { inscription(t) }
      ul(.class("liens")) {
        li { a(.href("/ateliers")) { t("Voir les autres ateliers", "See the other workshops") } }
        li { a(.href("/rendez-vous")) { t("Prendre rendez-vous", "Book an appointment") } }
        li { a(.href("/ateliers/retour")) { t("J’ai déjà une place", "I have a seat already") } }
      }
    }
  }

  private func retrouver(_ t: Langue) -> Markup {
    group {
      h2 { t("À retrouver chez soi", "To find again at home") }
      lecture {
        for ligne in programme.retrouver.split(whereSeparator: \.isNewline) { p { String(ligne) } }
      }
    }
  }

  private func inscription(_ t: Langue) -> Markup {
    group {
      h2 {
        annonce.libres > 0 ? t("S’inscrire", "Enrol") : t("S’inscrire sur la liste d’attente", "Join the waiting list")
      }
      resume(retour.saisie.champs.compactMap { champ in retour.saisie.phrase(champ, t).map { (champ, $0) } }, t)
      formulaire(vers: "/ateliers/\(atelier.id)", seal) {
        qui(t)
        depliant(
          t("J’inscris quelqu’un d’autre", "I enrol somebody else"),
          ouvert: !retour.form.text("tiers").isEmpty || !retour.form.text("contact").isEmpty
        ) { tiers(t) }
        p(.class("soft")) { t(Porte.duree) }
        gestes {
          bouton(
            annonce.libres > 0
              ? t("Envoyer l’inscription", "Send the enrolment")
              : t("Entrer sur la liste d’attente", "Join the waiting list"))
        }
      }
    }
  }

  private func qui(_ t: Langue) -> Markup {
    let form = retour.form
    return group {
      champ(
        "prenom", label: t("Prénom", "First name"), valeur: form.raw("prenom"),
        erreur: retour.saisie.phrase("prenom", t), autocomplete: "given-name", maximum: 60)
      champ(
        "initiale", label: t("La première lettre du nom de famille", "The first letter of the last name"),
        valeur: form.raw("initiale"), erreur: retour.saisie.phrase("initiale", t), autocomplete: "off", maximum: 2,
        facultatif: t)
      champ(
        "courriel", label: t("Une adresse e-mail, pour vous prévenir", "An e-mail address, to tell you"),
        valeur: form.raw("courriel"), erreur: retour.saisie.phrase("courriel", t), type: .email,
        autocomplete: "email", facultatif: t)
      depliant(t("Dire ce qui aiderait", "Say what would help"), ouvert: form.has("adaptation")) {
        coches(
          "adaptation", legende: t("Qu’est-ce qui aiderait\u{a0}?", "What would help?"),
          options: Adaptation.allCases.map { Option($0.rawValue, t($0.phrase)) },
          choisis: Set(form.all("adaptation")), disposition: .colonnes, facultatif: t)
      }
    }
  }

  private func tiers(_ t: Langue) -> Markup {
    group {
      p(.class("soft")) {
        t(
          "Le prénom au-dessus est celui de la personne. Dites-lui que vous l’inscrivez.",
          "The first name above is that of the person. Tell them that you enrol them.")
      }
      champ(
        "tiers", label: t("Qui êtes-vous, et de quelle structure\u{a0}?", "Who are you, and from which organisation?"),
        valeur: retour.form.raw("tiers"), erreur: retour.saisie.phrase("tiers", t), autocomplete: "off", maximum: 120,
        facultatif: t)
      champ(
        "contact", label: t("Votre téléphone ou votre e-mail", "Your telephone number or e-mail"),
        valeur: retour.form.raw("contact"), erreur: retour.saisie.phrase("contact", t), autocomplete: "off",
        maximum: 120, facultatif: t)
    }
  }
}
