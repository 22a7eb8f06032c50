import Base
import Testing

@Suite struct ViewerTests {
  @Test func `une trace nomme une personne par son identifiant, la maison par sa raison`() {
    let personne = PersonneID.someone()
    #expect(Viewer.person(personne).label == personne.text)
    #expect(Viewer.person(personne).personne == personne)
    #expect(Viewer.house(.echeances).label == "maison:echeances")
    #expect(Viewer.house(.demarrage).personne == nil)
  }

  @Test func `l’hexadécimal garde ses zéros`() {
    #expect([UInt8](0...255).hexadecimal.count == 512)
    #expect([0, 1, 15, 16, 171, 255].map { UInt8($0) }.hexadecimal == "00010f10abff")
    #expect([UInt8]().hexadecimal == "")
  }
}
