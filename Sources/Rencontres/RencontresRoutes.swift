import Chartes
import Web

extension RencontresRoom {
  package var routes: [Route] {
    [
      .get("/recherche", .role(.explorateur), showRecherche),
      .get("/experts/{expert}", .signedIn, showFiche),
      .get("/experts/{expert}/demande", .role(.explorateur), showDemande),
      .post("/experts/{expert}/demande", .role(.explorateur), sendDemande),
      .post("/experts/{expert}/demande/brouillon", .role(.explorateur), keepDemande),

      .get("/profil", .role(.expert), showProfil),
      .post("/profil", .role(.expert), changeProfil),
      .get("/disponibilite", .role(.expert), showDisponibilite),
      .post("/disponibilite", .role(.expert), changeDisponibilite),

      .get("/rencontres", .signedIn, showRencontres),
      .get("/rencontres/{id}", .signedIn, showRencontre),
      .get("/rencontres/{id}/reponse", .role(.expert), showReponse),
      .post("/rencontres/{id}/reponse", .role(.expert), answer),
      .get("/rencontres/{id}/annulation", .signedIn, showAnnulation),
      .post("/rencontres/{id}/annulation", .signedIn, cancel),

      .get("/rencontres/{id}/salle", .signedIn, showSalle),
      .get("/rencontres/{id}/salle/flux", .signedIn, rate: .signalling, listen),
      .post("/rencontres/{id}/salle/signal", .signedIn, rate: .signalling, relay),
      .get("/rencontres/{id}/salle/relais", .signedIn, rate: .signalling, giveRelais),
      .post("/rencontres/{id}/salle/arrivee", .signedIn, arrive),
      .post("/rencontres/{id}/salle/depart", .signedIn, leave),
      .post("/rencontres/{id}/questions/{rang}", .signedIn, tick),

      .get("/rencontres/{id}/bilan", .signedIn, showBilan),
      .post("/rencontres/{id}/bilan", .role(.explorateur), handIn),
      .post("/rencontres/{id}/bilan/brouillon", .role(.explorateur), keepBilan),
      .post("/rencontres/{id}/bilan/lecture", .role(.conseiller), read),

      .get("/suivi", .role(.conseiller), showSuivi),
      .get("/suivi/{personne}", .role(.conseiller), showChemin),
    ]
  }
}
