import Discretion
import Testing

@Suite struct AnglaisTests {
  @Test(arguments: [
    "How can I say no without a fight?", "My manager gave me one more case and I did not dare to refuse.",
    "I think that the team is tired. What would you look at first?", "Thank you for your time, it helped me.",
    "We have a meeting on Monday and I do not know how to begin.",
  ]) func `une phrase anglaise ordinaire ne nomme personne`(text: String) {
    #expect(Lecture.trouve(text) == [])
    #expect(Lecture.relecteur.alert(text) == .aucune)
  }

  @Test func `un nom ou un numéro se voit aussi en anglais`() {
    let found = Lecture.trouve("I had to call Sandrine Vidal at 06 12 34 56 78 and she did not answer.")
    #expect(found.contains("PERSON Sandrine Vidal") && found.contains("PHONE 06 12 34 56 78"))
  }

  @Test(arguments: ["I want to die and I do not know what to do.", "He has a knife and he is going to kill us."])
  func `un danger se voit aussi en anglais`(text: String) {
    #expect(Lecture.relecteur.alert(text) == .danger)
  }

  @Test func `quelques mots anglais ne rendent pas un message anglais`() {
    #expect(Lecture.trouve("Le meeting de Sandrine Vidal est in the box.").contains("PERSON Sandrine Vidal"))
    #expect([.danger, .detresse].contains(Lecture.relecteur.alert("Je veux mourir, no way out.")))
  }
}
