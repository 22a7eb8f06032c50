import Chartes
import Temps

/// Verdicts that give, together, every reason the articles can give.
enum Verdicts {
  static func rencontres(_ p: Parametres) -> [Verdict] {
    [
      SEngager.judge(.init(signedVersion: nil, currentVersion: 1), p),
      SEngager.judge(.init(signedVersion: 1, currentVersion: 2), p),
      TenirSesRendezVous.judge(.init(debut: .midi + .minutes(1), now: .midi), p),
      TenirSesRendezVous.judge(.init(debut: .midi, now: .midi), p),
      PreparerLaRencontre.judge(.init(questions: []), p),
      FaireSonBilan.judge(.init(attendus: [.midi - .hours(1)], now: .midi), p),
      FaireSonBilan.judge(.init(attendus: [.midi - .days(3), .midi - .days(2)], now: .midi), p),
      Remercier.judge(.init(tenue: true, mot: ""), p),
    ] + crowded(debut: .midi + .minutes(1), p) + crowded(debut: .midi, p)
  }

  static func mentorat(_ p: Parametres) -> [Verdict] {
    writing(p) + reading(p) + TaireCeQuiIdentifie.tous(p) + FormulerSaQuestion.tous(p)
      + OrienterAilleurs.Besoin.allCases.map { OrienterAilleurs.judge(.init(besoin: $0), p) }
      + [.midi + .days(29), .midi + .days(30)].map {
        RelireSonChemin.judge(.init(dernierContact: .midi, conservation: 30, now: $0), p)
      }
      + [false, true].map { SignerADeux.judge(.init(signatures: [], clos: $0), p) }
  }

  static func conseil(_ p: Parametres) -> [Verdict] {
    receiving(p) + learning(p) + openings(p) + uses(p) + keeping(p)
      + [(1, 0), (0, 1)].map { ResterDiscret.judge(.init(certains: $0, probables: $1), p) }
      + [(false, true, 0), (true, false, 0), (true, true, 9999)].map {
        PasserLeRelais.judge(.init(consentement: $0, habilitation: $1, verifieDepuis: $2), p)
      }
      + [.deposer(jours: -1), .deposer(jours: 999), .accueillir(manquants: 99)].map { RendreCompte.judge($0, p) }
  }

  private static func receiving(_ p: Parametres) -> [Verdict] {
    [
      AccueillirChacun.judge(.rendezVous(debut: .midi, now: .midi), p),
      AccueillirChacun.judge(.rendezVous(debut: .midi + .days(999), now: .midi), p),
      AccueillirChacun.judge(.file(enAttente: 999), p),
    ]
  }

  private static func learning(_ p: Parametres) -> [Verdict] {
    [.planifier(besoins: 0, etapes: 0), .planifier(besoins: 1, etapes: 99), .tenir(besoins: 0)].map {
      PartirDesBesoins.judge($0, p)
    }
      + [
        .ouvrir(places: 0), .ouvrir(places: 999), .inscrire(inscrits: 1, places: 1, enAttente: 0),
        .inscrire(inscrits: 1, places: 1, enAttente: 999), .aider(pourDeSuite: 99),
      ].map { RendreAutonome.judge($0, p) }
  }

  private static func openings(_ p: Parametres) -> [Verdict] {
    let lacking = [(false, true, 1, 1), (true, false, 1, 1), (true, true, 1, 0), (true, true, 2, 1)]
    let openings =
      AgirSousMandat.Exclusion.allCases.map {
        AgirSousMandat.Ouverture(risque: true, agent: true, exclusion: $0, duree: 1, demarches: 1)
      }
      + lacking.map { risque, agent, duree, demarches in
        AgirSousMandat.Ouverture(risque: risque, agent: agent, exclusion: nil, duree: duree, demarches: demarches)
      }
    return openings.map { AgirSousMandat.judge(.ouvrir($0), p) }
  }

  private static func uses(_ p: Parametres) -> [Verdict] {
    [(Instant.midi - .hours(1), nil, true), (.midi + .days(1), nil, true), (.midi, .midi, true), (.midi, nil, false)]
      .map { (now: Instant, revoque: Instant?, couverte: Bool) in
        let usage = AgirSousMandat.Usage(
          now: now, debut: .midi, fin: .midi + .days(1), revoque: revoque, couverte: couverte)
        return AgirSousMandat.judge(.agir(usage), p)
      }
  }

  /// A file whose time is long past: not announced yet, then announced as long ago.
  private static func keeping(_ p: Parametres) -> [Verdict] {
    [nil, Instant.midi - .days(400)].map {
      ProtegerLesDonnees.judge(
        .init(contact: .midi - .days(4000), prevenu: $0, retenu: false, fuseau: .paris, now: .midi), p)
    }
  }

  private static func crowded(debut: Instant, _ p: Parametres) -> [Verdict] {
    DemanderParInteret.examine(
      .init(motivation: "", ouvertes: 99, dejaDemandee: true, ceMois: 99, plafond: nil, debut: debut, now: .midi), p)
  }

  private static func writing(_ p: Parametres) -> [Verdict] {
    let threads: [EcrireEntreDeuxSeances.Fil] = [
      .init(precedente: nil, prochaine: nil, syntheseAttendue: false),
      .init(precedente: nil, prochaine: .midi, syntheseAttendue: false),
      .init(precedente: .midi, prochaine: nil, syntheseAttendue: false),
      .init(precedente: .midi - .days(1), prochaine: nil, syntheseAttendue: true),
    ]
    return [
      EcrireEntreDeuxSeances.judge(.former(binomes: 99), p), EcrireEntreDeuxSeances.judge(.ajouter(enAttente: 99), p),
    ]
      + threads.map { EcrireEntreDeuxSeances.judge(.ecrire($0, now: .midi), p) }
  }

  /// At noon on a Thursday, for who opens on Mondays and for who never does: nothing to answer, an answer that is not
  /// ripe, one that is. Then on the Monday, with no room left.
  private static func reading(_ p: Parametres) -> [Verdict] {
    let monday = PlageHebdomadaire(weekday: 1, start: 480, end: 1080).flatMap { try? Semaine([$0]) } ?? .vide
    let horaires = [monday, .vide].map { Horaire($0, in: .paris, feries: nil) }
    let waiting = horaires.flatMap { horaire in
      [nil, Instant.midi - .days(3), .midi - .days(10)].map { question in
        LireAuxHeuresDites.Situation(now: .midi, horaire: horaire, question: question, delai: .hours(9))
      }
    }
    let opening = horaires[0].opening(from: .midi) ?? .midi
    let full = LireAuxHeuresDites.Situation(now: opening, horaire: horaires[0], pleines: [opening])
    return (waiting + [full]).map { LireAuxHeuresDites.judge($0, p) }
  }
}

extension TaireCeQuiIdentifie {
  fileprivate static func tous(_ p: Parametres) -> [Verdict] {
    [(1, 0, false), (0, 1, false), (0, 0, true)].map { certains, probables, fichier in
      judge(.init(certains: certains, probables: probables, fichier: fichier), p)
    }
  }
}

extension FormulerSaQuestion {
  fileprivate static func tous(_ p: Parametres) -> [Verdict] {
    [(0, false, false), (9999, false, false), (1, true, false), (1, false, true)].map { longueur, decider, ordonne in
      judge(.init(longueur: longueur, demandeDeDecider: decider, ordonne: ordonne), p)
    }
  }
}
