import Chartes
import Web

extension PersonnesRoom {
  package var routes: [Route] {
    [
      .get("/", .everyone, bienvenue),
      .get("/accueil", .signedIn, accueillir),
      .post("/langue", .everyone, changeLangue),
      .get("/direct", .signedIn, direct),

      .get("/ouverture", .everyone, showOuverture),
      .post("/ouverture", .everyone, rate: .access, open),

      .get("/connexion", .everyone, showConnexion),
      .post("/connexion", .everyone, rate: .access, askLien),
      .get("/connexion/attente", .everyone, showAttente),
      .post("/connexion/code", .everyone, rate: .access, useCode),
      .get("/connexion/lien/{jeton}", .everyone, rate: .access, showLien),
      .post("/connexion/lien/{jeton}", .everyone, rate: .access, useLien),
      .post("/deconnexion", .signedIn, signOut),

      .get("/invitations", .role(.coordinateur), showInvitations),
      .post("/invitations", .role(.coordinateur), invite),
      .post("/invitations/{id}/retrait", .role(.coordinateur), withdrawInvitation),
      .get("/invitation/{jeton}", .everyone, rate: .access, showInvitation),
      .post("/invitation/{jeton}", .everyone, rate: .access, acceptInvitation),

      .get("/engagement", .signedIn, showEngagement),
      .post("/engagement", .signedIn, sign),
      .get("/engagements", .signedIn, showEngagements),
      .get("/engagements/{id}", .signedIn, showSignedText),

      .get("/chartes", .everyone, showChartes),
      .get("/chartes/{charte}", .everyone, showCharte),
      .get("/chartes/{charte}/tenue", .everyone, showTenue),

      .get("/parametres", .role(.coordinateur), showParametres),
      .post("/parametres", .role(.coordinateur), changeParametres),
      .get("/coordination", .role(.coordinateur), showCoordination),

      .get("/compte", .signedIn, showCompte),
      .post("/compte", .signedIn, changeCompte),
      .post("/compte/connexions/{id}/fin", .signedIn, endConnexion),
      .post("/compte/connexions/fin", .signedIn, endOtherConnexions),
    ]
  }
}
