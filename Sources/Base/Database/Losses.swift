import Foundation
import GRDB
import NIOConcurrencyHelpers

/// Whether the disk has refused to keep something. Said once, for good: only a new start, which writes the journal anew,
/// may promise again.
final class Losses: Sendable {
  private let declared = NIOLockedValueBox(false)
  private let news: AsyncStream<Void>.Continuation
  /// One word when it happens; for one reader.
  let stream: AsyncStream<Void>

  init() { (stream, news) = AsyncStream.makeStream() }

  /// For a file of SQLite, which is about to be opened.
  convenience init(watching path: String) {
    self.init()
    _ = isListening
    // As SQLite names it: links followed. The file is there already.
    let name = URL(filePath: path).resolvingSymlinksInPath().path
    watched.withLockedValue { watched in
      watched.removeAll { $0.losses == nil }
      watched.append(Watched(path: name, losses: self))
    }
  }

  var isDeclared: Bool { declared.withLockedValue { $0 } }

  func declare() {
    declared.withLockedValue { $0 = true }
    news.yield()
  }
}

private struct Watched {
  let path: String
  weak var losses: Losses?
}

private let watched = NIOLockedValueBox<[Watched]>([])

/// SQLite empties its journal into its file in passing. When the disk refuses it then, no statement fails: only its log
/// says so, with the name of the file.
private let isListening: Bool = {
  GRDB.Database.logError = { code, message in
    guard DatabaseError(GRDB.DatabaseError(resultCode: code)) == .undurable else { return }
    let refused = watched.withLockedValue { $0.filter { message.contains("(\($0.path)") }.compactMap(\.losses) }
    for losses in refused { losses.declare() }
  }
  return true
}()
