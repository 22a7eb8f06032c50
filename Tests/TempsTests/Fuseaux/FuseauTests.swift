import Foundation
import Html
import Temps
import Testing

@Suite struct FuseauTests {
  @Test(arguments: [
    "Europe/Paris", "Indian/Reunion", "America/Argentina/Buenos_Aires", "America/Port-au-Prince", "Asia/Katmandu",
    "Pacific/Chatham", "Antarctica/Troll", "Etc/UTC",
  ])
  func `un lieu connu est un fuseau`(identifier: String) throws {
    #expect(try #require(Fuseau(identifier)).identifier == identifier)
  }

  @Test(arguments: [
    "", "Paris", "europe/paris", "Europe/Paris ", "Europe/Paris\0", "Europe/Atlantide", "../etc/passwd", "EST", "CET",
    "EST5EDT", "UTC", "GMT", "GMT+3", "GMT+0300", "Etc/GMT+3", "Etc/GMT-14", "SystemV/EST5", "Z", "Europe/Påris",
  ])
  func `un nom inconnu, ou qui ne dit qu’un décalage, est refusé`(identifier: String) {
    #expect(Fuseau(identifier) == nil)
  }

  @Test func `le décalage suit l’heure d’été`() throws {
    let summer = Instant(milliseconds: 1_780_000_000_000)
    let winter = Instant(milliseconds: 1_796_000_000_000)
    #expect(Fuseau.paris.offset(at: summer) == 7200)
    #expect(Fuseau.paris.offset(at: winter) == 3600)
    #expect(try #require(Fuseau("Indian/Reunion")).offset(at: winter) == 14_400)
    #expect(try #require(Fuseau("Asia/Kathmandu")).offset(at: winter) == 20_700)
    #expect(try #require(Fuseau("Pacific/Chatham")).offset(at: winter) == 49_500)
    #expect(try #require(Fuseau("Pacific/Marquesas")).offset(at: winter) == -34_200)
  }

  @Test func `un fuseau s’écrit comme son nom et se relit`() throws {
    let written = try JSONEncoder().encode(["zone": Fuseau.paris])
    #expect(String(decoding: written, as: UTF8.self).contains("Paris"))
    #expect(try JSONDecoder().decode([String: Fuseau].self, from: written) == ["zone": .paris])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Fuseau].self, from: Data(#"["GMT+3"]"#.utf8))
    }
  }
}

@Suite struct FuseauNomsTests {
  @Test(arguments: [
    ("Europe/Paris", "heure de Paris", "Paris time"),
    ("Indian/Reunion", "heure de La Réunion", "Réunion time"),
    ("Pacific/Noumea", "heure de Nouvelle-Calédonie", "New Caledonia time"),
    ("Pacific/Marquesas", "heure des Marquises", "Marquesas Islands time"),
    ("Europe/Athens", "heure d’Athènes", "Athens time"),
    ("Africa/Cairo", "heure du Caire", "Cairo time"),
    ("Africa/Abidjan", "heure d’Abidjan", "Abidjan time"),
    ("Africa/Ouagadougou", "heure d’Ouagadougou", "Ouagadougou time"),
    ("America/New_York", "heure de New York", "New York time"),
    ("America/Halifax", "heure de Halifax", "Halifax time"),
    ("America/Argentina/Buenos_Aires", "heure de Buenos Aires", "Buenos Aires time"),
    ("Etc/UTC", "temps universel", "universal time"),
  ])
  func `l’heure d’un lieu se dit avec la bonne préposition`(identifier: String, fr: String, en: String) throws {
    #expect(try #require(Fuseau(identifier)).heure == Phrase(fr, en))
  }

  @Test func `la liste commence par la métropole et connaît chaque territoire`() {
    let names = Fuseau.francais.map(\.lieu.fr)
    #expect(Fuseau.francais.first == .paris)
    #expect(names.count == 14)
    #expect(Set(names).count == names.count)
    for place in ["La Réunion", "Guyane", "Mayotte", "Tahiti", "Wallis-et-Futuna", "Saint-Pierre-et-Miquelon"] {
      #expect(names.contains(place))
    }
  }
}
