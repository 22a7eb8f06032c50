import Base

extension PersonnesStore {
  /// Closes all that lets somebody in by itself. In a base that comes back from a backup, a connexion closed since would
  /// be open again, and a link or a printed code used since could serve twice. What somebody holds (passkeys, code
  /// applications, recovery codes) stays: it is how they come back.
  package func closeEveryDoor(in tx: Transaction) throws {
    try tx.execute("DELETE FROM connexion")
    // Who has stopped it since would be told again.
    try tx.execute("DELETE FROM abonnement")
    try tx.execute("DELETE FROM lien")
    try tx.execute("DELETE FROM lien_demande")
    try tx.execute("DELETE FROM defi")
    try tx.execute("DELETE FROM proconnect_aller")
    try tx.execute("DELETE FROM changement_adresse")
    try tx.execute("DELETE FROM code_papier WHERE servi IS NULL")
  }
}
