extension Calendrier {
  /// The file's text, to be sent as UTF-8. The same values always give the same text.
  package var fichier: String {
    var lines = ContentLines()
    lines.component("VCALENDAR") { lines in
      lines.add("VERSION", .token("2.0"))
      lines.add("PRODID", .token("-//Vademecum//Vademecum//FR"))
      lines.add("CALSCALE", .token("GREGORIAN"))
      lines.add("METHOD", .token(envoi.rawValue))
      if !needsUniversalTime { ZoneRules(of: fuseau, around: start).write(into: &lines) }
      lines.component("VEVENT", writeEvent)
    }
    return lines.text
  }

  private func writeEvent(into lines: inout ContentLines) {
    lines.add("UID", .text(uid))
    lines.add("SEQUENCE", .token(String(sequence)))
    lines.add("DTSTAMP", .utc(stamp))
    writeTime("DTSTART", start, into: &lines)
    writeTime("DTEND", end, into: &lines)
    lines.add("SUMMARY", .text(titre))
    if !description.isEmpty { lines.add("DESCRIPTION", .text(description)) }
    writeLink(into: &lines)
    writePeople(into: &lines)
    lines.add("STATUS", .token(envoi == .invitation ? "CONFIRMED" : "CANCELLED"))
    // Those with whom a calendar is shared see the time taken, not the meeting.
    lines.add("CLASS", .token("PRIVATE"))
    lines.add("TRANSP", .token("OPAQUE"))
    if envoi == .invitation { writeAlarm(into: &lines) }
  }

  private func writeTime(_ name: StaticString, _ instant: Instant, into lines: inout ContentLines) {
    if needsUniversalTime {
      lines.add(name, .utc(instant))
    } else {
      let local = LocalTime(instant, in: fuseau)
      lines.add(name, .local(local), [ContentParameter("TZID", token: fuseau.identifier)])
    }
  }

  /// A local time that comes twice would be read as the first one.
  private var needsUniversalTime: Bool {
    [start, end].contains { instant in
      let local = LocalTime(instant, in: fuseau)
      return local.jour.instants(atMinute: local.minute, in: fuseau).count != 1
    }
  }

  private func writeLink(into lines: inout ContentLines) {
    guard let lien else { return }
    lines.add("URL", .uri(lien))
    let video = [ContentParameter("VALUE", token: "URI"), ContentParameter("FEATURE", token: "AUDIO,VIDEO")]
    lines.add("CONFERENCE", .uri(lien), video)
  }

  private func writePeople(into lines: inout ContentLines) {
    lines.add("ORGANIZER", .mail(organisateur.courriel), organisateur.name)
    // Both have already said yes: the calendar is not to ask again.
    let state = envoi == .invitation ? [ContentParameter("PARTSTAT", token: "ACCEPTED")] : []
    let attendee = state + [ContentParameter("RSVP", token: "FALSE")] + participant.name
    lines.add("ATTENDEE", .mail(participant.courriel), attendee)
  }

  private func writeAlarm(into lines: inout ContentLines) {
    guard let rappel, rappel > .zero else { return }
    lines.component("VALARM") { lines in
      lines.add("ACTION", .token("DISPLAY"))
      lines.add("TRIGGER", .token("-PT\(max(1, rappel.components.seconds / 60))M"))
      lines.add("DESCRIPTION", .text(titre))
    }
  }
}

extension Calendrier.Adresse {
  fileprivate var name: [ContentParameter] { nom.map { [ContentParameter("CN", $0)] } ?? [] }
}
