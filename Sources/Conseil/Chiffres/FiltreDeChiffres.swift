import Base
import Chartes
import Comptage
import Html
import Personnes
import Temps
import Web

/// Which reports one looks at, in the words of the trade. Everything said must hold; what is left empty asks nothing.
struct FiltreDeChiffres: Sendable, Equatable {
  var du: Jour
  var au: Jour
  var lieux: [LieuID] = []
  var conseillers: [PersonneID] = []
  var types: [TypeDeCompteRendu] = []
  var canaux: [Canal] = []
  var themes: [Thematique] = []
  var demarches: [Demarche] = []
  var durees: [Duree] = []
  var facons: [Facon] = []
  var autonomies: [Autonomie] = []
  var redirections: [Redirection] = []
  var issues: [IssueDeRelais] = []
  var genres: [Genre] = []
  var ages: [TrancheAge] = []
  var statuts: [StatutSocial] = []

  init(du: Jour, au: Jour) {
    self.du = min(du, au)
    self.au = max(du, au)
  }

  /// From an address: what does not read as a value is left out. Without days, the last twelve months.
  init(_ query: FormData, today: Jour) {
    let au = Jour(query.text("au")) ?? today
    self.init(du: Jour(query.text("du")) ?? au.advanced(by: -365), au: au)
    lieux = query.all("lieu").compactMap { LieuID($0) }
    conseillers = query.all("conseiller").compactMap { PersonneID($0) }
    types = Self.values(query, "type")
    canaux = Self.values(query, "canal")
    themes = Self.values(query, "theme")
    demarches = Self.values(query, "demarche")
    durees = query.all("duree").compactMap { Int($0).flatMap(Duree.init(rawValue:)) }
    facons = Self.values(query, "facon")
    autonomies = Self.values(query, "autonomie")
    redirections = Self.values(query, "redirection")
    issues = Self.values(query, "issue")
    genres = Self.values(query, "genre")
    ages = Self.values(query, "age")
    statuts = Self.values(query, "statut")
  }

  private static func values<Liste: Nomenclature>(_ query: FormData, _ nom: String) -> [Liste] {
    let typed = Set(query.all(nom))
    return Liste.allCases.filter { typed.contains($0.rawValue) }
  }

  /// As an address keeps it.
  var query: FormData {
    var pairs = [("du", du.iso), ("au", au.iso)]
    pairs += lieux.map { ("lieu", $0.text) } + conseillers.map { ("conseiller", $0.text) }
    pairs += Self.pairs("type", types) + Self.pairs("canal", canaux) + Self.pairs("theme", themes)
    pairs += Self.pairs("demarche", demarches) + durees.map { ("duree", String($0.rawValue)) }
    pairs += Self.pairs("facon", facons) + Self.pairs("autonomie", autonomies)
    pairs += Self.pairs("redirection", redirections) + Self.pairs("issue", issues)
    pairs += Self.pairs("genre", genres) + Self.pairs("age", ages) + Self.pairs("statut", statuts)
    return FormData(pairs: pairs)
  }

  private static func pairs<Liste: Nomenclature>(_ nom: String, _ values: [Liste]) -> [(String, String)] {
    values.map { (nom, $0.rawValue) }
  }
}

// MARK: As the columns count it

extension FiltreDeChiffres {
  var comptage: Filtre {
    Filtre(
      jours: du.number...au.number, lieux: lieux.isEmpty ? nil : Set(lieux.map(\.text)),
      conseillers: conseillers.isEmpty ? nil : Set(conseillers.map(\.text)),
      etiquettes: [
        Ensemble(themes).bits << UInt64(Rangs.themes), Ensemble(demarches).bits << UInt64(Rangs.demarches),
      ].filter { $0 != 0 },
      choix: choix,
      presentes: [
        genres.map { Rangs.genres + $0.rang }, ages.map { Rangs.ages + $0.rang },
        statuts.map { Rangs.statuts + $0.rang },
      ].filter { !$0.isEmpty })
  }

  private var choix: [Filtre.Choix] {
    func said<Liste: Nomenclature>(_ rang: Rangs.Choix, _ values: [Liste]) -> Filtre.Choix {
      Filtre.Choix(rang.rawValue, Set(values.map { UInt8($0.rang + 1) }))
    }
    return [
      said(.type, types), said(.canal, canaux), said(.facon, facons), said(.autonomie, autonomies),
      said(.redirection, redirections), said(.issue, issues),
      Filtre.Choix(Rangs.Choix.duree.rawValue, Set(durees.map { UInt8($0.rawValue) })),
    ].filter { !$0.valeurs.isEmpty }
  }
}
