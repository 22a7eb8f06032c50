import Html
import Temps

extension Fuseau {
  /// The zones people here live in, for a select; the person's own is added when it is another one.
  package static func options(_ t: Langue, including own: Fuseau? = nil) -> [Option] {
    let others = [own].compactMap { $0 }.filter { !francais.contains($0) }
    return (francais + others).map { Option($0.identifier, t($0.lieu)) }
  }
}
