import Discretion
import Testing

/// Sentences reviewed by no clinician.
@Suite struct AlerteTests {
  @Test(arguments: [
    "Je n’en peux plus, je veux mourir ce soir.", "jveu en finir, adieu", "Il a un couteau, il menace de nous tuer.",
    "Mon collègue est inconscient, il ne respire plus.", "J’ai pris toute la boîte de cachets.",
  ]) func `un danger se voit`(text: String) {
    #expect([.danger, .detresse].contains(Lecture.relecteur.alert(text)))
  }

  @Test(arguments: [
    "Je suis mort de rire, le client a dit oui.", "Ce tableau me tue mais j’avance.", "Je me jette à l’eau lundi.",
    "Merci pour vos conseils, la réunion s’est bien passée.", "",
  ]) func `une image reste une image`(text: String) {
    #expect(Lecture.relecteur.alert(text) == .aucune)
  }

  @Test func `ce qu’un mentor ne peut donner est dit`() {
    #expect(Lecture.relecteur.alert("Quel avocat me conseilles-tu pour mon divorce ?") == .horsChamp)
  }
}
