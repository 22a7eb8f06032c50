import Discretion
import Testing

@Suite struct EgardsTests {
  @Test(arguments: [
    "Espèce d’abruti, tu as encore tout cassé.", "t’es vraiment trop con", "Ferme ta gueule.",
    "Quel c*nnard, celui-là.",
    "c o n n a r d", "Un larbin comme toi se tait.", "Sale idiote.",
  ]) func `un mot qui blesse est retenu`(text: String) {
    #expect(Egards.wounds(text).contains { !$0.rapportee })
  }

  @Test(arguments: [
    "La dispute est finie.", "Un contexte difficile.", "Le bâtard sort du four à six heures.",
    "Sa chienne dort au bureau.",
    "C’est bête comme chou.", "Le rat de bibliothèque, c’est moi.", "Quelle vache magnifique.",
    "J’ai mis de l’ordure au tri.",
  ]) func `un mot qui a une vie innocente passe`(text: String) {
    #expect(Egards.wounds(text) == [])
  }

  @Test func `une blessure rapportée n’est pas donnée`() throws {
    let found = try #require(Egards.wounds("Il m’a traité de connard devant tous.").first)
    #expect(found.rapportee)
    #expect(
      Array("Il m’a traité de connard devant tous.".unicodeScalars)[found.place].map(String.init).joined() == "connard")
  }

  @Test(arguments: [
    ("Bonjour, je voulais vous demander…", true), ("Bjr jai une question", true), ("Chère Madame, merci.", true),
    ("Je voulais vous demander…", false), ("", false), ("Il m’a dit merci puis bonjour.", false),
  ]) func `un salut se voit`(text: String, greets: Bool) {
    #expect(Egards.greets(text) == greets)
  }
}
