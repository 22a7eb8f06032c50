import Chartes
import Discretion
import Html
import Web

/// What is known of a pair when one of them writes: the pseudonyms given, their own names, the words that name nobody.
struct Savoir: Sendable, Equatable {
  var carnet: Carnet
  /// The two people's own names.
  let noms: [String]
  /// Said by an author to name nobody.
  var nies: [String]
}

/// A text read again before anything of it is kept: what identifies in it, what it calls for. It lives in memory only.
struct Relecture: Sendable {
  /// What was found in one part.
  struct Partie: Sendable {
    let partie: Texte.Partie
    let texte: String
    let trouvailles: [Trouvaille]
  }

  let texte: Texte
  let parties: [Partie]
  let savoir: Savoir
  let role: Role
  /// An image or a file among the words.
  let fichier: Bool
  /// What the words call for.
  let alerte: Alerte

  /// As a reading left it: for the gallery.
  init(texte: Texte, parties: [Partie], savoir: Savoir, role: Role) {
    (self.texte, self.parties, self.savoir, self.role) = (texte, parties, savoir, role)
    (fichier, alerte) = (false, .aucune)
  }

  /// Beyond, nothing is read: the text is too long to be sent anyway.
  private static let longest = 20_000

  /// - Parameter nies: words said just now to name nobody. Only those that lift a doubt of this very text are known
  ///   afterwards: one that is certain, replaced or rewritten may be a name, and is not kept.
  init(_ texte: Texte, by role: Role, _ savoir: Savoir, _ relecteur: Relecteur, nies: [String] = []) {
    var savoir = savoir
    let denied = Set((savoir.nies + nies).map { Relecteur.key($0) })
    var lifted: Set<UInt32> = []
    self.texte = texte
    self.role = role
    fichier = texte.parties.contains { Collage.isFile(texte[$0]) }
    alerte = texte.longueur <= Self.longest ? relecteur.alert(texte.ensemble) : .aucune
    let readable = texte.longueur <= Self.longest && !fichier
    parties = (readable ? texte.parties : []).map { partie in
      let words = texte[partie]
      let found = relecteur.read(words, carnet: &savoir.carnet, allowed: savoir.noms)
      // What is certain is never waved through: only doubt may be.
      let kept = found.filter { trouvaille in
        let key = Relecteur.key(trouvaille.mots(in: words))
        guard trouvaille.certitude == .probable, denied.contains(key) else { return true }
        lifted.insert(key)
        return false
      }
      return Partie(partie: partie, texte: words, trouvailles: kept)
    }
    savoir.nies += nies.filter { !savoir.nies.contains($0) && lifted.contains(Relecteur.key($0)) }
    self.savoir = savoir
  }

  var trouvailles: [Trouvaille] { parties.flatMap(\.trouvailles) }

  /// Whether nothing holds it back but advice.
  func isAdvised(_ p: Parametres) -> Bool {
    if case .advise = judge(p) { true } else { false }
  }

  /// Whether it may leave one's hands.
  func judge(_ p: Parametres) -> Verdict {
    // Whoever calls for help is not told how to ask.
    let calm = ![.danger, .detresse].contains(alerte) && texte.longueur <= Self.longest
    return Verdict.strictest([
      FormulerSaQuestion.judge(
        .init(
          longueur: texte.longueur,
          demandeDeDecider: calm && role == .accompagne && !Posture.yields(texte.ensemble).isEmpty,
          ordonne: calm && role == .mentor && !Posture.orders(texte.ensemble).isEmpty), p),
      TaireCeQuiIdentifie.judge(
        .init(
          certains: trouvailles.count { $0.certitude == .certaine },
          probables: trouvailles.count { $0.certitude == .probable }, fichier: fichier), p),
    ])
  }
}
