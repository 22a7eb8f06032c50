import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension MentoratRoom {
  func showConvention(_ visit: Visit) async throws -> Answer {
    .page(try await conventionPage(visit, saisie: Saisie()))
  }

  func proposeConvention(_ visit: Visit) async throws -> Answer {
    let id: BinomeID = try visit.id("id")
    let visitor = try visit.person()
    let p = try await house.database.read { [store, personnes] tx in
      let binome = try store.open(id, for: visitor.viewer, in: tx)
      return try personnes.version(of: binome.dispositif, at: visit.now, in: tx).parametres
    }
    do {
      let termes = try Termes(visit.form, p, at: visit.now)
      return .redirect(try await propose(termes, in: id, by: visitor, geste: visit.geste(), at: visit.now))
    } catch let saisie as Saisie {
      return .again(try await conventionPage(visit, saisie: saisie))
    }
  }

  func signConvention(_ visit: Visit) async throws -> Answer {
    guard let numero = visit.form.integer("numero"), let langue = Langue(rawValue: visit.form.text("langue")) else {
      throw Absent()
    }
    return .redirect(
      try await sign(
        visit.id("id"), numero: numero, empreinte: visit.form.text("empreinte"), langue, by: visit.person(),
        geste: visit.geste(), at: visit.now))
  }

  private func conventionPage(_ visit: Visit, saisie: Saisie) async throws -> ConventionPage {
    let id: BinomeID = try visit.id("id")
    let visitor = try visit.person()
    return try await house.database.read { [self] tx in
      let binome = try store.binome(id, for: visitor.viewer, in: tx)
      let convention = try store.derniere(binome, in: tx)
      let version = try personnes.version(of: binome.dispositif, at: visit.now, in: tx)
      let signatures = try convention.map { try store.signatures(of: $0, in: tx) } ?? []
      let proposes = convention == nil || !saisie.isEmpty || visit.query.text("proposer") == "oui"
      let depart = try start(convention, of: binome, version.parametres, visit, in: tx)
      let prenoms = try personnes.prenoms(of: [binome.mentor, binome.accompagne], for: visitor.viewer, in: tx)
      return ConventionPage(
        seal: visit.seal, binome: id, autre: prenoms[binome.other(than: visitor.personne)]?.prenom ?? "–",
        convention: convention,
        parametres: try convention.map {
          try personnes.version($0.version, of: binome.dispositif, in: tx).parametres
        } ?? version.parametres,
        empreinte: try convention.map { try store.texte(of: $0, visit.langue, in: tx).empreinte } ?? "",
        signataires: [(Role.mentor, binome.mentor), (.accompagne, binome.accompagne)].map { role, personne in
          .init(
            role: role, nom: prenoms[personne]?.prenom ?? "–", le: signatures.first { $0.role == role }?.le)
        },
        jaiSigne: signatures.contains { $0.personne == visitor.personne },
        formulaire: proposes && binome.clos == nil
          ? TermesForm(
            form: visit.form,
            lignes: visit.form.has("jour")
              ? LigneDeSemaine.lignes(visit.form) : LigneDeSemaine.lignes(depart.semaine, visit.langue),
            depart: depart, parametres: version.parametres, saisie: saisie) : nil,
        clos: binome.clos != nil, fuseau: visit.fuseau, now: visit.now, fait: visit.query.text("fait"))
    }
  }

  /// What the form begins with: what stands, with the dates still to come; else the programme's frame.
  private func start(
    _ convention: Convention?, of binome: Binome, _ p: Parametres, _ visit: Visit, in tx: Transaction
  ) throws -> Termes {
    guard let known = convention?.termes else {
      return Termes(p, in: try personnes.personne(binome.mentor, for: .person(binome.mentor), in: tx).fuseau)
    }
    let dates = try store.seances(of: binome, at: visit.now, in: tx)
    let standing = [dates.precedente, dates.prochaine].compactMap { $0?.debut }
    return Termes(
      plages: known.plages, fuseau: known.fuseau, feries: known.feries, delai: known.delai,
      conservation: known.conservation, seances: standing.isEmpty ? known.seances : standing)
  }
}
