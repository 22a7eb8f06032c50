import Base
import Chartes
import Foundation
import Html
import Temps
import Testing
import Troupe

@testable import Conseil

@Suite struct TexteDuMandatTests {
  private static func texte(_ jours: Int = 31, from now: Instant = Scene.now) -> TexteDuMandat {
    let fin = Mandat.fin(of: jours, from: now, in: .paris)
    return TexteDuMandat(
      termes: .init(
        prenom: "Anaëlle", nom: "D’Orne", naissance: 1953, risque: "sejour", avant: "2027-02-12",
        operateur: "prefecture", agent: "aucun", note: "confidence"),
      demarches: [.papiers, .etrangers], fin: fin, garde: Jour(fin, in: .paris).advanced(by: 2190),
      conseiller: "Lila Ferrandis", structure: "Mairie du Perche", fuseau: .paris, reference: .random())
  }

  @Test func `le texte dit tout ce que la personne signe, dans les deux langues`() {
    let (fr, en) = (Self.texte().contenu(.fr), Self.texte().contenu(.en))
    for words in [
      "Anaëlle D’Orne", "1953", "Lila Ferrandis (Mairie du Perche)", "titre de séjour", "12\u{a0}février 2027",
      "– Papiers, élections, citoyenneté\n– Étrangers, Europe\nEt rien d’autre.",
      "à la fin de la journée du mercredi 3\u{a0}mars 2027",
      "heure de Paris", "quand je veux", "aucun droit devant une administration", "FranceConnect", "Aidants Connect",
      "Aucun de mes mots de passe", "qui, quand, pour quelle démarche", "2\u{a0}mars 2033",
    ] { #expect(fr.contains(words), "\(words)") }
    for words in [
      "Anaëlle D’Orne", "1953", "residence permit", "– Papers, elections, citizenship", "And nothing else.",
      "at the end of Wednesday 3\u{a0}March 2027", "Paris time", "whenever I want", "no right before an administration",
      "FranceConnect", "Aidants Connect", "None of my passwords", "who, when, for which procedure", "2\u{a0}March 2033",
    ] { #expect(en.contains(words), "\(words)") }
    for texte in [fr, en] {
      #expect(!texte.contains("confidence"), "la note n’est que pour l’équipe")
      #expect(texte.hasSuffix("\n") && !texte.contains("\r"))
      #expect(Array(texte.precomposedStringWithCanonicalMapping.utf8) == Array(texte.utf8))
    }
  }

  @Test func `deux mêmes mandats n’ont pas la même empreinte`() {
    #expect(Empreinte.of(Self.texte().contenu(.fr)) != Empreinte.of(Self.texte().contenu(.fr)))
  }

  @Test func `les jours se comptent sur le calendrier, et le jour même en est un`() throws {
    func fin(_ jours: Int, _ jour: String, at minute: Int = 1000) throws -> Instant {
      let local = try #require(Jour(jour))
      let now = try #require(local.instant(atMinute: minute, in: .paris))
      return Mandat.fin(of: jours, from: now, in: .paris)
    }
    func minuit(_ jour: String) throws -> Instant {
      let local = try #require(Jour(jour))
      return local.start(in: .paris)
    }
    #expect(try fin(1, "2027-02-01") == minuit("2027-02-02"))
    #expect(try fin(1, "2027-02-01", at: 1439) == minuit("2027-02-02"), "une minute avant minuit")
    #expect(try fin(1, "2027-02-01", at: 0) == minuit("2027-02-02"))
    // The clocks change on 28 March and on 31 October 2027.
    #expect(try fin(31, "2027-03-01") == minuit("2027-04-01"))
    #expect(try fin(31, "2027-03-01") - minuit("2027-03-01") == .days(31) - .hours(1))
    #expect(try fin(31, "2027-10-15") - minuit("2027-10-15") == .days(31) + .hours(1))
    // 29 February 2028: a leap day counts like any other.
    #expect(try fin(1, "2028-02-28") == minuit("2028-02-29"))
    #expect(try fin(1, "2028-02-29") == minuit("2028-03-01"))
    #expect(try fin(365, "2028-02-29") == minuit("2029-02-28"))
    #expect(try fin(365, "2027-03-01") == minuit("2028-02-29"))
    #expect(try fin(182, "2027-02-01") == minuit("2027-08-02"))
  }

  @Test func `son nom se reconnaît malgré les accents, les apostrophes et l’ordre`() {
    let termes = Mandat.Termes(prenom: "Zoë-Aïcha", nom: "D’Œuvremont-N’Guyễn")
    for typed in [
      "Zoë-Aïcha D’Œuvremont-N’Guyễn", "zoe aicha d'œuvremont n'guyen", "D'ŒUVREMONT N'GUYEN ZOE AICHA",
      "  Zoë Aïcha   D‘Œuvremont N´Guyễn ",
    ] { #expect(termes.isNamed(typed), "\(typed)") }
    for typed in ["", "Zoë", "D’Œuvremont-N’Guyễn", "Zoë-Aïcha Œuvremont", "’-’"] {
      #expect(!termes.isNamed(typed), "\(typed)")
    }
  }
}
