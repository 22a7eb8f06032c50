/// When somebody is open: their week, in their own zone, less holidays and absences.
package struct Horaire: Sendable, Hashable {
  package let semaine: Semaine
  package let fuseau: Fuseau
  package let feries: Feries?
  package let absences: [ClosedRange<Jour>]

  /// Nobody who opens at all is closed for longer: beyond, there is no opening to be told of.
  private static let horizon = 800

  package init(_ semaine: Semaine, in fuseau: Fuseau, feries: Feries?, absences: [ClosedRange<Jour>] = []) {
    self.semaine = semaine.merged
    self.fuseau = fuseau
    self.feries = feries
    self.absences = absences
  }

  package func isOpen(at instant: Instant) -> Bool { current(at: instant) != nil }

  /// The window that holds this moment; nil when closed. Its end is not included.
  package func current(at instant: Instant) -> Range<Instant>? {
    windows(of: Jour(instant, in: fuseau)).first { $0.contains(instant) }
  }

  /// The first open moment from this one on: itself when open; nil when there is none.
  package func opening(from instant: Instant) -> Instant? {
    windows(from: instant).first { _ in true }.map { max($0.lowerBound, instant) }
  }

  /// When so much open time has gone by, counted in opening hours only; nil when it never will. Nothing to count is the
  /// first open moment.
  package func moment(after duration: Duration, from instant: Instant) -> Instant? {
    var left = duration
    for window in windows(from: instant) {
      let start = max(window.lowerBound, instant)
      let length = window.upperBound - start
      // Exactly full: the window closes at that moment, and the next one opens the answer.
      if left < length { return start + left }
      left -= length
    }
    return nil
  }

  /// The windows that are not over at this moment, in order, the current one whole.
  package func windows(from instant: Instant) -> some Sequence<Range<Instant>> {
    let first = Jour(instant, in: fuseau)
    // The day before: where a day is short, its last window may still be open.
    return (first.advanced(by: -1)...first.advanced(by: Self.horizon)).lazy.flatMap { windows(of: $0) }
      .filter { $0.upperBound > instant }
  }

  /// The windows of one day, as clocks show them there.
  private func windows(of jour: Jour) -> [Range<Instant>] {
    guard feries?.name(of: jour) == nil, !absences.contains(where: { $0.contains(jour) }) else { return [] }
    // Where midnight comes twice, the day is over the first time.
    let night = jour.advanced(by: 1).start(in: fuseau)
    let windows = semaine.plages.filter { $0.weekday == jour.weekday }.compactMap { plage -> Range<Instant>? in
      guard let start = moment(plage.start, on: jour, last: false),
        let end = moment(plage.end, on: jour, last: true).map({ min($0, night) }), start < end
      else { return nil }
      return start..<end
    }
    return windows.reduce(into: [], join)
  }

  /// Two windows around a pause that comes twice cover each other: no moment may be counted in both.
  private func join(_ windows: inout [Range<Instant>], _ next: Range<Instant>) {
    guard let last = windows.last, next.lowerBound < last.upperBound else { return windows.append(next) }
    windows[windows.count - 1] = last.lowerBound..<max(last.upperBound, next.upperBound)
  }

  /// A time that comes twice opens at the first and closes at the second; one that clocks jump over is the jump.
  private func moment(_ minute: Int, on jour: Jour, last: Bool) -> Instant? {
    let instants = jour.instants(atMinute: minute, in: fuseau)
    if let found = last ? instants.last : instants.first { return found }
    return fuseau.nextChange(after: jour.start(in: fuseau) - .milliseconds(1))
  }
}
