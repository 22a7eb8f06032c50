import Chartes
import Web

extension RencontresRoom {
  package var routes: [Route] {
    [
      .get("/recherche", .role(.explorateur), showRecherche),
      .get("/experts/{expert}", .signedIn, on: .fiche, showFiche),
      .get("/experts/{expert}/demande", .role(.explorateur), on: .fiche, showDemande),
      .post("/experts/{expert}/demande", .role(.explorateur), on: .fiche, trace: .acte, sendDemande),
      .post("/experts/{expert}/demande/brouillon", .role(.explorateur), on: .fiche, keepDemande),

      .get("/profil", .role(.expert), showProfil),
      .post("/profil", .role(.expert), changeProfil),
      .get("/disponibilite", .role(.expert), showDisponibilite),
      .post("/disponibilite", .role(.expert), changeDisponibilite),

      .get("/rencontres", .signedIn, showRencontres),
      .get("/rencontres/{id}", .signedIn, on: .rencontreSuivie, trace: .lecture, showRencontre),
      .get("/rencontres/{id}/reponse", .role(.expert), on: .rencontre, showReponse),
      .post("/rencontres/{id}/reponse", .role(.expert), on: .rencontre, trace: .acte, answer),
      .get("/rencontres/{id}/annulation", .signedIn, on: .rencontre, showAnnulation),
      .post("/rencontres/{id}/annulation", .signedIn, on: .rencontre, trace: .acte, cancel),

      .get("/rencontres/{id}/salle", .signedIn, on: .rencontre, showSalle),
      .get("/rencontres/{id}/salle/flux", .signedIn, on: .rencontre, rate: .signalling, listen),
      .post("/rencontres/{id}/salle/signal", .signedIn, on: .rencontre, rate: .signalling, relay),
      .get("/rencontres/{id}/salle/relais", .signedIn, on: .rencontre, rate: .signalling, giveRelais),
      .post("/rencontres/{id}/salle/arrivee", .signedIn, on: .rencontre, trace: .acte, arrive),
      .post("/rencontres/{id}/salle/depart", .signedIn, on: .rencontre, leave),
      .post("/rencontres/{id}/questions/{rang}", .signedIn, on: .rencontre, tick),

      .get("/rencontres/{id}/bilan", .signedIn, on: .rencontreSuivie, trace: .lecture, showBilan),
      .post("/rencontres/{id}/bilan", .role(.explorateur), on: .rencontre, trace: .acte, handIn),
      .post("/rencontres/{id}/bilan/brouillon", .role(.explorateur), on: .rencontre, keepBilan),
      .post("/rencontres/{id}/bilan/lecture", .role(.conseiller), on: .rencontreSuivie, trace: .acte, read),

      .get("/suivi", .role(.conseiller), showSuivi),
      .get("/suivi/{personne}", .role(.conseiller), on: .personneSuivie, trace: .lecture, showChemin),
    ]
  }
}
