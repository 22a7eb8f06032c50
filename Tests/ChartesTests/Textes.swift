import Chartes
import Html
import Temps

/// Everything people can read of a charter, for the tests that look at all of it.
enum Textes {
  /// What each role signs, and nothing else: no closing line of values.
  static func signed(_ charte: Charte, _ p: Parametres) -> [Phrase] {
    charte.articles.flatMap { article in Role.allCases.compactMap { article.texte(pour: $0, p) } }
  }

  static func all(_ charte: Charte, _ p: Parametres) -> [Phrase] {
    [charte.titre, charte.preambule] + Role.allCases.flatMap { [$0.titre, $0.pluriel] }
      + charte.articles.flatMap {
        [$0.titre, $0.raison] + $0.promesses.flatMap { [$0.phrase, $0.source.titre, $0.tenue.titre] }
      }
      + charte.parametres.flatMap { [$0.libelle, p.inWords($0)] }
      + signed(charte, p) + motifs(p)
  }

  /// Every reason an article can give.
  static func motifs(_ p: Parametres) -> [Phrase] {
    let verdicts =
      [
        SEngager.judge(.init(signedVersion: nil, currentVersion: 1), p),
        SEngager.judge(.init(signedVersion: 1, currentVersion: 2), p),
        TenirSesRendezVous.judge(.init(debut: .midi + .minutes(1), now: .midi), p),
        TenirSesRendezVous.judge(.init(debut: .midi, now: .midi), p),
        PreparerLaRencontre.judge(.init(questions: []), p),
        FaireSonBilan.judge(.init(attendus: [.midi - .hours(1)], now: .midi), p),
        FaireSonBilan.judge(.init(attendus: [.midi - .days(3), .midi - .days(2)], now: .midi), p),
        Remercier.judge(.init(tenue: true, mot: ""), p),
      ] + crowded(debut: .midi + .minutes(1), p) + crowded(debut: .midi, p)
    return verdicts.compactMap(\.motif).flatMap { [$0.titre, $0.pourquoi, $0.issue] }
  }

  private static func crowded(debut: Instant, _ p: Parametres) -> [Verdict] {
    DemanderParInteret.examine(
      .init(motivation: "", ouvertes: 99, dejaDemandee: true, ceMois: 99, plafond: nil, debut: debut, now: .midi), p)
  }
}

extension Instant {
  /// 3 December 2026, noon in universal time.
  static let midi = Instant(milliseconds: 1_796_299_200_000)
}

extension Parametres {
  /// For tests that know the value to be admissible.
  func with(_ parametre: Parametre, _ value: Int) -> Parametres { setting(parametre, to: value)! }

  /// Every parameter at a low value that is not its default.
  static let ailleurs = away { Array($0) }

  /// Every parameter at a high value that is not its default.
  static let plusHaut = away { $0.reversed() }

  /// Third from the end, so that the two sets share no value.
  private static func away(_ order: (ClosedRange<Int>) -> [Int]) -> Parametres {
    Charte.rencontres.parametres.reduce(Parametres()) { p, parametre in
      p.with(parametre, order(parametre.bornes).filter { parametre.admits($0) && $0 != parametre.defaut }[2])
    }
  }
}
