import Html

extension Fuseau {
  /// The place alone, for a list to choose from: "Paris", "La Réunion"; "Paris", "Réunion".
  ///
  /// A place we have no name for is called as in its identifier.
  package var lieu: Phrase {
    if let known = Self.lieux[identifier] { return known }
    let last = identifier.split(separator: "/").last.map(String.init) ?? identifier
    let city = String(last.map { $0 == "_" ? " " : $0 })
    return Phrase(city, city)
  }

  /// What stands beside every time shown: "heure de Paris", "heure du Caire"; "Paris time".
  package var heure: Phrase {
    guard identifier != "Etc/UTC" else { return Phrase("temps universel", "universal time") }
    return Phrase("heure \(Self.complement(lieu.fr))", "\(lieu.en) time")
  }

  /// The zones of the French territories, mainland first, then by how many people live there.
  package static let francais: [Fuseau] = [
    "Europe/Paris", "Indian/Reunion", "America/Guadeloupe", "America/Martinique", "America/Cayenne", "Indian/Mayotte",
    "Pacific/Tahiti", "Pacific/Noumea", "America/Marigot", "America/St_Barthelemy", "Pacific/Wallis",
    "America/Miquelon", "Pacific/Marquesas", "Pacific/Gambier",
  ].compactMap { Fuseau($0) }

  /// "de Paris", "d’Athènes", "du Caire", "des Marquises", "de La Réunion".
  private static func complement(_ place: String) -> String {
    if place.hasPrefix("Le ") { return "du \(place.dropFirst(3))" }
    if place.hasPrefix("Les ") { return "des \(place.dropFirst(4))" }
    let elides = place.first.map { "AEIOUÀÂÉÈÊËÎÏÔÖÙÛÜ".contains($0) } ?? false
    return elides ? "d’\(place)" : "de \(place)"
  }

  /// Places whose name differs from their identifier, in French or in English.
  private static let lieux: [String: Phrase] = [
    "Etc/UTC": Phrase("Temps universel", "Universal time"),

    "Europe/Paris": Phrase("Paris", "Paris"),
    "Indian/Reunion": Phrase("La Réunion", "Réunion"),
    "Indian/Mayotte": Phrase("Mayotte", "Mayotte"),
    "Indian/Kerguelen": Phrase("Les Kerguelen", "Kerguelen Islands"),
    "America/Guadeloupe": Phrase("Guadeloupe", "Guadeloupe"),
    "America/Martinique": Phrase("Martinique", "Martinique"),
    "America/Cayenne": Phrase("Guyane", "French Guiana"),
    "America/Marigot": Phrase("Saint-Martin", "Saint Martin"),
    "America/St_Barthelemy": Phrase("Saint-Barthélemy", "Saint Barthélemy"),
    "America/Miquelon": Phrase("Saint-Pierre-et-Miquelon", "Saint Pierre and Miquelon"),
    "Pacific/Tahiti": Phrase("Tahiti", "Tahiti"),
    "Pacific/Marquesas": Phrase("Les Marquises", "Marquesas Islands"),
    "Pacific/Gambier": Phrase("Les Gambier", "Gambier Islands"),
    "Pacific/Noumea": Phrase("Nouvelle-Calédonie", "New Caledonia"),
    "Pacific/Wallis": Phrase("Wallis-et-Futuna", "Wallis and Futuna"),

    "Europe/London": Phrase("Londres", "London"),
    "Europe/Brussels": Phrase("Bruxelles", "Brussels"),
    "Europe/Lisbon": Phrase("Lisbonne", "Lisbon"),
    "Europe/Vienna": Phrase("Vienne", "Vienna"),
    "Europe/Rome": Phrase("Rome", "Rome"),
    "Europe/Athens": Phrase("Athènes", "Athens"),
    "Europe/Warsaw": Phrase("Varsovie", "Warsaw"),
    "Europe/Bucharest": Phrase("Bucarest", "Bucharest"),
    "Europe/Copenhagen": Phrase("Copenhague", "Copenhagen"),
    "Europe/Moscow": Phrase("Moscou", "Moscow"),
    "Europe/Kiev": Phrase("Kyiv", "Kyiv"),
    "Africa/Algiers": Phrase("Alger", "Algiers"),
    "Africa/Cairo": Phrase("Le Caire", "Cairo"),
    "Africa/Lome": Phrase("Lomé", "Lomé"),
    "Africa/Ndjamena": Phrase("N’Djaména", "N’Djamena"),
    "America/Sao_Paulo": Phrase("São Paulo", "São Paulo"),
    "America/Havana": Phrase("La Havane", "Havana"),
    "America/Mexico_City": Phrase("Mexico", "Mexico City"),
    "America/Montreal": Phrase("Montréal", "Montreal"),
    "Asia/Beirut": Phrase("Beyrouth", "Beirut"),
    "Asia/Kathmandu": Phrase("Katmandou", "Kathmandu"),
    "Asia/Katmandu": Phrase("Katmandou", "Kathmandu"),
    "Asia/Singapore": Phrase("Singapour", "Singapore"),
    "Indian/Antananarivo": Phrase("Antananarivo", "Antananarivo"),
    "Indian/Comoro": Phrase("Les Comores", "Comoros"),
    "Indian/Mauritius": Phrase("Maurice", "Mauritius"),
  ]
}
