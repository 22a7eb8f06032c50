import Html
import Web

extension Saisie {
  /// A telephone number, or nothing: digits, and what people put between them.
  /// - Parameter shortest: in signs; a service may have a short number, such as 3939.
  mutating func note(telephone: String, shortest: Int = 6) {
    let fine = (shortest...25).contains(telephone.count) && telephone.allSatisfy { "0123456789+(). ".contains($0) }
    note(
      "telephone", unless: telephone.isEmpty || fine,
      Phrase("Écrivez un numéro, comme 02 33 00 00 00.", "Write a number, such as 02 33 00 00 00."))
  }
}
