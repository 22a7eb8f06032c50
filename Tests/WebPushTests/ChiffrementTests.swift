import Crypto
import Testing
import Troupe

@testable import WebPush

@Suite struct ChiffrementTests {
  /// RFC 8291, section 5 and appendix A.
  @Test func `l’exemple de la norme sort à l’octet près`() throws {
    let abonnement = try Abonnement(
      adresse: "https://push.example.net/push/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV",
      p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
      auth: "BTBZMqHH6r4Tts7J_aSIgg", chez: Passeurs(["push.example.net"]))
    let ephemere = try #require([UInt8](base64Url: "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"))
    let sel = try #require([UInt8](base64Url: "DGv6ra1nlYgDCS1FRnbzlw"))
    let chiffrement = Chiffrement(ephemere: try .init(rawRepresentation: ephemere), sel: sel)
    let scelle = try chiffrement.seal(
      Array("When I grow up, I want to be a watermelon".utf8), for: abonnement, remplissage: 0)
    #expect(
      scelle.base64Url
        == "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )
  }

  @Test func `la longueur ne dit rien, et ce qui est trop long ne part pas`() throws {
    let abonnement = try NavigateurAbonne().subscribe()
    func taille(_ count: Int) throws -> Int {
      try Chiffrement.random().seal([UInt8](repeating: 65, count: count), for: abonnement).count
    }
    let courte = try taille(0)
    for count in [1, 40, 300, 511] { #expect(try taille(count) == courte, "\(count)") }
    #expect(try taille(512) == courte + 512)
    // A push service takes 4,096 bytes in all.
    #expect(try taille(3583) <= 4096)
    #expect(throws: Chiffrement.TropLong()) { try taille(3584) }
  }

  @Test func `deux fois les mêmes mots ne se ressemblent pas`() throws {
    let abonnement = try NavigateurAbonne().subscribe()
    let mots = Array("Une réponse vous attend.".utf8)
    let deux = try (0..<2).map { _ in try Chiffrement.random().seal(mots, for: abonnement) }
    #expect(Set(zip(deux[0], deux[1]).enumerated().filter { $0.element.0 == $0.element.1 }.map(\.offset)).count < 40)
  }
}
