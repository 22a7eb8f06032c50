import Discretion
import Html

/// A text with what identifies marked in it: firm where it is certain, dashed where it is to be asked.
package func texteRelu(_ texte: String, _ trouvailles: [Trouvaille], _ t: Langue) -> Markup {
  let scalars = Array(texte.unicodeScalars)
  func words(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
  return p(.class("message")) {
    for (rang, trouvaille) in trouvailles.enumerated() {
      words((rang == 0 ? 0 : trouvailles[rang - 1].place.upperBound)..<trouvaille.place.lowerBound)
      let marked = group {
        words(trouvaille.place)
        lu(" (\(t(trouvaille.sorte.nom)))")
      }
      if trouvaille.certitude == .certaine { mark { marked } } else { mark(.class("doute")) { marked } }
    }
    words((trouvailles.last?.place.upperBound ?? 0)..<scalars.count)
  }
}

/// Each thing found, what it looks like, and the words offered in its place.
package func propositions(_ texte: String, _ trouvailles: [Trouvaille], _ t: Langue) -> Markup {
  let scalars = Array(texte.unicodeScalars)
  return ul(.class("propositions")) {
    for trouvaille in trouvailles {
      li {
        strong { String(String.UnicodeScalarView(scalars[trouvaille.place])) }
        span(.class("soft")) { " \(t(trouvaille.sorte.nom))" }
        p {
          t("À la place\u{a0}: ", "Instead: ")
          trouvaille.proposition.texte
        }
      }
    }
  }
}

extension Trouvaille.Sorte {
  /// What people call it.
  package var nom: Phrase {
    switch self {
    case .personne: Phrase("le nom d’une personne", "a person’s name")
    case .organisation: Phrase("le nom d’une organisation", "an organisation’s name")
    case .telephone: Phrase("un numéro de téléphone", "a phone number")
    case .courriel: Phrase("une adresse e-mail", "an e-mail address")
    case .adresse: Phrase("une adresse", "an address")
    case .naissance: Phrase("une date de naissance", "a date of birth")
    case .securiteSociale: Phrase("un numéro de sécurité sociale", "a social security number")
    case .siren, .siret: Phrase("un numéro d’entreprise", "a company number")
    case .iban: Phrase("un compte bancaire", "a bank account")
    case .carteBancaire: Phrase("une carte bancaire", "a bank card")
    case .plaque: Phrase("une plaque d’immatriculation", "a number plate")
    case .ip: Phrase("l’adresse d’une machine", "a machine’s address")
    case .url: Phrase("un lien", "a link")
    case .pseudo: Phrase("un pseudo", "a user name")
    case .fichier: Phrase("le nom d’un fichier", "a file name")
    case .secret: Phrase("un mot de passe ou un code", "a password or a code")
    }
  }
}
