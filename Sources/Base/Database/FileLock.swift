import Foundation
import NIOConcurrencyHelpers

/// `<path>.verrou`, held for life: a second process would write behind our back. The system releases it at the
/// process's end, however it ends.
final class FileLock: Sendable {
  private let descriptor: NIOLockedValueBox<Int32?>

  /// - Throws: `OpeningError`.
  init(beside path: String) throws {
    let lockPath = path + ".verrou"
    let opened = open(lockPath, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard opened >= 0 else {
      throw OpeningError.unreachable(path: lockPath, reason: String(cString: strerror(errno)))
    }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      close(opened)
      throw OpeningError.inUse(path: path)
    }
    descriptor = NIOLockedValueBox(opened)
  }

  deinit { release() }

  func release() {
    guard let opened = descriptor.withLockedValue({ $0.take() }) else { return }
    // Said, and not left to `close`: a program being started at this moment holds a copy until it runs.
    flock(opened, LOCK_UN)
    close(opened)
  }
}
