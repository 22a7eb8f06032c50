import Temps
import Testing

@Suite struct CalendrierTests {
  static func event(_ envoi: Calendrier.Envoi = .invitation, at start: String, in fuseau: Fuseau = .paris) -> Calendrier
  {
    Calendrier(
      envoi, uid: "0197-rencontre@vademecum.example", sequence: 1, stamp: Monde.at("2026-11-21T09:30:00Z"),
      start: Monde.at(start), end: Monde.at(start) + .minutes(45), fuseau: fuseau, titre: "Rencontre : boulangère",
      description: "Une question, une rencontre.\nÀ bientôt",
      lien: "https://vademecum.example/rencontres/0197",
      organisateur: .init(nom: "Vademecum", courriel: "rendez-vous@vademecum.example"),
      participant: .init(courriel: "aicha@exemple.fr"), rappel: .minutes(15))
  }

  /// Lines as a calendar reads them, unfolded.
  static func lines(_ calendrier: Calendrier) -> [String] {
    var lines = ""
    var rest = calendrier.fichier.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\r", rest.starts(with: "\n ".unicodeScalars) {
        rest = rest.dropFirst(2)
      } else {
        lines.unicodeScalars.append(scalar)
      }
    }
    return lines.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func `une invitation se lit ligne à ligne`() {
    #expect(
      Self.lines(Self.event(at: "2026-12-03T17:00:00Z")) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Vademecum//Vademecum//FR", "CALSCALE:GREGORIAN", "METHOD:REQUEST",
        "BEGIN:VTIMEZONE", "TZID:Europe/Paris",
        "BEGIN:DAYLIGHT", "DTSTART:20250330T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT",
        "BEGIN:STANDARD", "DTSTART:20251026T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT", "UID:0197-rencontre@vademecum.example", "SEQUENCE:1", "DTSTAMP:20261121T093000Z",
        "DTSTART;TZID=Europe/Paris:20261203T180000", "DTEND;TZID=Europe/Paris:20261203T184500",
        "SUMMARY:Rencontre : boulangère", #"DESCRIPTION:Une question\, une rencontre.\nÀ bientôt"#,
        "URL:https://vademecum.example/rencontres/0197",
        "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:https://vademecum.example/rencontres/0197",
        #"ORGANIZER;CN="Vademecum":mailto:rendez-vous@vademecum.example"#,
        "ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:aicha@exemple.fr",
        "STATUS:CONFIRMED", "CLASS:PRIVATE", "TRANSP:OPAQUE",
        "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "DESCRIPTION:Rencontre : boulangère", "END:VALARM",
        "END:VEVENT", "END:VCALENDAR", "",
      ])
  }

  @Test func `une annulation garde l’identité de l’événement et ne sonne pas`() {
    let lines = Self.lines(Self.event(.annulation, at: "2026-12-03T17:00:00Z"))
    #expect(lines.contains("METHOD:CANCEL"))
    #expect(lines.contains("STATUS:CANCELLED"))
    #expect(lines.contains("UID:0197-rencontre@vademecum.example"))
    #expect(lines.contains("ATTENDEE;RSVP=FALSE:mailto:aicha@exemple.fr"))
    #expect(!lines.contains("BEGIN:VALARM"))
    #expect(
      Self.event(.annulation, at: "2026-12-03T17:00:00Z").contentType
        == "text/calendar; charset=utf-8; method=CANCEL")
  }

  @Test func `sans lien ni rappel ni description, rien n’en est dit`() {
    var event = Self.event(at: "2026-12-03T17:00:00Z")
    event.lien = nil
    event.rappel = nil
    event.description = ""
    for start in ["URL", "CONFERENCE", "DESCRIPTION", "BEGIN:VALARM"] {
      #expect(!Self.lines(event).contains { $0.hasPrefix(start) })
    }
  }
}

@Suite struct TexteHostileTests {
  private static let hostile = "x\r\nATTENDEE:mailto:z@z.zz\nX-A:1\rX-B:2\u{2028}X-C:3\u{85}X-D:4\u{b};\",:\\^\u{0}é🥖"

  private var event: Calendrier {
    var event = CalendrierTests.event(at: "2026-12-03T17:00:00Z")
    event.uid = Self.hostile
    event.titre = Self.hostile
    event.description = String(repeating: Self.hostile, count: 20)
    event.lien = "https://a.example/" + Self.hostile
    event.organisateur = .init(nom: Self.hostile, courriel: Self.hostile)
    event.participant = .init(nom: Self.hostile, courriel: "a@b.example?cc=z@z.zz" + Self.hostile)
    return event
  }

  @Test func `aucun texte ne peut ajouter une ligne`() {
    let tame = CalendrierTests.event(at: "2026-12-03T17:00:00Z")
    func names(_ event: Calendrier) -> [Substring] {
      CalendrierTests.lines(event).map { $0.prefix { $0 != ":" && $0 != ";" } }
    }
    #expect(names(event) == names(tame))
  }

  @Test func `aucun caractère de commande ne reste, et les lignes finissent comme il faut`() {
    let scalars = Array(event.fichier.unicodeScalars)
    for (index, scalar) in scalars.enumerated() where scalar.value < 0x20 || scalar.value == 0x7f {
      #expect(scalar == "\r" ? scalars[index + 1] == "\n" : scalar == "\n" && scalars[index - 1] == "\r")
    }
    #expect(!scalars.contains("\u{2028}") && !scalars.contains("\u{85}"))
  }

  @Test func `aucune ligne ne dépasse 75 octets, et aucun caractère n’est coupé`() {
    for length in 0..<90 {
      var event = self.event
      event.titre = String(repeating: "a", count: length) + String(repeating: "é🥖", count: 40)
      let bytes = Array(event.fichier.utf8)
      for line in bytes.split(separator: 0x0a) {
        #expect(line.count <= 76, "75 and the carriage return")
        #expect(String(validating: line, as: UTF8.self) != nil)
      }
      #expect(CalendrierTests.lines(event).contains("SUMMARY:\(event.titre)"))
    }
  }

  @Test func `un nom entre guillemets reste lisible`() {
    var event = CalendrierTests.event(at: "2026-12-03T17:00:00Z")
    event.participant = .init(nom: "Zoé \"Z\"; Roy, ^", courriel: "zoe+a@exemple.fr?x")
    let attendee = #"ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE;CN="Zoé ^'Z^'; Roy, ^^":mailto:zoe+a@exemple.fr%3Fx"#
    #expect(CalendrierTests.lines(event).contains(attendee))
  }

  @Test func `les sauts de ligne restent des sauts de ligne`() {
    var event = CalendrierTests.event(at: "2026-12-03T17:00:00Z")
    event.description = "a\r\nb\nc\rd\u{85}e\u{2028}f; \\ , g"
    #expect(CalendrierTests.lines(event).contains(#"DESCRIPTION:a\nb\nc\nd\ne\nf\; \\ \, g"#))
  }
}
