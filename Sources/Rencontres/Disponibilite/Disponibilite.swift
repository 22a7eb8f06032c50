import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension RencontresStore {
  /// The hours an expert gives each week, in their own zone.
  func semaine(of expert: PersonneID, in tx: Transaction) throws -> Semaine {
    let plages = try tx.all(
      "SELECT jour, debut, fin FROM disponibilite WHERE expert = \(expert) ORDER BY jour, debut"
    ) { row in PlageHebdomadaire(weekday: try row[0], start: try row[1], end: try row[2]) }
    return (try? Semaine(plages.compactMap { $0 })) ?? .vide
  }

  /// How far ahead one may ask.
  static let horizon = Duration.days(28)

  /// The slots that both could keep, soonest first: inside the expert's hours, far enough ahead, free for both, in months
  /// that are not full. Empty when the expert signed no charter in force: nobody is offered who has not committed.
  func freeSlots(
    of profil: Profil, for viewer: Viewer, _ p: Parametres, at now: Instant, in tx: Transaction
  ) throws -> [Creneau] {
    let signed = try personnes.isEngaged(profil.expert, as: .expert, in: profil.dispositif, at: now, tx: tx)
    guard signed else { return [] }
    let fuseau = try zone(of: profil.expert, in: tx)
    let from = now + .hours(p[DemanderParInteret.prevenance])
    let offered = try semaine(of: profil.expert, in: tx).creneaux(
      from: from, to: now + Self.horizon, in: fuseau, minutes: p[TenirSesRendezVous.duree])
    let people = [profil.expert, viewer.personne].compactMap { $0 }
    let taken = try taken(people, from: from, in: tx)
    let full = try fullMonths(of: profil, in: tx)
    return offered.filter { creneau in
      !creneau.quartsHeure.contains { taken.contains($0) } && !full.contains(Jour(creneau.start, in: fuseau).monthId)
    }
  }

  /// The slot that begins at this moment, if the expert offers it now; `take` tells whether both are free.
  func slot(
    at debut: Instant, of profil: Profil, _ p: Parametres, at now: Instant, in tx: Transaction
  ) throws -> Creneau? {
    guard let creneau = Creneau(start: debut, minutes: p[TenirSesRendezVous.duree]), debut < now + Self.horizon,
      try personnes.isEngaged(profil.expert, as: .expert, in: profil.dispositif, at: now, tx: tx)
    else { return nil }
    let offered = try semaine(of: profil.expert, in: tx).offers(creneau, in: zone(of: profil.expert, in: tx))
    return offered ? creneau : nil
  }

  /// Months in which the expert already gives all they said they could.
  private func fullMonths(of profil: Profil, in tx: Transaction) throws -> Set<String> {
    Set(
      try tx.all(
        """
        SELECT mois FROM rencontre WHERE expert = \(profil.expert) AND etat IN ('demandee', 'acceptee')
        GROUP BY mois HAVING count(*) >= \(profil.plafond)
        """
      ) { row in try row[0] as String })
  }

  /// The zone in which somebody's hours are meant.
  func zone(of personne: PersonneID, in tx: Transaction) throws -> Fuseau {
    try tx.first("SELECT fuseau FROM personne WHERE id = \(personne)") { row in Fuseau(try row[0]) ?? .paris } ?? .paris
  }
}

extension RencontresRoom {
  /// Keeps the whole week as typed. Meetings already agreed stay.
  func keep(_ semaine: Semaine, by visitor: Visitor, geste: Geste, at now: Instant) async throws -> String {
    try await house.database.act(geste, by: visitor.viewer, at: now) { tx in
      try tx.execute("DELETE FROM disponibilite WHERE expert = \(visitor.personne)")
      for plage in semaine.plages {
        try tx.execute(
          """
          INSERT INTO disponibilite (expert, jour, debut, fin)
          VALUES (\(visitor.personne), \(plage.weekday), \(plage.start), \(plage.end))
          """)
      }
      return "/disponibilite?fait=gardee"
    }
  }
}
