import Discretion
import Foundation
import Testing

/// What is offered in the place of a name agrees with its sentence, and stays the same for the same person.
@Suite struct CarnetTests {
  private func reword(_ texts: String...) -> [String] {
    var carnet = Carnet()
    return texts.map { Lecture.relecteur.reword($0, carnet: &carnet).texte }
  }

  @Test(arguments: [
    ("J’ai vu Sandrine hier.", "J’ai vu Mme A hier."), ("Mme Vidal a refusé.", "Mme A a refusé."),
    ("Le bureau d’Antoine est fermé.", "Le bureau de M. A est fermé."),
    ("Je crois qu’Amandine est partie.", "Je crois que Mme A est partie."),
    ("Mon collègue Thierry râle.", "Mon collègue A râle."),
    ("Mon numéro : 06 12 34 56 78", "Mon numéro : [numéro de téléphone]"),
  ]) func `la proposition s’accorde`(text: String, expected: String) {
    #expect(reword(text) == [expected])
  }

  @Test func `une même personne garde sa lettre, une autre en reçoit une`() {
    let said = reword("J’ai vu Sandrine Vidal.", "Sandrine est partie.", "Mme Vidal revient.", "Thierry arrive.")
    #expect(said == ["J’ai vu Mme A.", "Mme A est partie.", "Mme A revient.", "M. B arrive."])
  }

  @Test func `deux personnes du même nom ne se confondent pas`() {
    var carnet = Carnet()
    _ = Lecture.relecteur.reword("J’ai vu Sandrine Vidal et Thierry Vidal.", carnet: &carnet)
    let said = Lecture.relecteur.reword("Mme Vidal a appelé.", carnet: &carnet).texte
    #expect(said == "Mme C a appelé.")
  }

  @Test func `un carnet gardé puis relu donne les mêmes lettres`() throws {
    var carnet = Carnet()
    _ = Lecture.relecteur.reword("Sandrine et Thierry sont là.", carnet: &carnet)
    var kept = try JSONDecoder().decode(Carnet.self, from: JSONEncoder().encode(carnet))
    #expect(kept == carnet)
    #expect(Lecture.relecteur.reword("Thierry sort.", carnet: &kept).texte == "M. B sort.")
  }

  @Test(arguments: [
    "J’ai vu Sandrine Vidal au 06 12 34 56 78, elle habite 12 rue des Tanneurs.",
    "Le bureau d’Antoine, chez Boulonnerie Kerviel, est fermé ; écris à a.b@exemple.fr.",
    "mon mdp c Tulipe2024! et mon iban FR76 3000 6000 0112 3456 7890 189",
  ]) func `relue après réécriture, une phrase ne nomme plus personne`(text: String) {
    var carnet = Carnet()
    let (_, texte, reste) = Lecture.relecteur.reword(text, carnet: &carnet)
    #expect(reste == [], "\(texte)")
  }
}
