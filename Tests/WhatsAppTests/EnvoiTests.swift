import Html
import Testing
import Troupe

@testable import WhatsApp

@Suite struct EnvoiTests {
  private static let elle = EnvoiWhatsApp.Destinataire.numero("33600000000")
  private static let envois: [(String, EnvoiWhatsApp)] = [
    ("out_text", EnvoiWhatsApp(.texte("Bonjour, votre message est bien arrivé.", a: nil), to: elle)),
    ("out_reply", EnvoiWhatsApp(.texte("Réponse en contexte", a: "wamid.ORIG"), to: elle)),
    (
      "out_template", EnvoiWhatsApp(.gabarit(nom: "rappel_plage", langue: "fr", mots: ["Amina", "lundi 8h"]), to: elle)
    ),
  ]

  @Test(.enabled(if: !Charge.toutes.isEmpty, "VADEMECUM_DATA is not set"))
  func `ce que nous envoyons est ce qu’un vrai client envoie`() throws {
    for (nom, envoi) in Self.envois {
      #expect(try envoi.json == #require(Charge.named(nom)).json["body"], "\(nom)")
    }
  }

  @Test func `une personne sans numéro est jointe par son autre nom, et notre repère suit`() {
    let json = EnvoiWhatsApp(.texte("Bonjour", a: nil), to: .bsuid("FR.13491208655302741918"), notre: "0199").json
    #expect(json["recipient"] == "FR.13491208655302741918" && json["to"] == .rien)
    #expect(json["biz_opaque_callback_data"] == "0199")
    #expect(EnvoiWhatsApp.Destinataire(Identite(numero: "33600000000", bsuid: "FR.1")) == .numero("+33600000000"))
    #expect(EnvoiWhatsApp.Destinataire(Identite(bsuid: "FR.1")) == .bsuid("FR.1"))
    #expect(EnvoiWhatsApp.Destinataire(Identite(parent: "FR.ENT.1")) == nil)
  }

  @Test func `un gabarit sans blanc ne porte pas de composant`() {
    let json = EnvoiWhatsApp(.gabarit(nom: "reponse_attend", langue: "en", mots: []), to: Self.elle).json
    #expect(json["template"] == ["name": "reponse_attend", "language": ["code": "en"]])
  }

  @Test(.enabled(if: !Charge.toutes.isEmpty, "VADEMECUM_DATA is not set"))
  func `ce que Meta répond à un envoi se lit`() throws {
    let wamid = "wamid.HBgLMTY0NjcwNDM1OTUVAgARGBI1RjQyNUE3NEYxMzAzMzQ5MkEA"
    let phone = try #require(Charge.named("resp_send_to_phone_meta_doc")).octets
    #expect(Reponse(code: 200, corps: phone) == .acceptee(wamid: wamid, Identite(numero: "16505551234")))
    let bsuid = try #require(Charge.named("resp_send_to_bsuid_meta_doc")).octets
    #expect(
      Reponse(code: 200, corps: bsuid) == .acceptee(wamid: wamid, Identite(bsuid: "US.13491208655302741918")))
    // What is accepted by its words alone is not: the same body under a refusal.
    #expect(Reponse(code: 500, corps: phone) != .acceptee(wamid: wamid, Identite(numero: "16505551234")))
  }

  @Test(arguments: [
    (400, 131047, Erreur.Classe.fenetreFermee), (400, 131056, .cadencePaire), (400, 130429, .cadence),
    (429, 80007, .cadence), (401, 190, .jeton), (403, 200, .jeton), (400, 132001, .gabarit), (400, 132015, .gabarit),
    (400, 131026, .destinataire), (400, 131062, .destinataire), (500, 131000, .plusTard), (503, 2, .plusTard),
    (400, 100, .jamais), (400, 131031, .compte), (400, 999_999, .jamais), (500, 999_999, .plusTard),
    (429, 999_999, .cadence),
  ]) func `chaque refus a sa suite`(http: Int, code: Int, classe: Erreur.Classe) {
    let corps = Json.objet([
      "error": ["message": "…", "type": "OAuthException", "code": .nombre("\(code)"), "fbtrace_id": "A"]
    ])
    guard case .refusee(let erreur) = Reponse(code: http, corps: corps.octets) else {
      Issue.record("accepted")
      return
    }
    #expect(erreur.code == code && erreur.classe == classe)
    #expect(erreur.classe.seReprend == (erreur.classe.attente(after: 0) != nil))
  }

  @Test func `sans corps, ou avec n’importe quoi, le code HTTP décide`() {
    for corps in [[], Array("<html>".utf8), Array(#"{"error":"non"}"#.utf8)] as [[UInt8]] {
      #expect(Reponse(code: 502, corps: corps) == .refusee(Erreur(.rien, http: 502)))
      #expect(Erreur(.rien, http: 502).classe == .plusTard && Erreur(.rien, http: 401).classe == .jeton)
    }
    // A success that names nothing may have left: it is not sent twice.
    #expect(Reponse(code: 200, corps: []) == .refusee(Erreur(.rien, http: 200)))
    #expect(!Erreur(.rien, http: 200).classe.seReprend)
  }

  @Test func `on attend de plus en plus, avec une fin`() {
    for classe in Erreur.Classe.allCases where classe.seReprend {
      let waits = (0..<40).compactMap { classe.attente(after: $0) }
      #expect(waits.count == 40 && waits == waits.sorted() && waits.allSatisfy { (1...4096).contains($0) }, "\(classe)")
    }
    #expect((0..<3).map { Erreur.Classe.cadencePaire.attente(after: $0) } == [4, 16, 64])
  }

  @Test func `chaque refus se dit dans les deux langues, sans code`() {
    let phrases = Erreur.Classe.allCases.map(\.phrase)
    #expect(Set(phrases).count == phrases.count)
    for phrase in phrases {
      for text in [phrase.fr, phrase.en] {
        #expect(
          text.hasSuffix(".") && text.firstMatch(of: /[0-9]/) == nil && !text.lowercased().contains("err"), "\(text)")
      }
    }
  }
}
