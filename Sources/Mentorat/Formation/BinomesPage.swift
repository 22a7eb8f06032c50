import Chartes
import Html
import Personnes
import Temps
import Web

/// One's pairs; for whoever coordinates, what may be known of all of them.
struct BinomesPage: Page {
  struct Ligne: Sendable {
    let id: BinomeID
    let autre: Prenom
    let role: Role
    let etat: Etat

    enum Etat: Sendable, Equatable {
      case aConvenir, aSigner, encours(prochaine: Instant?), clos
    }
  }

  struct Coordination: Sendable {
    let dispositif: String
    let binomes: [(vu: BinomeVu, mentor: String, accompagne: String)]
    let mentors: [(id: String, nom: String)]
    let accompagnes: [(id: String, nom: String)]
    let binomesParMentor: Int
  }

  let seal: Sceau
  let lignes: [Ligne]
  let coordination: Coordination?
  let form: FormData
  let saisie: Saisie
  let motif: Motif?
  let fuseau: Fuseau
  let now: Instant
  let fait: String

  func titre(_ t: Langue) -> String {
    coordination == nil ? t("Mes binômes", "My pairs") : t("Les binômes", "The pairs")
  }

  func contenu(_ t: Langue) -> Markup {
    group {
      if !lignes.isEmpty || coordination == nil { own(t) }
      if let coordination { all(coordination, t) }
    }
  }

  private func own(_ t: Langue) -> Markup {
    feuille(
      titre: coordination == nil ? titre(t) : t("Mes binômes", "My pairs"),
      marge: [Note(EcrireEntreDeuxSeances.self, charte: "mentorat", t)]
    ) {
      if lignes.isEmpty {
        vide(
          titre: t("Pas encore de binôme", "No pair yet"),
          texte: t(
            "La coordination vous présentera quelqu’un. Vous conviendrez alors de vos heures, à deux.",
            "The coordinator will introduce somebody to you. Then you will agree on your hours, the two of you."))
      }
      cartes(lignes.map { carte($0, t) })
      if lignes.contains(where: { $0.role == .mentor }) {
        p { a(.href("/absences")) { t("Mes absences", "My days away") } }
      }
    }
  }

  private func carte(_ ligne: Ligne, _ t: Langue) -> Markup {
    group {
      personne(
        initiales: ligne.autre.initiales, nom: ligne.autre.prenom,
        detail: ligne.role == .mentor ? t("Vous accompagnez", "You accompany") : t("Vous accompagne", "Accompanies you")
      )
      state(ligne.etat, t)
      gestes { boutonLien(lien(ligne), geste(ligne, t), style: .discret) }
    }
  }

  private func lien(_ ligne: Ligne) -> String {
    switch ligne.etat {
    case .aConvenir, .aSigner: "/binomes/\(ligne.id)/convention"
    case .encours, .clos: "/binomes/\(ligne.id)"
    }
  }

  private func geste(_ ligne: Ligne, _ t: Langue) -> String {
    switch ligne.etat {
    case .aConvenir:
      t("Préparer la convention avec \(ligne.autre.prenom)", "Prepare the agreement with \(ligne.autre.prenom)")
    case .aSigner: t("Lire et signer avec \(ligne.autre.prenom)", "Read and sign with \(ligne.autre.prenom)")
    case .encours:
      t("Ouvrir nos échanges avec \(ligne.autre.prenom)", "Open our exchanges with \(ligne.autre.prenom)")
    case .clos:
      t("Relire nos échanges avec \(ligne.autre.prenom)", "Read our exchanges with \(ligne.autre.prenom)")
    }
  }

  private func state(_ etat: Ligne.Etat, _ t: Langue) -> Markup {
    switch etat {
    case .aConvenir: Web.etat(.attente, t("Convention à préparer", "Agreement to prepare"))
    case .aSigner: Web.etat(.attente, t("À signer à deux", "To be signed by both"))
    case .encours(let prochaine):
      Web.etat(.accord, prochaine.map { seance($0, t) } ?? t("Séance à dater", "Session to be dated"))
    case .clos: Web.etat(.neutre, t("A pris fin", "Has come to an end"))
    }
  }

