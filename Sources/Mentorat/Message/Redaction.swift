import Base
import Chartes
import Personnes
import Temps
import Web

/// A message as its author sends it: what the reading passed, and what it answers.
struct Redaction: Sendable {
  let relecture: Relecture
  let genre: Message.Genre
  let reponseA: MessageID?
  /// The message being changed; nil for a new one.
  let change: MessageID?
  /// What was known of the pair when the text was read.
  let lu: Savoir
  /// The name that WhatsApp gave it; nil for what is written here.
  var wamid: String? = nil

  /// The draft it comes from; what is written from WhatsApp leaves the one begun here alone.
  var objet: EnCours? { change == nil && wamid == nil ? .init(reponseA) : nil }
}

/// Another message of the same author gave pseudonyms while this one was being read: it is read again with them.
struct CarnetChange: Error {}

/// It arrived while its author was changing it: what is in their hands is now another message.
struct DejaArrive: Error {}

extension MentoratRoom {
  /// Keeps a message in its author's hands until it arrives. Every rule is judged here, on what the base holds now.
  /// - Returns: the message.
  func write(
    _ redaction: Redaction, in id: BinomeID, by auteur: PersonneID, geste: Geste, at now: Instant
  ) async throws -> MessageID {
    let fresh = MessageID.make(at: now)
    let answer = try await house.database.act(geste, by: .person(auteur), at: now) { [self] tx in
      let cadre = try store.cadre(of: id, for: auteur, at: now, in: tx)
      // A session closes the thread, not the hands in which a message waits.
      if redaction.change == nil || cadre.binome.clos != nil { try cadre.judge(at: now).enforced() }
      try redaction.relecture.judge(cadre.parametres).enforced()
      guard try store.savoir(of: cadre.binome, for: auteur, in: tx) == redaction.lu else {
        throw CarnetChange()
      }
      let kept = try place(redaction, as: fresh, cadre, by: auteur, at: now, in: tx)
      try store.keep(redaction.relecture.savoir, of: cadre.binome, by: auteur, in: tx)
      try store.touch(cadre.binome, at: now, in: tx)
      if let objet = redaction.objet { try store.forget(objet, of: auteur, in: cadre.binome, tx: tx) }
      if cadre.moi == .mentor { try store.pass(cadre.binome, at: now, in: tx) }
      return kept.text
    }
    guard let kept = MessageID(answer) else { throw Absent() }
    try await tellArrival(of: kept, in: id, for: auteur, at: now)
    return kept
  }

  private func place(
    _ redaction: Redaction, as fresh: MessageID, _ cadre: Cadre, by auteur: PersonneID, at now: Instant,
    in tx: Transaction
  ) throws -> MessageID {
    let binome = cadre.binome
    let question = try redaction.reponseA.map { try store.message($0, of: binome, for: auteur, at: now, in: tx) }
    if let question, question.auteur == auteur { throw Absent() }
    let situation = try store.situation(
      of: auteur, answering: question, in: binome, cadre.convention, cadre.parametres,
      except: Set([redaction.change].compactMap(\.self)),
      at: now, tx: tx)
    let verdict = LireAuxHeuresDites.judge(situation, cadre.parametres)
    if case .refuse(let motif) = verdict { throw Refus(motif) }
    guard let arrivee = LireAuxHeuresDites.arrivee(situation), let seance = cadre.seances.precedente else {
      throw Absent()
    }
    if redaction.change == nil {
      let waiting = try store.waiting(of: auteur, in: binome, at: now, tx: tx)
      try EcrireEntreDeuxSeances.judge(.ajouter(enAttente: waiting), cadre.parametres).enforced()
    }
    let known = try redaction.change.map { try store.message($0, of: binome, for: auteur, at: now, in: tx) }
    let message = Message(
      id: known?.id ?? fresh, binome: binome.id, seance: known?.seance ?? seance.id, auteur: auteur,
      genre: redaction.genre, reponseA: redaction.reponseA, ecrit: known?.ecrit ?? now, arrivee: arrivee, retire: nil,
      texte: redaction.relecture.texte, formulations: (known?.formulations ?? 0) + 1,
      parWhatsApp: known?.parWhatsApp ?? (redaction.wamid != nil))
    guard let known else {
      try store.insert(message, in: tx)
      if let wamid = redaction.wamid {
        try tx.execute("UPDATE message SET whatsapp = \(store.empreinte(wamid: wamid)) WHERE id = \(message.id)")
      }
      return message.id
    }
    guard known.auteur == auteur, known.mayChange(at: now) else { throw DejaArrive() }
    try tx.execute("UPDATE message SET arrivee = \(arrivee) WHERE id = \(known.id)")
    if known.texte != message.texte { try store.word(message, as: message.formulations, at: now, in: tx) }
    return known.id
  }

  /// Takes back what has not arrived yet: nothing of it stays.
  func withdraw(
    _ message: MessageID, in id: BinomeID, by auteur: PersonneID, geste: Geste, at now: Instant
  ) async throws -> String {
    try await house.database.act(geste, by: .person(auteur), at: now) { [self] tx in
      let binome = try store.binome(id, for: .person(auteur), in: tx)
      let found: Message
      // Pressed twice: it is gone already.
      do { found = try store.message(message, of: binome, for: auteur, at: now, in: tx) } catch is Absent {
        return "/binomes/\(id)"
      }
      guard found.auteur == auteur else { throw Absent() }
      // The pair ended meanwhile: it was not delivered, and stays with its author.
      if found.retire != nil { return "/binomes/\(id)" }
      guard found.mayChange(at: now) else { return "/binomes/\(id)?fait=arrive" }
      try store.delete(message, in: tx)
      return "/binomes/\(id)?fait=retire"
    }
  }

  /// The other's open pages learn that something is there, if it is there now.
  private func tellArrival(of message: MessageID, in id: BinomeID, for auteur: PersonneID, at now: Instant) async throws
  {
    let other = try await house.database.read { [store] tx -> PersonneID? in
      let binome = try store.binome(id, for: .person(auteur), in: tx)
      let message = try? store.message(message, of: binome, for: auteur, at: now, in: tx)
      return message?.hasArrived(at: now) == true ? binome.other(than: auteur) : nil
    }
    if let other { tell(other) }
  }
}
