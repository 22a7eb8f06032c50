import Base
import Chartes
import Crypto
import Foundation
import Temps
import Testing
import Troupe
import Web

@testable import Conseil

@Suite struct SignatureDeMandatTests {
  @Test(arguments: Engine.allCases)
  func `la personne écrit son nom et coche, sinon rien n’est signé`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      let id = try await bureau.prepare()
      for changes in [
        ["nom": ""], ["nom": "Lila Ferrandis"], ["accord-ecran": ""], ["maniere": "papier"],
        ["maniere": "papier", "accord-papier": "oui"],
        ["maniere": "papier", "accord-papier": "oui", "scan": "abc"], ["maniere": "croix", "nom": "X"],
      ] {
        #expect(try await bureau.sign(id, changes).code == 422, "\(changes)")
      }
      // Another text than the one that was read.
      #expect(try await bureau.sign(id, ["empreinte": "autre"]).location == "/mandats/\(id)/signature")
      #expect(try await bureau.mandat(id).debut == nil)
      #expect(try await bureau.sign(id).location == "/mandats/\(id)?fait=signe")
      #expect(try await bureau.mandat(id).debut == Scene.now)
    }
  }

  @Test func `qui aide prouve d’abord que c’est bien lui`() async throws {
    try await withBureau(.sqlite) { bureau in
      let route = try #require(
        bureau.conseil.routes.first { "\($0.method)" == "POST" && $0.path == "/mandats/{mandat}/signature" })
      #expect(route.preuve == .meilleure)
    }
    func preuve(_ age: Duration) -> Preuve {
      Preuve(
        moyen: "lien", derniere: Scene.now - age, forte: nil, possedeForte: false, equipe: true, attendue: nil)
    }
    #expect(preuve(.minutes(4)).satisfies(.meilleure, at: Scene.now))
    #expect(!preuve(.minutes(6)).satisfies(.meilleure, at: Scene.now))
  }

  @Test(arguments: Engine.allCases)
  func `un papier signé se garde par l’empreinte de son scan ou par sa place`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      let hash = String(repeating: "0aF1", count: 16)
      for (changes, kept) in [
        (["scan": " \(hash) "], "scan SHA-256 \(hash.lowercased()) | –"),
        (["coffre": "Coffre de l’accueil, classeur bleu"], "scan SHA-256 – | Coffre de l’accueil, classeur bleu"),
      ] {
        let id = try await bureau.prepare()
        let paper = changes.merging(["maniere": "papier", "accord-papier": "oui"]) { $1 }
        #expect(try await bureau.sign(id, paper).location == "/mandats/\(id)?fait=signe")
        let acte = try #require(try await bureau.acte(id))
        #expect(acte.contenu.contains("papier | \(kept)"), "\(acte.contenu.suffix(400))")
      }
      // A telephone number is no place.
      let id = try await bureau.prepare()
      let again = try await bureau.sign(
        id, ["maniere": "papier", "accord-papier": "oui", "coffre": "Demander au 06 12 34 56 78"])
      #expect(again.code == 422)
      #expect(try await bureau.mandat(id).debut == nil)
    }
  }

  @Test(arguments: Engine.allCases)
  func `deux conseillers qui signent ensemble font une signature`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      let id = try await bureau.prepare()
      try await bureau.scene.withConseils(2) { rooms in
        try await together(6) { rang in
          let who = rang.isMultiple(of: 2) ? bureau.lila : bureau.hugo
          let signed = try await bureau.sign(id, by: who, in: rooms[rang % 2])
          #expect(signed.code == 303)
        }
      }
      #expect(try await bureau.scene.count("SELECT count(*) FROM mandat_signature") == 1)
      let signed = try await bureau.scene.traces().filter { $0.geste == "mandat:signature" }
      #expect(signed.count == 1)
      #expect(try await bureau.mandat(id).restantes.count == 2, "il ne s’est pas remplacé lui-même")
    }
  }

  @Test(arguments: Engine.allCases)
  func `un nouveau mandat remplace l’ancien pour les démarches qu’il reprend`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      let former = try await bureau.signed()
      let later = Scene.now + .days(1)
      let newer = try await bureau.prepare(["demarche": ["logement", "argent_impots"]], at: later)
      #expect(try await bureau.act(under: former, "logement", at: later).code == 303, "l’autre n’est pas signé")
      _ = try await bureau.sign(newer, at: later)
      #expect(try await bureau.mandat(former).restantes == [.famille])
      #expect(try await bureau.mandat(former).retraits[.logement]?.raison == .remplace)
      #expect(try await bureau.act(under: former, "logement", at: later + .minutes(1)).code == 422)
      #expect(try await bureau.act(under: former, "famille_scolarite", at: later + .minutes(1)).code == 303)
      #expect(try await bureau.act(under: newer, "logement", at: later + .minutes(1)).code == 303)
      #expect(try await bureau.page(former, at: later + .hours(1)).contains("Repris par un mandat plus récent"))
    }
  }

  @Test(arguments: Engine.allCases)
  func `deux mandats signés au même moment sur deux serveurs ne couvrent jamais ensemble une démarche`(engine: Engine)
    async throws
  {
    try await withBureau(engine) { bureau in
      let ids = [try await bureau.prepare(), try await bureau.prepare(["demarche": ["logement"]])]
      try await bureau.scene.withConseils(2) { rooms in
        try await together(2) { rang in
          _ = try await bureau.sign(ids[rang], in: rooms[rang], at: Scene.now + .milliseconds(rang))
        }
      }
      let covering = [try await bureau.mandat(ids[0]), try await bureau.mandat(ids[1])]
        .filter { $0.debut != nil && $0.restantes.contains(.logement) }
      #expect(covering.count == 1)
    }
  }

  @Test(arguments: Engine.allCases)
  func `l’acte garde le texte, les deux noms et l’instant, et se vérifie sans nous`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      let id = try await bureau.signed()
      let texte = try await bureau.texte(id)
      let bytes = Reponse(
        try await bureau.conseil.giveActeDeMandat(bureau.visit(by: bureau.lila, ["mandat": id.text]))
      ).file
      let contenu = String(decoding: bytes, as: UTF8.self)
      let empreinte = Array(SHA256.hash(data: Data(texte.utf8))).hexadecimal
      #expect(contenu.contains("[fr] SHA-256 \(empreinte)\n\n\(texte)"))
      #expect(contenu.contains("mandant | Anaëlle D’Oréquivaël-N’Guessan | 2027-02-01T08:00:00Z | ecran"))
      #expect(contenu.contains("conseiller-numerique | Lila Ferrandis | 2027-02-01T08:00:00Z | demonstration"))
      let acte = try #require(try await bureau.acte(id))
      let key = try Curve25519.Signing.PublicKey(rawRepresentation: Data(acte.cachet.clePublique))
      #expect(key.isValidSignature(Data(acte.cachet.signature), for: Data(bytes)))
      for rang in stride(from: 0, to: bytes.count, by: 61) {
        var changed = bytes
        changed[rang] ^= 1
        #expect(!key.isValidSignature(Data(acte.cachet.signature), for: Data(changed)))
      }
    }
  }

  @Test(arguments: Engine.allCases)
  func `la personne repart avec une attestation qui porte son empreinte`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      let id = try await bureau.prepare()
      func attestation() async throws -> String {
        Reponse(
          try await bureau.conseil.showAttestation(
            bureau.visit(by: bureau.lila, ["mandat": id.text], at: Scene.now + .hours(1)))
        ).html
      }
      await #expect(throws: Absent()) { try await attestation() }
      _ = try await bureau.sign(id)
      let acte = try #require(try await bureau.acte(id))
      let page = try await attestation()
      #expect(page.contains("Guessan, sur l’écran ; Lila F."))
      #expect(page.contains(try await bureau.mandat(id).empreinte) && page.contains(acte.empreinte))
      #expect(page.contains(Data(acte.cachet.signature).base64EncodedString()))
      #expect(page.contains("Anaëlle D’Oréquivaël-N’Guessan") && page.contains("lundi 1er février 2027 à 09:00"))
      _ = try await bureau.withdraw("logement", of: id)
      #expect(try await attestation().contains("Arrêté à sa demande"), "elle ne dit jamais plus que ce qui vaut")
    }
  }

  @Test(arguments: Engine.allCases)
  func `un texte laissé de côté ou trop vieux ne se signe plus`(engine: Engine) async throws {
    try await withBureau(engine) { bureau in
      let left = try await bureau.prepare()
      _ = try await bureau.withdraw("toutes", of: left)
      #expect(try await bureau.sign(left, at: Scene.now + .hours(1)).location == "/mandats/\(left)")
      let old = try await bureau.prepare(["jours": ["1"]])
      let midnight = try await bureau.mandat(old).fin
      #expect(try await bureau.sign(old, at: midnight).location == "/mandats/\(old)")
      #expect(try await bureau.scene.count("SELECT count(*) FROM mandat_signature") == 0)
      #expect(try await bureau.sign(old, at: midnight - .milliseconds(1)).location == "/mandats/\(old)?fait=signe")
    }
  }
}

extension Bureau {
  func acte(_ id: MandatID) async throws -> ActeDeMandat? {
    try await scene.house.database.read { [store = conseil.store, lila] tx in
      try store.acte(of: store.mandat(id, for: lila.viewer, in: tx), in: tx)
    }
  }
}
