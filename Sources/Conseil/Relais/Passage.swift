import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// Handing somebody over: the letter is shown as it will leave, the person says yes, it leaves.
extension ConseilRoom {
  /// - Parameters:
  ///   - notes: why, and what is asked, read again.
  ///   - jeton: what the link would bear.
  /// - Returns: where the adviser goes.
  /// - Throws: `AMontrer` while the letter that would leave was not shown as it is.
  func refer(
    _ id: UsagerID, _ saisi: RelaisSaisi, _ notes: NotesRelues, jeton: Token, sel: Token, langue: Langue,
    by visitor: Visitor, geste: Geste, at now: Instant
  ) async throws -> String {
    let relais = RelaisID.make(at: now)
    return try await house.database.act(geste, by: visitor.viewer, at: now) { [self] tx in
      let depart = try depart(of: id, saisi, notes, langue, by: visitor, at: now, in: tx)
      guard saisi.vu == depart.montre.vu else { throw AMontrer(lettre: depart.montre) }
      let verdict = depart.judge(accord: saisi.accord != nil, at: now)
      guard verdict.passes, let accord = saisi.accord else {
        throw AMontrer(lettre: depart.montre, motif: verdict.motif)
      }
      guard let accordLe = saisi.accordLe else {
        throw AMontrer(lettre: depart.montre, saisie: Saisie("accord_le", .jourDAccord))
      }
      let parti = Relais(
        id: relais, dispositif: depart.dispositif.id, usager: id, conseiller: visitor.personne,
        partenaire: depart.partenaire.id, entretien: depart.entretien, version: depart.version.numero,
        voie: saisi.voie, accord: accord, accordLe: accordLe, parti: now, ouvert: nil, relances: 0,
        prochaine: now + .days(depart.version.parametres[PasserLeRelais.relance]), issue: .attendue, reponse: nil,
        repondu: nil, par: nil, retire: nil, revision: 0,
        empreinte: Relais.empreinte(depart.montre.texte, sel: sel.text),
        contenu: .init(
          lettre: depart.montre.texte, sel: sel.text, jeton: saisi.voie == .lien ? jeton.text : "",
          code: saisi.voie == .lettre ? code(relais: geste).brut : "", langue: langue))
      try leave(parti, depart, by: visitor, at: now, in: tx)
      return "/relais/\(relais)?fait=parti"
    }
  }

  /// Drawn from the form's key: sent twice, it prints the same code.
  private func code(relais geste: Geste) -> CodeEcrit {
    CodeEcrit(
      fingerprint: house.vault.fingerprint(geste.text, for: "code-relais-tire"), letters: Self.lettresDuCode)
  }

  private func leave(
    _ relais: Relais, _ depart: Depart, by visitor: Visitor, at now: Instant, in tx: Transaction
  ) throws {
    try store.insert(relais, in: tx)
    try store.touch(relais.usager, at: now, in: tx)
    if relais.voie == .lien {
      let lettres = LettresDuRelais(relais: relais, dispositif: depart.dispositif, origin: origin)
      try post(lettres.envoi(to: depart.partenaire.contenu.courriel), about: relais.id, from: now, in: tx)
    }
    try report(.attendue, of: relais, at: now, in: tx)
    try house.faits.record(Fait(.relais, of: visitor.personne, about: relais.id, by: visitor.viewer, at: now), in: tx)
    try tx.record(Trace("relais", on: relais.id, by: visitor.viewer, at: now))
  }

