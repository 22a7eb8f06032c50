import Foundation
import GRDB

extension DatabasePool {
  /// The one way a file is opened: WAL, foreign keys, every commit on disk before it is answered.
  static func opened(path: String, readers: Int) throws -> DatabasePool {
    try createPrivateFile(path)
    var configuration = Configuration()
    configuration.label = "vademecum.sqlite"
    configuration.foreignKeysEnabled = true
    configuration.maximumReaderCount = readers
    configuration.busyMode = .timeout(5)
    // What is erased is overwritten, and sorting never spills personal data into temporary files.
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000")
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    // GRDB sets NORMAL on its writer after `prepareDatabase`: a power cut would lose the last commits.
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return pool
  }

  /// SQLite gives its journal the permissions of its file: for our user only.
  private static func createPrivateFile(_ path: String) throws {
    let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw OpeningError.unreachable(path: path, reason: String(cString: strerror(errno)))
    }
    Foundation.close(descriptor)
  }
}
