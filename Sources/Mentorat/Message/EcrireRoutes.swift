import Base
import Chartes
import Discretion
import Html
import Personnes
import Temps
import Web

/// A message on its way through the rules: what the page needs to come back with all that was typed.
private struct Passe: Sendable {
  let cadre: Cadre
  let savoir: Savoir
  let autre: Prenom
  let question: Message?
  let lignes: [LigneAide]
  let quand: Instant?
  /// When WhatsApp closes for the other, who chose it.
  let fermeture: Instant?
}

extension MentoratRoom {
  func sendMessage(_ visit: Visit) async throws -> Answer {
    try await compose(visit, .nouveau, genre: .question, reponseA: nil, change: nil)
  }

  func showReponse(_ visit: Visit) async throws -> Answer {
    try await blank(visit, .reponse, reponseA: try visit.id("message"), change: nil)
  }

  func sendReponse(_ visit: Visit) async throws -> Answer {
    let seance = visit.form.text("suite") == "seance"
    return try await compose(
      visit, .reponse, genre: seance ? .seance : .reponse, reponseA: try visit.id("message"), change: nil)
  }

  func showMessage(_ visit: Visit) async throws -> Answer {
    try await blank(visit, .changement, reponseA: nil, change: try visit.id("message"))
  }

  func changeMessage(_ visit: Visit) async throws -> Answer {
    let id: BinomeID = try visit.id("id")
    let message: MessageID = try visit.id("message")
    let visitor = try visit.person()
    let known = try await house.database.read { [store] tx in
      let binome = try store.binome(id, for: visitor.viewer, in: tx)
      return try store.message(message, of: binome, for: visitor.personne, at: visit.now, in: tx)
    }
    guard known.auteur == visitor.personne else { throw Absent() }
    return try await compose(
      visit, .changement, genre: known.genre, reponseA: known.reponseA, change: message)
  }

  func withdrawMessage(_ visit: Visit) async throws -> Answer {
    .redirect(
      try await withdraw(
        visit.id("message"), in: visit.id("id"), by: visit.person().personne, geste: visit.geste(), at: visit.now))
  }

  /// Reads in memory, judges, and keeps: or comes back with the page, and nothing is kept.
  private func compose(
    _ visit: Visit, _ sujet: EcrirePage.Sujet, genre: Message.Genre, reponseA: MessageID?, change: MessageID?
  ) async throws -> Answer {
    let id: BinomeID = try visit.id("id")
    let visitor = try visit.person()
    return try await rereading {
      let passe = try await passe(visit, reponseA: reponseA, change: change)
      let relecture = reading(of: visit, passe, genre)
      let aide = Aide(relecture.alerte, passe.lignes, passe.cadre.parametres)
      func again(_ motif: Motif?, dejaArrive: Bool = false) -> Answer {
        .again(page(visit, sujet, passe, relecture, motif, aide, dejaArrive: dejaArrive))
      }
      do {
        let advice = try relecture.judge(passe.cadre.parametres).enforced()
        if let advice, visit.form.text("averti") != "oui" { return again(advice) }
        let redaction = Redaction(
          relecture: relecture, genre: genre, reponseA: reponseA, change: change, lu: passe.savoir)
        let kept = try await write(redaction, in: id, by: visitor.personne, geste: visit.geste(), at: visit.now)
        return .page(try await sent(kept, visit, passe, aide))
      } catch let refus as Refus {
        return again(refus.motif)
      } catch is DejaArrive {
        return again(nil, dejaArrive: true)
      }
    }
  }

  /// Reads again what was read while another message of the same author gave pseudonyms: a few times, then it is busy.
  func rereading<R>(_ attempt: () async throws -> R) async throws -> R {
    for _ in 0..<4 {
      do { return try await attempt() } catch is CarnetChange { continue }
    }
    throw DatabaseError.busy
  }

  /// What was typed, with the propositions that were chosen, read again.
  private func reading(of visit: Visit, _ passe: Passe, _ genre: Message.Genre) -> Relecture {
    var typed = Texte(visit.form)
    if genre == .seance, typed.longueur == 0 {
      typed[.libre] = visit.langue("Parlons-en à notre prochaine séance.", "Let us talk about it at our next session.")
    }
    return relecture(of: typed, visit.form, passe.savoir, as: passe.cadre.moi)
  }

  func relecture(of typed: Texte, _ form: FormData, _ known: Savoir, as role: Role) -> Relecture {
    let issues = Issues(form)
    let nies = issues.nies(form)
    let first = Relecture(typed, by: role, known, relecteur, nies: nies)
    let chosen = issues.apply(to: first)
    if chosen == typed { return first }
    let letters = Savoir(carnet: first.savoir.carnet, noms: known.noms, nies: known.nies)
    return Relecture(chosen, by: role, letters, relecteur, nies: nies)
  }

