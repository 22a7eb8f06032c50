import Foundation

/// An open file, closed with its last holder. What the system refuses is said with its reason.
final class Descripteur {
  let path: String
  private var number: Int32?

  private init(_ path: String, _ number: Int32) {
    self.path = path
    self.number = number
  }

  deinit { close() }

  /// A new file that only our user reads. What an interrupted run left under this name goes.
  static func create(_ path: String) throws -> Descripteur {
    unlink(path)
    return try opened(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC)
  }

  static func read(_ path: String) throws -> Descripteur { try opened(path, O_RDONLY | O_CLOEXEC) }

  private static func opened(_ path: String, _ flags: Int32) throws -> Descripteur {
    let number = open(path, flags, 0o600)
    guard number >= 0 else { throw SauvegardeError(errno, at: path) }
    return Descripteur(path, number)
  }

  func write(_ data: Data) throws {
    try data.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = Foundation.write(number ?? -1, bytes.baseAddress! + done, bytes.count - done)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw SauvegardeError(errno, at: path) }
        done += count
      }
    }
  }

  /// Fewer bytes only at the end of the file.
  func read(_ count: Int) throws -> Data {
    var data = Data(count: count)
    var done = 0
    try data.withUnsafeMutableBytes { bytes in
      while done < count {
        let got = Foundation.read(number ?? -1, bytes.baseAddress! + done, count - done)
        if got < 0, errno == EINTR { continue }
        guard got >= 0 else { throw SauvegardeError(errno, at: path) }
        if got == 0 { break }
        done += got
      }
    }
    return done == count ? data : Data(data.prefix(done))
  }

  func size() throws -> Int {
    var status = stat()
    guard fstat(number ?? -1, &status) == 0 else { throw SauvegardeError(errno, at: path) }
    return Int(status.st_size)
  }

  func seek(to offset: Int) throws {
    guard lseek(number ?? -1, off_t(offset), SEEK_SET) == offset else { throw SauvegardeError(errno, at: path) }
  }

  /// On disk, or said.
  func sync() throws {
    guard fsync(number ?? -1) == 0 else { throw SauvegardeError(errno, at: path) }
  }

  func close() {
    if let number = number.take() { Foundation.close(number) }
  }
}

extension Descripteur {
  /// Gives a file its name for good: the name too is on disk afterwards.
  static func rename(_ path: String, to name: String) throws {
    guard Foundation.rename(path, name) == 0 else { throw SauvegardeError(errno, at: name) }
    try syncFolder(of: name)
  }

  static func syncFolder(of path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    let number = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw SauvegardeError(errno, at: folder) }
    defer { Foundation.close(number) }
    // Some disks of keys and networks know no such thing.
    guard fsync(number) == 0 || errno == EINVAL || errno == ENOTSUP else { throw SauvegardeError(errno, at: folder) }
  }

  /// Overwrites a working copy before it goes, as `secure_delete` does in the base itself.
  static func erase(_ path: String) {
    defer { unlink(path) }
    let number = open(path, O_WRONLY | O_CLOEXEC)
    guard number >= 0 else { return }
    defer { Foundation.close(number) }
    var left = Int(lseek(number, 0, SEEK_END))
    lseek(number, 0, SEEK_SET)
    let zeros = [UInt8](repeating: 0, count: 1 << 16)
    while left > 0 {
      let count = Foundation.write(number, zeros, min(left, zeros.count))
      guard count > 0 else { return }
      left -= count
    }
    fdatasync(number)
  }
}
