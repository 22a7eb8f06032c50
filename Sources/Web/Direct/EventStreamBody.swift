import Hummingbird
import NIOCore
import ServiceLifecycle

/// A live stream as a body: beats every 15 s so that proxies keep it, ends when the browser leaves or the server stops.
enum EventStreamBody {
  static func make(_ events: AsyncStream<ServerEvent>, _ request: Request?) -> ResponseBody {
    ResponseBody { writer in
      try await writer.write(ByteBuffer(string: "retry: 1500\n: bonjour\n\n"))
      if let request {
        var inner = writer
        // Without this, a handler that only waits never learns that the browser left.
        try? await request.body.consumeWithCancellationOnInboundClose { _ in
          try await pump(events, into: &inner)
        }
      }
      try await writer.finish(nil)
    }
  }

  private static func pump(_ events: AsyncStream<ServerEvent>, into writer: inout any ResponseBodyWriter) async throws {
    // One open stream would otherwise keep the server from ever stopping.
    for await bytes in beating(events).cancelOnGracefulShutdown() { try await writer.write(ByteBuffer(bytes: bytes)) }
  }

  private static func beating(_ events: AsyncStream<ServerEvent>) -> AsyncStream<[UInt8]> {
    AsyncStream(bufferingPolicy: .bufferingNewest(256)) { continuation in
      let beat = Task {
        while !Task.isCancelled {
          try? await Task.sleep(for: .seconds(15))
          continuation.yield(Array(": toujours là\n\n".utf8))
        }
      }
      let relay = Task {
        for await event in events { continuation.yield(event.bytes) }
        continuation.finish()
      }
      continuation.onTermination = { _ in
        beat.cancel()
        relay.cancel()
      }
    }
  }
}
