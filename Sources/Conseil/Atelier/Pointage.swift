import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// Who came, as it was ticked: those enrolled, those who came on the day by a first name, and how many more.
struct PointageSaisi: Sendable, Equatable {
  let presents: Set<String>
  /// How many came without enrolling and gave no name.
  let arrivees: Int
  /// Somebody more, by a first name; nil when none was typed.
  let arrivant: Arrivant?

  /// As many seats as a charter may ever sign.
  static let maximum = RendreAutonome.places.bornes.upperBound

  init(_ form: FormData) throws {
    var saisie = Saisie()
    presents = Set(form.all("present"))
    let typed = form.text("arrivees")
    let arrivees = typed.isEmpty ? 0 : form.integer("arrivees") ?? -1
    saisie.note(
      "arrivees", unless: (0...Self.maximum).contains(arrivees),
      Phrase("Écrivez un nombre, de 0 à \(Self.maximum).", "Write a number, 0 to \(Self.maximum)."))
    self.arrivees = arrivees
    arrivant = form.text("prenom").isEmpty ? nil : Arrivant(form)
    if let arrivant { saisie.merge(arrivant.saisie(requiresPrenom: true)) }
    try saisie.throwIfAny()
  }
}

extension ConseilRoom {
  /// Keeps the sheet: ticked is present, not ticked is absent. It may be ticked again until the report is filed.
  func tick(
    _ form: FormData, in id: AtelierID, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let saisi = try PointageSaisi(form)
    let fresh = InscritID.make(at: now)
    return try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let atelier = try store.atelier(id, for: visitor.viewer, in: tx)
      let lieu = try store.lieu(of: atelier, in: tx)
      guard atelier.etat == .publie else { return "/journee/ateliers/\(id)" }
      guard atelier.isTicked(on: Jour(now, in: lieu.fuseau), in: lieu.fuseau) else {
        throw Saisie(
          "pointage",
          Phrase(
            "La feuille se remplit le jour de l’atelier.", "The sheet is filled in on the day of the workshop."))
      }
      try note(saisi, in: atelier, newcomer: fresh, at: now, in: tx)
      try tx.record(Trace("atelier:presences", on: id, by: visitor.viewer, at: now))
      return "/journee/ateliers/\(id)?fait=pointe"
    }
  }

  private func note(
    _ saisi: PointageSaisi, in atelier: Atelier, newcomer: InscritID, at now: Instant, in tx: Transaction
  ) throws {
    let inscrits = try store.inscrits(of: atelier, in: tx).filter { $0.etat == .inscrit }
    let (here, away) = (
      inscrits.filter { saisi.presents.contains($0.id.text) }, inscrits.filter { !saisi.presents.contains($0.id.text) }
    )
    try store.note(.present, of: here.map(\.id), in: tx)
    for usager in here.compactMap(\.usager) { try store.touch(usager, at: now, in: tx) }
    try store.note(.absent, of: away.map(\.id), in: tx)
    if let arrivant = saisi.arrivant {
      let inscrit = Inscrit(
        id: newcomer, atelier: atelier.id, usager: nil, ordre: try store.nextOrdre(of: atelier, in: tx),
        par: .arrivee, etat: .inscrit, demande: now, aAppeler: nil, presence: .present, place: nil,
        contenu: Inscrit.Contenu(arrivant: arrivant))
      try store.insert(inscrit, of: atelier, in: tx)
    }
    try store.note(arrivees: saisi.arrivees, of: atelier, at: now, in: tx)
  }
}
