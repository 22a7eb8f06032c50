import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// Three steps: where to, which line if it is one, and it is shown at once.
struct OrientationPage: Page {
  let seal: Sceau
  let binome: BinomeID
  let autre: String
  let lignes: [LigneAide]
  let form: FormData
  let saisie: Saisie

  func titre(_ t: Langue) -> String { t("Orienter ailleurs", "Point to the right help") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t), chapeau: t("Pour \(autre)", "For \(autre)"),
      marge: [Note(OrienterAilleurs.self, charte: "mentorat", t)]
    ) {
      p {
        t(
          "Choisissez vers quoi. Les mots sont les mêmes pour tout le monde. Votre choix est gardé, jamais sa raison.",
          "Choose where to. The words are the same for everybody. We keep your choice, never the reason for it.")
      }
      formulaire(vers: "/binomes/\(binome)/orientation", seal) {
        choix(
          "cadre", legende: t("Vers quoi\u{a0}?", "To what?"),
          options: Orientation.Cadre.allCases.map { Option($0.rawValue, t($0.titre), detail: t($0.phrase)) },
          choisi: form.raw("cadre"), erreur: saisie.phrase("cadre", t))
        liste(
          "ligne", label: t("Une ligne d’aide en particulier", "One helpline in particular"),
          options: lignes.map { Option($0.numero, "\($0.numero) – \(t($0.nom))") }, choisi: form.raw("ligne"),
          invite: t("Aucune", "None"), facultatif: t)
        gestes { bouton(t("Le montrer à \(autre)", "Show it to \(autre)")) }
      }
      p(.class("soft")) {
        t(
          "Si une vie est en danger, appelez vous-même le 112.", "If a life is in danger, call 112 yourself.")
      }
    }
  }
}

extension MentoratRoom {
  func showOrientation(_ visit: Visit) async throws -> Answer { .page(try await orientationPage(visit, Saisie())) }

  func orient(_ visit: Visit) async throws -> Answer {
    guard let cadre = Orientation.Cadre(rawValue: visit.form.text("cadre")) else {
      return .again(
        try await orientationPage(visit, Saisie("cadre", Phrase("Choisissez vers quoi.", "Choose where to."))))
    }
    return .redirect(
      try await orient(
        to: cadre, ligne: visit.form.text("ligne"), in: visit.id("id"), by: visit.person(), geste: visit.geste(),
        at: visit.now))
  }

  private func orientationPage(_ visit: Visit, _ saisie: Saisie) async throws -> OrientationPage {
    let visitor = try visit.person()
    return try await house.database.read { [self] tx in
      let cadre = try store.cadre(of: visit.id("id"), for: visitor, at: visit.now, in: tx)
      guard cadre.moi == .mentor, cadre.binome.clos == nil, cadre.isOpen(at: visit.now) else { throw Absent() }
      return OrientationPage(
        seal: visit.seal, binome: cadre.binome.id,
        autre: try personnes.prenom(of: cadre.binome.accompagne, for: visitor.viewer, in: tx).prenom,
        lignes: try store.lignesAide(of: cadre.binome.dispositif, in: tx), form: visit.form, saisie: saisie)
    }
  }
}
