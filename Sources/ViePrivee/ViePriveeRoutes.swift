import Chartes
import Web

extension ViePriveeRoom {
  package var routes: [Route] {
    [
      .get("/registre", .everyone, showRegistre),

      .get("/mes-donnees", .signedIn, showMesDonnees),
      .get("/mes-donnees/copie", .signedIn, showCopie),
      .post("/mes-donnees/copie", .signedIn, rate: .access, trace: .acte, preuve: .meilleure, askCopie),
      .get("/mes-donnees/copie/fichier", .signedIn, rate: .access, trace: .acte, preuve: .meilleure, giveCopie),
      .get("/mes-donnees/effacement", .signedIn, showEffacement),
      .post("/mes-donnees/effacement", .signedIn, rate: .access, trace: .acte, preuve: .meilleure, leave),
      .get("/au-revoir", .everyone, showAuRevoir),

      .get("/mes-donnees/demande", .signedIn, showNouvelleDemande),
      .post("/mes-donnees/demande", .signedIn, rate: .access, trace: .acte, askDroit),
      .get("/mes-donnees/demandes/{id}", .signedIn, on: .sien, showMaDemande),

      .get("/demandes-de-droits", .role(.coordinateur), showDemandes),
      .post("/demandes-de-droits", .role(.coordinateur), trace: .acte, noteDroit),
      .get("/demandes-de-droits/{id}", .role(.coordinateur), on: .demandeDeDroit, trace: .lecture, showDemande),
      .post("/demandes-de-droits/{id}/reponse", .role(.coordinateur), on: .demandeDeDroit, trace: .acte, answerDroit),
    ]
  }
}
