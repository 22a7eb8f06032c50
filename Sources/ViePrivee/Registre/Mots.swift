import Base
import Html
import Temps

extension Traitement.Fondement {
  /// What the law lets it rest on, in everyday words.
  var titre: Phrase {
    switch self {
    case .accord: Phrase("Votre accord, que vous pouvez reprendre.", "Your consent, which you may take back.")
    case .contrat: Phrase("Ce que vous avez signé en venant ici.", "What you signed when you came here.")
    case .obligation: Phrase("Une obligation que la loi nous fait.", "A duty that the law lays on us.")
    case .interetPublic: Phrase("Une mission d’intérêt public.", "A task in the public interest.")
    case .interetLegitime:
      Phrase(
        "Un besoin légitime, que vous pouvez contester.", "A legitimate need, to which you may object.")
    }
  }
}

extension TableTenue.Terme {
  var mots: Phrase {
    switch self {
    case .compte: Phrase("avec le compte", "with the account")
    case .apres(let duree, _):
      Phrase(
        fr: "au bout de \(Phrase.conservation(duree).fr)", en: "after \(Phrase.conservation(duree).en)")
    case .regle(let phrase): phrase
    case .sansObjet: Phrase("gardée", "kept")
    }
  }
}

extension TableTenue.Effacement {
  var mots: Phrase {
    switch self {
    case .change: Phrase("ses lignes partent, ou perdent ce qui y menait", "rows go, or lose what led to that person")
    case .illisible: Phrase("plus rien ne s’en ouvre", "nothing of it opens any more")
    case .garde(let raison): raison
    case .sansObjet: Phrase("ne nomme personne qui ait un compte", "names nobody who has an account")
    }
  }
}
