import Base
import Chartes
import Html
import Personnes
import Temps
import Web
import WhatsApp

/// What one thing told by WhatsApp changes here: done in the transaction that writes down its name, hence once.
typealias Effet = @Sendable (Transaction) throws -> Void

extension MentoratRoom {
  /// Takes in what somebody wrote, changed or took back on WhatsApp. The reading comes before its transaction, as it does
  /// on the site; whatever stops in between begins again, and leaves one message.
  func hear(_ nouvelle: Nouvelle, at now: Instant) async throws -> Effet {
    guard let whatsApp, nouvelle.ligne == nil || nouvelle.ligne == whatsApp.ligne else { return { _ in } }
    let liaison = try await house.database.read { [store] tx -> Liaison? in
      guard let liaison = try store.liaison(of: nouvelle.identite, in: tx) else { return nil }
      // Whoever is suspended there is of no pair meanwhile.
      do { _ = try store.binome(liaison.binome, for: .person(liaison.personne), in: tx) } catch is Absent { return nil }
      return liaison
    }
    guard let liaison else { return stranger(nouvelle, at: now) }
    let after: Effet
    switch nouvelle.sorte {
    case .message(let wamid, let contenu, _): after = try await hear(contenu, wamid, liaison, at: now)
    case .modification(let wamid, let former, .texte(let mots)):
      after = try await change(former, to: mots, wamid, liaison, at: now)
    case .modification: after = { [self] tx in try say(.image, to: liaison, at: now, in: tx) }
    case .retrait(let wamid, let former): after = try await takeBack(former, wamid, liaison, at: now)
    case .statut, .changement, .gabarit, .compte, .echo, .autre: after = { _ in }
    }
    return { [self, store] tx in
      // WhatsApp opens for a day from what they wrote, by its clock; one that runs ahead opens nothing more.
      let written = nouvelle.instant.map { Instant(milliseconds: $0 * 1000) } ?? now
      try store.hear(liaison, at: min(written, now), in: tx)
      try complete(liaison, with: nouvelle.identite, in: tx)
      try after(tx)
    }
  }

  /// The other name of a person whom one name found: kept beside it, unless it is another's.
  private func complete(_ liaison: Liaison, with identite: Identite, in tx: Transaction) throws {
    guard let known = liaison.identite else { return }
    let whole = Identite(
      numero: known.numero ?? identite.numero, bsuid: known.bsuid ?? identite.bsuid,
      parent: known.parent ?? identite.parent)
    if whole != known { try store.rename(liaison, to: whole, in: tx) }
  }

  private func hear(
    _ contenu: Contenu, _ wamid: String, _ liaison: Liaison, at now: Instant
  ) async throws -> Effet {
    switch contenu {
    case .texte(let mots):
      if try await isCode(mots, at: now) {
        // A code is no message: it would stand in the thread of whoever holds this telephone.
        { [self] tx in try say(.pris, to: liaison, at: now, in: tx) }
      } else {
        try await hear(mots, wamid, liaison, at: now)
      }
    // Its bytes are never asked for: there is nothing to throw away.
    case .media: { [self] tx in try say(.image, to: liaison, at: now, in: tx) }
    // The button of the text that says that something waits: what waits is said, now that WhatsApp is open again.
    case .bouton: { [self] tx in try sayWhatWaits(to: liaison, at: now, in: tx) }
    case .reaction: { _ in }
    case .formulaire, .position, .fiches, .commande, .autre:
      { [self] tx in try say(.autre, to: liaison, at: now, in: tx) }
    }
  }

  private func isCode(_ mots: String, at now: Instant) async throws -> Bool {
    guard let code = CodeDeLiaison(typed: mots) else { return false }
    return try await house.database.read { [store] tx in try store.liaison(of: code, at: now, in: tx) != nil }
  }

  /// Words of one of a pair: read in memory, judged, and only then a message, as on the site.
  private func hear(_ mots: String, _ wamid: String, _ liaison: Liaison, at now: Instant) async throws -> Effet {
    try await write(mots, liaison, as: .nouveau(wamid), geste: geste(of: wamid), at: now)
  }

  private func change(
    _ former: String?, to mots: String, _ wamid: String, _ liaison: Liaison, at now: Instant
  ) async throws -> Effet {
    let known = try await message(former, of: liaison, at: now)
    // Held back when it was first sent, it is a first message now.
    guard let known else { return try await hear(mots, wamid, liaison, at: now) }
    return try await write(mots, liaison, as: .changement(of: known), geste: geste(of: wamid), at: now)
  }

  private func takeBack(
    _ former: String?, _ wamid: String, _ liaison: Liaison, at now: Instant
  ) async throws -> Effet {
    guard let known = try await message(former, of: liaison, at: now) else { return { _ in } }
    let next = try await withdraw(
      known.id, in: liaison.binome, by: liaison.personne, geste: geste(of: wamid), at: now)
    let mot: MotWhatsApp = next.hasSuffix("?fait=arrive") ? .dejaRemis : .retire
    return { [self] tx in try say(mot, to: liaison, at: now, in: tx) }
  }

