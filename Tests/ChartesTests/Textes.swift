import Chartes
import Html
import Temps
import Testing

/// Everything people can read of a charter, for the tests that look at all of it.
enum Textes {
  /// What each role signs, and nothing else: no closing line of values.
  static func signed(_ charte: Charte, _ p: Parametres) -> [Phrase] {
    charte.articles.flatMap { article in Role.allCases.compactMap { article.texte(pour: $0, p) } }
  }

  static func all(_ charte: Charte, _ p: Parametres) -> [Phrase] {
    [charte.titre, charte.objet, charte.preambule] + Role.allCases.flatMap { [$0.titre, $0.pluriel] }
      + charte.articles.flatMap {
        [$0.titre, $0.raison] + $0.promesses.flatMap { [$0.phrase, $0.source.titre, $0.tenue.titre] }
      }
      + charte.parametres.flatMap { [$0.libelle, p.inWords($0)] }
      + signed(charte, p) + motifs(charte, p).flatMap { [$0.titre, $0.pourquoi, $0.issue] }
  }

  /// Every reason an article of this charter can give.
  static func motifs(_ charte: Charte, _ p: Parametres) -> [Motif] {
    (Verdicts.rencontres(p) + Verdicts.mentorat(p) + Verdicts.conseil(p)).compactMap(\.motif)
      .filter { charte.article(named: $0.cle) != nil }
  }
}

extension Charte: CustomTestStringConvertible {
  public var testDescription: String { cle }
}

extension Instant {
  /// 3 December 2026, noon in universal time.
  static let midi = Instant(milliseconds: 1_796_299_200_000)
}

extension Parametres {
  /// For tests that know the value to be admissible.
  func with(_ parametre: Parametre, _ value: Int) -> Parametres { setting(parametre, to: value)! }

  /// Every parameter of every charter at a low value that is not its default.
  static let ailleurs = away { Array($0) }

  /// Every parameter at another value, high where its bounds let it be, that none of them has in `ailleurs`.
  static let plusHaut = away { bornes in
    let low = Set(Charte.toutes.flatMap(\.parametres).map { ailleurs[$0] })
    return bornes.reversed().filter { !low.contains($0) }
  }

  /// Third from the end where so many are left: far from the other set, and away from the bound itself.
  private static func away(_ order: (ClosedRange<Int>) -> [Int]) -> Parametres {
    Charte.toutes.flatMap(\.parametres).reduce(Parametres()) { p, parametre in
      p.with(
        parametre, order(parametre.bornes).filter { parametre.admits($0) && $0 != parametre.defaut }.prefix(3).last!)
    }
  }
}
