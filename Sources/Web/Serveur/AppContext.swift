import Hummingbird
import NIOCore

/// What the server keeps of one request: where it came from, besides Hummingbird's own needs.
package struct AppContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The peer's address: only for rate limits, never logged.
  let address: String

  package init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    address = source.channel.remoteAddress?.ipAddress ?? "local"
  }
}
