import Discretion
import Foundation
import Testing

/// Whatever is written, what is found stands inside the text, does not overlap, and is the same wherever it stands.
@Suite struct BornesTests {
  private static let morceaux = [
    "06 12 34 56 78", "Sandrine", "d’Antoine", "anne@exemple.fr", "👩🏽‍🔧", "e\u{301}", "\u{200B}", "\u{202E}", "\u{0}",
    "\n", " ",
    "rue des Tanneurs", "12", "FR76 3000 6000 0112 3456 7890 189", "é", "İ", "ﬁ", "𝐁𝐫𝐮𝐧𝐨", "@", ".", "…", "«", "<b>",
    "née le 3/5/90",
    "٠٦", "漢字", "\u{FEFF}", "ß", "Œuvre", "arobase", "point", "zéro six", "mdp:", "x1!y", "\u{1F1EB}\u{1F1F7}", "-",
    "'", "l’",
  ]

  @Test func `quatre mille textes brouillés gardent leurs bornes`() {
    var tirage = Tirage(etat: 7)
    for _ in 0..<4000 {
      let text = (0..<Int.random(in: 0...14, using: &tirage))
        .map { _ in Self.morceaux.randomElement(using: &tirage) ?? "" }.joined(
          separator: Bool.random(using: &tirage) ? " " : "")
      let count = text.unicodeScalars.count
      var end = 0
      for found in Lecture.relecteur.read(text) {
        #expect(found.place.lowerBound >= end && found.place.upperBound <= count && !found.place.isEmpty)
        #expect(found.proposition.place.lowerBound >= end && found.proposition.place.upperBound <= count)
        end = found.place.upperBound
      }
      _ = Lecture.relecteur.alert(text)
      _ = Egards.wounds(text)
      var carnet = Carnet()
      _ = Lecture.relecteur.reword(text, carnet: &carnet)
    }
  }

  @Test(arguments: ["👩🏽‍🔧👍🏽 ", "e\u{301}e\u{301}. ", "\u{200B}\u{FEFF} ", "İstanbul. ", "ﬁn. "])
  func `ce qui précède décale, sans rien changer`(
    prefix: String
  ) {
    let text = "mon num 06 12 34 56 78 et anne@exemple.fr"
    let shift = prefix.unicodeScalars.count
    let alone = Lecture.relecteur.read(text)
    let after = Lecture.relecteur.read(prefix + text)
    #expect(alone.count == 2)
    #expect(after.map { $0.place } == alone.map { ($0.place.lowerBound + shift)..<($0.place.upperBound + shift) })
  }

  @Test func `des marques invisibles ne cachent rien`() {
    #expect(Lecture.relecteur.read("0\u{200B}6 1\u{2060}2 34 56 7\u{FEFF}8").map(\.sorte) == [.telephone])
    #expect(Lecture.relecteur.read("０６ １２ ３４ ５６ ７８").map(\.sorte) == [.telephone])
    #expect(Lecture.trouve("Sandrine est passe\u{301}e hier chez Gae\u{308}lle.").contains("PERSON Gae\u{308}lle"))
  }

  @Test(arguments: [
    "a.", "@a", "06 ", "point a ", "rue de la ", "12 rue ", "rue A de de ", "x@", "(", "un deux ", "« ", "Sandrine ",
    "2A ", "FR76 ",
    "mdp ", "insta: ", "e\u{301}", "👍", "d'", "-a", "at point ", "0", "c o n ", "**",
  ]) func `dix fois plus long coûte dix fois plus, pas cent`(morceau: String) {
    let short = String(repeating: morceau, count: 1_000 / morceau.unicodeScalars.count)
    let long = String(repeating: morceau, count: 10_000 / morceau.unicodeScalars.count)
    func time(_ text: String) -> Duration {
      let times = (0..<3).map { _ in
        let start = processor
        _ = Lecture.relecteur.read(text)
        _ = Egards.wounds(text)
        return processor - start
      }
      return times.min() ?? .zero
    }
    let (small, large) = (time(short), time(long))
    #expect(large < small * 40 + .milliseconds(20), "\(small) → \(large)")
  }

  /// What this thread took of a processor: others may keep the machine busy meanwhile.
  private var processor: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
