import Base
import Temps
import WhatsApp

/// What Meta holds against the association's number or its text, as far as it told us. Neither whom nor when: whoever
/// coordinates must not learn that somebody wrote.
struct EtatDuNumero: Sendable, Equatable {
  /// By language, as "fr"; absent where Meta said nothing yet.
  let gabarits: [String: GabaritDeMeta.Etat]
  /// What it refuses us for now, and somebody of ours can mend.
  let ennuis: [Erreur.Classe]
}

extension MentoratStore {
  /// What only we can mend; the rest passes by itself, or is about one person.
  private static let aDire: [Erreur.Classe] = [.jeton, .compte, .gabarit]

  func etatDuNumero(in tx: Transaction) throws -> EtatDuNumero {
    let gabarits = try tx.all("SELECT langue, etat FROM gabarit_whatsapp") { row in
      (langue: try row[0] as String, etat: GabaritDeMeta.Etat(rawValue: try row[1]))
    }
    let ennuis = try tx.all("SELECT classe FROM ennui_whatsapp") { row in try row[0] as String }
    return EtatDuNumero(
      gabarits: Dictionary(gabarits.compactMap { gabarit in gabarit.etat.map { (gabarit.langue, $0) } }) { $1 },
      ennuis: Self.aDire.filter { ennuis.contains($0.rawValue) })
  }

  /// What Meta says of our text. It tells in any order: an older word changes nothing.
  func note(_ etat: GabaritDeMeta.Etat, of langue: String, dit: Instant, in tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO gabarit_whatsapp (langue, etat, dit) VALUES (\(langue), \(etat.rawValue), \(dit))
      ON CONFLICT (langue) DO UPDATE SET etat = excluded.etat, dit = excluded.dit
      WHERE excluded.dit >= gabarit_whatsapp.dit
      """)
  }

  func note(ennui classe: Erreur.Classe, in tx: Transaction) throws {
    guard Self.aDire.contains(classe) else { return }
    try tx.execute("INSERT INTO ennui_whatsapp (classe) VALUES (\(classe.rawValue)) ON CONFLICT DO NOTHING")
  }

  /// Something was taken: the access and the account are well.
  /// - Parameter gabarit: it was the approved text, which is well too.
  func forgetEnnuis(gabarit: Bool, in tx: Transaction) throws {
    try tx.execute("DELETE FROM ennui_whatsapp WHERE classe <> 'gabarit' OR \(gabarit)")
  }

  /// Whether Meta ever posted here something that it signed.
  func everHeard(in tx: Transaction) throws -> Bool {
    try tx.first("SELECT 1 FROM mois_avis LIMIT 1") { _ in true } ?? false
  }
}
