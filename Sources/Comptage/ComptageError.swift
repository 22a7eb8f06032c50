/// Why figures could not be held or read back.
package enum ComptageError: Error, Equatable {
  /// These bytes are not what was written.
  case damaged
  /// The bytes of a slice made for another schema: fold its lines again.
  case otherSchema
  /// A flag, a value or a measure that the schema does not have.
  case outsideSchema
  /// A line of another month.
  case outsideMonth
  /// More than 65,535 places, or advisers, in one month.
  case tooManyNames
}
