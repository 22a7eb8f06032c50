import Base
import Chartes
import Classeur
import Html
import Personnes
import Temps
import Web

/// Reports in the columns of La Coop, one row per accompaniment, so that nothing is typed twice.
extension ConseilRoom {
  /// Beyond, one asks for a shorter period.
  private static let rowsAtMost = 200_000

  /// An adviser takes their own, with first names and notes; a coordinator takes rows that describe nobody.
  func cahier(
    _ query: FormData, for visitor: Visitor, _ t: Langue, at now: Instant, in tx: Transaction
  ) throws -> Cahier {
    let (dispositif, coordonne) = try place(of: visitor, in: tx)
    var filtre = FiltreDeChiffres(query, today: Jour(now, in: dispositif.fuseau))
    if !coordonne { filtre.conseillers = [visitor.personne] }
    let lieux = Dictionary(
      uniqueKeysWithValues: try store.lieux(of: dispositif.id, for: visitor.viewer, in: tx).map { ($0.id, $0) })
    let rendus = try store.exported(filtre, of: dispositif.id, for: visitor.viewer, limit: Self.rowsAtMost, in: tx)
    var lignes: [[Cellule]] = []
    for rendu in rendus where lignes.count + rendu.teneur.publics.participants <= Self.rowsAtMost {
      let usager = coordonne ? nil : rendu.usager.flatMap { try? store.usager($0, for: visitor.viewer, in: tx) }
      let ligne = LigneCoop(
        rendu: rendu, lieu: rendu.teneur.lieu.flatMap { lieux[$0] }, qui: usager?.court(t), decrit: !coordonne,
        fuseau: dispositif.fuseau)
      lignes += (1...rendu.teneur.publics.participants).map { ligne.cellules(rang: $0) }
    }
    return Cahier(feuillets: [
      Feuillet(
        nom: "Comptes rendus", preambule: Self.preambule(filtre, dispositif, rendus.count, t),
        colonnes: LigneCoop.colonnes, lignes: lignes)
    ])
  }

  private static func preambule(
    _ filtre: FiltreDeChiffres, _ dispositif: Dispositif, _ count: Int, _ t: Langue
  ) -> [[Cellule]] {
    [
      [.texte(dispositif.structure), .texte(dispositif.nom)],
      [.texte(t("Du", "From")), .jour(filtre.du), .texte(t("au", "to")), .jour(filtre.au)],
      [.texte(t("Comptes rendus", "Reports")), .nombre(count)],
      [
        .texte(
          t(
            "Pour un atelier, chaque colonne est juste en total\u{a0}; une ligne ne décrit pas une même personne.",
            "For a workshop each column is right in total; a row does not describe one person."))
      ],
    ]
  }
}

extension ConseilStore {
  /// The reports of a filter, oldest first: one's own with their words, those of a programme without.
  fileprivate func exported(
    _ filtre: FiltreDeChiffres, of dispositif: DispositifID, for viewer: Viewer, limit: Int, in tx: Transaction
  ) throws -> [CompteRendu] {
    let which: SQL = "c.dispositif = \(dispositif) AND \(sql: filtre.sql)"
    let mine: Bool = filtre.conseillers.count == 1 && filtre.conseillers.first == viewer.personne
    let found =
      try mine
      ? comptesRendus(which, limit: limit, for: viewer, in: tx)
      : coordinated(which, limit: limit, for: viewer, in: tx)
    return found.reversed()
  }
}

/// One row, in the columns of La Coop.
struct LigneCoop {
  let rendu: CompteRendu
  let lieu: Lieu?
  let qui: String?
  /// Whether the row says who was there: never to others than its author.
  let decrit: Bool
  let fuseau: Fuseau

  static let colonnes = [
    "Date", "Enregistré le", "Dernière modification le", "Type", "Participants", "Bénéficiaire",
    "Canaux d’accompagnement", "Nom du lieu", "Adresse", "Commune", "Code postal", "Durée (min)", "Nom de l’atelier",
    "Matériel numérique utilisé", "Thématique(s) d’accompagnement", "Nom de la démarche administrative",
    "Niveau d’autonomie (ou de l’atelier)", "Bénéficiaire réorienté", "Structure de redirection", "Genre",
    "Tranche d’âge", "Statut", "Notes supplémentaires", "Source de la donnée", "ID CRA",
  ]

  /// - Parameter rang: which of the participants, from 1.
  func cellules(rang: Int) -> [Cellule] {
    let teneur = rendu.teneur
    return [
      .jour(teneur.jour), .jour(Jour(rendu.cree, in: fuseau)), .jour(Jour(rendu.modifie, in: fuseau)),
      .texte(teneur.type.phrase.fr), .texte("\(rang)/\(teneur.publics.participants)"), .texte(qui ?? ""),
      .texte(teneur.canal.libelle), .texte(lieu?.nom ?? ""), .texte(lieu?.adresse ?? ""), .texte(lieu?.commune ?? ""),
      .texte(lieu?.codePostal ?? ""), .nombre(teneur.minutes), .texte(decrit ? teneur.ecrits.titre : ""),
      list(teneur.materiel.valeurs.map(\.phrase.fr)), list(teneur.themes.valeurs.map(\.libelle)),
      list(teneur.demarches.valeurs.map(\.libelle)), .texte(niveau), .texte(teneur.redirection == nil ? "Non" : "Oui"),
      .texte(teneur.redirection?.libelle ?? ""), .texte(said(teneur.publics.genres, rang, Genre.self)?.libelle ?? ""),
      .texte(said(teneur.publics.ages, rang, TrancheAge.self)?.libelle ?? ""),
      .texte(said(teneur.publics.statuts, rang, StatutSocial.self)?.libelle ?? ""),
      .texte(decrit ? teneur.ecrits.notes : ""), .texte("Vademecum"), .texte(rendu.id.text),
    ]
  }

  private func list(_ words: [String]) -> Cellule { .texte(words.joined(separator: "\n")) }

  private var niveau: String {
    if let autonomie = rendu.teneur.autonomie { return "\(autonomie.rang + 1)/\(Autonomie.allCases.count)" }
    return rendu.teneur.niveau.map { "\($0.rang + 1)/\(Niveau.allCases.count)" } ?? ""
  }

  /// The value of the participant of this rank: those of the first value come first.
  private func said<Axe: Nomenclature>(_ counts: [Int], _ rang: Int, _: Axe.Type) -> Axe? {
    guard decrit else { return nil }
    var left = rang
    for (valeur, count) in zip(Axe.allCases, counts) {
      left -= count
      if left <= 0 { return valeur }
    }
    return nil
  }
}
