import Discretion
import Foundation
import Testing

@Suite struct ModeleTests {
  private static let bytes: [UInt8] = {
    (try? Array(Data(contentsOf: Lecture.racine.appending(path: "Models/discretion.model")))) ?? []
  }()

  private func read(_ bytes: [UInt8]) throws -> Modele { try Modele(bytes: Data(bytes)) }

  @Test func `un fichier qui n’est pas un modèle est refusé`() {
    #expect(throws: ModeleError.notAModel) { try read([]) }
    #expect(throws: ModeleError.notAModel) { try read(Array("bonjour, ceci est un texte".utf8)) }
  }

  @Test func `un modèle tronqué est refusé, où que ce soit`() {
    for length in [8, 11, 12, 40, 200, 1_000, 100_000, Self.bytes.count - 1] {
      #expect(throws: ModeleError.self) { try read(Array(Self.bytes.prefix(length))) }
    }
  }

  @Test func `la notice dit les sources et leurs licences`() throws {
    let notice = try read(Self.bytes).notice
    #expect(["WiNER-fr", "CC BY 4.0", "MPL", "INSEE", "Licence Ouverte"].allSatisfy { notice.contains($0) })
  }
}
