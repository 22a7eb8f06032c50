import Foundation
import GRDB

extension DatabasePool {
  /// The one way a file is opened: WAL, foreign keys, every commit on disk before it is answered.
  static func opened(path: String, readers: Int) throws -> DatabasePool {
    return try openingErrors(path) {
      let pool = try DatabasePool(path: path, configuration: configuration(readers: readers))
      try pool.writeWithoutTransaction { database in
        // GRDB sets NORMAL on its writer after `prepareDatabase`: a power cut would lose the last commits.
        try database.execute(sql: "PRAGMA synchronous = FULL")
        try database.settleJournal()
      }
      return pool
    }
  }

  /// Beside whoever writes in it.
  static func openedToRead(path: String) throws -> DatabasePool {
    var configuration = configuration(readers: 1)
    configuration.readonly = true
    return try openingErrors(path) { try DatabasePool(path: path, configuration: configuration) }
  }

  private static func openingErrors<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as GRDB.DatabaseError {
      if DatabaseError(error) == .full { throw OpeningError.full(path: path) }
      throw OpeningError.unreachable(path: path, reason: error.message ?? "\(error.resultCode)")
    }
  }

  private static func configuration(readers: Int) -> Configuration {
    var configuration = Configuration()
    configuration.label = "vademecum.sqlite"
    configuration.foreignKeysEnabled = true
    configuration.maximumReaderCount = readers
    configuration.busyMode = .timeout(5)
    // What is erased is overwritten, and sorting never spills personal data into temporary files.
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000")
    }
    return configuration
  }

  /// SQLite gives its journal the permissions of its file: for our user only.
  static func createPrivateFile(_ path: String) throws {
    let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw OpeningError.unreachable(path: path, reason: String(cString: strerror(errno)))
    }
    Foundation.close(descriptor)
  }
}

extension GRDB.Database {
  /// What a server left in its journal is read as committed, although it may be in the system's memory only, and the
  /// disk may have refused it. It is written anew into the file, and asked of the disk, before anybody is told of it;
  /// then the journal begins again.
  fileprivate func settleJournal() throws {
    do { try checkpoint(.truncate) } catch let error as GRDB.DatabaseError where error.resultCode == .SQLITE_BUSY {
      // Somebody reads beside: all is in the file already, only the journal stays as it is.
    }
  }
}
