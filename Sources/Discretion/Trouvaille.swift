/// What identifies somebody in a text, and where.
package struct Trouvaille: Sendable, Equatable {
  /// What kind of thing it is. Raw values are the names used by the annotated sets.
  package enum Sorte: String, Sendable, CaseIterable {
    case personne = "PERSON"
    case organisation = "ORG"
    case telephone = "PHONE"
    case courriel = "EMAIL"
    case adresse = "ADDRESS"
    case naissance = "DOB"
    case securiteSociale = "NIR"
    case siren = "SIREN"
    case siret = "SIRET"
    case iban = "IBAN"
    case carteBancaire = "CARD"
    case plaque = "PLATE"
    case ip = "IP"
    case url = "URL"
    case pseudo = "HANDLE"
    case fichier = "FILE"
    case secret = "SECRET"
  }

  /// Certain: its own form proves it, or the model hardly doubts. Likely: to be asked.
  package enum Certitude: Sendable { case certaine, probable }

  /// Unicode scalars of the text as written, end excluded.
  package let place: Range<Int>
  package let sorte: Sorte
  package let certitude: Certitude
  /// What may stand there instead.
  package let proposition: Proposition

  /// Words that name nobody, and the scalars they take the place of: an elided article before a name goes with it.
  package struct Proposition: Sendable, Equatable {
    package let place: Range<Int>
    package let texte: String

    package init(place: Range<Int>, texte: String) {
      self.place = place
      self.texte = texte
    }
  }

  package init(place: Range<Int>, sorte: Sorte, certitude: Certitude, proposition: Proposition) {
    self.place = place
    self.sorte = sorte
    self.certitude = certitude
    self.proposition = proposition
  }
}

extension Trouvaille.Sorte {
  /// Ways to reach somebody: what the free words of an appointment may not carry.
  package static let coordonnees: Set<Trouvaille.Sorte> = [.telephone, .courriel, .adresse, .url, .pseudo]
}
