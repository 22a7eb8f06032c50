import Logging

extension DatabaseError {
  /// For whoever wrote a statement that the engine cannot read. Words of the source code only: values are bound apart.
  func report(_ statement: String?, _ reason: String?) {
    Logger(label: "vademecum.base").error(
      "statement refused",
      metadata: ["error": "\(self)", "statement": "\(statement ?? "")", "reason": "\(reason ?? "")"])
  }
}
