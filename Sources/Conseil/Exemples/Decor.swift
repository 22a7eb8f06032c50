import Base
import Chartes
import Html
import Personnes
import Temps
import Web

/// What the core pages of the gallery share: invented places and people, at a fixed moment.
enum Decor {
  static let now = Exemple.now
  static let jour = Jour(now, in: .paris)
  static let seals = Seals(exemple: Exemple.seal)
  static let p = Parametres()
  static let alice: PersonneID = Exemple.id(200)
  static let karim: PersonneID = Exemple.id(201)

  static let pont = lieu(
    210, "Maison du Pont", "3 rue du Pont", "61110", "Rémalard-en-Perche", "02 33 00 00 00",
    semaine([(1, 540, 720), (1, 840, 1020), (3, 540, 720), (6, 540, 750)]), comptoir: true)
  static let bourg = lieu(211, "Médiathèque", "12 place de l’Église", "61400", "Mortagne-au-Perche", "", .vide)

  static func semaine(_ plages: [(Int, Int, Int)]) -> Semaine {
    (try? Semaine(plages.compactMap { PlageHebdomadaire(weekday: $0.0, start: $0.1, end: $0.2) })) ?? .vide
  }

  static func creneau(_ hours: Int, conseiller: PersonneID = alice) -> CreneauLibre? {
    Creneau(start: now + .hours(hours), minutes: 45).map { CreneauLibre(conseiller: conseiller, creneau: $0, pris: 0) }
  }

  static func rendezVous(
    _ rang: Int, _ arrivant: Arrivant, dans minutes: Int, _ etat: RendezVous.Etat = .pris,
    conseiller: PersonneID = alice
  ) -> RendezVous {
    let debut = now + .minutes(minutes)
    return RendezVous(
      id: Exemple.id(220 + rang), dispositif: Exemple.dispositif, lieu: pont.id, conseiller: conseiller, usager: nil,
      debut: debut, fin: debut + .minutes(45), demande: now - .days(3), par: .page, etat: etat, contenu: arrivant)
  }

  static let aline = Arrivant(
    prenom: "Aline", initiale: "R", themes: [Thematique.sante.rawValue, Thematique.email.rawValue],
    adaptations: [Adaptation.grosCaracteres.rawValue])

  static let besoins = [
    Besoin(
      id: Exemple.id(240), mots: "Je voudrais voir mes remboursements sans demander à mon fils.", etat: .ouvert,
      le: now - .days(20),
      etapes: [
        .init(id: Exemple.id(241), texte: "Retrouver le mot de passe", faite: now - .days(6)),
        .init(id: Exemple.id(242), texte: "Ouvrir le compte seule, trois fois", faite: nil),
      ]),
    Besoin(
      id: Exemple.id(243), mots: "J’aimerais envoyer des photos à ma petite-fille.", etat: .atteint,
      le: now - .days(40), etapes: []),
  ]

  static let suivie = Usager(
    id: Exemple.id(250), dispositif: Exemple.dispositif, numero: 12, revision: 3,
    identite: Identite(
      prenom: "Aline", initiale: "R", naissance: 1954, commune: "Rémalard-en-Perche", genre: Genre.feminin.rawValue,
      statut: StatutSocial.retraite.rawValue,
      adaptations: [Adaptation.grosCaracteres.rawValue, Adaptation.papier.rawValue]),
    cree: now - .days(40), contact: now - .days(6))

  static let anonyme = Usager(
    id: Exemple.id(251), dispositif: Exemple.dispositif, numero: 13, revision: 1, identite: Identite(), cree: now,
    contact: now)

  static func entretien(_ usager: Usager?, _ contenu: Entretien.Contenu, ilYA minutes: Int, dure: Int?) -> Entretien {
    let debut = now - .minutes(minutes)
    return Entretien(
      id: Exemple.id(260), dispositif: Exemple.dispositif, conseiller: alice, lieu: pont.id, usager: usager?.id,
      rendezVous: nil, ticket: nil, debut: debut, fin: dure.map { debut + .minutes($0) }, attente: 8, revision: 2,
      contenu: contenu)
  }

  static let tenu = entretien(
    suivie,
    .init(
      fait: "Nous avons retrouvé le mot de passe, puis ouvert la page des remboursements.",
      suite: "Revenir jeudi et recommencer seule.", themes: [Thematique.sante.rawValue],
      adaptations: [Adaptation.papier.rawValue]), ilYA: 60, dure: 40)

  /// What the room's own reading says of a form.
  static func saisie(_ read: () throws -> Void) -> Saisie {
    do { try read() } catch let saisie as Saisie { return saisie } catch {}
    return Saisie()
  }

  private static func lieu(
    _ rang: Int, _ nom: String, _ adresse: String, _ codePostal: String, _ commune: String, _ telephone: String,
    _ semaine: Semaine, comptoir: Bool = false
  ) -> Lieu {
    Lieu(
      id: Exemple.id(rang), dispositif: Exemple.dispositif, nom: nom, adresse: adresse, codePostal: codePostal,
      commune: commune, telephone: telephone, semaine: semaine, fuseau: .paris, aUnComptoir: comptoir)
  }
}
