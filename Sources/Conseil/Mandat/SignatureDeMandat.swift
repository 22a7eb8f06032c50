import Base
import Chartes
import Foundation
import Html
import Personnes
import Temps
import Web

/// How the person signed, as it was typed.
struct SignatureSaisie: Sendable, Equatable {
  enum Maniere: String, Sendable, CaseIterable { case ecran, papier }

  let maniere: Maniere
  /// The text that was read.
  let empreinte: String
  /// On the screen: the first and last name that they typed.
  let nom: String
  /// On paper: the SHA-256 of its scan; nil when there is none.
  let scan: String?
  let saisie: Saisie

  /// - Parameter termes: the person's own names stand in them.
  init(_ form: FormData, _ termes: Mandat.Termes) {
    maniere = Maniere(rawValue: form.text("maniere")) ?? .ecran
    empreinte = form.text("empreinte")
    nom = form.text("nom")
    scan = Empreinte.typed(form.text("scan"))
    var saisie = Saisie()
    let accord = form.text("accord-\(maniere.rawValue)") == "oui"
    switch maniere {
    case .ecran:
      saisie.note(
        "nom", unless: nom.fits(200) && termes.isNamed(nom),
        Phrase(
          "Écrivez votre prénom et votre nom, comme dans le texte.", "Write your first and last name, as in the text."))
      saisie.note(
        "accord-ecran", unless: accord,
        Phrase(
          "Cochez si vous êtes d’accord. Sinon, rien n’est signé.", "Tick if you agree. Otherwise nothing is signed."))
    case .papier:
      saisie.note(
        "accord-papier", unless: accord,
        Phrase("Cochez si vous avez vu la personne signer.", "Tick if you saw the person sign."))
      saisie.note(
        "scan", unless: form.text("scan").isEmpty || scan != nil,
        Phrase(
          "Une empreinte a 64\u{a0}chiffres et lettres de a à f. Recopiez-la, ou laissez vide.",
          "A fingerprint has 64 digits and letters from a to f. Copy it again, or leave it empty."))
      saisie.note(
        "coffre", unless: scan != nil || !form.text("coffre").isEmpty,
        Phrase(
          "Dites où le papier est gardé, ou donnez l’empreinte de son scan.",
          "Say where the paper is kept, or give the fingerprint of its scan."))
    }
    self.saisie = saisie
  }
}

extension Mandat.Termes {
  /// Whether somebody wrote these names: accents, apostrophes, dashes, capitals and order do not count.
  func isNamed(_ typed: String) -> Bool {
    let letters = typed.lettres
    return !letters.isEmpty && (letters == (prenom + nom).lettres || letters == (nom + prenom).lettres)
  }
}

extension String {
  fileprivate var lettres: String { plain.filter(\.isLetter) }
}

