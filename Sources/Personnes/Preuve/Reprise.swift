import Foundation
import Html
import Web

/// Where one was going when a proof was asked, with what one had typed: it goes along, and is sent afterwards.
struct Reprise: Sendable, Equatable {
  let suite: String
  /// The fields of a form under way; empty when one was only reading.
  let champs: [(nom: String, valeur: String)]
  /// The key of that form.
  let geste: String?
  /// The page where a proof by link leads back: a form cannot follow into a mailbox, so the page it stood on.
  let retour: String

  private static let prefixe = "reprise."

  static func == (left: Reprise, right: Reprise) -> Bool {
    left.suite == right.suite && left.geste == right.geste && left.retour == right.retour
      && left.champs.elementsEqual(right.champs) { $0.nom == $1.nom && $0.valeur == $1.valeur }
  }

  /// - Parameter provenance: the page of a form under way.
  init(
    suite: String, champs: [(nom: String, valeur: String)] = [], geste: String? = nil, provenance: String? = nil
  ) {
    self.suite = Self.safe(suite)
    self.champs = champs
    self.geste = geste
    retour = geste == nil ? self.suite : Self.safe(provenance ?? "")
  }

  /// A visit that was stopped on its way.
  init(stopping visit: Visit) {
    let isForm = visit.form != .empty
    self.init(
      suite: isForm || visit.query == .empty ? visit.path : "\(visit.path)?\(visit.query.urlEncoded)",
      champs: visit.form.typed,
      geste: isForm ? visit.form.raw("_geste") : nil, provenance: visit.provenance)
  }

  /// As the form of a proof brings it back.
  init(_ form: FormData) {
    let champs = form.typed.compactMap { champ in
      champ.nom.hasPrefix(Self.prefixe)
        ? (nom: String(champ.nom.dropFirst(Self.prefixe.count)), valeur: champ.valeur) : nil
    }
    self.init(
      suite: form.raw("suite"), champs: champs, geste: form.has("geste") ? form.raw("geste") : nil,
      provenance: form.raw("retour"))
  }

  /// What the form of a proof carries.
  var caches: Markup {
    group {
      cache("suite", suite)
      if let geste {
        cache("geste", geste)
        cache("retour", retour)
      }
      for champ in champs { cache(Self.prefixe + champ.nom, champ.valeur) }
    }
  }

  /// A path of this site, and nothing else: nobody is led away by an address that was handed to them.
  static func safe(_ suite: String, otherwise fallback: String = "/accueil") -> String {
    let allowed = suite.utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "\\") }
    return suite.hasPrefix("/") && !suite.hasPrefix("//") && allowed && suite.utf8.count <= 2000
      ? suite : fallback
  }
}
