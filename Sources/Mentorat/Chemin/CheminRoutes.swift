import Base
import Chartes
import Foundation
import Html
import Personnes
import Temps
import Web

extension MentoratRoom {
  func showChemin(_ visit: Visit) async throws -> Answer { try await chemin(visit, mots: "", marque: nil) }

  func searchChemin(_ visit: Visit) async throws -> Answer {
    try await chemin(
      visit, mots: String(visit.form.text("mots").prefix(100)), marque: Marque(rawValue: visit.form.text("marque")))
  }

  func markMessage(_ visit: Visit) async throws -> Answer {
    .redirect(
      try await mark(
        visit.id("message"), with: Marque(rawValue: visit.form.text("marque")), in: visit.id("id"),
        by: visit.person(), geste: visit.geste(), at: visit.now))
  }

  private func chemin(_ visit: Visit, mots: String, marque: Marque?) async throws -> Answer {
    let visitor = try visit.person()
    let id: BinomeID = try visit.id("id")
    let cadre = try await house.database.read { [store] tx in
      try store.cadre(of: id, for: visitor, at: visit.now, in: tx)
    }
    guard cadre.isOpen(at: visit.now) else { return .page(try await closed(visit, cadre)) }
    return .page(try await cheminPage(visit, cadre, mots: mots, marque: marque))
  }

  private func cheminPage(_ visit: Visit, _ cadre: Cadre, mots: String, marque: Marque?) async throws -> CheminPage {
    let visitor = try visit.person()
    return try await house.database.read { [self] tx in
      let binome = cadre.binome
      let marques = try store.marques(of: visitor.personne, in: binome, tx: tx)
      let kept = try store.conservation(of: binome, at: visit.now, in: tx)
      let searched = !mots.isEmpty || marque != nil
      let intervalles = try store.intervalles(
        of: binome, cadre.seances, for: visitor.personne, whole: searched, in: tx
      )
      .compactMap { $0.matching(mots, marque, marques) }
      return CheminPage(
        seal: visit.seal, marquer: { visit.fresh }, binome: binome.id, moi: visitor.personne,
        autre: try personnes.prenom(of: binome.other(than: visitor.personne), for: visitor.viewer, visit.langue, in: tx)
          .prenom,
        intervalles: intervalles, marques: marques, mots: mots, marque: marque,
        effacement: kept.map { RelireSonChemin.effacement($0.situation) },
        motif: kept.flatMap { RelireSonChemin.judge($0.situation, $0.parametres).motif },
        emporte: cadre.moi == .accompagne, fuseau: visit.fuseau, fuseauDuMentor: cadre.convention.termes.fuseau,
        now: visit.now)
    }
  }
}

extension MentoratStore {
  /// What somebody may read of a pair, session by session, newest first.
  func intervalles(
    of binome: Binome, _ seances: Seances, for reader: PersonneID, whole: Bool, in tx: Transaction
  ) throws -> [CheminPage.Intervalle] {
    let most = whole ? Self.wholeTrace : Self.longestReading
    let messages = Dictionary(
      grouping: try self.messages(of: binome, for: reader, at: seances.now, most: most, in: tx), by: \.seance)
    let syntheses = Dictionary(grouping: try self.syntheses(of: binome, in: tx), by: \.seance)
    return seances.toutes.reversed().compactMap { seance in
      let (written, summaries) = (messages[seance.id] ?? [], syntheses[seance.id] ?? [])
      if written.isEmpty && summaries.isEmpty { return nil }
      return CheminPage.Intervalle(seance: seance, messages: written, syntheses: summaries)
    }
  }
}

extension CheminPage.Intervalle {
  /// What of it holds these words and this mark; nil when nothing does.
  func matching(_ mots: String, _ marque: Marque?, _ marques: [MessageID: Marque]) -> CheminPage.Intervalle? {
    func holds(_ text: String) -> Bool {
      mots.isEmpty || text.range(of: mots, options: [.caseInsensitive, .diacriticInsensitive]) != nil
    }
    let written = messages.filter { message in
      (marque == nil || marques[message.id] == marque) && holds(message.texte?.ensemble ?? "")
    }
    let summaries = marque == nil ? syntheses.filter { holds($0.contenu) } : []
    if mots.isEmpty && marque == nil { return self }
    return written.isEmpty && summaries.isEmpty
      ? nil : CheminPage.Intervalle(seance: seance, messages: written, syntheses: summaries)
  }
}