  /// The message that words from WhatsApp became; nil when they became none.
  private func message(_ wamid: String?, of liaison: Liaison, at now: Instant) async throws -> Message? {
    guard let wamid else { return nil }
    return try await house.database.read { [store] tx in
      let viewer = Viewer.person(liaison.personne)
      let binome = try store.binome(liaison.binome, for: viewer, in: tx)
      let id = try tx.first(
        """
        SELECT id FROM message WHERE whatsapp = \(store.empreinte(wamid: wamid)) AND auteur = \(liaison.personne)
        """
      ) { row in try row[0] as MessageID }
      return try id.map { try store.message($0, of: binome, for: liaison.personne, at: now, in: tx) }
    }
  }

  /// The key of the act that a message of WhatsApp's makes: the same whenever it is told.
  private func geste(of wamid: String) throws -> Geste {
    let hash = house.vault.fingerprint(wamid, for: "geste-whatsapp")
    var parts: [Substring] = []
    var rest = hash[...]
    for count in [8, 4, 4, 4, 12] {
      parts.append(rest.prefix(count))
      rest = rest.dropFirst(count)
    }
    guard let geste = Geste(parts.joined(separator: "-")) else { throw Absent() }
    return geste
  }
}

/// What words from WhatsApp are in the thread.
private enum PlaceDesMots: Sendable {
  /// A message, which WhatsApp names so.
  case nouveau(String)
  case changement(of: Message)

  func redaction(_ relecture: Relecture, lu: Savoir) -> Redaction {
    switch self {
    case .nouveau(let wamid):
      Redaction(relecture: relecture, genre: .question, reponseA: nil, change: nil, lu: lu, wamid: wamid)
    case .changement(let known):
      Redaction(relecture: relecture, genre: known.genre, reponseA: known.reponseA, change: known.id, lu: lu)
    }
  }
}

extension MentoratRoom {
  private func write(
    _ mots: String, _ liaison: Liaison, as place: PlaceDesMots, geste: Geste, at now: Instant
  ) async throws -> Effet {
    let auteur = liaison.personne
    do {
      return try await rereading {
        let lu = try await house.database.read { [store] tx in
          let cadre = try store.cadre(of: liaison.binome, for: auteur, at: now, in: tx)
          return (
            cadre: cadre, savoir: try store.savoir(of: cadre.binome, for: auteur, in: tx),
            lignes: try store.lignesAide(of: cadre.binome.dispositif, in: tx)
          )
        }
        var texte = Texte()
        texte[.libre] = mots
        let relecture = Relecture(texte, by: lu.cadre.moi, lu.savoir, relecteur)
        let aide = Aide(relecture.alerte, lu.lignes, lu.cadre.parametres)
        do {
          let conseil = try relecture.judge(lu.cadre.parametres).enforced()
          let redaction = place.redaction(relecture, lu: lu.savoir)
          let kept = try await write(redaction, in: liaison.binome, by: auteur, geste: geste, at: now)
          return { [self] tx in try said(kept, conseil, aide, liaison, at: now, in: tx) }
        } catch let refus as Refus {
          return { [self] tx in
            if let aide { try say(.aide(aide), to: liaison, at: now, in: tx) }
            try say(.retenu(refus.motif), to: liaison, at: now, in: tx)
          }
        } catch is DejaArrive {
          return { [self] tx in try say(.dejaRemis, to: liaison, at: now, in: tx) }
        }
      }
    } catch let refus as Refus {
      // Both no longer agree: they learn it as they would on the site.
      return { [self] tx in try say(.retenu(refus.motif), to: liaison, at: now, in: tx) }
    }
  }

  /// It is in the thread: help first, whatever the hour; then advice; and when they will be read, once a day.
  private func said(
    _ id: MessageID, _ conseil: Motif?, _ aide: Aide?, _ liaison: Liaison, at now: Instant, in tx: Transaction
  ) throws {
    if let aide { try say(.aide(aide), to: liaison, at: now, in: tx) }
    if let conseil { try say(.conseil(conseil), to: liaison, at: now, in: tx) }
    let binome = try store.binome(liaison.binome, for: .person(liaison.personne), in: tx)
    let message = try store.message(id, of: binome, for: liaison.personne, at: now, in: tx)
    let fuseau = try personnes.personne(liaison.personne, for: .person(liaison.personne), in: tx).fuseau
    let today = Jour(now, in: fuseau).iso
    guard message.arrivee > now, liaison.averti != today else { return }
    try say(.horsDesHeures(message.arrivee), to: liaison, at: now, in: tx)
    try tx.execute("UPDATE liaison SET averti = \(today) WHERE id = \(liaison.id)")
  }
}
