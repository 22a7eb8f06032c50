import NIOConcurrencyHelpers
import NIOCore
import NIOPosix

/// A raw connection to a live server: reads a stream that does not end.
final class Ligne: Sendable {
  private let channel: any Channel
  private let received: NIOLockedValueBox<String>

  private init(_ channel: any Channel, _ received: NIOLockedValueBox<String>) {
    self.channel = channel
    self.received = received
  }

  /// Sends one GET and begins to read.
  static func open(_ path: String, cookie: String, port: Int) async throws -> Ligne {
    let received = NIOLockedValueBox("")
    let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Reader(received))
        }
      }
      .connect(host: "localhost", port: port).get()
    let request = "GET \(path) HTTP/1.1\r\nHost: localhost\r\nCookie: \(cookie)\r\n\r\n"
    try await channel.writeAndFlush(ByteBuffer(string: request))
    return Ligne(channel, received)
  }

  var text: String { received.withLockedValue { $0 } }
  /// The server closed it, or we did.
  var isClosed: Bool { !channel.isActive }

  /// The server may have closed it first.
  func close() async throws {
    do { try await channel.close() } catch ChannelError.alreadyClosed {}
  }

  private final class Reader: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let received: NIOLockedValueBox<String>

    init(_ received: NIOLockedValueBox<String>) { self.received = received }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let text = String(buffer: unwrapInboundIn(data))
      received.withLockedValue { $0 += text }
    }
  }
}
