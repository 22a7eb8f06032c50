import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The report, on one page: what is known is filled in, the keyboard stands on what is not.
struct CompteRenduPage: Page {
  let seal: Sceau
  /// Where it is sent.
  let vers: String
  /// Whose interview it tells of: "Aline R.", or nil.
  let personne: String?
  let revision: Int?
  let lieux: [Lieu]
  let retour: Retour
  /// The report that this one replaces; it can be taken back from here.
  let depose: CompteRenduID?
  let autre: Sceau

  private var form: FormData { retour.form }
  private var collectif: Bool { form.text("type") == TypeDeCompteRendu.collectif.rawValue }

  func titre(_ t: Langue) -> String {
    if depose != nil { return t("Corriger ce compte rendu", "Correct this report") }
    return collectif ? t("Rendre compte d’un atelier", "Report on a workshop") : t("Rendre compte", "Report")
  }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: personne, marge: marge(t)) {
      retenue(retour, t)
      resume(retour.saisie.champs.compactMap { champ in phrase(champ, t).map { (champ, $0) } }, t)
      formulaire(vers: vers, seal) {
        cache("type", form.text("type"))
        if let revision { cache("revision", String(revision)) }
        retour.relire?.markup(t)
        themes(t)
        if !collectif { facons(t) }
        quand(t)
        if collectif { plusieurs(t) } else { une(t) }
        reste(t)
        gestes {
          bouton(
            depose == nil
              ? t("Déposer le compte rendu", "File the report") : t("Garder la correction", "Save the correction"))
          a(.href("/comptes-rendus")) { t("Revenir aux comptes rendus", "Back to the reports") }
        }
      }
      if let depose {
        boutonVers(
          "/comptes-rendus/\(depose)/retrait", autre, t("Retirer ce compte rendu", "Withdraw this report"),
          style: .grave)
      }
    }
  }

  private func phrase(_ champ: String, _ t: Langue) -> String? { retour.saisie.phrase(champ, t) }

  private func marge(_ t: Langue) -> [Note] {
    Conseil.marge(retour.motif, sinon: RendreCompte.self, t)
  }

  private func options<Liste: Nomenclature>(_: Liste.Type, _ t: Langue) -> [Option] {
    Liste.allCases.map { Option($0.rawValue, t($0.phrase)) }
  }

  private func themes(_ t: Langue) -> Markup {
    let chosen = Set(form.all("theme"))
    return group {
      coches(
        "theme", legende: t("Thèmes", "Themes"), options: options(Thematique.self, t), choisis: chosen,
        erreur: phrase("theme", t), disposition: .colonnes, attendu: chosen.isEmpty)
      depliant(
        t("Quelle démarche administrative\u{a0}?", "Which administrative procedure?"),
        ouvert: form.has("demarche") || chosen.contains(Thematique.demarches.rawValue)
      ) {
        coches(
          "demarche", legende: t("Démarches", "Procedures"), options: options(Demarche.self, t),
          choisis: Set(form.all("demarche")), disposition: .colonnes, facultatif: t)
      }
    }
  }

  private func facons(_ t: Langue) -> Markup {
    group {
      choix(
        "facon", legende: t("Comment\u{a0}?", "How?"), options: options(Facon.self, t), choisi: form.text("facon"),
        facultatif: t, attendu: form.has("theme"))
      choix(
        "autonomie", legende: t("À la fin, la personne fait", "In the end, the person does it"),
        options: options(Autonomie.self, t), choisi: form.text("autonomie"), facultatif: t)
    }
  }

  private func quand(_ t: Langue) -> Markup {
    group {
      champ(
        "jour", label: t("Jour", "Day"), valeur: form.raw("jour"), erreur: phrase("jour", t), type: .date)
      champ(
        "minutes", label: t("Durée, en minutes", "Length, in minutes"), valeur: form.raw("minutes"),
        erreur: phrase("minutes", t), type: .nombre, autocomplete: "off", maximum: 4)
      choix(
        "canal", legende: t("Où\u{a0}?", "Where?"), options: options(Canal.self, t), choisi: form.text("canal"))
      if !lieux.isEmpty {
        liste(
          "lieu", label: t("Lequel de nos lieux", "Which of our places"),
          options: lieux.map { Option($0.id.text, $0.nom, detail: $0.commune) }, choisi: form.text("lieu"),
          invite: t("Aucun", "None"), facultatif: t)
      }
    }
  }

  private func une(_ t: Langue) -> Markup {
    depliant(t("La personne", "The person"), ouvert: false) {
      choix(
        "genre", legende: t("Genre", "Gender"), options: options(Genre.self, t), choisi: form.text("genre"),
        facultatif: t)
      liste(
        "age", label: t("Âge", "Age"), options: options(TrancheAge.self, t), choisi: form.text("age"),
        invite: t("Pas dit", "Not said"), facultatif: t)
      liste(
        "statut", label: t("Situation", "Situation"), options: options(StatutSocial.self, t),
        choisi: form.text("statut"), invite: t("Pas dit", "Not said"), facultatif: t)
      caseACocher("deja", label: t("Déjà venue avant", "Came before"), cochee: form.text("deja") == "oui")
    }
  }

  private func plusieurs(_ t: Langue) -> Markup {
    group {
      champ(
        "participants", label: t("Combien de personnes", "How many people"), valeur: form.raw("participants"),
        erreur: phrase("participants", t), type: .nombre, autocomplete: "off", maximum: 5)
      champ(
        "titre", label: t("Titre de l’atelier", "Title of the workshop"), valeur: form.raw("titre"),
        erreur: phrase("titre", t), autocomplete: "off", maximum: 120, facultatif: t)
      choix(
        "niveau", legende: t("Niveau", "Level"), options: options(Niveau.self, t), choisi: form.text("niveau"),
        facultatif: t)
      depliant(
        t("Qui était là", "Who was there"),
        ouvert: retour.saisie.champs.contains { champ in
          ["deja", "age", "genre", "statut"].contains { champ == $0 || champ.hasPrefix("\($0)-") }
        }
      ) {
        nombre("deja", t("Déjà venues", "Came before"), t)
        nombres("genre", t("Genre", "Gender"), Genre.self, t)
        nombres("age", t("Âge", "Age"), TrancheAge.self, t)
        nombres("statut", t("Situation", "Situation"), StatutSocial.self, t)
        p(.class("soft")) {
          t("Ce que vous ne dites pas compte comme non communiqué.", "What you do not say counts as not said.")
        }
      }
    }
  }

  private func nombres<Axe: Nomenclature>(_ nom: String, _ legende: String, _: Axe.Type, _ t: Langue) -> Markup {
    Web.nombres(nom, legende: legende, erreur: phrase(nom, t)) {
      for valeur in Axe.allCases.dropLast() { nombre("\(nom)-\(valeur.rawValue)", t(valeur.phrase), t) }
    }
  }

  private func nombre(_ nom: String, _ label: String, _ t: Langue) -> Markup {
    champ(
      nom, label: label, valeur: form.raw(nom), erreur: phrase(nom, t), type: .nombre, autocomplete: "off",
      maximum: 5, facultatif: t)
  }

  private func reste(_ t: Langue) -> Markup {
    depliant(
      t("Orientation, matériel, notes", "Referral, devices, notes"),
      ouvert: retour.relire != nil || form.has("materiel") || !form.text("redirection").isEmpty
    ) {
      if !collectif {
        liste(
          "redirection", label: t("Orientée vers", "Directed to"), options: options(Redirection.self, t),
          choisi: form.text("redirection"), invite: t("Personne", "Nobody"), facultatif: t)
      }
      coches(
        "materiel", legende: t("Matériel", "Devices"), options: options(Materiel.self, t),
        choisis: Set(form.all("materiel")), disposition: .colonnes, facultatif: t)
      zone(
        "notes", label: t("Notes pour moi", "Notes for me"),
        aide: t("Sans nommer personne. Elles ne sortent pas d’ici.", "Naming nobody. They do not leave this place."),
        valeur: form.raw("notes"), erreur: phrase("notes", t), lignes: 2, maximum: 2000, facultatif: t)
    }
  }
}
