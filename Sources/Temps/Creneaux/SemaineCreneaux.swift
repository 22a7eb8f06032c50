extension Semaine {
  /// The slots these windows give in a place, in order: each begins at or after `from` and ends at or before `to`.
  ///
  /// Each window is cut from its start (18:00, 18:45, 19:30…); what is left at its end is too short and gives nothing.
  /// Every slot comes from the wall clock of its own day, so the weeks around a change of clocks keep their hours.
  ///
  /// - Parameter minutes: how long a slot lasts; anything but a positive number of quarter hours gives no slot.
  package func creneaux(from: Instant, to: Instant, in fuseau: Fuseau, minutes: Int) -> [Creneau] {
    guard from < to, minutes > 0, minutes.isMultiple(of: 15) else { return [] }
    return (Jour(from, in: fuseau)...Jour(to, in: fuseau))
      .flatMap { creneaux(on: $0, in: fuseau, minutes: minutes) }
      .filter { from <= $0.start && $0.end <= to }
  }

  /// Whether this very slot is one that these windows give in that place.
  package func offers(_ creneau: Creneau, in fuseau: Fuseau) -> Bool {
    creneaux(from: creneau.start, to: creneau.end, in: fuseau, minutes: creneau.minutes) == [creneau]
  }

  private func creneaux(on jour: Jour, in fuseau: Fuseau, minutes: Int) -> [Creneau] {
    plages.filter { $0.weekday == jour.weekday }.flatMap { plage in
      stride(from: plage.start, through: plage.end - minutes, by: minutes)
        .compactMap { Creneau(on: jour, atMinute: $0, minutes: minutes, in: fuseau) }
    }
  }
}
