import Chartes
import Html
import Web

/// The card of one service, to be added or changed.
struct PartenairePage: Page {
  let seals: Seals
  /// Of the card itself: what comes back keeps its key.
  let seal: Sceau
  /// nil for a new one.
  let partenaire: Partenaire?
  let retour: Retour

  private var form: FormData { retour.form }

  func titre(_ t: Langue) -> String {
    partenaire == nil ? t("Ajouter un service", "Add a service") : t("Changer cette fiche", "Change this card")
  }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), marge: [Note(PasserLeRelais.self, charte: "conseil", t)]) {
      resume(retour.saisie.champs.compactMap { champ in phrase(champ, t).map { (champ, $0) } }, t)
      formulaire(vers: partenaire.map { "/partenaires/\($0.id)" } ?? "/partenaires/nouveau", seal) {
        if let partenaire { cache("revision", String(partenaire.revision)) }
        qui(t)
        contact(t)
        gestes {
          bouton(t("Garder cette fiche", "Save this card"))
          a(.href("/partenaires")) { t("Revenir aux services", "Back to the services") }
        }
      }
      if let partenaire, partenaire.retire == nil {
        depliant(t("Ce service n’existe plus", "This service no longer exists")) {
          p {
            t(
              "Il quitte l’annuaire. Ce qui lui a déjà été envoyé reste, et ses réponses aussi.",
              "It leaves the directory. What was sent to it stays, and so do its answers.")
          }
          boutonVers(
            "/partenaires/\(partenaire.id)/retrait", seals.next(), t("Retirer ce service", "Take this service out"),
            style: .grave)
        }
      }
    }
  }

  private func phrase(_ champ: String, _ t: Langue) -> String? { retour.saisie.phrase(champ, t) }

  private func qui(_ t: Langue) -> Markup {
    group {
      champ(
        "nom", label: t("Nom du service", "Name of the service"), valeur: form.raw("nom"), erreur: phrase("nom", t),
        autocomplete: "off", maximum: 120)
      liste(
        "genre", label: t("Sorte de service", "Kind of service"),
        options: Redirection.allCases.map { Option($0.rawValue, t($0.phrase)) }, choisi: form.text("genre"),
        invite: t("Choisissez", "Choose"), erreur: phrase("genre", t))
      zone(
        "habilitation", label: t("Pourquoi ce service est qualifié", "Why this service is qualified"),
        aide: t(
          "Son métier, son agrément, sa mission. Il le faut pour lui adresser quelqu’un.",
          "Its profession, its licence, its mission. It is needed before anybody is referred to it."),
        valeur: form.raw("habilitation"), erreur: phrase("habilitation", t), lignes: 3, maximum: 600, facultatif: t)
      coches(
        "theme", legende: t("Ses thèmes", "Its themes"),
        options: Thematique.allCases.map { Option($0.rawValue, t($0.phrase)) }, choisis: Set(form.all("theme")),
        disposition: .colonnes, facultatif: t)
    }
  }

  private func contact(_ t: Langue) -> Markup {
    group {
      ligne("commune", t("Commune", "Town"), t)
      ligne("telephone", t("Téléphone", "Telephone"), t, type: .tel)
      champ(
        "courriel", label: t("Adresse e-mail", "E-mail address"),
        aide: t("Pour lui envoyer un lien vers la lettre.", "To send it a link to the letter."),
        valeur: form.raw("courriel"), erreur: phrase("courriel", t), type: .email, autocomplete: "off",
        facultatif: t)
      ligne("site", t("Site internet", "Web site"), t)
      caseACocher(
        "montre", label: t("Le nommer sur notre page publique", "Name it on our public page"),
        aide: t(
          "La page des limites dit au public qui fait ce que nous ne faisons pas.",
          "The page of limits tells the public who does what we do not."),
        cochee: form.text("montre") == "oui")
    }
  }

  private func ligne(_ nom: String, _ label: String, _ t: Langue, type: TypeDeChamp = .text) -> Markup {
    champ(
      nom, label: label, valeur: form.raw(nom), erreur: phrase(nom, t), type: type, autocomplete: "off", maximum: 210,
      facultatif: t)
  }
}
