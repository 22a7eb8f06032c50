import Base
import Chartes
import Personnes
import Temps

extension MentoratStore {
  /// When a message that is written now will arrive: the facts that `LireAuxHeuresDites` judges.
  /// - Parameter except: a message being changed does not stand in its own way, nor one that is being placed again.
  func situation(
    of auteur: PersonneID, answering question: Message?, in binome: Binome, _ convention: Convention, _ p: Parametres,
    except: Set<MessageID> = [], at now: Instant, tx: Transaction
  ) throws -> LireAuxHeuresDites.Situation {
    let horaire = try horaire(of: binome, convention, in: tx)
    if auteur == binome.accompagne {
      let pleines = try full(binome, horaire, p[EcrireEntreDeuxSeances.messages], except: except, at: now, tx: tx)
      return .init(now: now, horaire: horaire, pleines: pleines)
    }
    // The newest question ripens too, whichever is answered: nothing shortens the time for thought.
    let base = [question?.arrivee, try newestQuestion(of: binome, at: now, in: tx)].compactMap(\.self).max()
    return .init(now: now, horaire: horaire, question: base, delai: convention.termes.attente)
  }

  /// The beginnings of the windows in which the mentor already gets as many messages from this pair as was signed.
  private func full(
    _ binome: Binome, _ horaire: Horaire, _ most: Int, except: Set<MessageID>, at now: Instant, tx: Transaction
  ) throws -> Set<Instant> {
    let from = horaire.current(at: now)?.lowerBound ?? now
    let arrivees = try tx.all(
      """
      SELECT id, arrivee FROM message WHERE binome = \(binome.id) AND auteur = \(binome.accompagne)
        AND retire IS NULL AND arrivee >= \(from)
      """
    ) { row in (id: try row[0] as MessageID, arrivee: try row[1] as Instant) }
    let windows = arrivees.filter { !except.contains($0.id) }.compactMap { horaire.current(at: $0.arrivee)?.lowerBound }
    return Set(Dictionary(grouping: windows, by: \.self).filter { $0.value.count >= most }.keys)
  }

  private func newestQuestion(of binome: Binome, at now: Instant, in tx: Transaction) throws -> Instant? {
    try tx.first(
      """
      SELECT max(arrivee) FROM message
      WHERE binome = \(binome.id) AND auteur = \(binome.accompagne) AND retire IS NULL AND arrivee <= \(now)
      """
    ) { row in try row[0] as Instant? } ?? nil
  }

  /// How many of somebody's messages have not arrived.
  func waiting(of auteur: PersonneID, in binome: Binome, at now: Instant, tx: Transaction) throws -> Int {
    try tx.first(
      """
      SELECT count(*) FROM message
      WHERE binome = \(binome.id) AND auteur = \(auteur) AND retire IS NULL AND arrivee > \(now)
      """
    ) { row in try row[0] } ?? 0
  }

  /// What still waits follows the mentor's hours as they are now.
  func reschedule(_ binome: Binome, at now: Instant, in tx: Transaction) throws {
    guard let convention = try enVigueur(binome, in: tx) else { return }
    let p = try personnes.version(convention.version, of: binome.dispositif, in: tx).parametres
    let waiting = try tx.all(
      """
      SELECT id, auteur, reponse_a FROM message WHERE binome = \(binome.id) AND retire IS NULL AND arrivee > \(now)
      ORDER BY ecrit, id
      """
    ) { row in (id: try row[0] as MessageID, auteur: try row[1] as PersonneID, reponseA: try row[2] as MessageID?) }
    // Each takes its place again in the order in which it was written; those that follow are not in its way.
    var unplaced = Set(waiting.map(\.id))
    for waits in waiting {
      let question = try waits.reponseA.map {
        try self.message($0, of: binome, for: waits.auteur, at: now, in: tx)
      }
      let situation = try situation(
        of: waits.auteur, answering: question, in: binome, convention, p, except: unplaced, at: now, tx: tx)
      unplaced.remove(waits.id)
      guard let arrivee = LireAuxHeuresDites.arrivee(situation) else { continue }
      try tx.execute("UPDATE message SET arrivee = \(arrivee) WHERE id = \(waits.id)")
    }
  }
}
