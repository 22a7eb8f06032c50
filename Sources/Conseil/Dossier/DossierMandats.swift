import Base
import Chartes
import Html
import Personnes
import Temps

/// What the person signed, what was done in their name, and what left for a service.
extension ConseilRoom {
  func rubriquesDesMandats(
    _ usager: Usager, for viewer: Viewer, _ fuseau: Fuseau, at now: Instant, in tx: Transaction
  ) throws -> [Rubrique] {
    let mandats = try store.mandats(of: usager, in: tx)
    let usages = try mandats.map { (mandat: $0, usages: try store.usages(of: $0, in: tx)) }
    let noms = try store.noms(usages.flatMap { $0.usages.map(\.par) }, for: viewer, in: tx)
    return [
      Rubrique(
        "mandats", Phrase("Les mandats", "The mandates"),
        try mandats.map { try champs(of: $0, fuseau, at: now, in: tx) }),
      Rubrique(
        "mandats_usages", Phrase("Ce qui a été fait en votre nom", "What was done in your name"),
        usages.flatMap { paire in
          paire.usages.map { usage in
            [
              .instant("le", Titres.le, usage.le), .ecrit("par", Titres.par, noms[usage.par]),
              .code("demarche", Titres.demarche, usage.demarche),
              .mot(
                "issue", Titres.etat,
                usage.issue == .fait ? Phrase("Fait", "Done") : Phrase("Refusé", "Refused"), code: usage.issue.rawValue),
              .ecrit("fait", Phrase("Ce qui est fait", "What is done"), usage.contenu.fait),
              .mot("pourquoi", Phrase("Pourquoi ce refus", "Why it was refused"), usage.contenu.pourquoi),
            ]
          }
        }),
    ]
  }

  private func champs(
    of mandat: Mandat, _ fuseau: Fuseau, at now: Instant, in tx: Transaction
  ) throws -> [Rubrique.Champ] {
    let p = try personnes.version(mandat.version, of: mandat.dispositif, in: tx).parametres
    let acte = try store.acte(of: mandat, in: tx)
    let termes = mandat.termes
    let retraits = mandat.demarches.filter { mandat.retraits[$0] != nil }
    return [
      .instant("ecrit", Phrase("Écrit le", "Written on"), mandat.ecrit),
      .instant("signe", Phrase("Signé le", "Signed on"), mandat.debut),
      .jour("dernier_jour", Phrase("Dernier jour", "Last day"), mandat.dernierJour(in: fuseau)),
      .mot("etat", Titres.etat, mandat.etat(at: now).phrase, code: mandat.etat(at: now).rawValue),
      .codes("demarches", Phrase("Pour", "For"), mandat.demarches),
      .codes("retirees", Phrase("Démarches arrêtées", "Procedures stopped"), retraits),
      .jour(
        "garde", Phrase("Gardé comme preuve jusqu’au", "Kept as proof until"),
        mandat.gardeJusque(p, in: fuseau).map { Jour($0, in: fuseau) }),
      .ecrit("prenom", Titres.prenom, termes.prenom), .ecrit("nom", Phrase("Nom", "Last name"), termes.nom),
      .nombre("naissance", Phrase("Année de naissance", "Year of birth"), termes.naissance),
      .code("risque", Phrase("Le droit en jeu", "The right at stake"), Risque(rawValue: termes.risque)),
      .jour("avant", Phrase("Avant le", "Before"), Jour(termes.avant)),
      .code("operateur", Phrase("Organisme", "Body"), Operateur(rawValue: termes.operateur)),
      .code("agent", Phrase("Son agent", "Its officer"), AgentDemande(rawValue: termes.agent)),
      .ecrit("note", Phrase("Ce qu’il a dit", "What they said"), termes.note),
      .ecrit("texte", Phrase("Le texte", "The text"), try store.texte(of: mandat, in: tx)),
      .ecrit("acte", Phrase("L’acte des signatures", "The record of the signatures"), acte?.contenu),
      .ecrit("empreinte_texte", Phrase("Empreinte du texte", "Fingerprint of the text"), mandat.empreinte),
      .ecrit("empreinte_acte", Phrase("Empreinte de l’acte", "Fingerprint of the record"), acte?.empreinte),
    ]
  }
}

extension ConseilStore {
  func rubriquesDuRelais(_ usager: Usager, for viewer: Viewer, in tx: Transaction) throws -> [Rubrique] {
    let relais = try relais(of: usager, for: viewer, in: tx)
    let noms = try noms(relais.map(\.conseiller), for: viewer, in: tx)
    let fiches: [[Rubrique.Champ]] = try relais.map { relais in
      [
        .instant("parti", Phrase("Parti le", "Sent on"), relais.parti),
        .ecrit("service", Phrase("Vers", "To"), try partenaire(of: relais, in: tx).contenu.nom),
        .ecrit("par", Titres.par, noms[relais.conseiller]),
        .mot("accord", Phrase("Votre accord", "Your agreement"), relais.accord.phrase, code: relais.accord.rawValue),
        .jour("accord_le", Phrase("Donné le", "Given on"), relais.accordLe),
        .ecrit("lettre", Phrase("La lettre", "The letter"), relais.contenu.lettre),
        .instant("ouvert", Phrase("Ouverte par le service le", "Opened by the service on"), relais.ouvert),
        .mot("etat", Titres.etat, relais.etat.phrase), .code("issue", Phrase("Issue", "Outcome"), relais.issue),
        .mot("reponse", Phrase("Sa réponse", "Its answer"), relais.reponse?.genre.phrase),
        .ecrit("mots", Phrase("Ses mots", "Its words"), relais.reponse?.mots),
        .jour("jour", Phrase("Pour le", "For"), relais.reponse?.jour),
        .instant("repondu", Phrase("Répondu le", "Answered on"), relais.repondu),
        .instant("retire", Phrase("Retiré le", "Withdrawn on"), relais.retire),
      ]
    }
    return [Rubrique("relais", Phrase("Les relais vers un service", "The referrals to a service"), fiches)]
  }

  func rubriqueDesOuvertures(_ usager: Usager, for viewer: Viewer, in tx: Transaction) throws -> Rubrique {
    let found = try consultations(of: usager, most: Self.toutDUnSuivi, in: tx)
    let noms = try noms(found.map(\.conseiller), for: viewer, in: tx)
    return Rubrique(
      "ouvertures", Phrase("Qui a ouvert ce suivi", "Who opened this thread"),
      found.map { [.instant("le", Titres.le, $0.le), .ecrit("par", Titres.par, noms[$0.conseiller])] })
  }
}
