import Html

/// Where the numbers of a series stand, from 0 to 100 across and up: bars for a month of days at most, a line beyond.
struct Trait {
  /// Each from 0 to 1; nil where nothing may be drawn.
  let parts: [Double?]

  var continu: Bool { parts.count > 31 }

  /// A few bars do not grow into walls.
  var width: Double { continu ? 0 : min(72 / Double(parts.count), 12) }

  func center(_ index: Int) -> Double {
    continu ? Double(index) / Double(parts.count - 1) * 100 : (Double(index) + 0.5) / Double(parts.count) * 100
  }

  /// Stretched to the room there is: no letter stands in it, and its strokes keep their width.
  func dessin(marked: [Int?], y: String, height: String) -> Markup {
    svg(
      .viewBox("0 0 100 100"), .preserveAspectRatio("none"), .y(y), .width("100%"), .height(height)
    ) {
      if continu {
        path(.class("courbe-fond"), .d(runs.map(area).joined()))
        path(.class("courbe-ligne"), .d(runs.map(outline).joined()))
      } else {
        for (index, part) in parts.enumerated() {
          if let part, part > 0 { bar(index, part, marked: marked.contains(index)) }
        }
      }
    }
  }

  private func bar(_ index: Int, _ part: Double, marked: Bool) -> Markup {
    // One in ten million is still seen.
    let height = max(1.5, part * 100)
    return rect(
      .class(marked ? "courbe-barre courbe-dite" : "courbe-barre"), .x(Mesure.number(center(index) - width / 2)),
      .y(Mesure.number(100 - height)), .width(Mesure.number(width)), .height(Mesure.number(height))
    ) {}
  }

  /// Numbers that follow each other without a hidden one between them.
  private var runs: [ArraySlice<Double?>] { parts.split(separator: nil) }

  private func points(_ run: ArraySlice<Double?>) -> String {
    run.indices.map { "\(Mesure.number(center($0))) \(Mesure.number(100 - (parts[$0] ?? 0) * 100))" }
      .joined(separator: "L")
  }

  private func outline(_ run: ArraySlice<Double?>) -> String {
    // A number alone between two hidden ones is a point: a line of no length with round ends.
    run.count == 1 ? "M\(points(run))h0" : "M\(points(run))"
  }

  private func area(_ run: ArraySlice<Double?>) -> String {
    "M\(Mesure.number(center(run.startIndex))) 100L\(points(run))L\(Mesure.number(center(run.endIndex - 1))) 100z"
  }
}
