import Base
import Chartes
import Html
import Temps
import Web

/// Choosing a moment, and saying who comes.
struct ReservationPage: Page {
  let seal: Sceau
  let lieu: Lieu
  let libres: [CreneauLibre]
  let form: FormData
  let saisie: Saisie
  let motif: Motif?
  let pris: Bool
  let now: Instant
  /// Whether an adviser books for somebody on the telephone.
  let auTelephone: Bool

  func titre(_ t: Langue) -> String {
    auTelephone
      ? t("Noter un rendez-vous", "Note an appointment") : t("Prendre rendez-vous", "Book an appointment")
  }

  private var vers: String { auTelephone ? "/journee/rendez-vous/\(lieu.id)" : "/rendez-vous/\(lieu.id)" }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t), chapeau: "\(lieu.nom), \(lieu.enUneLigne)",
      marge: motif.map { [Note($0, .attente, charte: "conseil", t)] }
        ?? [Note(AccueillirChacun.self, charte: "conseil", t)]
    ) {
      if pris {
        avis(
          .attente,
          t(
            "Ce moment vient d’être pris. Choisissez-en un autre\u{a0}: le reste est gardé.",
            "This time has just been taken. Choose another: the rest is kept."))
      }
      resume(saisie.champs.compactMap { champ in saisie.phrase(champ, t).map { (champ, $0) } }, t)
      if libres.isEmpty {
        vide(
          titre: t("Tous les moments sont pris", "Every time is taken"),
          texte: t(
            "Venez sans rendez-vous aux heures d’ouverture, ou revenez voir ici dans quelques jours.",
            "Come without an appointment during opening hours, or look here again in a few days."),
          geste: boutonLien(
            auTelephone ? "/journee?lieu=\(lieu.id)" : "/rendez-vous",
            t("Voir les heures d’ouverture", "See the opening hours"), style: .discret))
      } else {
        formulaire(vers: vers, seal) {
          moments(t)
          qui(t)
          gestes {
            bouton(auTelephone ? t("Noter ce rendez-vous", "Note this appointment") : titre(t))
            if auTelephone {
              a(.href("/journee?lieu=\(lieu.id)")) { t("Revenir à ma journée", "Back to my day") }
            } else {
              a(.href("/rendez-vous")) { t("Voir les autres lieux", "See the other places") }
            }
          }
        }
      }
    }
  }

  /// Day by day, as many as a page can hold.
  private func moments(_ t: Langue) -> Markup {
    let days = Dictionary(grouping: libres.prefix(60)) { Jour($0.creneau.start, in: lieu.fuseau) }
    return choix(
      "creneau", legende: t("Quand\u{a0}? (\(t(lieu.fuseau.heure)))", "When? (\(t(lieu.fuseau.heure)))"),
      parties: days.keys.sorted().map { jour in
        Partie(
          t.date(jour, reference: Jour(now, in: lieu.fuseau)),
          (days[jour] ?? []).map { libre in
            Option(String(libre.creneau.start.milliseconds), t.heure(libre.creneau.start, lieu.fuseau))
          })
      }, choisi: form.text("creneau"), erreur: saisie.phrase("creneau", t), visibles: 3,
      suite: t("Voir les jours suivants", "See the following days"))
  }

  private func qui(_ t: Langue) -> Markup {
    group {
      champ(
        "prenom", label: auTelephone ? t("Son prénom", "First name") : t("Votre prénom", "Your first name"),
        valeur: form.raw("prenom"), erreur: saisie.phrase("prenom", t),
        autocomplete: auTelephone ? "off" : "given-name", maximum: 60)
      champ(
        "initiale",
        label: t("La première lettre du nom de famille", "The first letter of the last name"),
        valeur: form.raw("initiale"), erreur: saisie.phrase("initiale", t), autocomplete: "off", maximum: 2,
        facultatif: t)
      if !auTelephone {
        champ(
          "courriel", label: t("Une adresse e-mail, pour vous le rappeler", "An e-mail address, to remind you"),
          valeur: form.raw("courriel"), erreur: saisie.phrase("courriel", t), type: .email, autocomplete: "email",
          facultatif: t)
        p(.class("soft")) { t(Porte.duree) }
      }
      depliant(
        t("Dire de quoi il s’agit, ou ce qui aiderait", "Say what it is about, or what would help"),
        ouvert: form.has("theme") || form.has("adaptation")
      ) {
        coches(
          "theme", legende: t("De quoi s’agit-il\u{a0}?", "What is it about?"),
          options: Thematique.allCases.map { Option($0.rawValue, t($0.phrase)) }, choisis: Set(form.all("theme")),
          disposition: .colonnes, facultatif: t)
        coches(
          "adaptation", legende: t("Qu’est-ce qui aiderait\u{a0}?", "What would help?"),
          options: Adaptation.allCases.map { Option($0.rawValue, t($0.phrase)) },
          choisis: Set(form.all("adaptation")), disposition: .colonnes, facultatif: t)
      }
    }
  }
}
