import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension RencontresRoom {
  func showAnnulation(_ visit: Visit) async throws -> Answer {
    .page(try await annulationPage(visit, form: .empty, saisie: Saisie()))
  }

  func cancel(_ visit: Visit) async throws -> Answer {
    let id: RencontreID = try visit.id("id")
    do {
      let saisie = try AnnulationSaisie(visit.form)
      return .redirect(try await cancel(id, saisie, by: visit.person(), geste: visit.geste(), at: visit.now))
    } catch let saisie as Saisie {
      return .again(
        try await annulationPage(visit, form: visit.form, saisie: saisie))
    }
  }

  private func annulationPage(_ visit: Visit, form: FormData, saisie: Saisie) async throws -> AnnulationPage {
    let visitor = try visit.person()
    let id: RencontreID = try visit.id("id")
    return try await house.database.read { [store, personnes] tx in
      let rencontre = try store.own(id, of: visitor.personne, in: tx)
      guard rencontre.canBeCancelled(by: visitor.personne, at: visit.now) else { throw Absent() }
      let p = try personnes.version(rencontre.version, of: rencontre.dispositif, in: tx).parametres
      let situation = TenirSesRendezVous.Situation(debut: rencontre.debut, now: visit.now)
      return AnnulationPage(
        seal: visit.seal, rencontre: rencontre,
        prenom: try personnes.prenom(of: rencontre.other(than: visitor.personne), for: visitor.viewer, in: tx),
        classe: TenirSesRendezVous.classe(situation, p), verdict: TenirSesRendezVous.judge(situation, p),
        limite: TenirSesRendezVous.limite(debut: rencontre.debut, p), fuseau: visitor.fuseau,
        aujourdhui: Jour(visit.now, in: visitor.fuseau), form: form, saisie: saisie)
    }
  }
}

/// Saying that one cannot come, with a word. It tells beforehand how it will be noted.
struct AnnulationPage: Page {
  let seal: Sceau
  let rencontre: Rencontre
  let prenom: Prenom
  let classe: TenirSesRendezVous.Classe
  let verdict: Verdict
  let limite: Instant
  let fuseau: Fuseau
  let aujourdhui: Jour
  let form: FormData
  let saisie: Saisie

  /// A request that nobody has accepted is withdrawn; a meeting agreed is cancelled, and classed.
  private var isAgreed: Bool { rencontre.etat == .acceptee }

  func titre(_ t: Langue) -> String {
    isAgreed
      ? t("Un empêchement\u{a0}?", "Something came up?") : t(.retirerMaDemande)
  }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: t.dateEtHeure(rencontre.debut, fuseau, reference: aujourdhui), marge: notes(t)) {
      p {
        t(
          "Cela arrive. \(prenom.prenom) le saura tout de suite, et son temps redeviendra libre.",
          "It happens. \(prenom.prenom) will know at once, and their time will be free again.")
      }
      if isAgreed { notice(t) }
      formulaire(vers: "/rencontres/\(rencontre.id)/annulation", seal) {
        zone(
          "mot", label: t("Votre mot à \(prenom.prenom)", "Your note to \(prenom.prenom)"),
          aide: t("Une phrase suffit.", "One sentence is enough."), valeur: form.raw("mot"),
          erreur: saisie.phrase("mot", t), lignes: 3)
        gestes {
          bouton(
            isAgreed ? t("Annuler la rencontre", "Cancel the meeting") : t(.retirerMaDemande),
            style: .grave)
          a(.href("/rencontres/\(rencontre.id)")) { t("La garder", "Keep it") }
        }
      }
    }
  }

  private func notice(_ t: Langue) -> Markup {
    classe == .aTemps
      ? avis(
        .accord,
        t(
          "Vous prévenez à temps\u{a0}: c’est possible jusqu’au \(t.dateEtHeure(limite, fuseau, reference: aujourdhui)).",
          "You are giving notice in time: this is possible until \(t.dateEtHeure(limite, fuseau, reference: aujourdhui))."
        ))
      : avis(.attente, verdict.motif.map { t($0.pourquoi) } ?? t(classe.titre))
  }

  private func notes(_ t: Langue) -> [Note] {
    guard isAgreed, let motif = verdict.motif else { return [Note(TenirSesRendezVous.self, charte: "rencontres", t)] }
    return [Note(motif, .attente, charte: "rencontres", t)]
  }
}
