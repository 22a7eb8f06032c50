import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension MentoratRoom {
  func showBinomes(_ visit: Visit) async throws -> Answer {
    .page(try await binomesPage(visit, saisie: Saisie(), motif: nil))
  }

  func formBinome(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    do {
      var saisie = Saisie()
      let (mentor, accompagne) = (PersonneID(visit.form.text("mentor")), PersonneID(visit.form.text("accompagne")))
      saisie.note("mentor", unless: mentor != nil, Phrase("Choisissez un mentor.", "Choose a mentor."))
      saisie.note(
        "accompagne", unless: accompagne != nil,
        Phrase("Choisissez une personne à accompagner.", "Choose somebody to accompany."))
      try saisie.throwIfAny()
      guard let mentor, let accompagne, let dispositif = try await coordinated(by: visitor) else { throw Absent() }
      return .redirect(
        try await form(
          mentor: mentor, accompagne: accompagne, in: dispositif.id, by: visitor, geste: visit.geste(), at: visit.now))
    } catch let saisie as Saisie {
      return .again(try await binomesPage(visit, saisie: saisie, motif: nil))
    } catch let refus as Refus {
      return .again(try await binomesPage(visit, saisie: Saisie(), motif: refus.motif))
    }
  }

  /// The mentoring programme that this person coordinates.
  func coordinated(by visitor: Visitor) async throws -> Dispositif? {
    try await house.database.read { [personnes] tx in
      try visitor.appartenances.filter { $0.role == .coordinateur }
        .map { try personnes.dispositif($0.dispositif, for: visitor.viewer, in: tx) }
        .first { $0.charte == Charte.mentorat.cle }
    }
  }

  private func binomesPage(_ visit: Visit, saisie: Saisie, motif: Motif?) async throws -> BinomesPage {
    let visitor = try visit.person()
    let dispositif = try await coordinated(by: visitor)
    return try await house.database.read { [self] tx in
      let binomes = try store.binomes(of: visitor.viewer, in: tx)
      let autres = try personnes.prenoms(
        of: binomes.map { $0.other(than: visitor.personne) }, for: visitor.viewer, in: tx)
      let lignes = try binomes.compactMap { binome -> BinomesPage.Ligne? in
        guard let autre = autres[binome.other(than: visitor.personne)], let role = binome.role(of: visitor.personne)
        else { return nil }
        return BinomesPage.Ligne(
          id: binome.id, autre: autre, role: role, etat: try store.etat(of: binome, at: visit.now, in: tx))
      }
      return BinomesPage(
        seal: visit.seal, lignes: lignes,
        coordination: try dispositif.map { try store.coordination(of: $0, for: visitor, at: visit.now, in: tx) },
        form: visit.form, saisie: saisie, motif: motif, fuseau: visit.fuseau, now: visit.now,
        fait: visit.query.text("fait"))
    }
  }
}

extension MentoratStore {
  fileprivate func etat(of binome: Binome, at now: Instant, in tx: Transaction) throws -> BinomesPage.Ligne.Etat {
    if binome.clos != nil { return .clos }
    if try enVigueur(binome, in: tx) != nil {
      return .encours(prochaine: try seances(of: binome, at: now, in: tx).prochaine?.debut)
    }
    return try derniere(binome, in: tx) == nil ? .aConvenir : .aSigner
  }

  fileprivate func coordination(
    of dispositif: Dispositif, for visitor: Visitor, at now: Instant, in tx: Transaction
  ) throws -> BinomesPage.Coordination {
    func people(_ role: Role) throws -> [(id: String, nom: String)] {
      let ids = try personnes.personnes(as: role, of: dispositif.id, for: visitor.viewer, in: tx)
      let prenoms = try personnes.prenoms(of: ids, for: visitor.viewer, in: tx)
      return ids.compactMap { id in prenoms[id].map { (id.text, $0.court) } }
    }
    let vus = try binomesVus(of: dispositif.id, for: visitor.viewer, at: now, in: tx)
    let prenoms = try personnes.prenoms(of: vus.flatMap { [$0.mentor, $0.accompagne] }, for: visitor.viewer, in: tx)
    let p = try personnes.version(of: dispositif.id, at: now, in: tx).parametres
    return BinomesPage.Coordination(
      dispositif: dispositif.nom,
      binomes: vus.map { ($0, prenoms[$0.mentor]?.court ?? "–", prenoms[$0.accompagne]?.court ?? "–") },
      mentors: try people(.mentor), accompagnes: try people(.accompagne),
      binomesParMentor: p[EcrireEntreDeuxSeances.binomes])
  }
}
