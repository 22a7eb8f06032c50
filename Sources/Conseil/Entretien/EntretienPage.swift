import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The interview under way, or one that is over: who, what was done, what comes next.
struct EntretienPage: Page {
  let seals: Seals
  let entretien: Entretien
  let usager: Usager?
  let besoins: [Besoin]
  /// What was adapted the time before.
  var adapte: [Adaptation] = []
  /// The people one may recognise: one's own threads.
  let connus: [Option]
  let lieu: Lieu?
  /// Whether it is told already.
  let compteRendu: CompteRenduID?
  let mien: Bool
  let retour: Retour
  let fait: String
  let fuseau: Fuseau
  let now: Instant

  func titre(_ t: Langue) -> String {
    if let usager { return t("Entretien avec \(usager.court(t))", "Interview with \(usager.court(t))") }
    let prenom = entretien.contenu.prenom
    return prenom.isEmpty ? t("Entretien", "Interview") : t("Entretien avec \(prenom)", "Interview with \(prenom)")
  }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: chapeau(t), marge: marge(t)) {
      retenue(retour, t)
      if fait == "garde" { avis(.accord, t("C’est gardé.", "It is saved.")) }
      if fait == "rattache" { avis(.accord, t("L’entretien est dans son suivi.", "The interview is in the thread.")) }
      if let usager { rappel(usager, t) } else if mien { qui(t) }
      if mien { notes(t) } else { lecture(t) }
      suites(t)
    }
  }

  private func chapeau(_ t: Langue) -> String {
    let quand = t.dateEtHeure(entretien.debut, fuseau, reference: Jour(now, in: fuseau))
    return lieu.map { "\(quand), \($0.nom)" } ?? quand
  }

  private func marge(_ t: Langue) -> [Note] {
    if usager != nil, retour.motif == nil,
      let motif = PartirDesBesoins.judge(.tenir(besoins: besoins.count), Parametres()).motif
    {
      return [Note(motif, .attente, charte: "conseil", t)]
    }
    return Conseil.marge(retour.motif, sinon: PartirDesBesoins.self, t)
  }

  private func rappel(_ usager: Usager, _ t: Langue) -> Markup {
    group {
      p { a(.href("/usagers/\(usager.id)")) { t("Ouvrir son suivi", "Open the thread") } }
      if !adapte.isEmpty {
        p {
          t("La dernière fois, vous aviez adapté\u{a0}: ", "Last time, you had adapted: ")
            + adapte.map { t($0.phrase).lowercasedFirst }.joined(separator: ", ") + "."
        }
      }
      let open = besoins.filter { $0.etat == .ouvert }
      if !open.isEmpty {
        h2 { t("Ce que la personne veut pouvoir faire", "What the person wants to be able to do") }
        ul { for besoin in open { li { "«\u{a0}\(besoin.mots)\u{a0}»" } } }
      }
    }
  }

  private func qui(_ t: Langue) -> Markup {
    depliant(
      t("Qui est-ce\u{a0}? (facultatif)", "Who is it? (optional)"), ouvert: retour.saisie.champs.contains("prenom")
    ) {
      formulaire(vers: "/entretiens/\(entretien.id)/personne", seals.next()) {
        if !connus.isEmpty {
          liste(
            "usager", label: t("Quelqu’un que vous suivez", "Somebody you follow"), options: connus,
            invite: t("Une nouvelle personne", "Somebody new"), facultatif: t)
        }
        nommer(
          retour.form.has("prenom")
            ? retour.form : FormData(pairs: [("prenom", entretien.contenu.prenom)]), retour.saisie, t)
        gestes { bouton(t("Rattacher à un suivi", "Attach to a thread"), style: .discret) }
      }
    }
  }

  private func notes(_ t: Langue) -> Markup {
    formulaire(vers: "/entretiens/\(entretien.id)", seals.next()) {
      cache("revision", String(entretien.revision))
      retour.relire?.markup(t)
      zone(
        "fait", label: t("Ce que nous avons fait", "What we did"), valeur: typed("fait", entretien.contenu.fait),
        erreur: retour.saisie.phrase("fait", t), lignes: 3, maximum: 2000, facultatif: t)
      zone(
        "suite", label: t("Pour la suite", "What comes next"), valeur: typed("suite", entretien.contenu.suite),
        erreur: retour.saisie.phrase("suite", t), lignes: 2, maximum: 2000, facultatif: t)
      coches(
        "theme", legende: t("De quoi s’agit-il\u{a0}?", "What is it about?"),
        options: Thematique.allCases.map { Option($0.rawValue, t($0.phrase)) }, choisis: Set(all("theme", themes)),
        disposition: .colonnes, facultatif: t)
      depliant(t("Ce que j’ai adapté", "What I adapted"), ouvert: !entretien.contenu.adaptations.isEmpty) {
        coches(
          "adaptation", legende: t("Cette fois-ci", "This time"),
          options: Adaptation.allCases.map { Option($0.rawValue, t($0.phrase)) },
          choisis: Set(all("adaptation", entretien.contenu.adaptations)), disposition: .colonnes, facultatif: t)
      }
      gestes {
        if entretien.fin == nil {
          bouton(t("Clore et rendre compte", "Close and report"), nom: "suivant", valeur: "clore")
        }
        bouton(t("Garder mes notes", "Save my notes"), style: entretien.fin == nil ? .discret : .principal)
      }
    }
  }

  private var themes: [String] { entretien.contenu.themes }

  private func typed(_ nom: String, _ kept: String) -> String {
    retour.form.has(nom) ? retour.form.raw(nom) : kept
  }

  private func all(_ nom: String, _ kept: [String]) -> [String] {
    retour.form.has("revision") ? retour.form.all(nom) : kept
  }

  private func lecture(_ t: Langue) -> Markup {
    Web.lecture {
      if !entretien.contenu.fait.isEmpty { p { entretien.contenu.fait } }
      if !entretien.contenu.suite.isEmpty { p { t("Ensuite\u{a0}: ", "Next: ") + entretien.contenu.suite } }
    }
  }

  private func suites(_ t: Langue) -> Markup {
    section {
      h2 { t("Et ensuite", "And then") }
      ul(.class("liens")) {
        if mien, entretien.fin != nil { li { compte(t) } }
        li {
          a(.href("/entretiens/\(entretien.id)/recapitulatif")) {
            t("Un résumé à emporter", "A summary to take away")
          }
        }
        if mien, let usager {
          li {
            a(.href("/usagers/\(usager.id)/relais/nouveau?entretien=\(entretien.id)")) {
              t("Passer le relais à un service", "Hand over to a service")
            }
          }
        }
      }
    }
  }

  private func compte(_ t: Langue) -> Markup {
    if let compteRendu {
      return a(.href("/comptes-rendus/\(compteRendu)")) { t("Le compte rendu", "The report") }
    }
    return a(.href("/comptes-rendus/nouveau?entretien=\(entretien.id)")) { t("Rendre compte", "Report") }
  }
}
