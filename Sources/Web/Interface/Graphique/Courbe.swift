import Html

/// One series over time, never empty. Across in percent, up and down in em: letters keep their size on a telephone.
struct Courbe {
  let reperes: [Graphique.Repere]
  let effectifs: [Effectif]
  /// What the whole height stands for, at least 1.
  let plafond: Int
  /// A class of the style sheet: the margin on the right, where the last number stands.
  let room: String
  let t: Langue

  /// In em: room for the highest number, then the plot, then what stands below the line.
  private static let (top, height, bottom) = (1.6, 6.5, 1.8)
  private static var base: Double { top + height }

  private var trait: Trait { Trait(parts: effectifs.map(part)) }
  private var last: Int { effectifs.count - 1 }
  private var highest: Int? { effectifs.highest }

  /// Of the whole height, from 0 to 1; nil for a hidden number.
  private func part(_ effectif: Effectif) -> Double? { effectif.connu.map { Double($0) / Double(plafond) } }

  var dessin: Markup {
    let alternative = Alternative(reperes: reperes, effectifs: effectifs, t: t).evolution
    return div(.class("courbe \(room)"), .role("img"), .aria(.label, alternative)) {
      svg(.width("100%"), .height(Mesure.em(Self.base + Self.bottom))) {
        trait.dessin(marked: [highest, last], y: Mesure.em(Self.top), height: Mesure.em(Self.height))
        line(.class("courbe-base"), .x1("0"), .x2("100%"), .y1(Mesure.em(Self.base)), .y2(Mesure.em(Self.base))) {}
        marks
        numbers
        axis
      }
    }
  }

  /// A small ring for each hidden number, and where the trait is a line, a point for each number written.
  @MarkupBuilder private var marks: Markup {
    for index in effectifs.indices where effectifs[index].connu == nil {
      ring("courbe-discret", at: index, Self.base - 0.5, radius: ".22em")
    }
    if trait.continu {
      for index in Set([highest, last].compactMap { $0 }).sorted() {
        if let part = part(effectifs[index]) {
          ring("courbe-point", at: index, Self.base - part * Self.height, radius: ".28em")
        }
      }
    }
  }

  private func ring(_ name: String, at index: Int, _ y: Double, radius: String) -> Markup {
    circle(.class(name), .cx(Mesure.percent(trait.center(index))), .cy(Mesure.em(y)), .r(radius)) {}
  }

  /// The highest right above its place, where nothing else is drawn; the last on its right, in the margin.
  @MarkupBuilder private var numbers: Markup {
    if let highest, highest != last {
      let place = place(highest)
      // Over the rings too, where the highest is low.
      let above = max(0.8, (part(effectifs[highest]) ?? 0) * Self.height)
      text(.class("courbe-nombre \(place.name)"), .x(place.x), .y(Mesure.em(Self.base - above - 0.4))) {
        effectifs[highest].texte(t)
        tspan(.class("courbe-quand")) { " \(reperes[highest].court)" }
      }
    }
    let y = Self.base + 0.35 - min(Self.height, max(0.6, (part(effectifs[last]) ?? 0) * Self.height))
    let x = trait.center(last) + trait.width / 2
    let name = effectifs[last].connu == nil ? "courbe-quand" : "courbe-nombre"
    text(.class(name), .x(Mesure.percent(x)), .dx(".45em"), .y(Mesure.em(y))) { effectifs[last].texte(t) }
  }

  /// The first and the last, as far apart as they can be; on a wide screen one more between them.
  @MarkupBuilder private var axis: Markup {
    if last == 0 {
      tick(0, "courbe-milieu", "50%")
    } else {
      tick(0, "courbe-debut", "0")
      tick(last, "courbe-fin", "100%")
    }
    if last >= 4 {
      let middle = effectifs.count / 2
      tick(middle, "courbe-milieu courbe-large", Mesure.percent(trait.center(middle)))
    }
  }

  private func tick(_ index: Int, _ name: String, _ x: String) -> Markup {
    text(.class("courbe-quand \(name)"), .x(x), .y(Mesure.em(Self.base + 1.35))) { reperes[index].court }
  }

  /// Words turn inwards near an edge, so that they stay in the picture.
  private func place(_ index: Int) -> (name: String, x: String) {
    let (center, half) = (trait.center(index), trait.width / 2)
    switch center {
    case ..<40: return ("courbe-debut", Mesure.percent(center - half))
    case 60...: return ("courbe-fin", Mesure.percent(center + half))
    default: return ("courbe-milieu", Mesure.percent(center))
    }
  }
}
