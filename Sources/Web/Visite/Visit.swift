import Base
import Html
import Temps

/// One request, as a route sees it: who, when, what was typed. Nothing of HTTP that a page need not know.
package struct Visit: Sendable {
  package let now: Instant
  package let visitor: Visitor?
  package let langue: Langue
  /// The bearer of this browser: ties a sign-in link and a form to where they were asked for.
  package let browser: Token
  /// Names this request in the logs and on an error page.
  package let reference: String
  package let path: String
  package let parameters: [String: String]
  package let query: FormData
  package let form: FormData
  package let body: [UInt8]
  /// "Firefox, Linux": families only, to name a connexion.
  package let navigateur: String
  package let wantsJSON: Bool
  /// The page of this site that one comes from; nil when the browser does not say.
  package var provenance: String? = nil
  /// What another server signed its body with, as it presents it.
  package var signature: String? = nil
  let csrf: String
  /// What a machine presents in `Authorization`; people never do.
  var authorization: String?

  /// The signed-in person. A route that says `.signedIn` always has one.
  package func person() throws -> Visitor {
    guard let visitor else { throw SignInNeeded() }
    return visitor
  }

  package var fuseau: Fuseau { visitor?.fuseau ?? .paris }

  /// An id from the URL. Anything else than an id is absent.
  package func id<Tag>(_ name: String) throws -> ID<Tag> {
    guard let text = parameters[name], let id = ID<Tag>(text) else { throw Absent() }
    return id
  }

  package func number(_ name: String) throws -> Int {
    guard let text = parameters[name], let number = Int(text) else { throw Absent() }
    return number
  }

  package func token(_ name: String) throws -> Token {
    guard let text = parameters[name], let token = Token(presented: text) else { throw Absent() }
    return token
  }

  /// For a form on the page that answers this visit. What was typed keeps its key: the act has not happened yet.
  package var seal: Sceau { Sceau(csrf: csrf, geste: (try? geste().text) ?? Geste.make(at: now).text) }

  /// For a second form on a page that comes back: another act, with a key of its own.
  package var fresh: Sceau { Sceau(csrf: csrf, geste: Geste.make(at: now).text) }

  /// The key of the form that was sent.
  package func geste() throws -> Geste {
    guard let geste = Geste(form.text("_geste")) else { throw StaleForm() }
    return geste
  }
}

/// The route needs somebody; the answer leads to the sign-in page.
package struct SignInNeeded: Error {}

/// A form without its seal, or sealed for another browser: the page is offered again.
package struct StaleForm: Error {}
