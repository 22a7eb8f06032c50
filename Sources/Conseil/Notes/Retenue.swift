import Chartes
import Html
import Web

/// Why nothing was done, and what to do: said at the top of the page, where a telephone and a voice begin. The margin
/// then bears the article alone, so that nothing is read twice.
func retenue(_ motif: Motif?, relire: ARelire? = nil, _ t: Langue) -> Markup {
  guard let motif else { return .empty }
  return avis(.refus, titre: t(motif.pourquoi)) {
    p { t(motif.issue) }
    if relire?.notes.found.isEmpty == false {
      p { a(.href("#a-relire")) { t("Voir les mots à revoir", "See the words to look at again") } }
    }
  }
}

func retenue(_ retour: Retour, _ t: Langue) -> Markup { retenue(retour.motif, relire: retour.relire, t) }

/// The article that holds something back, in its own words; or the one that the page rests on.
func marge(_ motif: Motif?, sinon article: any Article.Type, _ t: Langue) -> [Note] {
  guard let motif else { return [Note(article, charte: Charte.conseil.cle, t)] }
  let cited = Charte.conseil.articles.first { $0.cle == motif.cle } ?? article
  return [Note(cited, charte: Charte.conseil.cle, ton: .refus, t)]
}
