import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// A form that comes back: what was typed, and why.
struct Retour: Sendable {
  var form = FormData.empty
  var saisie = Saisie()
  var motif: Motif?
  var relire: ARelire?
}

/// The thread of somebody one accompanies: needs first, then the plan, then what was done.
struct UsagerPage: Page {
  let seals: Seals
  let usager: Usager
  let besoins: [Besoin]
  let entretiens: [Entretien]
  let retour: Retour
  let fait: String
  let fuseau: Fuseau
  let now: Instant
  /// Links that later acts add: a mandate, a referral.
  var suites: [Lien] = []
  /// Near its end: the day, and what the article says of it.
  var fin: (jour: Jour, motif: Motif)?

  func titre(_ t: Langue) -> String { usager.court(t) }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: chapeau(t), marge: marge(t)) {
      retenue(retour, t)
      if fait == "besoin" { avis(.accord, t("C’est noté, dans ses mots.", "It is noted, in their words.")) }
      if fait == "identite" { avis(.accord, t("C’est gardé.", "It is saved.")) }
      if fait == "partage" {
        avis(.accord, t("Votre collègue suit aussi cette personne.", "Your colleague follows this person too."))
      }
      if let fin { bientot(fin.jour, t) }
      gestes {
        boutonVers(
          "/entretiens", seals.next(), t("Commencer un entretien", "Begin an interview"), style: .principal,
          champs: [(nom: "usager", valeur: usager.id.text)])
      }
      if !usager.identite.adaptationsConnues.isEmpty { adaptations(t) }
      plan(t)
      passe(t)
      if !suites.isEmpty { plusLoin(t) }
      autour(t)
    }
  }

  private func chapeau(_ t: Langue) -> String {
    t("Suivi depuis le ", "Followed since ") + t.date(Jour(usager.cree, in: fuseau), reference: Jour(now, in: fuseau))
  }

  private func marge(_ t: Langue) -> [Note] {
    if retour.motif == nil, let fin { return [Note(fin.motif, .attente, charte: "conseil", t)] }
    return Conseil.marge(retour.motif, sinon: PartirDesBesoins.self, t)
  }

  private func bientot(_ jour: Jour, _ t: Langue) -> Markup {
    let date = t.date(jour, reference: Jour(now, in: fuseau))
    return avis(
      .attente,
      titre: t(
        "Sans nouveau contact, ce suivi s’effacera le \(date)",
        "Without a new contact, this thread will be erased on \(date)")
    ) {
      p {
        a(.href("/usagers/\(usager.id)/dossier")) {
          t("Donner à la personne ce qui est gardé", "Give the person what is kept")
        }
      }
    }
  }

  private func adaptations(_ t: Langue) -> Markup {
    group {
      h2 { t("Ce qui aide", "What helps") }
      ul { for adaptation in usager.identite.adaptationsConnues { li { t(adaptation.phrase) } } }
    }
  }

  private func plan(_ t: Langue) -> Markup {
    section(.id("besoins")) {
      h2 { t("Ce que la personne veut pouvoir faire", "What the person wants to be able to do") }
      if besoins.isEmpty {
        p(.class("soft")) {
          t(
            "Demandez-le d’abord, et écrivez-le comme elle le dit. Le plan vient ensuite.",
            "Ask first, and write it as they say it. The plan comes next.")
        }
      }
      for besoin in besoins { self.besoin(besoin, t) }
      if !besoins.isEmpty { h3 { t("Un autre besoin", "Another need") } }
      formulaire(vers: "/usagers/\(usager.id)/besoins", seals.next()) {
        if retour.form.has("mots") { retour.relire?.markup(t) }
        zone(
          "mots", label: t("Avec ses mots", "In their words"),
          aide: t(
            "Par exemple\u{a0}: «\u{a0}Je voudrais envoyer des photos à ma petite-fille.\u{a0}»",
            "For example: “I would like to send photos to my granddaughter.”"),
          valeur: retour.form.raw("mots"), erreur: retour.saisie.phrase("mots", t), lignes: 2, maximum: 1000)
        gestes { bouton(t("Noter ce besoin", "Note this need"), style: .discret) }
      }
    }
  }

  private func besoin(_ besoin: Besoin, _ t: Langue) -> Markup {
    Html.section(.class("carte besoin"), .id("besoin-\(besoin.id)")) {
      h3 { "«\u{a0}\(besoin.mots)\u{a0}»" }
      p { etat(besoin.etat.ton, t(besoin.etat.phrase)) }
      if !besoin.etapes.isEmpty {
        ol(.class("plan")) { for etape in besoin.etapes { self.etape(etape, t) } }
      }
      if besoin.etat == .ouvert || awaits(besoin) { suite(of: besoin, t) }
      gestes {
        for etat in Besoin.Etat.allCases where etat != besoin.etat {
          boutonVers(
            "/usagers/\(usager.id)/besoins/\(besoin.id)", seals.next(), t(etat.geste),
            style: etat == .atteint ? .discret : .simple, precision: besoin.mots,
            champs: [(nom: "etat", valeur: etat.rawValue)])
        }
      }
    }
  }

  /// Whether a step typed for it came back: a colleague may have set the need aside meanwhile, and the words stay.
  private func awaits(_ besoin: Besoin) -> Bool { retour.form.text("besoin") == besoin.id.text }

  private func suite(of besoin: Besoin, _ t: Langue) -> Markup {
    let mine = awaits(besoin)
    return formulaire(vers: "/usagers/\(usager.id)/etapes", seals.next()) {
      cache("besoin", besoin.id.text)
      if mine { retour.relire?.markup(t) }
      champ(
        "etape", label: t("Une étape vers ce but", "A step towards it"),
        valeur: mine ? retour.form.raw("etape") : "", erreur: mine ? retour.saisie.phrase("etape", t) : nil,
        autocomplete: "off", maximum: 300, id: "etape-\(besoin.id)")
      gestes { bouton(t("Ajouter l’étape", "Add the step"), style: .discret) }
    }
  }

  private func etape(_ etape: Besoin.Etape, _ t: Langue) -> Markup {
    li(.class(etape.faite == nil ? "" : "faite")) {
      span { etape.texte }
      boutonVers(
        "/usagers/\(usager.id)/etapes/\(etape.id)", seals.next(),
        etape.faite == nil ? t("C’est fait", "Done") : t("Pas encore", "Not yet"),
        style: etape.faite == nil ? .discret : .simple, precision: etape.texte,
        champs: [(nom: "faite", valeur: etape.faite == nil ? "oui" : "non")])
    }
  }

  private func passe(_ t: Langue) -> Markup {
    section {
      h2 { t("Ce qui a été fait", "What was done") }
      if entretiens.isEmpty {
        p(.class("soft")) { t("Pas encore d’entretien.", "No interview yet.") }
      }
      cartes(entretiens.prefix(5).map { entretien($0, t) })
      if entretiens.count > 5 {
        depliant(t("Avant", "Before")) { cartes(entretiens.dropFirst(5).map { entretien($0, t) }) }
      }
    }
  }

  private func entretien(_ entretien: Entretien, _ t: Langue) -> Markup {
    group {
      h3 { t.dateEtHeure(entretien.debut, fuseau, reference: Jour(now, in: fuseau)) }
      if entretien.fin == nil { etat(.attente, t("En cours", "Under way")) }
      if !entretien.contenu.fait.isEmpty { p { entretien.contenu.fait } }
      if !entretien.contenu.suite.isEmpty { p { t("Ensuite\u{a0}: ", "Next: ") + entretien.contenu.suite } }
      a(.href("/entretiens/\(entretien.id)")) {
        t("Ouvrir", "Open")
        lu(t(" cet entretien", " this interview"))
      }
    }
  }

  /// What other rooms of this charter do for the person.
  private func plusLoin(_ t: Langue) -> Markup {
    section {
      h2 { t("Aller plus loin ensemble", "Going further together") }
      ul(.class("liens")) { for lien in suites { li { a(.href(lien.href)) { lien.label } } } }
    }
  }

  private func autour(_ t: Langue) -> Markup {
    section {
      h2 { t("Autour de ce suivi", "Around this thread") }
      ul(.class("liens")) {
        li {
          a(.href("/usagers/\(usager.id)/identite")) { t("Qui est cette personne", "Who this person is") }
        }
        li {
          a(.href("/usagers/\(usager.id)/partage")) {
            t("Partager avec un collègue", "Share with a colleague")
          }
        }
        li { a(.href("/usagers/\(usager.id)/journal")) { t("Qui a ouvert ce suivi", "Who opened this thread") } }
        li {
          a(.href("/usagers/\(usager.id)/dossier")) {
            t("Donner à la personne ce qui est gardé", "Give the person what is kept")
          }
        }
        li { a(.href("/usagers/\(usager.id)/effacement")) { t("Effacer ce suivi", "Erase this thread") } }
      }
    }
  }
}

extension Besoin.Etat {
  fileprivate var ton: Ton {
    switch self {
    case .ouvert: .attente
    case .atteint: .accord
    case .laisse: .neutre
    }
  }

  fileprivate var geste: Phrase {
    switch self {
    case .ouvert: Phrase("Reprendre", "Take up again")
    case .atteint: Phrase("C’est atteint", "It is reached")
    case .laisse: Phrase("Laisser de côté", "Set aside")
    }
  }
}

/// The seals of a page with many forms: the one that came back keeps its key, the others have their own.
struct Seals: Sendable {
  private let make: @Sendable () -> Sceau

  init(_ visit: Visit) { make = { visit.fresh } }
  init(exemple: Sceau) { make = { exemple } }

  func next() -> Sceau { make() }
}
