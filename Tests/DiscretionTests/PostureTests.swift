import Discretion
import Testing

@Suite struct PostureTests {
  @Test(arguments: PhrasesDePosture.cessions) func `demander à l’autre de décider se voit`(text: String) {
    #expect(!Posture.yields(text).isEmpty)
  }

  @Test(arguments: PhrasesDePosture.reflexions) func `réfléchir à voix haute, raconter ou convenir d’une date passe`(
    text: String
  ) {
    #expect(shown(Posture.yields(text), of: text) == [])
  }

  @Test(arguments: PhrasesDePosture.ordres) func `un ordre se voit`(text: String) {
    #expect(!Posture.orders(text).isEmpty)
  }

  @Test(arguments: PhrasesDePosture.invitations) func `aider à penser, redire ou saluer passe`(text: String) {
    #expect(shown(Posture.orders(text), of: text) == [])
  }

  @Test(arguments: [
    ("Ma cheffe part en mars. Que dois-je faire ?", false),
    ("Ma cheffe part en mars. Je penche pour le poste. Que dois-je faire ?", true),
    ("Ma cheffe part en mars, et j’ai peur de la suite. Que dois-je faire ?", true),
    ("Je penche pour le poste, mais décidez pour moi.", false),
  ]) func `une question nue compte, une question pensée passe`(text: String, passes: Bool) {
    #expect(Posture.yields(text).isEmpty == passes)
  }

  @Test(arguments: [
    ("Vous devez signer.", false), ("Ma directrice m’a écrit :\nVous devez signer.", true),
    ("> Vous devez signer.\nVoilà ce qu’on vous écrit.", true), ("Vous devez signer, m’avait-on répété.", true),
    ("Je vous le dis : vous devez signer.", false), ("« Vous devez signer » : qu’entendez-vous ?", true),
    ("Mme D. refuse son planning.", true), ("[collègue] refuse son planning.", true),
  ]) func `ce qu’un autre a dit n’est pas un ordre`(text: String, passes: Bool) {
    #expect(Posture.orders(text).isEmpty == passes)
  }

  @Test func `les places montrent les mots tels qu’ils sont écrits`() {
    let text =
      "👩🏽‍💻 De\u{301}cidez pour moi 🙏 ! Et dites-moi, s’il vous plaît, l’heure. Dites-moi quoi re\u{301}pondre\u{301}."
    #expect(
      shown(Posture.yields(text), of: text) == ["De\u{301}cidez pour moi", "Dites-moi quoi re\u{301}pondre\u{301}"])
    let order = "🌱 Bonjour Ine\u{300}s 🌱\nTu dois de\u{301}missionner 👍🏽. Ne lui re\u{301}pondez pas, et fais‑le."
    #expect(
      shown(Posture.orders(order), of: order)
        == ["Tu dois de\u{301}missionner", "Ne lui re\u{301}pondez pas", "fais‑le"])
  }

  @Test(arguments: PhrasesDePosture.cessions + PhrasesDePosture.ordres + ["", " ", "\n", "’", "« »", "🙏", "?!"])
  func `les places se suivent dans le texte`(text: String) {
    for places in [Posture.yields(text), Posture.orders(text)] {
      #expect(places.allSatisfy { !$0.isEmpty && $0.lowerBound >= 0 && $0.upperBound <= text.unicodeScalars.count })
      #expect(zip(places, places.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    }
  }

  @Test(arguments: ["tu dois refuser ", "dis-moi juste juste juste ", "il dit que tu dois, ", "«", ":\n", "refuse, "])
  func `cent mille signes se lisent`(motif: String) {
    let text = String(String(repeating: motif, count: 100_000 / motif.count + 1).prefix(100_000))
    #expect(Posture.yields(text).count + Posture.orders(text).count < 100_000)
  }

  private func shown(_ places: [Range<Int>], of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return places.map { place in
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[place])
      return String(words)
    }
  }
}
