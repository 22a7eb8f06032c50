import Html
import Temps

let echantillonsDeGraphique = [
  Echantillon("barres") { t in
    barres(
      Graphique(
        titre: t("Rencontres tenues en 2026, par métier", "Meetings held in 2026, by job"),
        definition: t(
          "Une rencontre compte quand les deux personnes sont venues dans la salle.",
          "A meeting counts when both people came into the room."),
        axe: t("Métier", "Job"),
        reperes: [
          .init(t("Boulangerie et pâtisserie", "Baking and pastry")), .init(t("Librairie", "Bookselling")),
          .init(t("Conduite et entretien de machines agricoles", "Driving and maintenance of farm machines")),
          .init(t("Charpente", "Carpentry")), .init(t("Soins infirmiers", "Nursing")),
          .init(t("Horlogerie", "Watchmaking")),
        ],
        series: [
          .init(
            t("Rencontres", "Meetings"),
            [.nombre(1_284), .nombre(640), .nombre(212), .nombre(37), .moinsDe(5), .nombre(0)])
        ]), t)
  },
  Echantillon("evolution-mois") { t in
    evolution(
      Graphique(
        titre: t("Ce que deviennent les demandes, mois par mois", "What becomes of requests, month by month"),
        definition: t(
          "Chaque demande compte une fois, le mois où elle a été envoyée.",
          "Each request counts once, in the month it was sent."),
        axe: t("Mois", "Month"), reperes: (1...12).compactMap { mois($0, t) },
        series: [
          .init(t("Demandes envoyées", "Requests sent"), nombres(18, 24, 41, 39, 52, 61, 30, 12, 58, 72, 66, 49)),
          .init(t("Rencontres tenues", "Meetings held"), nombres(9, 14, 26, 28, 33, 47, 21, 6, 31, 50, 44, 50)),
          .init(
            t("Demandes déclinées", "Requests declined"),
            [.moinsDe(5), .nombre(6)] + nombres(9, 7, 12, 8, 0) + [.moinsDe(5)] + nombres(14, 11, 15)
              + [.moinsDe(5)]),
          .init(
            t("Annulations de dernière minute", "Last-minute cancellations"),
            nombres(0, 0, 7, 0, 5, 6, 0, 0, 5, 8, 0, 0)),
        ]), t)
  },
  Echantillon("evolution-jours") { t in
    evolution(
      Graphique(
        titre: t("Personnes venues sur le site, jour par jour", "People who came to the site, day by day"),
        definition: t(
          "Une personne compte une fois par jour, à sa première page.",
          "Each person counts once a day, at their first page."),
        axe: t("Jour", "Day"),
        reperes: (0..<91).map { .jour(Jour(number: 20_700 + $0), t) },
        series: [
          .init(
            t("Personnes", "People"),
            (0..<91).map { day in
              let weekend = (day + 2) % 7 < 2
              let number = (weekend ? 2 : 9_000) + day * 41 + (day * 37 % 11) * 160
              return weekend && number < 1_200 ? .moinsDe(5) : .nombre(number)
            })
        ]), t)
  },
  Echantillon("graphique-vide") { t in
    barres(
      Graphique(
        titre: t("Rencontres tenues en 2027, par métier", "Meetings held in 2027, by job"),
        definition: t("Compté depuis le 1er\u{a0}janvier.", "Counted from 1\u{a0}January."),
        axe: t("Métier", "Job"), reperes: [], series: [.init(t("Rencontres", "Meetings"), [])]), t)
  },
]

private func mois(_ month: Int, _ t: Langue) -> Graphique.Repere? {
  Jour(year: 2026, month: month, day: 1).map { .mois($0, t) }
}

private func nombres(_ nombres: Int...) -> [Effectif] { nombres.map(Effectif.nombre) }
