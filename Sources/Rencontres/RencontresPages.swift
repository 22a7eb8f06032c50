import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension RencontresRoom {
  /// One's own meetings, on either side.
  func showRencontres(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let lignes = try await house.database.read { [store, personnes] tx in
      let rencontres = try store.rencontres(of: visitor.viewer, in: tx)
      let others = rencontres.map { $0.other(than: visitor.personne) }
      let prenoms = try personnes.prenoms(of: others, for: visitor.viewer, in: tx)
      let remis = try store.reviewed(rencontres.map(\.id), for: visitor.viewer, in: tx)
      return try rencontres.map { rencontre in
        RencontresPage.Ligne(
          rencontre: rencontre,
          prenom: prenoms[rencontre.other(than: visitor.personne)] ?? .partie(visit.langue),
          bilanRemis: remis.contains(rencontre.id),
          salleOuverte: try store.salle(rencontre, in: tx).isOpen(at: visit.now))
      }
    }
    return .page(
      RencontresPage(
        moi: visitor.personne, lignes: lignes, now: visit.now, fuseau: visitor.fuseau,
        explore: visitor.has(.explorateur), recoit: visitor.has(.expert)))
  }

  func showRencontre(_ visit: Visit) async throws -> Answer {
    let visitor = try visit.person()
    let id: RencontreID = try visit.id("id")
    let page = try await house.database.read { [store, personnes] tx in
      let rencontre = try store.rencontre(id, for: visitor.viewer, in: tx)
      let demande = try store.demande(of: rencontre, in: tx)
      let p = try personnes.version(rencontre.version, of: rencontre.dispositif, in: tx).parametres
      return RencontrePage(
        seal: visit.seal, rencontre: rencontre, moi: visitor.personne,
        explorateur: try personnes.prenom(of: rencontre.explorateur, for: visitor.viewer, visit.langue, in: tx),
        expert: try personnes.prenom(of: rencontre.expert, for: visitor.viewer, visit.langue, in: tx),
        metier: try store.profil(of: rencontre.expert, for: visitor.viewer, in: tx)?.metier ?? "",
        motivation: demande.motivation, questions: demande.questions, mot: try store.mot(of: rencontre, in: tx),
        annulation: try store.annulation(of: rencontre, in: tx),
        bilan: try store.bilan(of: rencontre, for: visitor.viewer, in: tx),
        ouverture: TenirSesRendezVous.ouverture(debut: rencontre.debut, p), now: visit.now, fuseau: visitor.fuseau,
        fait: visit.query.text("fait"))
    }
    if !page.rencontre.isPart(visitor.personne) {
      try await trace("lecture:rencontre", on: id, by: visitor, at: visit.now)
    }
    return .page(page)
  }

  /// Whoever accompanies reads what others wrote: it is traced.
  func trace(_ geste: StaticString, on id: RencontreID, by visitor: Visitor, at now: Instant) async throws {
    try await house.database.write { tx in try tx.record(Trace(geste, on: id, by: visitor.viewer, at: now)) }
  }
}

/// One's meetings: what waits first, then what comes, then what was.
struct RencontresPage: Page {
  struct Ligne: Sendable {
    let rencontre: Rencontre
    let prenom: Prenom
    let bilanRemis: Bool
    var salleOuverte = false
  }

  let moi: PersonneID
  let lignes: [Ligne]
  let now: Instant
  let fuseau: Fuseau
  let explore: Bool
  let recoit: Bool

