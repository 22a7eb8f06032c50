import Html

extension Phrase {
  /// "2 ans", "2 years": how long something is kept.
  package static func conservation(_ duration: Duration) -> Phrase {
    Phrase(Langue.fr.conservation(duration), Langue.en.conservation(duration))
  }
}

extension Langue {
  /// "2 ans", "30 jours", "24 heures": how long something is kept.
  package func conservation(_ duration: Duration) -> String {
    let days = Int(duration.components.seconds / 86_400)
    guard days > 0, days.isMultiple(of: 365) else { return duree(duration) }
    return count(days / 365, Phrase("an", "year"), Phrase("ans", "years"))
  }

  /// "45 minutes", "1 heure 30", "24 heures", "2 jours"; "45 minutes", "1 hour 30 minutes", "24 hours", "2 days".
  ///
  /// Whole minutes, rounded down, whatever the sign. Days are said from two on, and only when nothing is left over.
  package func duree(_ duration: Duration) -> String {
    let minutes = Int(abs(duration.components.seconds) / 60)
    let (hours, left) = minutes.quotientAndRemainder(dividingBy: 60)
    if hours == 0 { return count(left, Phrase("minute", "minute"), Phrase("minutes", "minutes")) }
    if hours >= 48, hours.isMultiple(of: 24), left == 0 {
      return count(hours / 24, Phrase("jour", "day"), Phrase("jours", "days"))
    }
    let whole = count(hours, Phrase("heure", "hour"), Phrase("heures", "hours"))
    guard left > 0 else { return whole }
    return self(
      "\(whole)\u{a0}\(left.padded(2))",
      "\(whole) \(count(left, Phrase("minute", "minute"), Phrase("minutes", "minutes")))")
  }
}
