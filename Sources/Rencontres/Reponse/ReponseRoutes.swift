import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension RencontresRoom {
  func showReponse(_ visit: Visit) async throws -> Answer {
    .page(try await reponsePage(visit, form: .empty, saisie: Saisie(), motif: nil))
  }

  func answer(_ visit: Visit) async throws -> Answer {
    let id: RencontreID = try visit.id("id")
    do {
      let reponse = try Reponse(visit.form)
      return .redirect(try await answer(reponse, id, by: visit.person(), geste: visit.geste(), at: visit.now))
    } catch let saisie as Saisie {
      let page = try await reponsePage(visit, form: visit.form, saisie: saisie, motif: nil)
      return .again(page)
    } catch let refus as Refus {
      let page = try await reponsePage(visit, form: visit.form, saisie: Saisie(), motif: refus.motif)
      return .again(page)
    }
  }

  private func reponsePage(_ visit: Visit, form: FormData, saisie: Saisie, motif: Motif?) async throws -> ReponsePage {
    let visitor = try visit.person()
    let id: RencontreID = try visit.id("id")
    return try await house.database.read { [store, personnes] tx in
      let rencontre = try store.rencontre(id, for: visitor.viewer, in: tx)
      guard rencontre.expert == visitor.personne, rencontre.moment(at: visit.now) == .enAttente else { throw Absent() }
      let demande = try store.demande(of: rencontre, in: tx)
      return ReponsePage(
        seal: visit.seal, rencontre: rencontre,
        prenom: try personnes.prenom(of: rencontre.explorateur, for: visitor.viewer, in: tx),
        motivation: demande.motivation, questions: demande.questions.map(\.texte), fuseau: visitor.fuseau,
        aujourdhui: Jour(visit.now, in: visitor.fuseau), form: form, saisie: saisie, motif: motif)
    }
  }
}

/// Where an expert reads a request and answers it: one minute, on a telephone.
struct ReponsePage: Page {
  let seal: Sceau
  let rencontre: Rencontre
  let prenom: Prenom
  let motivation: String
  let questions: [String]
  let fuseau: Fuseau
  let aujourdhui: Jour
  let form: FormData
  let saisie: Saisie
  let motif: Motif?

  func titre(_ t: Langue) -> String { t("Répondre à \(prenom.prenom)", "Answer \(prenom.prenom)") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: t.dateEtHeure(rencontre.debut, fuseau, reference: aujourdhui), marge: notes(t)) {
      citation(motivation, de: prenom.prenom)
      h2 { t("Ses questions", "Their questions") }
      ol { for question in questions { li { question } } }
      formulaire(vers: "/rencontres/\(rencontre.id)/reponse", seal) {
        choix(
          "accord", legende: t("Votre réponse", "Your answer"),
          options: [
            Option("oui", t("Oui, avec plaisir", "Yes, with pleasure")),
            Option("non", t("Pas cette fois", "Not this time")),
          ], choisi: form.has("accord") ? form.raw("accord") : "oui", erreur: saisie.phrase("accord", t))
        zone(
          "mot", label: t("Un mot pour \(prenom.prenom)", "A note for \(prenom.prenom)"),
          aide: t("Si c’est non, laissez un mot, même court.", "If it is a no, leave a note, even a short one."),
          valeur: form.raw("mot"),
          erreur: saisie.phrase("mot", t), lignes: 3, facultatif: t)
        p(.class("soft")) {
          t("Vous pouvez répondre jusqu’au ", "You can answer until ")
          t.dateEtHeure(rencontre.echeance, fuseau, reference: aujourdhui) + "."
        }
        gestes { bouton(t("Envoyer ma réponse", "Send my answer")) }
      }
    }
  }

  private func notes(_ t: Langue) -> [Note] {
    if let motif { return [Note(motif, .refus, charte: "rencontres", t)] }
    return [Note(TenirSesRendezVous.self, charte: "rencontres", t)]
  }
}
