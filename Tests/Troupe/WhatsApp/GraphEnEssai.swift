import Annonces
import FauxMeta
import Hummingbird
import HummingbirdTesting
import Mentorat
import WhatsApp

extension FauxGraph {
  /// Without a socket.
  package var reglages: ReglagesWhatsApp {
    Meta.reglages(
      { [self] corps in
        let (code, corps) = post(corps)
        return Reponse(code: code, corps: corps)
      },
      { [self] question in
        let parts = question.chemin.split(separator: "?")
        return get(String(parts[0]), nom: question.nom)
      })
  }

  /// Serves while the test runs, and gives the settings of a server that speaks to it over HTTP.
  package func serve(
    _ body: @escaping @Sendable (_ port: Int, _ reglages: ReglagesWhatsApp) async throws -> Void
  ) async throws {
    try await Application(router: router).test(.live) { client in
      let port = client.port ?? 0
      let graph = Graph(
        base: "http://localhost:\(port)", version: Self.version, ligne: Self.ligne, jeton: Self.jeton)
      try await body(port, Meta.reglages({ await graph.post($0) }, { await graph.ask($0) }))
    }
  }
}

extension QuestionGraph {
  fileprivate var nom: String? { if case .gabarits(_, let nom) = self { nom } else { nil } }
}
