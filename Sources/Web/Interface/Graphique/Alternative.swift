import Html

/// The main thing a plot says, for those who do not see it. The table says the rest.
struct Alternative {
  let reperes: [Graphique.Repere]
  let effectifs: [Effectif]
  let t: Langue

  /// "8 barres. La plus longue : boulangerie, 128. 2 nombres cachés : moins de 5."
  var barres: String {
    let bars = t.count(reperes.count, Phrase("barre", "bar"), Phrase("barres", "bars")) + "."
    let longest = effectifs.highest.map { said(Phrase("La plus longue", "The longest"), $0) }
    return [bars, longest ?? zeros, hidden].compactMap { $0 }.joined(separator: " ")
  }

  /// "janvier 2026 – juin 2026. Le plus haut : 58, mars 2026. Le dernier : 42, juin 2026."; never asked of nothing.
  var evolution: String {
    let last = effectifs.count - 1
    let span = reperes.count == 1 ? reperes[0].nom : "\(reperes[0].nom) – \(reperes[last].nom)"
    let highest = effectifs.highest.map { said(Phrase("Le plus haut", "The highest"), $0) }
    let latest = effectifs.highest == last ? nil : said(Phrase("Le dernier", "The last"), last)
    return ["\(span).", highest ?? zeros, latest, hidden].compactMap { $0 }.joined(separator: " ")
  }

  private func said(_ what: Phrase, _ index: Int) -> String {
    "\(t(what))\(t("\u{a0}:", ":")) \(effectifs[index].texte(t)), \(reperes[index].nom)."
  }

  private var zeros: String? {
    guard effectifs.contains(where: { $0.connu != nil }) else { return nil }
    return effectifs.allSatisfy { $0.connu != nil }
      ? t("Tout est à zéro.", "All are at zero.")
      : t("Les nombres montrés sont à zéro.", "The numbers shown are at zero.")
  }

  private var hidden: String? {
    let small = effectifs.filter { $0.connu == nil }
    guard let first = small.first else { return nil }
    let count = t.count(
      small.count, Phrase("nombre caché", "hidden number"), Phrase("nombres cachés", "hidden numbers"))
    return "\(count)\(t("\u{a0}:", ":")) \(first.texte(t))."
  }
}

extension [Effectif] {
  /// Where the highest number shown stands, the latest of them; nil when nothing shown is above zero.
  var highest: Int? {
    let most = compactMap(\.connu).max() ?? 0
    return most > 0 ? lastIndex { $0.connu == most } : nil
  }
}
