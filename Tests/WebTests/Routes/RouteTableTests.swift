import HTTPTypes
import Testing

@testable import Web

@Suite struct RouteTableTests {
  private let table = RouteTable([
    .get("/", .everyone) { _ in .nothing }, .get("/choses/{id}", .everyone) { _ in .nothing },
    .get("/choses/nouvelle", .everyone) { _ in .nothing },
    .post("/choses/nouvelle", .everyone) { _ in .nothing },
    .get("/choses/{id}/{partie}", .everyone) { _ in .nothing },
    .get("/choses/{id}/fin", .everyone) { _ in .nothing },
    .post("/envoi", .everyone) { _ in .nothing },
  ])

  @Test(
    arguments: [
      ("/", "/", [:]), ("", "/", [:]), ("///", "/", [:]),
      ("/choses/nouvelle", "/choses/nouvelle", [:]),
      ("/choses/nouvelle/", "/choses/nouvelle", [:]),
      ("//choses///nouvelle", "/choses/nouvelle", [:]),
      ("/choses/abc", "/choses/{id}", ["id": "abc"]),
      ("/choses/nouvelles", "/choses/{id}", ["id": "nouvelles"]),
      ("/choses/Nouvelle", "/choses/{id}", ["id": "Nouvelle"]),
      ("/choses/{id}", "/choses/{id}", ["id": "{id}"]),
      ("/choses/a/fin", "/choses/{id}/fin", ["id": "a"]),
      ("/choses/a/b", "/choses/{id}/{partie}", ["id": "a", "partie": "b"]),
      ("/choses/..", "/choses/{id}", ["id": ".."]),
      ("/choses/a%2Fb", "/choses/{id}", ["id": "a%2Fb"]),
      ("/choses/%6Eouvelle", "/choses/{id}", ["id": "%6Eouvelle"]),
    ] as [(String, String, [String: String])])
  func `un mot exact passe avant un paramètre`(
    path: String, route: String, parameters: [String: String]
  ) {
    guard case .found(let found, let given) = table.match(.get, path) else {
      Issue.record("\(path) ne mène nulle part")
      return
    }
    #expect(found.path == route && given == parameters)
  }

  @Test(arguments: [
    "/chose", "/choses", "/choses/a/b/c", "/envoi/x", "/CHOSES/a", "/*", "/choses%2Fa", "/envoi%2F",
  ])
  func `un chemin inconnu ne mène nulle part`(path: String) {
    for method in [HTTPRequest.Method.get, .post, .head, .delete] {
      guard case .unknown = table.match(method, path) else {
        Issue.record("\(method) \(path) mène quelque part")
        continue
      }
    }
  }

  @Test(
    arguments: [
      (.post, "/", [.get, .head]), (.get, "/envoi", [.post]), (.head, "/envoi", [.post]),
      (.put, "/envoi", [.post]),
      (.delete, "/choses/nouvelle", [.get, .head, .post]),
      (.options, "/choses/nouvelle", [.get, .head, .post]),
      (.post, "/choses/autre", [.get, .head]), (HTTPRequest.Method("GETT")!, "/", [.get, .head]),
    ] as [(HTTPRequest.Method, String, [HTTPRequest.Method])])
  func `un chemin connu demandé autrement dit ce qu’il accepte`(
    method: HTTPRequest.Method, path: String, allowed: [HTTPRequest.Method]
  ) {
    guard case .methodNotAllowed(let said) = table.match(method, path) else {
      Issue.record("\(method) \(path) n’est pas refusé")
      return
    }
    #expect(said == allowed)
  }

  @Test func `demander l’en-tête, c’est lire`() {
    guard case .found(let route, _) = table.match(.head, "/choses/nouvelle") else {
      Issue.record("HEAD ne trouve rien")
      return
    }
    #expect(route.method == .get)
  }

  @Test func `l’ordre d’écriture des routes ne change rien`() {
    for _ in 0..<20 {
      let shuffled = RouteTable(table.routes.shuffled())
      guard case .found(let route, _) = shuffled.match(.get, "/choses/a/fin") else {
        Issue.record("rien")
        continue
      }
      #expect(route.path == "/choses/{id}/fin")
    }
  }
}
