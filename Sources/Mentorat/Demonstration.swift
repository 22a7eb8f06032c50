import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// The acts of this room, for a demonstration: the same verbs as the forms, at chosen moments.
extension MentoratRoom {
  /// Makes a pair; the coordinator leaves it there.
  package func pair(
    _ mentor: Visitor, _ accompagne: Visitor, in dispositif: DispositifID, by coordination: Visitor, at now: Instant
  ) async throws -> BinomeID {
    _ = try await form(
      mentor: mentor.personne, accompagne: accompagne.personne, in: dispositif, by: coordination,
      geste: .make(at: now), at: now)
    let found = try await house.database.read { [store] tx in
      try store.binomes(of: mentor.viewer, in: tx).first { $0.accompagne == accompagne.personne }
    }
    guard let found else { throw Absent() }
    return found.id
  }

  /// The mentor proposes the programme's whole frame with these sessions.
  package func suggest(_ seances: [Instant], in id: BinomeID, by mentor: Visitor, at now: Instant) async throws {
    let termes = Termes(Parametres(), in: mentor.fuseau)
    let dated = Termes(
      plages: termes.plages, fuseau: termes.fuseau, feries: termes.feries, delai: termes.delai,
      conservation: termes.conservation, seances: seances)
    _ = try await propose(dated, in: id, by: mentor, geste: .make(at: now), at: now)
  }

  /// Signs what stands, in the person's language.
  package func sign(_ id: BinomeID, by visitor: Visitor, at now: Instant) async throws {
    let read = try await house.database.read { [store] tx in
      guard let convention = try store.derniere(try store.binome(id, for: visitor.viewer, in: tx), in: tx) else {
        throw Absent()
      }
      return (convention.numero, try store.texte(of: convention, visitor.langue, in: tx).empreinte)
    }
    _ = try await sign(
      id, numero: read.0, empreinte: read.1, visitor.langue, by: visitor, geste: .make(at: now), at: now)
  }

  /// Writes in the frame or freely ("situation", "question", "libre"…); every reading and every rule applies.
  /// - Returns: the message, to be answered.
  @discardableResult
  package func write(
    _ mots: [(String, String)], in id: BinomeID, by visitor: Visitor, answering question: String? = nil,
    at now: Instant
  ) async throws -> String {
    let (savoir, role) = try await house.database.read { [store] tx in
      let binome = try store.binome(id, for: visitor.viewer, in: tx)
      return (try store.savoir(of: binome, for: visitor.personne, in: tx), binome.role(of: visitor.personne))
    }
    guard let role else { throw Absent() }
    let relecture = Relecture(Texte(FormData(pairs: mots)), by: role, savoir, relecteur)
    let redaction = Redaction(
      relecture: relecture, genre: role == .mentor ? .reponse : .question, reponseA: question.flatMap(MessageID.init),
      change: nil, lu: savoir)
    return try await write(redaction, in: id, by: visitor.personne, geste: .make(at: now), at: now).text
  }

  package func summarize(_ contenu: String, in id: BinomeID, by visitor: Visitor, at now: Instant) async throws {
    let (savoir, role) = try await house.database.read { [store] tx in
      let binome = try store.binome(id, for: visitor.viewer, in: tx)
      return (try store.savoir(of: binome, for: visitor.personne, in: tx), binome.role(of: visitor.personne))
    }
    guard let role else { throw Absent() }
    let relecture = Relecture(Texte(FormData(pairs: [("libre", contenu)])), by: role, savoir, relecteur)
    _ = try await summarize(relecture, lu: savoir, in: id, by: visitor, geste: .make(at: now), at: now)
  }

  /// One suggests a date, the other agrees.
  package func date(
    _ debut: Instant, in id: BinomeID, by one: Visitor, and other: Visitor, at now: Instant
  ) async throws {
    _ = try await suggest(debut, in: id, by: one, geste: .make(at: now), at: now)
    _ = try await agree(to: debut, in: id, by: other, geste: .make(at: now), at: now)
  }

  package func mark(_ message: String, as nom: String, in id: BinomeID, by visitor: Visitor, at now: Instant)
    async throws
  {
    guard let message = MessageID(message) else { throw Absent() }
    _ = try await mark(
      message, with: Marque(rawValue: nom), in: id, by: visitor, geste: .make(at: now), at: now)
  }
}
