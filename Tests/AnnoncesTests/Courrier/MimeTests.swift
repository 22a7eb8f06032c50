import Annonces
import Base
import Html
import Temps
import Testing

/// What can be said of the bytes alone; `LettreRelueTests` has another program read them.
@Suite struct MimeTests {
  @Test func `le même courriel donne toujours les mêmes octets`() {
    #expect(Lettre.invitation.mime() == Lettre.invitation.mime())
    #expect(Lettre.invitation.mime() != Lettre.invitation.mime(id: "autre"))
  }

  @Test func `chaque ligne finit par CRLF et reste courte`() {
    for lettre in [Lettre.simple, Lettre.invitation] {
      let text = lettre.text()
      #expect(text.hasSuffix("\r\n"))
      let lines = text.components("\r\n")
      #expect(lines.allSatisfy { !$0.utf8.contains(10) && !$0.utf8.contains(13) })
      #expect(lines.allSatisfy { $0.utf8.count <= 78 })
    }
  }

  @Test(
    arguments: [
      (0, "Thu, 01 Jan 1970 00:00:00 +0000"),
      (-1, "Wed, 31 Dec 1969 23:59:59 +0000"),
      (951_782_400_000, "Tue, 29 Feb 2000 00:00:00 +0000"),
      (1_709_251_199_999, "Thu, 29 Feb 2024 23:59:59 +0000"),
      (1_795_248_180_000, "Sat, 21 Nov 2026 08:03:00 +0000"),
      (4_107_542_400_000, "Mon, 01 Mar 2100 00:00:00 +0000"),
    ] as [(Int64, String)])
  func `la date est écrite en temps universel`(milliseconds: Int64, attendue: String) {
    let text = Lettre.simple.text(at: Instant(milliseconds: milliseconds))
    #expect(text.contains("\r\nDate: \(attendue)\r\n"))
  }

  @Test func `un sujet court en ASCII reste lisible tel quel`() {
    var lettre = Lettre.simple
    lettre.courriel.sujet = "Rendez-vous de mardi"
    #expect(lettre.text().contains("\r\nSubject: Rendez-vous de mardi\r\n"))
  }

  @Test func `aucun mot encodé ne dépasse 75 signes ni ne coupe un caractère`() {
    var lettre = Lettre.simple
    lettre.courriel.sujet = String(repeating: "é👩‍🚀", count: 60)
    let words = lettre.text().components("\r\nDate:")[0].components("Subject: ")[1].components("\r\n ")
    #expect(words.count > 5)
    for word in words {
      #expect(word.utf8.count <= 75)
      let base64 = String(word.dropFirst("=?UTF-8?B?".count).dropLast(2))
      #expect(String(validating: decoded(base64), as: UTF8.self) != nil)
    }
  }

  @Test func `la frontière ne peut pas se trouver dans un corps`() {
    let text = Lettre.invitation.text()
    let boundary = text.components("boundary=\"")[1].components("\"")[0]
    #expect(boundary.contains("_"))
    #expect(boundary.utf8.count <= 70)
  }

  @Test func `un identifiant ou un domaine piégé ne sort pas de son en-tête`() {
    let text = Lettre.invitation.text(id: "a\r\nBcc: x@y.test\"> \u{0}", domain: "d\r\n>e.test")
    #expect(!text.contains("\r\nBcc"))
    #expect(text.contains("\r\nMessage-ID: <aBccxy.test@de.test>\r\n"))
  }

  @Test func `une méthode de calendrier piégée ne devient pas un en-tête`() {
    var lettre = Lettre.invitation
    lettre.courriel.calendrier?.methode = "REQUEST\r\nBcc: x@y.test"
    #expect(!lettre.text().contains("\r\nBcc"))
  }
}