  /// What the letter would be, with all that it rests on.
  private func depart(
    of id: UsagerID, _ saisi: RelaisSaisi, _ notes: NotesRelues, _ langue: Langue, by visitor: Visitor,
    at now: Instant, in tx: Transaction
  ) throws -> Depart {
    let usager = try store.usager(id, for: visitor.viewer, in: tx)
    let version = try personnes.engaged(
      visitor.personne, as: .conseillerNumerique, in: usager.dispositif, at: now, tx: tx)
    let dispositif = try personnes.dispositif(usager.dispositif, for: visitor.viewer, in: tx)
    let partenaire = try receiver(saisi, in: dispositif, by: visitor, in: tx)
    if saisi.complete, usager.identite.nom.isEmpty { throw Saisie("identite", .nomInconnu) }
    let mots = try notes.enforced(version.parametres)
    let moi = try personnes.personne(visitor.personne, for: visitor.viewer, in: tx)
    let lieu = try usualPlace(of: visitor, in: dispositif, at: now, tx: tx)
    let lettre = LettreDeRelais(
      langue: langue, structure: dispositif.structure, dispositif: dispositif.nom,
      jour: Jour(now, in: dispositif.fuseau), partenaire: partenaire.contenu.nom,
      personne: usager.identite.designation(complete: saisi.complete), raison: mots["raison"],
      demande: mots["demande"],
      limites: try store.limites(of: visitor.personne, in: dispositif.id, tx: tx) ?? langue(Limite.defaut),
      conseiller: "\(moi.prenom) \(moi.nom)",
      joindre: lieu.map { [$0.nom, $0.enUneLigne, $0.telephone].filter { !$0.isEmpty }.joined(separator: ", ") } ?? "")
    var depart = Depart(
      dispositif: dispositif, version: version, partenaire: partenaire,
      entretien: try saisi.entretien.flatMap { try mine($0, with: id, by: visitor, in: tx) }, texte: lettre.texte)
    // Nobody is asked to agree to a service of which one knows nothing.
    depart.conseil = try depart.judge(accord: true, at: now).enforced()
    return depart
  }

  private func receiver(
    _ saisi: RelaisSaisi, in dispositif: Dispositif, by visitor: Visitor, in tx: Transaction
  ) throws -> Partenaire {
    let all = try store.partenaires(of: dispositif.id, for: visitor.viewer, in: tx)
    guard let partenaire = all.first(where: { $0.id == saisi.partenaire }) else {
      throw Saisie(
        "partenaire",
        Phrase(
          "Ce service n’est plus dans l’annuaire. Choisissez-en un autre.",
          "This service has left the directory. Choose another."))
    }
    if saisi.voie == .lien, partenaire.contenu.courriel.isEmpty {
      throw Saisie(
        "voie",
        Phrase(
          "Nous n’avons pas l’adresse e-mail de ce service. Imprimez la lettre, ou ajoutez son adresse à sa fiche.",
          "We do not have the e-mail address of this service. Print the letter, or add the address to its card."))
    }
    return partenaire
  }

  /// An interview of one's own with this person; nil for any other.
  private func mine(
    _ entretien: EntretienID, with usager: UsagerID, by visitor: Visitor, in tx: Transaction
  ) throws -> EntretienID? {
    guard let held = try? store.entretien(entretien, for: visitor.viewer, in: tx) else { return nil }
    return held.usager == usager && held.conseiller == visitor.personne ? entretien : nil
  }
}

/// A referral about to leave.
private struct Depart {
  let dispositif: Dispositif
  let version: Version
  let partenaire: Partenaire
  let entretien: EntretienID?
  let texte: String
  var conseil: Motif?

  var montre: LettreAMontrer {
    LettreAMontrer(
      texte: texte, partenaire: partenaire.contenu.nom, vu: Relais.empreinte(texte, sel: "vu"), conseil: conseil)
  }

  func judge(accord: Bool, at now: Instant) -> Verdict {
    PasserLeRelais.judge(
      .init(
        consentement: accord, habilitation: !partenaire.contenu.habilitation.isEmpty,
        verifieDepuis: partenaire.verifieDepuis(now, in: dispositif.fuseau)), version.parametres)
  }
}

extension Identite {
  fileprivate func designation(complete: Bool) -> LettreDeRelais.Designation {
    complete ? .complete(prenom: prenom, nom: nom, telephone: telephone) : .prenom(prenom)
  }
}

extension Phrase {
  fileprivate static let jourDAccord = Phrase(
    "Donnez le jour de son accord, il y a trois mois au plus.",
    "Give the day when they agreed, three months ago at most.")
  fileprivate static let nomInconnu = Phrase(
    "Son nom de famille n’est pas noté. Notez-le d’abord dans «\u{a0}Qui est cette personne\u{a0}», ou ne donnez que le prénom.",
    "Their last name is not noted. Note it first under “Who this person is”, or give the first name only.")
}
