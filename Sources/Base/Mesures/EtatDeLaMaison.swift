import Temps

/// How the house fares, for whoever watches it: numbers and moments, of nobody in particular.
package struct EtatDeLaMaison: Sendable, Equatable {
  /// Mails whose moment has come, and that have not left.
  package var courrierDu = 0
  /// Among them and the later ones, those that a relay has already put off.
  package var courrierRepris = 0
  /// Mails of a later day: reminders.
  package var courrierPlusTard = 0
  /// Mails given up.
  package var courrierEchoue = 0
  /// Since when the oldest of those whose moment has come waits.
  package var courrierDuDepuis: Instant?
  /// When the newest backup that was tried began.
  package var sauvegarde: Instant?
  /// How many backups of the last month failed.
  package var sauvegardesManquees = 0
  /// When the end of the chain of traces was last signed, and up to which rank.
  package var tete: Instant?
  package var rangDeLaTete = 0
  /// Traces that wait to be chained, and since when the first one does.
  package var tracesEnAttente = 0
  package var tracesEnAttenteDepuis: Instant?

  package init() {}

  package init(at now: Instant, in tx: Transaction) throws {
    try readMail(now, tx)
    sauvegarde = try tx.first("SELECT max(commencee) FROM sauvegarde WHERE etat IN ('restauree', 'relue')") {
      try $0[0] as Instant?
    }.flatMap(\.self)
    sauvegardesManquees =
      try tx.first("SELECT count(*) FROM sauvegarde WHERE etat = 'manquee'") { try $0[0] as Int } ?? 0
    let newest = try tx.newestTete()
    tete = newest?.le
    rangDeLaTete = newest?.maillon.rang ?? 0
    let waiting = try tx.first("SELECT count(*), min(le) FROM trace_attente") { row in
      (nombre: try row[0] as Int, depuis: try row[1] as Instant?)
    }
    tracesEnAttente = waiting?.nombre ?? 0
    tracesEnAttenteDepuis = waiting?.depuis
  }

  private mutating func readMail(_ now: Instant, _ tx: Transaction) throws {
    let counts = try tx.first(
      """
      SELECT count(CASE WHEN apres <= \(now) THEN 1 END), count(CASE WHEN apres > \(now) THEN 1 END),
        count(CASE WHEN tentatives > 0 THEN 1 END), min(CASE WHEN apres <= \(now) THEN apres END)
      FROM courrier WHERE etat IN ('attend', 'envoi')
      """
    ) { row in
      (du: try row[0] as Int, plusTard: try row[1] as Int, repris: try row[2] as Int, depuis: try row[3] as Instant?)
    }
    courrierDu = counts?.du ?? 0
    courrierPlusTard = counts?.plusTard ?? 0
    courrierRepris = counts?.repris ?? 0
    courrierDuDepuis = counts?.depuis
    courrierEchoue = try tx.first("SELECT count(*) FROM courrier WHERE etat = 'echoue'") { try $0[0] as Int } ?? 0
  }
}
