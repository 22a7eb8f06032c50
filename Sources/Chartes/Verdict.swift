import Html
import Temps

/// Why an act meets an article, and what one can do now.
package struct Motif: Sendable, Equatable {
  /// The key of the article.
  package let cle: String
  /// The title of the article.
  package let titre: Phrase
  package let pourquoi: Phrase
  package let issue: Phrase

  package init(cle: String, titre: Phrase, pourquoi: Phrase, issue: Phrase) {
    self.cle = cle
    self.titre = titre
    self.pourquoi = pourquoi
    self.issue = issue
  }
}

/// What an article says of an act.
package enum Verdict: Sendable, Equatable {
  case allow
  /// Say it, let it pass.
  case advise(Motif)
  /// Do it later: say when.
  case `defer`(until: Instant, Motif)
  /// Say why, lose nothing of what was typed.
  case refuse(Motif)

  package var motif: Motif? {
    switch self {
    case .allow: nil
    case .advise(let motif), .defer(_, let motif), .refuse(let motif): motif
    }
  }

  /// Whether the act may be done now.
  package var passes: Bool { rank <= 1 }

  /// One verdict for several: the strictest; the latest of those that wait; otherwise the first said.
  package static func strictest(_ verdicts: [Verdict]) -> Verdict {
    verdicts.reduce(.allow) { $1.prevails(over: $0) ? $1 : $0 }
  }

  private func prevails(over other: Verdict) -> Bool {
    if case .defer(let instant, _) = self, case .defer(let earlier, _) = other { return instant > earlier }
    return rank > other.rank
  }

  private var rank: Int {
    switch self {
    case .allow: 0
    case .advise: 1
    case .defer: 2
    case .refuse: 3
    }
  }
}
