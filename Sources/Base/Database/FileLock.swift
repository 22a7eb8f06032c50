import Foundation

/// `<path>.verrou`, held for life: a second process would write behind our back. Released by the system at the
/// process's end, however it ends.
final class FileLock: Sendable {
  private let descriptor: Int32

  init(beside path: String) throws {
    let lockPath = path + ".verrou"
    descriptor = open(lockPath, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw OpeningError.unreachable(path: lockPath, reason: String(cString: strerror(errno)))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      Foundation.close(descriptor)
      throw OpeningError.inUse(path: path)
    }
  }

  deinit { Foundation.close(descriptor) }
}