  private func passe(_ visit: Visit, reponseA: MessageID?, change: MessageID?) async throws -> Passe {
    let id: BinomeID = try visit.id("id")
    let visitor = try visit.person()
    return try await house.database.read { [store, personnes] tx in
      let cadre = try store.cadre(of: id, for: visitor, at: visit.now, in: tx)
      let question = try reponseA.map {
        try store.message($0, of: cadre.binome, for: visitor.personne, at: visit.now, in: tx)
      }
      // What the mentor may not see yet cannot be answered.
      if let question, question.auteur == visitor.personne { throw Absent() }
      let situation = try store.situation(
        of: visitor.personne, answering: question, in: cadre.binome, cadre.convention, cadre.parametres,
        except: Set([change].compactMap(\.self)), at: visit.now, tx: tx)
      return Passe(
        cadre: cadre, savoir: try store.savoir(of: cadre.binome, for: visitor.personne, in: tx),
        autre: try personnes.prenom(of: cadre.binome.other(than: visitor.personne), for: visitor.viewer, in: tx),
        question: question, lignes: try store.lignesAide(of: cadre.binome.dispositif, in: tx),
        quand: LireAuxHeuresDites.arrivee(situation),
        fermeture: try store.liaison(of: cadre.binome.other(than: visitor.personne), in: cadre.binome, tx: tx)?
          .fermeture)
    }
  }

  /// The page before anything is typed: an answer, a change.
  private func blank(
    _ visit: Visit, _ sujet: EcrirePage.Sujet, reponseA: MessageID?, change: MessageID?
  ) async throws -> Answer {
    let visitor = try visit.person()
    let passe = try await passe(visit, reponseA: reponseA, change: change)
    // The hour has passed since the page before: it says when it opens again.
    guard passe.cadre.isOpen(at: visit.now) else { return .redirect("/binomes/\(passe.cadre.binome.id)") }
    let known = try await house.database.read { [store] tx in
      try change.map { try store.message($0, of: passe.cadre.binome, for: visitor.personne, at: visit.now, in: tx) }
    }
    if let known, known.auteur != visitor.personne || !known.mayChange(at: visit.now) { throw Absent() }
    let begun = try await house.database.read { [store] tx in
      try reponseA.map { try store.texte(EnCours($0), of: visitor.personne, in: passe.cadre.binome, tx: tx) }
    }
    return .page(page(visit, sujet, passe, nil, nil, nil, texte: known?.texte ?? begun ?? Texte()))
  }

  private func page(
    _ visit: Visit, _ sujet: EcrirePage.Sujet, _ passe: Passe, _ relecture: Relecture?, _ motif: Motif?,
    _ aide: Aide?, texte: Texte = Texte(), dejaArrive: Bool = false
  ) -> EcrirePage {
    let binome = passe.cadre.binome
    let t = visit.langue
    let vers = dejaArrive ? "/binomes/\(binome.id)/messages" : visit.path
    let composeur = Composeur(
      vers: vers, seal: dejaArrive ? visit.fresh : visit.seal, relire: "/binomes/\(binome.id)/relecture",
      objet: sujet == .changement ? nil : EnCours(passe.question?.id), texte: relecture?.texte ?? texte,
      parties: passe.cadre.moi == .accompagne ? Texte.Partie.allCases : [.libre],
      relecture: relecture, motif: motif, conseil: relecture?.isAdvised(passe.cadre.parametres) ?? false,
      nies: Issues(visit.form).nies(visit.form),
      envoyer: sujet == .changement ? t("Garder ce changement", "Keep this change") : t("Envoyer", "Send"))
    return EcrirePage(
      sujet: sujet, composeur: composeur,
      question: passe.cadre.isOpen(at: visit.now)
        ? passe.question.map { MessageVu(message: $0, auteur: passe.autre.prenom, mien: false) } : nil, aide: aide,
      quand: passe.quand, autre: passe.autre.prenom, role: passe.cadre.moi, fuseau: visit.fuseau,
      fuseauDuMentor: passe.cadre.convention.termes.fuseau, now: visit.now, dejaArrive: dejaArrive,
      aReprendre: sujet == .reponse && motif == nil ? inSession(visit, vers, t) : .empty,
      fermeture: passe.cadre.moi == .mentor ? passe.fermeture : nil)
  }

  /// The other full answer, in one gesture.
  private func inSession(_ visit: Visit, _ vers: String, _ t: Langue) -> Markup {
    boutonVers(
      vers, visit.fresh,
      t("Répondre seulement\u{a0}: à reprendre en séance", "Just answer: for our next session"),
      champs: [("suite", "seance")])
  }

  private func sent(_ id: MessageID, _ visit: Visit, _ passe: Passe, _ aide: Aide?) async throws -> EnvoyePage {
    let visitor = try visit.person()
    let message = try await house.database.read { [store] tx in
      try store.message(id, of: passe.cadre.binome, for: visitor.personne, at: visit.now, in: tx)
    }
    return EnvoyePage(
      binome: passe.cadre.binome.id, message: message, autre: passe.autre.prenom, role: passe.cadre.moi,
      fuseau: visit.fuseau, fuseauDuMentor: passe.cadre.convention.termes.fuseau, now: visit.now, aide: aide)
  }
}
