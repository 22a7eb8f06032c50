import Html
import Temps
import Testing

/// Expected texts are written with plain spaces: no-break ones are checked apart.
private func plain(_ text: String) -> String { String(text.map { $0 == "\u{a0}" ? " " : $0 }) }

@Suite struct DatesTests {
  private let today = Jour(number: 20_778)
  private let evening = Monde.at("2026-12-03T17:00:00Z")

  @Test func `la date et l’heure portent toujours le fuseau`() throws {
    let reunion = try #require(Fuseau("Indian/Reunion"))
    #expect(
      plain(Langue.fr.dateEtHeure(evening, .paris, reference: today)) == "jeudi 3 décembre à 18:00 (heure de Paris)")
    #expect(
      plain(Langue.en.dateEtHeure(evening, .paris, reference: today)) == "Thursday 3 December at 18:00 (Paris time)")
    #expect(
      plain(Langue.fr.dateEtHeure(evening, reunion, reference: today))
        == "jeudi 3 décembre à 21:00 (heure de La Réunion)")
  }

  @Test func `le jour est celui du lieu, pas celui du temps universel`() throws {
    let noumea = try #require(Fuseau("Pacific/Noumea"))
    #expect(
      plain(Langue.fr.dateEtHeure(evening, noumea, reference: today))
        == "vendredi 4 décembre à 04:00 (heure de Nouvelle-Calédonie)")
  }

  @Test func `l’année se dit quand elle n’est pas celle du jour de référence`() throws {
    let jour = try #require(Jour("2027-01-01"))
    #expect(plain(Langue.fr.date(jour, reference: today)) == "vendredi 1er janvier 2027")
    #expect(plain(Langue.en.date(jour, reference: today)) == "Friday 1 January 2027")
    #expect(plain(Langue.fr.date(jour, reference: jour)) == "vendredi 1er janvier")
    #expect(plain(Langue.fr.date(jour, reference: nil)) == "vendredi 1er janvier 2027")
  }

  @Test func `un mois se dit avec son année, un jour serré sans elle`() throws {
    let jour = try #require(Jour("2026-12-01"))
    #expect(plain(Langue.fr.mois(jour)) == "décembre 2026" && plain(Langue.en.mois(jour)) == "December 2026")
    #expect(plain(Langue.fr.moisCourt(jour)) == "déc. 2026" && plain(Langue.en.moisCourt(jour)) == "Dec 2026")
    #expect(plain(Langue.fr.jourDuMois(jour)) == "1er déc." && plain(Langue.en.jourDuMois(jour)) == "1 Dec")
  }

  @Test func `le nombre et son mois ne se séparent pas`() throws {
    let jour = try #require(Jour("2026-12-01"))
    #expect(Langue.fr.date(jour, reference: today) == "mardi 1er\u{a0}décembre")
    #expect(Langue.fr.jourCourt(jour) == "mardi 1er\u{a0}déc.")
    #expect(Langue.en.jourCourt(jour) == "Tuesday 1\u{a0}Dec")
  }

  @Test func `un créneau se dit de son début à sa fin`() throws {
    let creneau = try #require(Creneau(start: evening, minutes: 45))
    #expect(Langue.fr.heures(creneau, .paris) == "de 18:00 à 18:45")
    #expect(Langue.en.heures(creneau, .paris) == "from 18:00 to 18:45")
    #expect(
      plain(Langue.fr.dateEtHeures(creneau, .paris, reference: today))
        == "jeudi 3 décembre de 18:00 à 18:45 (heure de Paris)")
    let late = try #require(Creneau(start: Monde.at("2026-12-03T22:15:00Z"), minutes: 45))
    #expect(Langue.fr.heures(late, .paris) == "de 23:15 à 24:00")
  }

  @Test func `une plage se dit avec son jour`() throws {
    let plage = try #require(PlageHebdomadaire(weekday: 1, start: 1080, end: 1440))
    #expect(Langue.fr.plage(plage) == "lundi de 18:00 à 24:00")
    #expect(Langue.en.plage(plage) == "Monday from 18:00 to 24:00")
  }

  @Test(arguments: [
    (-4, "il y a 4 jours", "4 days ago"), (-2, "avant-hier", "2 days ago"), (-1, "hier", "yesterday"),
    (0, "aujourd’hui", "today"), (1, "demain", "tomorrow"), (2, "après-demain", "in 2 days"),
    (3, "dans 3 jours", "in 3 days"), (45, "dans 45 jours", "in 45 days"),
  ])
  func `un jour se dit aussi par rapport à un autre`(days: Int, fr: String, en: String) {
    let jour = today.advanced(by: days)
    #expect(plain(Langue.fr.relatif(jour, reference: today)) == fr)
    #expect(plain(Langue.en.relatif(jour, reference: today)) == en)
    #expect(Langue.fr.dateRelative(jour, reference: today).hasSuffix(", " + Langue.fr.date(jour, reference: today)))
  }

  @Test func `les douze mois et les sept jours ont leur nom`() {
    for langue in Langue.allCases {
      #expect(Set((1...12).map(langue.month)).count == 12)
      #expect(Set((1...12).map(langue.shortMonth)).count == 12)
      #expect(Set((1...7).map(langue.weekday)).count == 7)
    }
    #expect(Langue.fr.weekday(today.weekday) == "samedi")
    #expect(today.iso == "2026-11-21")
    #expect(Langue.fr.month(8) == "août")
  }
}

@Suite struct DureesTests {
  @Test(arguments: [
    (0, "0 minute", "0 minutes"), (1, "1 minute", "1 minute"), (45, "45 minutes", "45 minutes"),
    (60, "1 heure", "1 hour"), (90, "1 heure 30", "1 hour 30 minutes"), (125, "2 heures 05", "2 hours 5 minutes"),
    (1440, "24 heures", "24 hours"), (2160, "36 heures", "36 hours"), (2880, "2 jours", "2 days"),
    (2910, "48 heures 30", "48 hours 30 minutes"), (3000, "50 heures", "50 hours"), (10_080, "7 jours", "7 days"),
    (-45, "45 minutes", "45 minutes"),
  ])
  func `une durée se dit en mots`(minutes: Int, fr: String, en: String) {
    #expect(plain(Langue.fr.duree(.minutes(minutes))) == fr)
    #expect(plain(Langue.en.duree(.minutes(minutes))) == en)
  }

  @Test func `les secondes ne comptent pas`() {
    #expect(plain(Langue.fr.duree(.seconds(119))) == "1 minute")
    #expect(plain(Langue.fr.duree(.seconds(59))) == "0 minute")
  }
}