extension ConseilRoom {
  /// Both sign: the person on this screen or on paper, then the adviser, who has just proved who they are.
  /// - Parameter notes: the field `coffre`, where the paper is kept.
  func sign(
    _ id: MandatID, _ form: FormData, _ notes: NotesRelues, by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let next = try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let mandat = try store.mandat(id, for: visitor.viewer, in: tx)
      guard mandat.etat(at: now) == .aSigner else { return "/mandats/\(id)" }
      let version = try personnes.engaged(
        visitor.personne, as: .conseillerNumerique, in: mandat.dispositif, at: now, tx: tx)
      let signature = SignatureSaisie(form, mandat.termes)
      try signature.saisie.throwIfAny()
      guard signature.empreinte == mandat.empreinte else { return "/mandats/\(id)/signature" }
      let coffre = try notes.enforced(version.parametres)["coffre"]
      guard try keep(signature, coffre: coffre, of: mandat, by: visitor, at: now, in: tx) else {
        return "/mandats/\(id)"
      }
      try replaceFormer(by: mandat, visitor, at: now, in: tx)
      try store.touch(mandat.usager, at: now, in: tx)
      try tx.record(Trace("mandat:signature", on: id, by: visitor.viewer, at: now))
      return "/mandats/\(id)?fait=signe"
    }
    try await tellFollowers(of: id, for: visitor.viewer)
    return next
  }

  /// False when a colleague signed it a moment before.
  private func keep(
    _ signature: SignatureSaisie, coffre: String, of mandat: Mandat, by visitor: Visitor, at now: Instant,
    in tx: Transaction
  ) throws -> Bool {
    let acte = try acte(signature, coffre: coffre, of: mandat, by: visitor, at: now, in: tx)
    let cachet = try house.vault.sign(Array(acte.utf8))
    let sealed = try house.vault.seal(acte, of: mandat.owner, at: Place("mandat_signature.acte", mandat.id))
    return try tx.execute(
      """
      INSERT INTO mandat_signature (mandat, conseiller, le, maniere, acte, empreinte, signature, cle_publique)
      VALUES (\(mandat.id), \(visitor.personne), \(now), \(signature.maniere.rawValue), \(sealed),
        \(Empreinte.of(acte)), \(cachet.signature), \(cachet.clePublique)) ON CONFLICT DO NOTHING
      """) == 1
  }

  /// The record: the text, byte for byte, then who signed, when, and how.
  private func acte(
    _ signature: SignatureSaisie, coffre: String, of mandat: Mandat, by visitor: Visitor, at now: Instant,
    in tx: Transaction
  ) throws -> String {
    let moi = try personnes.personne(visitor.personne, for: visitor.viewer, in: tx)
    let personne =
      switch signature.maniere {
      case .ecran: "mandant | \(signature.nom) | \(now.iso) | ecran"
      case .papier:
        "mandant | \(mandat.termes.complet) | \(now.iso) | papier | scan SHA-256 \(signature.scan ?? "–") | "
          + (coffre.isEmpty ? "–" : coffre.replacing(/\s+/, with: " "))
      }
    return """
      VADEMECUM MANDAT 1
      mandat \(mandat.id)

      [\(mandat.langue.rawValue)] SHA-256 \(mandat.empreinte)

      \(try store.texte(of: mandat, in: tx))
      [signatures]
      \(personne)
      conseiller-numerique | \(moi.prenom) \(moi.nom) | \(now.iso) | \(visitor.preuve.moyen)

      """.precomposedStringWithCanonicalMapping
  }

  /// One mandate at a time for one procedure: the one just signed.
  private func replaceFormer(by mandat: Mandat, _ visitor: Visitor, at now: Instant, in tx: Transaction) throws {
    let usager = try store.usager(mandat.usager, for: visitor.viewer, in: tx)
    for former in try store.mandats(of: usager, in: tx) where former.id != mandat.id && former.etat(at: now) == .enCours
    {
      for demarche in former.restantes where mandat.demarches.contains(demarche) {
        try store.withdraw(
          demarche, of: former, Retrait(le: now, par: visitor.personne, raison: .remplace), in: tx)
      }
    }
  }
}

/// The record of both signatures, and the server's own.
struct ActeDeMandat: Sendable, Equatable {
  let contenu: String
  let cachet: Cachet
  let conseiller: PersonneID
  let maniere: SignatureSaisie.Maniere

  var empreinte: String { Empreinte.of(contenu) }
}

extension ConseilStore {
  /// nil as long as it is not signed, or once its key is erased.
  func acte(of mandat: Mandat, in tx: Transaction) throws -> ActeDeMandat? {
    let place = Place("mandat_signature.acte", mandat.id)
    let found = try tx.first(
      "SELECT acte, signature, cle_publique, conseiller, maniere FROM mandat_signature WHERE mandat = \(mandat.id)"
    ) { row in
      try house.vault.open(row[0] as Sealed, of: mandat.owner, at: place).map { contenu in
        ActeDeMandat(
          contenu: contenu, cachet: Cachet(signature: try row[1], clePublique: try row[2]), conseiller: try row[3],
          maniere: .init(rawValue: try row[4]) ?? .ecran)
      }
    }
    return found.flatMap { $0 }
  }
}
