import Html

/// Writes what is measured in the text format of Prometheus, version 0.0.4.
enum Exposition {
  static let type = "text/plain; version=0.0.4; charset=utf-8"

  static func text(_ grandeurs: [Grandeur]) -> String {
    grandeurs.filter { !$0.points.isEmpty }.map(text).joined()
  }

  private static func text(_ grandeur: Grandeur) -> String {
    let sens = "\(grandeur.sens.fr) / \(grandeur.sens.en)".replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    let lines = grandeur.points.map { point in
      "\(grandeur.nom)\(point.suffixe)\(labels(point.etiquettes)) \(number(point.valeur))\n"
    }
    return "# HELP \(grandeur.nom) \(sens)\n# TYPE \(grandeur.nom) \(grandeur.genre.rawValue)\n" + lines.joined()
  }

  private static func labels(_ etiquettes: [(String, String)]) -> String {
    guard !etiquettes.isEmpty else { return "" }
    let pairs = etiquettes.map { nom, valeur in
      let escaped = valeur.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      return "\(nom)=\"\(escaped)\""
    }
    return "{" + pairs.joined(separator: ",") + "}"
  }

  /// Whole numbers without a point; what is not finite, in words that Prometheus reads.
  static func number(_ valeur: Double) -> String {
    if valeur.isNaN { return "NaN" }
    if valeur.isInfinite { return valeur < 0 ? "-Inf" : "+Inf" }
    return Int64(exactly: valeur).map(String.init) ?? "\(valeur)"
  }
}
