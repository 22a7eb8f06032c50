/// One thing that WhatsApp tells: a message, a status, a change. Told again, it is the same one.
package struct Nouvelle: Sendable, Hashable {
  /// What makes two tellings one: never its instant nor its place in a body.
  package let cle: String
  /// The number of ours that it came to (`phone_number_id`); nil when it is not said.
  package let ligne: String?
  /// Whom it is about; empty when it is about nobody.
  package let identite: Identite
  /// Seconds since 1970, by WhatsApp's clock; nil when it is not said.
  package let instant: Int64?
  package let sorte: Sorte

  package enum Sorte: Sendable, Hashable {
    /// - Parameter a: the message that it answers.
    case message(wamid: String, Contenu, a: String?)
    /// Other words in place of those of a former message.
    case modification(wamid: String, de: String?, Contenu)
    /// A former message taken back by its author.
    case retrait(wamid: String, de: String?)
    /// - Parameters:
    ///   - notre: our own identifier, given when it was sent.
    ///   - code: why it failed.
    case statut(Statut, wamid: String, notre: String?, code: Int?)
    case changement(wamid: String, Changement)
    /// A template of ours was approved, refused, paused.
    case gabarit(nom: String?, langue: String?, evenement: String, raison: String?)
    /// The account of the business: a violation, a review, the quality of its number.
    case compte(champ: String, evenement: String?)
    /// Sent by hand from the telephone of the business.
    case echo(wamid: String, Contenu)
    /// Kept as told, whatever it is.
    case autre(champ: String, type: String?)
  }

  /// Somebody is named otherwise from now on.
  package enum Changement: Sendable, Hashable {
    /// Another number; the new one stands in the message's own identity when only that is told.
    case numero(nouveau: String?)
    case bsuid(de: Identite, vers: Identite)
    /// Another telephone, perhaps another person.
    case appareil
    case autre(String)
  }

  /// Its kind in one word: what is counted.
  package var genre: Genre {
    switch sorte {
    case .message: .message
    case .modification: .modification
    case .retrait: .retrait
    case .statut: .statut
    case .changement: .identite
    case .gabarit: .gabarit
    case .compte: .compte
    case .echo: .echo
    case .autre: .autre
    }
  }

  package enum Genre: String, Sendable, CaseIterable {
    case message, modification, retrait, statut, identite, gabarit, compte, echo, autre
  }
}
