/// Lengths as drawings write them: two decimals, and a point whatever the language.
enum Mesure {
  static func percent(_ value: Double) -> String { "\(number(value))%" }
  static func em(_ value: Double) -> String { "\(number(value))em" }

  static func number(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }
}
