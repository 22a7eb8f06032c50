import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  var partenaireRoutes: [Route] {
    [
      .get("/partenaires", .oneOf(Self.desk), showPartenaires),
      .get("/partenaires/nouveau", .oneOf(Self.desk), showNewPartenaire),
      .post("/partenaires/nouveau", .oneOf(Self.desk), trace: .acte, keepNewPartenaire),
      .get("/partenaires/{partenaire}", .oneOf(Self.desk), on: .partenaire, showPartenaire),
      .post("/partenaires/{partenaire}", .oneOf(Self.desk), on: .partenaire, trace: .acte, keepPartenaire),
      .post(
        "/partenaires/{partenaire}/verification", .oneOf(Self.desk), on: .partenaire, trace: .acte, checkPartenaire),
      .post("/partenaires/{partenaire}/retrait", .oneOf(Self.desk), on: .partenaire, trace: .acte, retirePartenaire),
    ]
  }

  func showPartenaires(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let (mots, genre) = (visit.query.text("mots"), Redirection(rawValue: visit.query.text("genre")))
    return .page(
      try await house.database.read { [self] tx in
        let (dispositif, _) = try place(of: visitor, in: tx)
        let tous = try store.partenaires(of: dispositif.id, for: visitor.viewer, in: tx)
        return PartenairesPage(
          seals: Seals(visit),
          partenaires: tous.filter { $0.matches(mots) && (genre == nil || $0.genre == genre) }, cherche: visit.query,
          limite: try parametres(of: dispositif.id, at: visit.now, in: tx)[PasserLeRelais.verification],
          fait: visit.query.text("fait"), fuseau: dispositif.fuseau, now: visit.now)
      })
  }

  func showNewPartenaire(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    _ = try await house.database.read { [self] tx in try place(of: visitor, in: tx) }
    return .page(PartenairePage(seals: Seals(visit), seal: visit.seal, partenaire: nil, retour: Retour()))
  }

  func keepNewPartenaire(_ visit: Visit) async throws -> Answer {
    do {
      return .redirect(
        try await keep(
          PartenaireSaisi(visit.form), as: nil, from: 0, by: visit.person(), geste: visit.geste(), at: visit.now))
    } catch let saisie as Saisie {
      return .again(
        PartenairePage(
          seals: Seals(visit), seal: visit.seal, partenaire: nil, retour: Retour(form: visit.form, saisie: saisie)))
    }
  }

  func showPartenaire(_ visit: Visit) async throws -> Answer {
    let partenaire = try await partenaire(visit)
    return .page(
      PartenairePage(
        seals: Seals(visit), seal: visit.seal, partenaire: partenaire, retour: Retour(form: partenaire.form)))
  }

  func keepPartenaire(_ visit: Visit) async throws -> Answer {
    let partenaire = try await partenaire(visit)
    func again(_ saisie: Saisie) -> Answer {
      .again(
        PartenairePage(
          seals: Seals(visit), seal: visit.seal, partenaire: partenaire,
          retour: Retour(form: visit.form, saisie: saisie)))
    }
    do {
      return .redirect(
        try await keep(
          PartenaireSaisi(visit.form), as: partenaire.id, from: visit.form.integer("revision") ?? 0,
          by: visit.person(), geste: visit.geste(), at: visit.now))
    } catch let saisie as Saisie { return again(saisie) } catch is Depasse {
      return again(
        Saisie(
          "nom",
          Phrase(
            "Un collègue a changé cette fiche pendant que vous écriviez. Votre texte est toujours là\u{a0}: relisez, puis gardez à nouveau.",
            "A colleague changed this card while you were writing. Your text is still here: read it again, then save again."
          )))
    }
  }

  func checkPartenaire(_ visit: Visit) async throws -> Answer {
    .redirect(
      try await check(visit.id("partenaire"), by: visit.person(), geste: visit.geste(), at: visit.now))
  }

  func retirePartenaire(_ visit: Visit) async throws -> Answer {
    .redirect(
      try await retire(visit.id("partenaire"), by: visit.person(), geste: visit.geste(), at: visit.now))
  }

  private func partenaire(_ visit: Visit) async throws -> Partenaire {
    let visitor = try visit.person()
    let id: PartenaireID = try visit.id("partenaire")
    return try await house.database.read { [store] tx in try store.partenaire(id, for: visitor.viewer, in: tx) }
  }
}