  func titre(_ t: Langue) -> String { t("Mes rencontres", "My meetings") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), marge: [Note(TenirSesRendezVous.self, charte: "rencontres", t)]) {
      if lignes.isEmpty { nothing(t) }
      part(t("À faire", "To do"), lignes.filter { next($0) == .toDo }, t)
      part(t("À venir", "To come"), lignes.filter { next($0) == .toCome }, t)
      part(t("Avant", "Before"), lignes.filter { next($0) == .before }, t)
      if explore && !lignes.isEmpty {
        gestes { boutonLien("/recherche", t("Trouver un autre métier", "Find another job"), style: .discret) }
      }
    }
  }

  private enum Part { case toDo, toCome, before }

  private func next(_ ligne: Ligne) -> Part {
    let mine = ligne.rencontre.explorateur == moi
    if ligne.salleOuverte && ligne.rencontre.moment(at: now) != .passee { return .toDo }
    switch ligne.rencontre.moment(at: now) {
    case .enAttente: return mine ? .toCome : .toDo
    case .aVenir: return .toCome
    case .enCours: return .toDo
    case .passee: return mine && !ligne.bilanRemis ? .toDo : .before
    case .close: return .before
    }
  }

  private func part(_ titre: String, _ lignes: [Ligne], _ t: Langue) -> Markup {
    guard !lignes.isEmpty else { return .empty }
    let ordered = lignes.sorted { $0.rencontre.debut < $1.rencontre.debut }
    return group {
      h2 { titre }
      cartes(ordered.map { card($0, t) })
    }
  }

  private func card(_ ligne: Ligne, _ t: Langue) -> Markup {
    let rencontre = ligne.rencontre
    let (ton, state) =
      ligne.salleOuverte
      ? (.accord, t("La salle est ouverte", "The room is open"))
      : rencontre.state(for: moi, bilanRemis: ligne.bilanRemis, at: now, t)
    return group {
      personne(
        initiales: ligne.prenom.initiales, nom: ligne.prenom.prenom,
        detail: t.dateEtHeure(rencontre.debut, fuseau, reference: Jour(now, in: fuseau)),
        geste: ligne.salleOuverte ? enter(ligne, t) : open(ligne, t))
      etat(ton, state)
    }
  }

  private func open(_ ligne: Ligne, _ t: Langue) -> Markup {
    a(.href("/rencontres/\(ligne.rencontre.id)")) {
      t("Ouvrir", "Open")
      lu(t(" la rencontre avec \(ligne.prenom.prenom)", " the meeting with \(ligne.prenom.prenom)"))
    }
  }

  private func enter(_ ligne: Ligne, _ t: Langue) -> Markup {
    boutonLien("/rencontres/\(ligne.rencontre.id)/salle", t("Entrer dans la salle", "Enter the room"))
  }

  private func nothing(_ t: Langue) -> Markup {
    recoit
      ? vide(
        titre: t("Personne ne vous a encore écrit", "Nobody has written to you yet"),
        texte: t(
          "Une fiche claire et quelques heures libres\u{a0}: c’est ce qui donne envie.",
          "A clear sheet and a few free hours: that is what draws people."),
        geste: group {
          gestes {
            boutonLien("/profil", t("Écrire ma fiche", "Write my sheet"))
            boutonLien("/disponibilite", t("Donner mes heures", "Give my hours"), style: .discret)
          }
        })
      : vide(
        titre: t("Votre première rencontre commence ici", "Your first meeting begins here"),
        texte: t(
          "Trouvez un métier qui vous attire, préparez vos questions, choisissez un moment.",
          "Find a job that attracts you, prepare your questions, choose a time."),
        geste: explore ? boutonLien("/recherche", t("Trouver un métier", "Find a job")) : nil)
  }
}

extension Rencontre {
  /// Where it stands, in a few words, for one of the two or for whoever accompanies.
  func state(for reader: PersonneID, bilanRemis: Bool, at now: Instant, _ t: Langue) -> (Ton, String) {
    switch moment(at: now) {
    case .enAttente:
      reader == expert
        ? (.attente, t("Votre réponse est attendue", "Your answer is expected"))
        : (.attente, t("Demande envoyée, réponse attendue", "Request sent, answer expected"))
    case .aVenir: (.accord, t("Convenue", "Agreed"))
    case .enCours: (.accord, t("C’est maintenant", "It is now"))
    case .passee where bilanRemis: (.neutre, t("Bilan écrit", "Review written"))
    case .passee where now > bilanAttendu: (.refus, t("Bilan en retard", "Review overdue"))
    case .passee: (.attente, t("Bilan attendu", "Review expected"))
    case .close: (.neutre, closed(t))
    }
  }

  private func closed(_ t: Langue) -> String {
    switch etat {
    case .declinee: t("Déclinée", "Declined")
    case .annulee: t("Annulée", "Cancelled")
    case .expiree, .demandee: t("Restée sans réponse", "No answer came")
    case .acceptee: t("Terminée", "Over")
    }
  }
}