  private func seance(_ debut: Instant, _ t: Langue) -> String {
    t("Séance ", "Session ") + t.dateEtHeure(debut, fuseau, reference: Jour(now, in: fuseau))
  }

  private func all(_ coordination: Coordination, _ t: Langue) -> Markup {
    feuille(
      titre: t("Les binômes", "The pairs"), chapeau: coordination.dispositif,
      marge: [
        motif.map { Note($0, .refus, charte: "mentorat", t) } ?? Note(SignerADeux.self, charte: "mentorat", t),
        Note(RelireSonChemin.self, charte: "mentorat", t),
      ]
    ) {
      if fait == "forme" {
        avis(
          .accord,
          t(
            "Le binôme est formé. Un e-mail part aux deux personnes, pour préparer leur convention.",
            "The pair is formed. Both people get an e-mail, to prepare their agreement."))
      }
      if let motif { avis(.refus, titre: t(motif.pourquoi)) { p { t(motif.issue) } } }
      if coordination.mentors.isEmpty || coordination.accompagnes.isEmpty {
        vide(
          titre: t("Il manque encore quelqu’un", "Somebody is still missing"),
          texte: t(
            "Invitez un mentor et une personne à accompagner. Vous formerez ensuite leur binôme ici.",
            "Invite a mentor and a mentee. Then you will bring them together here."),
          geste: boutonLien("/invitations", t("Inviter une personne", "Invite somebody")))
      } else {
        formulaireDe(coordination, t)
      }
      if !coordination.binomes.isEmpty { tableauDe(coordination, t) }
      p {
        a(.href("/whatsapp")) { t("Le numéro WhatsApp de l’association", "The association’s WhatsApp number") }
      }
    }
  }

  private func formulaireDe(_ coordination: Coordination, _ t: Langue) -> Markup {
    let (pair, pairs) = (Phrase("binôme", "pair"), Phrase("binômes", "pairs"))
    return formulaire(vers: "/binomes", seal) {
      liste(
        "mentor", label: t("Mentor", "Mentor"),
        options: coordination.mentors.map { Option($0.id, $0.nom) }, choisi: form.raw("mentor"),
        invite: t("Choisissez", "Choose"),
        aide: t(
          "Par mentor, au plus\u{a0}: \(t.count(coordination.binomesParMentor, pair, pairs)).",
          "For each mentor, at most: \(t.count(coordination.binomesParMentor, pair, pairs))."),
        erreur: saisie.phrase("mentor", t))
      liste(
        "accompagne", label: t("Personne accompagnée", "Mentee"),
        options: coordination.accompagnes.map { Option($0.id, $0.nom) }, choisi: form.raw("accompagne"),
        invite: t("Choisissez", "Choose"), erreur: saisie.phrase("accompagne", t))
      gestes { bouton(t("Former ce binôme", "Make this pair")) }
    }
  }

  private func tableauDe(_ coordination: Coordination, _ t: Langue) -> Markup {
    tableau(
      legende: t("Ce que vous pouvez savoir des binômes", "What you may know of the pairs"),
      colonnes: [
        t("Mentor", "Mentor"), t("Personne accompagnée", "Mentee"), t("Convention", "Agreement"),
        t("Prochaine séance", "Next session"),
      ],
      lignes: coordination.binomes.map { binome in
        [
          group { binome.mentor }, group { binome.accompagne },
          binome.vu.clos
            ? Web.etat(.neutre, t("A pris fin", "Has come to an end"))
            : binome.vu.signe
              ? Web.etat(.accord, t("Signée", "Signed")) : Web.etat(.attente, t("Pas encore signée", "Not signed yet")),
          group {
            binome.vu.prochaine.map { t.dateEtHeure($0, fuseau, reference: Jour(now, in: fuseau)) } ?? "–"
          },
        ]
      })
  }
}
