import Html

extension Langue {
  /// What the browser asks for first among the languages we speak; French otherwise.
  static func asked(by acceptLanguage: String?) -> Langue {
    guard let acceptLanguage else { return .fr }
    let wishes = acceptLanguage.split(separator: ",").prefix(20).compactMap { wish -> (Langue, Double)? in
      let parts = wish.split(separator: ";")
      let tag = parts.first?.drop { $0 == " " }.prefix(2).lowercased() ?? ""
      guard let langue = Langue(rawValue: tag) else { return nil }
      let weight = parts.dropFirst().first.flatMap { Double($0.drop { $0 != "=" }.dropFirst()) } ?? 1
      return weight > 0 ? (langue, weight) : nil
    }
    // Of two equal wishes the first one counts, as browsers mean it.
    return wishes.reduce(nil as (Langue, Double)?) { best, wish in
      best.map { $0.1 >= wish.1 } == true ? best : wish
    }?.0 ?? .fr
  }
}
