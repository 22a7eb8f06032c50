import Discretion
import Testing

/// Names of people and organisations, in sentences that the model was not trained on. All invented.
@Suite struct NomsTests {
  @Test(arguments: [
    ("Ce matin, Maëlle Kerdoncuff m’a demandé de venir plus tôt.", "PERSON Maëlle Kerdoncuff"),
    ("J’ai parlé à Mme Ouedraogo de mes horaires.", "PERSON Ouedraogo"),
    ("c sofiane qui ma aidé pr le rapport", "PERSON sofiane"),
    ("GHISLAINE EXIGE UN RAPPORT CE SOIR", "PERSON GHISLAINE"),
    ("Je travaille chez Boulonnerie Kerviel depuis mars.", "ORG Boulonnerie Kerviel"),
  ]) func `un nom se reconnaît`(text: String, expected: String) {
    #expect(Lecture.trouve(text).contains(expected), "\(Lecture.trouve(text))")
  }

  @Test(arguments: [
    "J’ai relu Bourdieu avant la réunion.", "Hier soir, Maslow m’a occupée.", "La pyramide de Maslow ne m’aide pas.",
    "L’Urssaf demande un papier.",
    "On se retrouve à Rennes mardi.", "Rose pâle, la couleur de l’affiche.", "Mon tableau est dans Excel.",
    "[collègue A] a pris la parole devant [client].", "Mme D. a refusé.",
  ]) func `ce qui ne nomme personne d’ici est laissé`(text: String) {
    #expect(Lecture.trouve(text) == [])
  }

  @Test func `un nom vu une fois se voit partout`() {
    let found = Lecture.trouve("J’ai parlé à Mme Kerdoncuff. Kerdoncuff exagère, et KERDONCUFF le sait.")
    #expect(found.filter { $0.lowercased().hasSuffix("kerdoncuff") }.count == 3, "\(found)")
  }

  @Test func `les seules coordonnées laissent passer les noms`() {
    let found = Lecture.relecteur.coordonnees(in: "Sandrine Vidal est au 06 12 34 56 78, ou sandrine@exemple.fr")
    #expect(found.map(\.sorte) == [.telephone, .courriel])
    #expect(Lecture.relecteur.coordonnees(in: "J’aimerais rencontrer Sandrine Vidal à Rennes.") == [])
  }

  @Test func `les prénoms des deux personnes peuvent rester`() {
    #expect(Lecture.trouve("Merci beaucoup, Bertrand", allowed: ["Bertrand"]) == [])
    #expect(Lecture.trouve("J’ai vu Sandrine hier.", dismissed: ["SANDRINE"]) == [])
    #expect(Lecture.trouve("J’ai vu Sandrine hier.") == ["PERSON Sandrine"])
  }
}
