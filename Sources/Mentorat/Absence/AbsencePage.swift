import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The days on which a mentor reads nothing.
struct AbsencesPage: Page {
  let seal: Sceau
  let retraits: [Sceau]
  let absences: [ClosedRange<Jour>]
  let today: Jour
  let form: FormData
  let saisie: Saisie
  let fait: String

  func titre(_ t: Langue) -> String { t("Mes absences", "My days away") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t(
        "Ces jours-là, rien ne s’ouvre. Les personnes que vous accompagnez voient quand cela rouvre.",
        "On these days nothing opens. The people you accompany see when it opens again."),
      marge: [Note(LireAuxHeuresDites.self, charte: "mentorat", t)]
    ) {
      if fait == "gardee" {
        avis(.accord, t("C’est gardé. Vos ouvertures en tiennent compte.", "It is saved. Your openings follow it."))
      }
      if absences.isEmpty {
        p(.class("soft")) { t("Aucune absence prévue.", "No days away planned.") }
      }
      ul(.class("absences")) {
        for (absence, retrait) in zip(absences, retraits) {
          li {
            span { jours(absence, t) }
            boutonVers(
              "/absences/retrait", retrait, t("Retirer", "Remove"), precision: jours(absence, t),
              champs: [("premier", absence.lowerBound.iso), ("dernier", absence.upperBound.iso)])
          }
        }
      }
      formulaire(vers: "/absences", seal) {
        fieldset(.class("plage deux")) {
          legend(.class("discret")) { t("Une absence", "Days away") }
          champ(
            "premier", label: t("Du", "From"), valeur: form.raw("premier"), erreur: saisie.phrase("premier", t),
            type: .date)
          champ("dernier", label: t("Au", "To"), valeur: form.raw("dernier"), type: .date)
        }
        gestes { bouton(t("Ajouter cette absence", "Add these days")) }
      }
      p { a(.href("/binomes")) { t("Mes binômes", "My pairs") } }
    }
  }

  private func jours(_ absence: ClosedRange<Jour>, _ t: Langue) -> String {
    let (first, last) = (t.date(absence.lowerBound, reference: today), t.date(absence.upperBound, reference: today))
    return absence.count == 1 ? first : t("du \(first) au \(last)", "from \(first) to \(last)")
  }
}

extension MentoratRoom {
  func showAbsences(_ visit: Visit) async throws -> Answer { .page(try await absencesPage(visit, saisie: Saisie())) }

  func addAbsence(_ visit: Visit) async throws -> Answer {
    do {
      let absence = try AbsenceSaisie(visit.form, today: Jour(visit.now, in: visit.fuseau))
      return .redirect(try await add(absence, by: visit.person(), geste: visit.geste(), at: visit.now))
    } catch let saisie as Saisie {
      return .again(try await absencesPage(visit, saisie: saisie))
    }
  }

  func removeAbsence(_ visit: Visit) async throws -> Answer {
    guard let first = Jour(visit.form.text("premier")), let last = Jour(visit.form.text("dernier")), first <= last
    else { throw Absent() }
    return .redirect(try await remove(first...last, by: visit.person(), geste: visit.geste(), at: visit.now))
  }

  private func absencesPage(_ visit: Visit, saisie: Saisie) async throws -> AbsencesPage {
    let visitor = try visit.person()
    let today = Jour(visit.now, in: visit.fuseau)
    let absences = try await house.database.read { [store] tx in
      try store.absences(of: visitor.personne, in: tx).filter { $0.upperBound >= today }
    }
    return AbsencesPage(
      seal: visit.seal, retraits: absences.map { _ in visit.fresh }, absences: absences, today: today,
      form: visit.form, saisie: saisie, fait: visit.query.text("fait"))
  }
}
