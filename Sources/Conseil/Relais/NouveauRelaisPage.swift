import Base
import Chartes
import Html
import Temps
import Web

/// Handing over, in two moments: the words; then the letter, read with the person, and their yes.
struct NouveauRelaisPage: Page {
  let seal: Sceau
  let usager: Usager
  let services: [Partenaire]
  let limites: String
  /// The letter as it would leave; nil while one writes.
  let montre: LettreAMontrer?
  let retour: Retour
  let aujourdhui: Jour

  private var form: FormData { retour.form }
  private var vers: String { "/usagers/\(usager.id)/relais/nouveau" }

  func titre(_ t: Langue) -> String {
    montre == nil ? t("Passer le relais", "Hand over") : t("Lire la lettre ensemble", "Read the letter together")
  }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: usager.court(t), marge: marge(t)) {
      retenue(retour, t)
      etapes(
        courante: montre == nil ? 1 : 2,
        toutes: [t("La demande", "The request"), t("La lettre et l’accord", "The letter and the agreement")])
      if let montre { lire(montre, t) } else { ecrire(t) }
      p { a(.href("/usagers/\(usager.id)")) { t("Revenir au suivi", "Back to the thread") } }
    }
  }

  private func marge(_ t: Langue) -> [Note] {
    if let conseil = montre?.conseil, retour.motif == nil { return [Note(conseil, .attente, charte: "conseil", t)] }
    return Conseil.marge(retour.motif, sinon: PasserLeRelais.self, t)
  }

  private func phrase(_ champ: String, _ t: Langue) -> String? { retour.saisie.phrase(champ, t) }

  // MARK: The words

  private func ecrire(_ t: Langue) -> Markup {
    group {
      h2 { t("À dire d’abord", "To say first") }
      citation(limites)
      p { a(.href("/mes-limites")) { t("Changer ces mots", "Change these words") } }
      if services.isEmpty {
        vide(
          titre: t("Pas encore de service", "No service yet"),
          texte: t(
            "Ajoutez celui vers qui vous orientez cette personne. La page vous attendra.",
            "Add the one to whom you refer this person. This page will be here."),
          geste: boutonLien("/partenaires/nouveau", t("Ajouter un service", "Add a service")))
      } else {
        resume(retour.saisie.champs.compactMap { champ in phrase(champ, t).map { (champ, $0) } }, t)
        formulaire(vers: vers, seal) {
          cache("entretien", form.text("entretien"))
          if let relire = retour.relire {
            relire.markup(t)
          } else {
            for nie in form.all("nie").prefix(200) { cache("nie", nie) }
          }
          mots(t)
          comment(t)
          gestes { bouton(t("Voir la lettre", "See the letter")) }
        }
      }
    }
  }

  private func mots(_ t: Langue) -> Markup {
    group {
      liste(
        "partenaire", label: t("À quel service\u{a0}?", "To which service?"),
        options: services.map { service in
          Option(
            service.id.text, service.contenu.nom,
            detail: service.contenu.commune.isEmpty ? t(service.genre.phrase) : service.contenu.commune)
        }, choisi: form.text("partenaire"), invite: t("Choisissez", "Choose"), erreur: phrase("partenaire", t))
      zone(
        "raison", label: t("Pourquoi ce service", "Why this service"),
        aide: t(
          "Seulement ce qu’il doit savoir. Ne nommez personne d’autre.",
          "Only what it needs to know. Name nobody else."),
        valeur: form.raw("raison"), erreur: phrase("raison", t), lignes: 3, maximum: RelaisSaisi.longest)
      zone(
        "demande", label: t("Ce que vous lui demandez", "What you ask of it"), valeur: form.raw("demande"),
        erreur: phrase("demande", t), lignes: 3, maximum: RelaisSaisi.longest)
    }
  }

  private func comment(_ t: Langue) -> Markup {
    group {
      choix(
        "identite", legende: t("Ce que la personne veut donner d’elle", "What the person wants to give of themselves"),
        options: [
          Option("prenom", t("Son prénom seulement", "Their first name only")),
          Option("complete", t("Prénom, nom et téléphone", "First name, last name and telephone")),
        ], choisi: form.text("identite").isEmpty ? "prenom" : form.text("identite"), erreur: phrase("identite", t))
      choix(
        "voie", legende: t("Comment part la lettre\u{a0}?", "How does the letter go?"),
        options: [
          Option(
            Relais.Voie.lettre.rawValue, t("Imprimée, dans la main de la personne", "Printed, in the person’s hand")),
          Option(
            Relais.Voie.lien.rawValue, t("Par un lien, envoyé au service", "By a link, sent to the service"),
            detail: t("L’e-mail ne dit rien de la personne.", "The e-mail says nothing of the person.")),
        ], choisi: form.text("voie").isEmpty ? Relais.Voie.lettre.rawValue : form.text("voie"),
        erreur: phrase("voie", t))
    }
  }

  // MARK: The letter

  private func lire(_ montre: LettreAMontrer, _ t: Langue) -> Markup {
    group {
      p {
        t(
          "Lisez-la avec la personne. C’est, au mot près, ce que «\u{a0}\(montre.partenaire)\u{a0}» lira.",
          "Read it with the person. It is, word for word, what “\(montre.partenaire)” will read.")
      }
      citation(montre.texte)
      formulaire(vers: vers, seal) {
        for champ in form.typed where !Self.repris.contains(champ.nom) { cache(champ.nom, champ.valeur) }
        cache("vu", montre.vu)
        choix(
          "accord", legende: t("La personne est d’accord", "The person agrees"),
          options: Relais.Accord.allCases.map { Option($0.rawValue, t($0.phrase)) }, choisi: form.text("accord"),
          aide: t("Demandez-le maintenant. Sans accord, rien ne part.", "Ask now. Without a yes, nothing leaves."),
          erreur: retour.motif.map { t($0.pourquoi) })
        champ(
          "accord_le", label: t("Depuis quel jour", "Since which day"),
          valeur: form.text("accord_le").isEmpty ? aujourdhui.iso : form.raw("accord_le"),
          erreur: phrase("accord_le", t), type: .date)
        gestes {
          bouton(
            form.text("voie") == Relais.Voie.lien.rawValue
              ? t("Envoyer le lien", "Send the link") : t("Garder et imprimer", "Save and print"))
          bouton(t("Changer la lettre", "Change the letter"), style: .discret, nom: "suivant", valeur: "changer")
        }
      }
    }
  }

  /// What this page asks again.
  private static let repris: Set<String> = ["accord", "accord_le", "vu", "suivant"]
}
