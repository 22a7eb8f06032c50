import Base
import Chartes
import Conseil
import Html
import Personnes
import Temps
import Web

/// An adviser in the middle of a believable month, on dates relative to now: people followed, interviews told and not told
/// yet, a queue, appointments to come.
struct ConseilSeeding {
  let personnes: PersonnesRoom
  let conseil: ConseilRoom
  let now: Instant

  static let sylvie = Figurant(
    "Sylvie", "Marchand", .coordinateur,
    Phrase(
      "Coordonne les conseillers numériques\u{a0}: lieux, chiffres", "Coordinates the digital advisers: places, figures"
    )
  )
  static let leila = Figurant(
    "Leïla", "Bensaïd", .conseillerNumerique,
    Phrase("Conseillère numérique, au milieu de son mois", "Digital adviser, in the middle of her month"))
  static let gaetan = Figurant(
    "Gaëtan", "Le Goff", .conseillerNumerique,
    Phrase("Conseiller numérique, dans le même lieu", "Digital adviser, at the same place"))

  func play() async throws -> [(Figurant, Visitor)] {
    let start = now - .days(45)
    let dispositif = try await personnes.openDemonstration(
      structure: "Communauté de communes du Perche", dispositif: "Conseil numérique du Perche", charte: .conseil,
      at: start)
    var cast: [(Figurant, Visitor)] = []
    for figurant in [Self.sylvie, Self.leila, Self.gaetan] {
      cast.append((figurant, try await personnes.seat(figurant, in: dispositif, suivieBy: nil, at: start)))
    }
    let (sylvie, leila, gaetan) = (cast[0].1, cast[1].1, cast[2].1)
    let lieu = try await places(by: sylvie, at: start)
    // Every day, so that whoever opens the demonstration on a Sunday sees a day too.
    let matin = (1...7).map { (jour: $0, de: 540, a: 720) }
    try await conseil.giveHours(matin + (1...7).map { (jour: $0, de: 810, a: 1050) }, at: lieu, by: leila, at: start)
    try await conseil.giveHours((1...5).map { (jour: $0, de: 840, a: 1020) }, at: lieu, by: gaetan, at: start)
    try await month(of: leila)
    try await month(of: gaetan, every: 3)
    try await today(at: lieu, with: leila)
    _ = try await conseil.foldFigures(for: .house(.demarrage), at: now)
    return cast
  }

  private func places(by sylvie: Visitor, at start: Instant) async throws -> LieuID {
    let semaine = (1...6).flatMap { [(jour: $0, de: 540, a: 720), (jour: $0, de: 810, a: 1050)] }
    _ = try await conseil.addLieu(
      "Médiathèque de Bellême", "8 rue Ville-Close", "61130", "Bellême", heures: [(jour: 3, de: 840, a: 1020)],
      by: sylvie, at: start)
    return try await conseil.addLieu(
      "France Services de Mortagne", "3 place des Tilleuls", "61400", "Mortagne-au-Perche",
      heures: semaine + [(jour: 7, de: 540, a: 720)], by: sylvie, at: start)
  }

  /// Three weeks of interviews, a few each day, told but for the last two.
  private func month(of conseiller: Visitor, every step: Int = 1) async throws {
    let aline = try await conseil.follow(
      "Aline", "R", naissance: 1949, genre: .feminin, statut: .retraite,
      besoin: "Je voudrais envoyer des photos à ma petite-fille.",
      etapes: [
        "Retrouver les photos dans le téléphone", "En choisir une et l’envoyer", "Recommencer seule à la maison",
      ],
      by: conseiller, at: now - .days(24))
    let moussa = try await conseil.follow(
      "Moussa", "D", naissance: 1988, genre: .masculin, statut: .sansEmploi,
      besoin: "Je veux faire mon actualisation sans demander à quelqu’un.",
      etapes: ["Créer une adresse e-mail à soi", "Se connecter au site"], by: conseiller, at: now - .days(18))
    let sujets: [(UsagerID?, String, [Thematique], Facon, Autonomie, Int)] = [
      (aline, "Nous avons retrouvé la galerie et envoyé une photo.", [.materiel, .contenus], .avec, .partielle, 40),
      (nil, "Une attestation imprimée, puis retrouvée ensemble sur le site.", [.demarches], .avec, .guidee, 25),
      (moussa, "Création d’une adresse, écrite sur un papier.", [.email, .insertion], .apprendre, .partielle, 50),
      (nil, "Un mot de passe changé après un message louche.", [.securite], .avec, .partielle, 20),
      (nil, "Déclaration faite sur place, il manquait une pièce.", [.demarches], .pour, .guidee, 35),
      (aline, "Elle a envoyé deux photos seule.", [.contenus], .apprendre, .autonome, 30),
      (nil, "Rendez-vous médical pris en ligne.", [.sante], .avec, .partielle, 15),
    ]
    for jour in stride(from: 21, through: 1, by: -step) {
      for rang in 0..<(2 + jour % 3) {
        let (usager, fait, themes, facon, autonomie, minutes) = sujets[(jour * 3 + rang) % sujets.count]
        try await conseil.hold(
          usager, fait: fait, themes: themes, minutes: minutes, facon: facon, autonomie: autonomie,
          reports: jour > 1 || rang == 0, by: conseiller, at: matin(jour) + .minutes(rang * 70))
      }
    }
  }

  /// Nine in the morning, so many days ago.
  private func matin(_ jours: Int) -> Instant {
    Jour(now, in: .paris).advanced(by: -jours).instant(atMinute: 540, in: .paris) ?? now - .days(jours)
  }

  private func today(at lieu: LieuID, with leila: Visitor) async throws {
    for (rang, prenom) in ["Yvette", "Karim", "Solène"].enumerated() {
      try await conseil.arrive(prenom, at: lieu, at: now - .minutes(24 - rang * 9))
    }
    for (prenom, hours, themes) in [
      ("Bernadette", 0, [Thematique.email]), ("Thierno", 3, [.demarches]), ("Odile", 26, [.materiel]),
    ] {
      try await conseil.reserve(
        prenom, at: lieu, after: now + .hours(hours), themes: themes, at: now - .days(2))
    }
  }
}
