/// Why the database said no. Never carries a statement or a value: they may be somebody's story.
package enum DatabaseError: Error, Equatable {
  /// A row with this key is already there. `table` is empty when the engine does not say.
  case unique(table: String)
  /// The row refers to one that is not there, or is still referred to.
  case foreignKey
  case notNull
  case check
  /// Too many at once: waited too long for a connection or for a row, or met others too often. Trying again later is
  /// right (503).
  case busy
  /// No connection. A write whose COMMIT was under way may or may not have happened: its `Geste` tells.
  case unavailable
  /// No room left on the disk: nothing of this was kept. Reading goes on, and so does writing once there is room.
  case full
  /// The disk refused to keep what was written to it. Whether it is there is not known, and nothing more is written
  /// before the next start: see `Database.losses`.
  case undurable
  /// A write inside `read`, or a server that only reads.
  case readOnly
  /// The column that does not hold what was asked of it.
  case decoding(String)
  /// The engine's own code: SQLSTATE, or SQLite's extended result code.
  case other(code: String)
}
