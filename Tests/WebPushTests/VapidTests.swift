import Crypto
import Foundation
import Testing
import Troupe

@testable import WebPush

@Suite struct VapidTests {
  private static let contact = "https://accompagner.example"
  private static let now: Int64 = 1_801_468_800

  @Test func `un navigateur lit les mots, et son passeur reconnaît la signature`() throws {
    let navigateur = NavigateurAbonne()
    let vapid = Vapid(graine: SymmetricKey(size: .bits256))
    let envoi = try EnvoiWebPush(
      Array("Une réponse vous attend.".utf8), to: navigateur.subscribe(), vit: 3600, by: vapid, from: Self.contact,
      at: Self.now, .random())
    let lecture = try Lecture(envoi, by: navigateur)
    #expect(lecture.mots == "Une réponse vous attend.")
    #expect(lecture.signe && lecture.cle == vapid.publique)
    #expect(lecture.declaration.aud == "https://updates.push.services.mozilla.com")
    #expect(lecture.declaration.sub == Self.contact)
    #expect(lecture.declaration.exp == Self.now + 12 * 3600)
  }

  @Test func `un envoi dit combien il vit, et rien de qui il concerne`() throws {
    let navigateur = NavigateurAbonne()
    let envoi = try EnvoiWebPush(
      Array("Canarimots".utf8), to: navigateur.subscribe(), vit: 90, by: Vapid(graine: .init(size: .bits256)),
      from: Self.contact, at: Self.now, .random())
    #expect(envoi["TTL"] == "90" && envoi["Urgency"] == "normal" && envoi["Content-Encoding"] == "aes128gcm")
    #expect(envoi["Topic"] == "attente", "le même pour tous : il ne désigne personne")
    #expect(envoi.adresse == navigateur.adresse)
    #expect(!String(decoding: envoi.corps, as: UTF8.self).contains("Canari"))
    // Past its time, it lives no longer: never a number below zero.
    let tard = try EnvoiWebPush(
      [], to: navigateur.subscribe(), vit: -5, by: Vapid(graine: .init(size: .bits256)), from: Self.contact,
      at: Self.now, .random())
    #expect(tard["TTL"] == "0")
  }

  @Test func `la clé ne dépend que de sa graine`() {
    let graine = SymmetricKey(size: .bits256)
    #expect(Vapid(graine: graine).publique == Vapid(graine: graine).publique)
    #expect(Vapid(graine: graine).publique != Vapid(graine: .init(size: .bits256)).publique)
    #expect([UInt8](base64Url: Vapid(graine: graine).publique)?.count == 65)
  }

  @Test(arguments: [
    (201, ReponseDuPasseur.prise), (200, .prise), (202, .prise), (404, .finie), (410, .finie),
    (400, .jamais(code: 400)),
    (403, .jamais(code: 403)), (413, .jamais(code: 413)), (301, .jamais(code: 301)), (429, .plusTard(dans: nil)),
    (500, .plusTard(dans: nil)), (503, .plusTard(dans: nil)),
  ])
  func `ce que répond un passeur dit quoi faire`(code: Int, attendu: ReponseDuPasseur) {
    #expect(ReponseDuPasseur(code: code) == attendu)
  }

  @Test func `on attend ce qu’un passeur demande, et toujours un peu plus`() {
    func wait(_ attendre: String?, _ tentatives: Int) -> Int64? {
      ReponseDuPasseur(code: 429, attendre: attendre).attente(after: tentatives)
    }
    #expect(wait("120", 1) == 120)
    #expect([1, 2, 3].map { wait(nil, $0) } == [5, 10, 20])
    #expect(wait("1", 4) == 40)
    // Neither a date, nor nonsense, nor a number too great may stop the server.
    for odd in ["Wed, 21 Oct 2026 07:28:00 GMT", "-3", "demain", "99999999999999999999"] { #expect(wait(odd, 1) == 5) }
    #expect(wait("9999999999", 1) == 86_400 && wait(nil, 1000) == 3600)
    #expect(ReponseDuPasseur.jamais(code: 400).attente(after: 1) == nil)
  }
}
