import HTTPTypes

extension Route {
  /// For a monitor: "ok" when the base answers, 503 otherwise. It says nothing else.
  static func sante(_ health: @escaping @Sendable () async -> Bool) -> Route {
    .get("/sante", .everyone) { _ in
      await health() ? .text("ok\n") : .text("indisponible\n", status: .serviceUnavailable)
    }
  }
}
