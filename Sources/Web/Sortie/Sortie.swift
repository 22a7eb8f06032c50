import AsyncHTTPClient

extension HTTPClient {
  /// For what this server asks of others. Follows no redirection: what is meant for one door, a token above all, is shown
  /// at no other.
  package static let sansDetour = HTTPClient(
    eventLoopGroupProvider: .singleton, configuration: .init(redirectConfiguration: .disallow))
}
