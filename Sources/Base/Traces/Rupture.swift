import Html

/// Something that does not hold in the traces, and where.
package enum Rupture: Sendable, Hashable {
  /// This line does not follow from the one before: one of the two was changed.
  case ligne(rang: Int)
  /// Lines are missing, from the first rank to the last.
  case trou(Int, Int)
  /// This line cannot be read; nil when not even its rank can.
  case ligneIllisible(rang: Int?)
  /// This line stands before the cut, where all had left.
  case avantLaCoupe(rang: Int)
  case coupe(numero: Int, Defaut)
  case tete(numero: Int, Defaut)
  /// The line that this head signed is missing from the middle.
  case teteSansLigne(numero: Int, rang: Int)
  /// The line that this head signed is no longer the same.
  case teteContredite(numero: Int, rang: Int)
  /// The chain ends before the line that this head signed.
  case finCoupee(numero: Int, rang: Int)
  /// A head kept elsewhere cannot be believed.
  case temoin(numero: Int, Defaut)
  /// A head kept elsewhere is no longer among those of the base.
  case temoinAbsent(numero: Int, rang: Int)
  /// So many lines wait that are in the chain already: they would keep the others waiting for ever.
  case attente(Int)
  /// What keeps lines from being changed is gone from the base.
  case verrou(String)

  package enum Defaut: Sendable, Hashable { case manquante, deplacee, sansCachet, autreCle, illisible }

  /// Whether it is about a head kept elsewhere.
  package var isOfTemoin: Bool {
    switch self {
    case .temoin, .temoinAbsent: true
    default: false
    }
  }

  /// The first rank concerned, where there is one.
  package var rang: Int? {
    switch self {
    case .ligne(let rang), .trou(let rang, _), .avantLaCoupe(let rang), .teteSansLigne(_, let rang),
      .teteContredite(_, let rang), .finCoupee(_, let rang), .temoinAbsent(_, let rang):
      rang
    case .ligneIllisible(let rang): rang
    case .coupe, .tete, .temoin, .attente, .verrou: nil
    }
  }
}

// MARK: In words

extension Rupture {
  package var phrase: Phrase {
    switch self {
    case .ligne(let rang):
      Phrase(
        "Rang \(rang)\u{a0}: cette ligne ne suit plus la précédente. L’une des deux a été changée.",
        "Rank \(rang): this line no longer follows from the one before. One of the two was changed.")
    case .trou(let first, let last):
      Phrase(
        "Du rang \(first) au rang \(last)\u{a0}: des lignes ont été ôtées.",
        "From rank \(first) to rank \(last): lines were taken away.")
    case .ligneIllisible(let rang):
      Phrase(
        "Rang \(rang.map(String.init) ?? "inconnu")\u{a0}: cette ligne ne se lit plus.",
        "Rank \(rang.map(String.init) ?? "unknown"): this line can no longer be read.")
    case .avantLaCoupe(let rang):
      Phrase(
        "Rang \(rang)\u{a0}: cette ligne est d’avant la coupe, où il n’en restait aucune.",
        "Rank \(rang): this line stands before the cut, where none was left.")
    case .attente(let count):
      Phrase(
        "Lignes en attente\u{a0}: \(count) sont déjà dans la chaîne. Elles bloqueraient les autres.",
        "Waiting lines: \(count) are in the chain already. They would block the others.")
    case .verrou(let nom):
      Phrase(
        "Le verrou «\u{a0}\(nom)\u{a0}» manque\u{a0}: la base laisserait changer des lignes.",
        "The lock “\(nom)” is missing: the base would let lines be changed.")
    default: ofSignatures
    }
  }

  private var ofSignatures: Phrase {
    switch self {
    case .coupe(let numero, let defaut): defaut.phrase("Coupe \(numero)", "Cut \(numero)")
    case .tete(let numero, let defaut): defaut.phrase("Tête \(numero)", "Head \(numero)")
    case .temoin(let numero, let defaut):
      defaut.phrase("Tête \(numero), gardée ailleurs", "Head \(numero), kept elsewhere")
    case .teteSansLigne(let numero, let rang):
      Phrase(
        "Tête \(numero)\u{a0}: la ligne de rang \(rang), qu’elle signe, n’est plus là.",
        "Head \(numero): the line of rank \(rang), which it signs, is gone.")
    case .teteContredite(let numero, let rang):
      Phrase(
        "Tête \(numero)\u{a0}: la ligne de rang \(rang) n’est plus celle qu’elle a signée. La chaîne a été refaite.",
        "Head \(numero): the line of rank \(rang) is no longer the one it signed. The chain was made anew.")
    case .finCoupee(let numero, let rang):
      Phrase(
        "Tête \(numero)\u{a0}: la chaîne s’arrête avant le rang \(rang), qu’elle signe. La fin a été coupée.",
        "Head \(numero): the chain ends before rank \(rang), which it signs. The end was cut off.")
    case .temoinAbsent(let numero, let rang):
      Phrase(
        """
        Tête \(numero) (rang \(rang)), gardée ailleurs\u{a0}: la base ne l’a plus. La fin a été coupée, la chaîne refaite, \
        ou une sauvegarde plus ancienne remise en place.
        """,
        """
        Head \(numero) (rank \(rang)), kept elsewhere: the base no longer has it. The end was cut off, the chain made \
        anew, or an older backup put back.
        """)
    default: Phrase("", "")
    }
  }
}

extension Rupture.Defaut {
  fileprivate func phrase(_ fr: String, _ en: String) -> Phrase {
    switch self {
    case .manquante: Phrase("\(fr)\u{a0}: elle a été ôtée.", "\(en): it was taken away.")
    case .deplacee: Phrase("\(fr)\u{a0}: elle n’est pas à sa place.", "\(en): it is not in its place.")
    case .sansCachet:
      Phrase("\(fr)\u{a0}: sa signature ne tient pas.", "\(en): its signature does not hold.")
    case .autreCle:
      Phrase("\(fr)\u{a0}: une autre clé l’a signée.", "\(en): another key signed it.")
    case .illisible: Phrase("\(fr)\u{a0}: elle ne se lit plus.", "\(en): it can no longer be read.")
    }
  }
}
