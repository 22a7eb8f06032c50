import Annonces
import Base
import Html
import Temps
import Testing
import Troupe

/// Messages sent for real and read back by Python's mail parser.
@Suite(.serialized) struct LettreRelueTests {
  @Test func `une lettre simple arrive entière, dans ses deux formes`() async throws {
    let lettre = Lettre.simple
    let recue = try await relue(lettre)
    #expect(recue.defauts == [])
    #expect(recue.parties.map(\.type) == ["multipart/alternative", "text/plain", "text/html"])
    #expect(recue.partie("text/plain")?.texte == lettre.courriel.texte.replacing("\n", with: "\r\n"))
    #expect(recue.partie("text/html")?.texte == lettre.courriel.html)
    #expect(recue.parties.dropFirst().allSatisfy { $0.encodage == "base64" && $0.parametres["charset"] == "utf-8" })
  }

  @Test func `les en-têtes disent qui, quoi, quand, et que personne n’attend de réponse automatique`() async throws {
    let recue = try await relue(.simple)
    #expect(recue.entete("From") == ["L’équipe du Vademecum <bonjour@vademecum.test>"])
    #expect(recue.entete("To") == ["amina@exemple.test"])
    #expect(recue.entete("Subject") == ["Votre rencontre est confirmée — à bientôt 👋"])
    #expect(recue.entete("Date") == ["Sat, 21 Nov 2026 08:03:00 +0000"])
    #expect(recue.entete("Message-ID") == ["<0192f0c1-7d2a-7c3e-9a10-4b5c6d7e8f90@vademecum.test>"])
    #expect(recue.entete("MIME-Version") == ["1.0"])
    #expect(recue.entete("Auto-Submitted") == ["auto-generated"])
    #expect(recue.entete("Content-Language") == ["fr"])
  }

  @Test func `une invitation porte son calendrier deux fois, avec sa méthode`() async throws {
    let recue = try await relue(.invitation)
    #expect(recue.defauts == [])
    #expect(
      recue.parties.map(\.type) == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/ics",
      ])
    let calendar = try #require(recue.partie("text/calendar"))
    #expect(calendar.parametres["method"] == "REQUEST")
    #expect(calendar.parametres["charset"] == "utf-8")
    #expect(calendar.texte == Lettre.calendrier)
    let attached = try #require(recue.partie("application/ics"))
    #expect(attached.disposition == "attachment")
    #expect(attached.fichier == "invitation.ics")
    #expect(attached.texte == Lettre.calendrier)
  }

  @Test func `une annulation dit CANCEL`() async throws {
    var lettre = Lettre.invitation
    lettre.courriel.calendrier?.methode = "CANCEL"
    #expect(try await relue(lettre).partie("text/calendar")?.parametres["method"] == "CANCEL")
  }

  @Test func `un sujet piégé reste un sujet, un nom piégé reste un nom`() async throws {
    let recues = try await relues(
      Self.pieges.map { words in
        var lettre = Lettre.simple
        lettre.courriel.sujet = words
        lettre.nom = words
        return lettre
      })
    for (words, recue) in zip(Self.pieges, recues) {
      let attendus = String(
        String.UnicodeScalarView(words.unicodeScalars.map { Self.coupures.contains($0) ? " " : $0 }))
      #expect(recue.defauts == [], "\(words.prefix(20))")
      #expect(recue.nomsDesEntetes.count == 9, "\(words.prefix(20))")
      #expect(recue.entete("Bcc") == [], "\(words.prefix(20))")
      #expect(recue.parties.count == 3, "\(words.prefix(20))")
      #expect(recue.entete("Subject").map { trimmed($0) } == [trimmed(attendus)])
      #expect(recue.entete("From").first?.contains("bonjour@vademecum.test") == true)
      #expect(recue.partie("text/plain")?.texte.hasPrefix("Bonjour Amina,\r\n") == true)
    }
  }

  @Test func `une adresse piégée n’entre pas dans les en-têtes`() async throws {
    var lettre = Lettre.simple
    lettre.courriel.destinataire = "a@exemple.test\r\nBcc: espion@exemple.test"
    let recue = try await relue(lettre)
    #expect(recue.entete("Bcc") == [])
    #expect(recue.entete("To") == ["undisclosed-recipients:;"])
  }

  private static let coupures: Set<Unicode.Scalar> = ["\r", "\n", "\u{0}", "\u{2028}"]
  private static let pieges = [
    "a\r\nBcc: espion@exemple.test", "a\nBcc: espion@exemple.test\n\ncorps", "a\u{0}b", "\r\n\r\n<script>",
    "\u{2028}Bcc: espion@exemple.test", "=?UTF-8?B?QmNj?=", "x=?utf-8?q?y?=z", "", " ",
    String(repeating: "long ", count: 300), String(repeating: "é", count: 2000), "مرحبا بكم 👩‍👩‍👧‍👦 ❤️",
    "\"guillemets\" <a@b.test>, \\ ; :", "é",
  ]

  /// A parser may drop the spaces around a value.
  private func trimmed(_ text: String) -> Substring {
    let start = text.drop { $0 == " " }
    return start.prefix(start.lastIndex { $0 != " " }.map { start.distance(from: start.startIndex, to: $0) + 1 } ?? 0)
  }

  private func relue(_ lettre: Lettre) async throws -> CourrielRecu { try await relues([lettre])[0] }

  private func relues(_ lettres: [Lettre]) async throws -> [CourrielRecu] {
    try await withServeur { serveur async throws in
      let smtp = Smtp(try relais(serveur))
      for lettre in lettres {
        #expect(await smtp.send(lettre.mime(), from: Lettre.adresse, to: "amina@exemple.test") == .accepted)
      }
      let recues = try serveur.recus()
      try #require(recues.count == lettres.count)
      return recues
    }
  }
}
