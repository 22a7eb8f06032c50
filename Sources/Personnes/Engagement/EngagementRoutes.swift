import Base
import Chartes
import Html
import Web

extension PersonnesRoom {
  func showEngagement(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let page = try await house.database.read { [store] tx -> EngagementPage? in
      guard let toSign = try store.toSign(by: visitor.personne, at: visit.now, in: tx).first else { return nil }
      let place = toSign.appartenance
      let dispositif = try store.dispositif(place.dispositif, for: visitor.viewer, in: tx)
      guard let charte = Charte.named(dispositif.charte),
        let stored = try store.texte(
          toSign.version.numero, of: place.dispositif, for: place.role, visit.langue, in: tx)
      else { throw Absent() }
      let texte = charte.texte(pour: place.role, toSign.version.parametres, visit.langue)
      return EngagementPage(
        seal: visit.seal, dispositif: dispositif.nom, charte: charte.cle, place: place, numero: toSign.version.numero,
        empreinte: stored.empreinte, texte: texte,
        differences: toSign.signed.map { charte.differences(from: $0.parametres, to: toSign.version.parametres) },
        fait: visit.query.text("fait"))
    }
    guard let page else { return .redirect("/accueil") }
    return .page(page)
  }

  func sign(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    guard let dispositif = DispositifID(visit.form.text("dispositif")),
      let role = Role(rawValue: visit.form.text("role")), let numero = visit.form.integer("numero"),
      let langue = Langue(rawValue: visit.form.text("langue"))
    else { throw Absent() }
    let next = try await sign(
      Appartenance(dispositif: dispositif, role: role), numero: numero, empreinte: visit.form.text("empreinte"),
      by: visitor, langue, geste: visit.geste(), at: visit.now)
    return .redirect(next)
  }

  func showEngagements(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let lines = try await house.database.read { [store] tx in
      try store.engagements(for: visitor.viewer, in: tx).map { engagement in
        // Whoever was suspended there still reads what they signed.
        let dispositif = try? store.dispositif(engagement.dispositif, for: visitor.viewer, in: tx)
        return (engagement, dispositif?.nom ?? visit.langue("Un dispositif quitté", "A programme left"))
      }
    }
    return .page(EngagementsPage(engagements: lines, fuseau: visitor.fuseau))
  }

  func showSignedText(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: EngagementID = try visit.id("id")
    return .page(
      try await house.database.read { [store] tx in
        let engagement = try store.engagement(id, for: visitor.viewer, in: tx)
        let texte = try store.texte(
          engagement.numero, of: engagement.dispositif, for: engagement.role, engagement.langue, in: tx)
        guard let texte else { throw Absent() }
        return SignedTextPage(engagement: engagement, contenu: texte.contenu, fuseau: visitor.fuseau)
      })
  }
}
