import Base
import Chartes
import Temps
import Testing
import Troupe
import Web

@testable import Mentorat

/// Words that appear nowhere else: each is written in one place.
enum Canari {
  static let question = "Canariquestion, comment dire non ?"
  static let avant = "Canariattend, et encore une question."
  static let cadre = [
    ("situation", "Canarisituation, on me confie un dossier de plus."),
    ("pensee", "Canaripremiere, que faire de tout cela ?"),
  ]
  static let reponse = "Canarireponse, et encore une question."
  static let synthese = "Canarisynthese, je garde l’idée du délai."
  static let enCours = "Canarifutur, et encore une question."
  static let all = [
    "Canariquestion", "Canariattend", "Canarifutur", "Canarisituation", "Canaripremiere", "Canarireponse",
    "Canarisynthese",
    "prise-de-conscience", "Kevin", "Lebrun",
  ]
}

extension Accompagnement {
  /// Words both ways, in each place that takes some, and a name replaced. Answers the messages, and when that is.
  func writeEverywhere() async throws -> (messages: [Message], now: Instant) {
    let evening = Instant.fevrier(1, 20)
    _ = try await send(Canari.avant, at: evening)
    let question = try #require(try await messages(of: nour, at: evening).first)
    _ = try await mentorat.changeMessage(
      visit(
        by: nour, ["message": question.id.text], form: [("libre", Canari.question)], at: evening + .minutes(1),
        geste: .make(at: evening)))
    _ = try await mentorat.sendMessage(
      visit(by: nour, form: Canari.cadre + [("averti", "oui")], at: evening + .minutes(2), geste: .make(at: evening)))
    _ = try await compose("Kevin Lebrun m’a fait attendre.", [("Kevin Lebrun", "remplacer")], at: evening + .minutes(3))
    try await mark(question, "prise-de-conscience", by: nour, at: evening + .minutes(4))
    let reading = Instant.fevrier(2, 9)
    try await write(Canari.reponse, by: marc, answering: question, at: reading)
    _ = try await mentorat.orient(
      visit(by: marc, form: [("cadre", "service"), ("ligne", "3114")], at: reading, geste: .make(at: reading)))
    _ = try await mentorat.announceArrivals(for: .house(.echeances), at: .fevrier(2, 14))
    let after = Accompagnement.seconde + .hours(2) + .days(3)
    try await mentorat.summarize(Canari.synthese, in: binome, by: nour, at: after)
    // Still in its author's hands.
    try await mentorat.date(after + .days(20), in: binome, by: nour, and: marc, at: after)
    let night = Instant.fevrier(2, 22) + .days(27)
    _ = try await send(Canari.avant, at: night)
    // And one that nobody has sent.
    _ = try await relecture(Canari.enCours, objet: "nouveau", at: night)
    #expect(try await fil(of: nour, at: night).contains("Canarifutur"))
    let all = try await messages(of: nour, at: night)
    try #require(all.count == 5)
    return (all, night + .hours(12))
  }
}
