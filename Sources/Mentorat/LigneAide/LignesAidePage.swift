import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The helplines, for anybody, at any hour. Nobody knows who looked.
struct LignesAidePage: Page {
  let lignes: [LigneAide]
  let coordonne: Bool

  func titre(_ t: Langue) -> String { t("De l’aide, maintenant", "Help, now") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Appelez\u{a0}: quelqu’un répond. Ce site ne garde rien de votre visite. Votre téléphone peut la garder.",
        "Call: somebody answers, most often in French. In danger, call 112 and ask for English. This site keeps "
          + "nothing of your visit. Your phone may keep it."),
      marge: [Note(OrienterAilleurs.self, charte: "mentorat", t)]
    ) {
      h2 { t("En danger, ou trop lourd à porter", "In danger, or too hard to carry") }
      liste(of: lignes.filter(\.vitale), t)
      h2 { t("Pour d’autres situations", "For other situations") }
      liste(of: lignes.filter { !$0.vitale }, t)
      if coordonne {
        p { a(.href("/lignes-aide/reglage")) { t("Tenir ces lignes à jour", "Keep these lines up to date") } }
      }
    }
  }
}

/// Where the structure keeps its helplines up to date.
struct ReglageDesLignesPage: Page {
  let seal: Sceau
  let lignes: [LigneAide]
  let form: FormData
  let saisie: Saisie
  /// Checked longer ago than the charter says.
  let anciennes: Int
  let today: Jour
  let fait: String

  func titre(_ t: Langue) -> String { t("Tenir les lignes d’aide à jour", "Keep the helplines up to date") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Appelez ou relisez la source, puis notez le jour.", "Call, or read the source again, then note the day."),
      marge: [Note(OrienterAilleurs.self, charte: "mentorat", t)]
    ) {
      if fait == "gardees" {
        avis(.accord, t("C’est gardé. Merci de veiller.", "It is saved. Thank you for watching over it."))
      }
      if anciennes > 0 {
        avis(
          .attente,
          t.count(
            anciennes,
            Phrase("ligne attend d’être vérifiée.", "line is waiting to be checked."),
            Phrase("lignes attendent d’être vérifiées.", "lines are waiting to be checked.")))
      }
      if let phrase = saisie.phrase("lignes", t) { avis(.refus, phrase) }
      formulaire(vers: "/lignes-aide/reglage", seal) {
        for rang in 0..<min(LignesSaisies.auPlus, shown) { bloc(rang, t) }
        p(.class("soft")) {
          t("Videz le numéro d’une ligne pour la retirer.", "Empty a line’s number to take it away.")
        }
        gestes { bouton(t("Garder ces lignes", "Save these lines")) }
      }
    }
  }

  private var shown: Int { form.has("numero") ? form.all("numero").count : lignes.count + 1 }

  private func bloc(_ rang: Int, _ t: Langue) -> Markup {
    let ligne = rang < lignes.count ? lignes[rang] : nil
    func value(_ nom: String, _ start: String) -> String {
      guard form.has("numero") else { return start }
      let typed = form.all(nom)
      return rang < typed.count ? typed[rang] : ""
    }
    func text(_ nom: String, _ label: String, _ start: String) -> Markup {
      champ(
        nom, label: label, valeur: value(nom, start),
        erreur: nom == "numero" ? saisie.phrase("numero-\(rang)", t) : nil,
        facultatif: ligne == nil ? t : nil, id: "\(nom)-\(rang)")
    }
    return fieldset(.class("ligne-aide")) {
      legend { ligne.map { "\($0.numero) – \(t($0.nom))" } ?? t("Une ligne de plus", "One more line") }
      text("numero", t("Numéro", "Number"), ligne?.numero ?? "")
      text("nom_fr", t("Nom", "Name (French)"), ligne?.nom.fr ?? "")
      text("nom_en", t("Nom, en anglais", "Name (English)"), ligne?.nom.en ?? "")
      text("pour_fr", t("Pour qui", "Whom it is for (French)"), ligne?.pour.fr ?? "")
      text("pour_en", t("Pour qui, en anglais", "Whom it is for (English)"), ligne?.pour.en ?? "")
      text("heures_fr", t("Heures", "Hours (French)"), ligne?.heures.fr ?? "")
      text("heures_en", t("Heures, en anglais", "Hours (English)"), ligne?.heures.en ?? "")
      text("source", t("Source", "Source"), ligne?.source ?? "")
      champ(
        "verifiee", label: t("Vérifiée le", "Checked on"), valeur: value("verifiee", (ligne?.verifiee ?? today).iso),
        type: .date, id: "verifiee-\(rang)")
      caseACocher(
        "vitale", label: t("À montrer d’abord en cas de danger", "Shown first in danger"), valeur: String(rang),
        cochee: form.has("numero") ? form.all("vitale").contains(String(rang)) : ligne?.vitale ?? false,
        id: "vitale-\(rang)")
    }
  }
}

extension MentoratRoom {
  func showLignesAide(_ visit: Visit) async throws -> Answer {
    let dispositif = visit.visitor?.appartenances.min { left, _ in left.role.signeADeux }?.dispositif
    let lignes = try await house.database.read { [store] tx in try store.lignesAide(of: dispositif, in: tx) }
    return .page(LignesAidePage(lignes: lignes, coordonne: visit.visitor?.has(.coordinateur) ?? false))
  }

  /// Whose lines this coordinator keeps up to date.
  private func keptUp(by visitor: Visitor) async throws -> Dispositif? {
    if let mentoring = try await coordinated(by: visitor) { return mentoring }
    guard let id = visitor.dispositif(as: .coordinateur) else { return nil }
    return try await house.database.read { [personnes] tx in
      try personnes.dispositif(id, for: visitor.viewer, in: tx)
    }
  }

  func showReglageDesLignes(_ visit: Visit) async throws -> Answer {
    .page(try await reglagePage(visit, Saisie()))
  }

  func keepLignesAide(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    guard let dispositif = try await keptUp(by: visitor) else { throw Absent() }
    do {
      let saisies = try LignesSaisies(visit.form, today: Jour(visit.now, in: dispositif.fuseau))
      return .redirect(
        try await keep(saisies, of: dispositif.id, by: visitor, geste: visit.geste(), at: visit.now))
    } catch let saisie as Saisie {
      return .again(try await reglagePage(visit, saisie))
    }
  }

  private func reglagePage(_ visit: Visit, _ saisie: Saisie) async throws -> ReglageDesLignesPage {
    guard let dispositif = try await keptUp(by: visit.person()) else { throw Absent() }
    return try await house.database.read { [self] tx in
      let lignes = try store.lignesAide(of: dispositif.id, in: tx)
      let p = try personnes.version(of: dispositif.id, at: visit.now, in: tx).parametres
      let today = Jour(visit.now, in: dispositif.fuseau)
      return ReglageDesLignesPage(
        seal: visit.seal, lignes: lignes, form: visit.form, saisie: saisie,
        anciennes: lignes.count { $0.verifiee.distance(to: today) > p[OrienterAilleurs.verification] }, today: today,
        fait: visit.query.text("fait"))
    }
  }
}
