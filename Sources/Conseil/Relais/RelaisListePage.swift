import Chartes
import Html
import Temps
import Web

/// Referrals: those that wait first, so that nobody is forgotten.
struct RelaisListePage: Page {
  struct Ligne: Sendable {
    let relais: Relais
    let usager: String
    let partenaire: Partenaire.Contenu
  }

  let lignes: [Ligne]
  /// The person they are about; nil for those of everybody one follows.
  let usager: (id: UsagerID, nom: String)?
  let fuseau: Fuseau
  let now: Instant

  func titre(_ t: Langue) -> String { t("Les relais", "Referrals") }

  func contenu(_ t: Langue) -> Markup {
    let attendus = lignes.filter(\.relais.isAwaited).sorted { $0.relais.parti < $1.relais.parti }
    let autres = lignes.filter { !$0.relais.isAwaited }
    return feuille(
      titre: titre(t), chapeau: usager?.nom, marge: [Note(PasserLeRelais.self, charte: "conseil", t)]
    ) {
      if lignes.isEmpty {
        vide(
          titre: t("Pas encore de relais", "No referral yet"),
          texte: t(
            "Un relais commence depuis le suivi d’une personne, avec son accord.",
            "A referral begins from a person’s thread, with their agreement."))
      }
      if !attendus.isEmpty {
        h2 { t("Réponse attendue", "Answer awaited") }
        cartes(attendus.map { carte($0, t) })
      }
      if !autres.isEmpty {
        h2 { t("Avec une réponse, ou fermés", "Answered, or closed") }
        cartes(autres.map { carte($0, t) })
      }
      gestes {
        if let usager {
          boutonLien("/usagers/\(usager.id)/relais/nouveau", t("Passer le relais", "Hand over"))
          a(.href("/usagers/\(usager.id)")) { t("Revenir au suivi", "Back to the thread") }
        } else {
          boutonLien("/partenaires", t("Les services vers qui orienter", "Services to refer to"), style: .discret)
        }
      }
    }
  }

  private func carte(_ ligne: Ligne, _ t: Langue) -> Markup {
    let relais = ligne.relais
    return group {
      h3(.class("carte-titre")) { "\(ligne.usager), \(ligne.partenaire.nom)" }
      p { etat(relais.etat.ton, t(relais.etat.phrase)) }
      if relais.isAwaited, relais.prochaine == nil {
        p { t("Pas de nouvelle\u{a0}: appelez.", "No news: call.") }
        telephone(ligne.partenaire.telephone, t)
      }
      p(.class("soft")) {
        t("Lettre partie le ", "Letter left on ")
          + t.date(Jour(relais.parti, in: fuseau), reference: Jour(now, in: fuseau))
      }
      a(.href("/relais/\(relais.id)")) {
        t("Ouvrir", "Open")
        lu(t(" le relais de ", " the referral of ") + ligne.usager)
      }
    }
  }
}

/// On paper: the letter, and how to answer it.
struct LettreImprimeePage: Page {
  let relais: Relais
  let origin: String

  private var code: String { relais.contenu.code }

  func titre(_ t: Langue) -> String { t("Lettre", "Letter") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t)) {
      p(.class("ecran soft")) {
        t("Imprimez cette page avec votre navigateur.", "Print this page with your browser.")
      }
      p(.class("texte-signe")) { relais.contenu.lettre }
      if relais.retire == nil, !code.isEmpty {
        h2 { t("Pour nous répondre, sans compte", "To answer us, without an account") }
        p {
          t(
            "Ouvrez \(origin)/relais/reponse et tapez ce code\u{a0}:",
            "Open \(origin)/relais/reponse and type this code:")
        }
        p(.class("code")) { "\(code.prefix(4))-\(code.suffix(4))" }
      }
      p(.class("soft")) {
        t("Empreinte de cette lettre\u{a0}: ", "Fingerprint of this letter: ") + relais.empreinte.prefix(16)
      }
      p(.class("ecran")) { a(.href("/relais/\(relais.id)")) { t("Revenir au relais", "Back to the referral") } }
    }
  }
}
