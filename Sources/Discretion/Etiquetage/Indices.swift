/// What the tagger looks at around each word, as rows of its table of weights.
package struct Indices {
  /// Rows of the table of weights; a power of two.
  package static let rangees = 1 << 19

  private let vues: [Vue]
  private let casse: UInt32

  /// A word seen from the tagger.
  private struct Vue {
    var mot: UInt32
    var fin2: UInt32 = 0
    var fin3: UInt32 = 0
    var fin4: UInt32 = 0
    var debut3: UInt32 = 0
    var forme: UInt32 = 0
    var classe: UInt32 = 0
    var ouvre = false
    static let bord = Vue(mot: 1)
  }

  init(_ pli: Pli, _ mots: [Mot], _ lexique: Lexique) {
    casse = Self.casse(mots)
    var vues: [Vue] = []
    vues.reserveCapacity(mots.count + 4)
    vues.append(.bord)
    vues.append(.bord)
    var opens = true
    for mot in mots {
      var vue = Self.vue(mot, pli, lexique)
      vue.ouvre = opens
      switch mot.sorte {
      case .ligne: opens = true
      case .signe:
        let unit = pli.lettres[mot.range.lowerBound]
        if Self.closing.contains(unit) { opens = true } else if !Self.transparent.contains(unit) { opens = false }
      case .mot, .nombre: opens = false
      }
      vues.append(vue)
    }
    vues.append(.bord)
    vues.append(.bord)
    self.vues = vues
  }

  var count: Int { vues.count - 4 }

  private static let closing: Set<UInt16> = Set(".!?:".utf16)
  private static let transparent: Set<UInt16> = Set("\"(-*>".utf16)

  private static func vue(_ mot: Mot, _ pli: Pli, _ lexique: Lexique) -> Vue {
    // All numbers of the same length are one word.
    var vue = Vue(mot: mot.sorte == .nombre ? 100 + UInt32(min(mot.range.count, 12)) : mot.empreinte)
    guard mot.sorte == .mot else {
      vue.forme = mot.sorte == .nombre ? 8 : 9
      return vue
    }
    let range = mot.range
    let end = range.upperBound
    vue.fin2 = pli.empreinte(max(range.lowerBound, end - 2)..<end)
    vue.fin3 = pli.empreinte(max(range.lowerBound, end - 3)..<end)
    vue.fin4 = pli.empreinte(max(range.lowerBound, end - 4)..<end)
    vue.debut3 = pli.empreinte(range.lowerBound..<min(end, range.lowerBound + 3))
    vue.forme = UInt32(mot.forme.rawValue) + 1
    var traits = lexique[mot.empreinte]
    if traits.isEmpty { traits = compound(mot, pli, lexique) }
    vue.classe = UInt32(traits.rawValue) + 1
    return vue
  }

  /// A compound word is what its parts are: "marie-ange" is a first name.
  private static func compound(_ mot: Mot, _ pli: Pli, _ lexique: Lexique) -> Traits {
    guard let hyphen = mot.range.first(where: { pli.lettres[$0] == Lettre.tiret }) else { return [] }
    let first = lexique[pli.empreinte(mot.range.lowerBound..<hyphen)]
    let second = lexique[pli.empreinte((hyphen + 1)..<mot.range.upperBound)]
    return first.union(second.intersection([.prenomCourant, .nomCourant]))
  }

  /// 0: capitals as usual; 1: none at all; 2: nothing but.
  private static func casse(_ mots: [Mot]) -> UInt32 {
    var small = 0
    var capital = 0
    for mot in mots where mot.sorte == .mot {
      switch mot.forme {
      case .minuscule: small += 1
      case .capitales: capital += 1
      case .initiale: if mot.range.count > 1 { small += 1; capital += 1 }
      default: small += 1; capital += 1
      }
    }
    if capital == 0 { return 1 }
    return small * 4 < capital ? 2 : 0
  }

  /// Rows of the word at this place, appended to `rows`.
  package func append(at place: Int, to rows: inout [Int32]) {
    let i = place + 2
    let (w, p, n, pp, nn) = (vues[i], vues[i - 1], vues[i + 1], vues[i - 2], vues[i + 2])
    let shape = w.forme | (w.ouvre ? 16 : 0) | casse << 5
    func add(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
      rows.append(Empreinte.row(template, a, b, c, among: Self.rangees))
    }
    add(1, w.mot)
    add(2, p.mot)
    add(3, n.mot)
    add(4, pp.mot)
    add(5, nn.mot)
    add(6, p.mot, w.mot)
    add(7, w.mot, n.mot)
    add(8, pp.mot, p.mot)
    add(9, w.fin2, shape)
    add(10, w.fin3)
    add(11, w.fin4)
    add(12, w.debut3)
    add(13, shape)
    add(14, w.classe)
    add(15, p.classe)
    add(16, n.classe)
    add(17, w.classe, shape)
    add(18, p.classe, w.classe)
    add(19, w.classe, n.classe)
    add(20, p.mot, shape)
    add(21, p.mot, w.classe)
    add(22, n.mot, w.classe)
    add(23, p.mot, n.mot)
    add(24, p.forme, shape, n.forme)
    add(25, pp.mot, w.classe)
    add(26, n.mot, shape)
    add(27, pp.classe, p.classe, w.classe)
    add(28, w.classe, n.mot, p.mot)
    add(29, w.mot, shape)
    add(30, pp.mot, p.mot, w.classe)
    add(31, n.classe, shape, p.mot)
    add(32, 0)
  }
}
