import Base
import Personnes
import Temps
import Web

/// Words in the making: kept sealed as soon as nothing in them names anybody, and never before.
struct EnCours: Sendable, Equatable {
  /// "nouveau", or the id of the message being answered.
  let objet: String

  init(_ reponseA: MessageID?) { objet = reponseA?.text ?? "nouveau" }

  /// As a form names it; nil for anything else.
  init?(_ form: FormData) {
    let typed = form.text("objet")
    guard typed == "nouveau" || MessageID(typed) != nil else { return nil }
    objet = typed
  }
}

extension MentoratStore {
  /// Only of a pair that has signed, whose term will erase it; an answer only to a message one can read.
  func mayKeep(
    _ enCours: EnCours, of auteur: PersonneID, in binome: Binome, at now: Instant, tx: Transaction
  ) throws -> Bool {
    guard try enVigueur(binome, in: tx) != nil else { return false }
    guard let question = MessageID(enCours.objet) else { return true }
    return (try? message(question, of: binome, for: auteur, at: now, in: tx)) != nil
  }

  private func place(_ enCours: EnCours, _ auteur: PersonneID, _ binome: Binome) -> Place {
    Place("message_en_cours.contenu", "\(binome.id):\(auteur):\(enCours.objet)")
  }

  /// Whether the form that writes this was sent already.
  func wasSent(_ geste: Geste?, in tx: Transaction) throws -> Bool {
    try tx.first("SELECT 1 FROM geste WHERE cle = \(geste)") { _ in true } ?? false
  }

  func keep(_ texte: Texte, as enCours: EnCours, of auteur: PersonneID, in binome: Binome, tx: Transaction) throws {
    let sealed = try house.vault.seal(texte.json, of: binome.owner, at: place(enCours, auteur, binome))
    try tx.execute(
      """
      INSERT INTO message_en_cours (binome, auteur, objet, contenu)
      VALUES (\(binome.id), \(auteur), \(enCours.objet), \(sealed))
      ON CONFLICT (binome, auteur, objet) DO UPDATE SET contenu = excluded.contenu
      """)
  }

  /// Empty when there is none.
  func texte(_ enCours: EnCours, of auteur: PersonneID, in binome: Binome, tx: Transaction) throws -> Texte {
    let sealed = try tx.first(
      """
      SELECT contenu FROM message_en_cours
      WHERE binome = \(binome.id) AND auteur = \(auteur) AND objet = \(enCours.objet)
      """
    ) { row in try row[0] as Sealed }
    let json = try house.vault.open(sealed, of: binome.owner, at: place(enCours, auteur, binome))
    return try json.map(Texte.init(json:)) ?? Texte()
  }

  func forget(_ enCours: EnCours, of auteur: PersonneID, in binome: Binome, tx: Transaction) throws {
    try tx.execute(
      """
      DELETE FROM message_en_cours
      WHERE binome = \(binome.id) AND auteur = \(auteur) AND objet = \(enCours.objet)
      """)
  }
}
