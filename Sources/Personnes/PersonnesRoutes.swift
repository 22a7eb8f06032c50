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
      .post("/ouverture", .everyone, rate: .access, trace: .acte, open),

      .get("/connexion", .everyone, showConnexion),
      .post("/connexion", .everyone, rate: .access, askLien),
      .get("/connexion/attente", .everyone, showAttente),
      .post("/connexion/code", .everyone, rate: .access, trace: .acte, useCode),
      .get("/connexion/lien/{jeton}", .everyone, on: .ouvert, rate: .access, showLien),
      .post("/connexion/lien/{jeton}", .everyone, on: .ouvert, rate: .access, trace: .acte, useLien),
      .post("/connexion/defi", .everyone, giveDefiDeConnexion),
      .post("/connexion/cle", .everyone, rate: .access, trace: .acte, enterWithCle),
      .get("/connexion/papier", .everyone, showCodePapier),
      .post("/connexion/papier", .everyone, rate: .access, trace: .acte, useCodePapier),
      .get("/connexion/proconnect", .everyone, rate: .access, leaveForProConnect),
      .get("/connexion/proconnect/retour", .everyone, rate: .access, trace: .acte, comeBackFromProConnect),
      .post("/deconnexion", .proving, trace: .acte, signOut),

      .post("/verrou", .proving, trace: .acte, lock),
      .get("/verrou", .proving, showVerrou),
      .get("/verrou/etat", .proving, tellVerrou),
      .get("/preuve", .proving, showPreuve),
      .post("/preuve", .proving, rate: .proof, trace: .acte, prove),
      .post("/preuve/defi", .proving, giveDefiDePreuve),
      .post("/preuve/lien", .proving, rate: .access, trace: .acte, askLienDePreuve),
      .get("/preuve/attente", .proving, showAttenteDePreuve),

      .get("/invitations", .role(.coordinateur), showInvitations),
      .post("/invitations", .role(.coordinateur), trace: .acte, invite),
      .post("/invitations/{id}/retrait", .role(.coordinateur), on: .invitation, trace: .acte, withdrawInvitation),
      .get("/invitation/{jeton}", .everyone, on: .ouvert, rate: .access, showInvitation),
      .post("/invitation/{jeton}", .everyone, on: .ouvert, rate: .access, trace: .acte, acceptInvitation),

      .get("/engagement", .signedIn, showEngagement),
      .post("/engagement", .signedIn, trace: .acte, sign),
      .get("/engagements", .signedIn, showEngagements),
      .get("/engagements/{id}", .signedIn, on: .sien, showSignedText),

      .get("/chartes", .everyone, showChartes),
      .get("/chartes/{charte}", .everyone, on: .ouvert, showCharte),
      .get("/chartes/{charte}/tenue", .everyone, on: .ouvert, showTenue),

      .get("/parametres", .role(.coordinateur), showParametres),
      .post("/parametres", .role(.coordinateur), trace: .acte, preuve: .forte, changeParametres),
      .get("/coordination", .role(.coordinateur), showCoordination),
      .get("/exigence", .role(.coordinateur), showExigence),
      .post("/exigence", .role(.coordinateur), trace: .acte, preuve: .forte, changeExigence),

      .get("/personnes/{personne}", .equipe, on: .acces, trace: .lecture, showAcces),
      .post(
        "/personnes/{personne}/code-papier", .equipe, on: .acces, trace: .acte, preuve: .meilleure, giveCodePapier),
      .post(
        "/personnes/{personne}/recuperation", .equipe, on: .acces, trace: .acte, preuve: .forte, askRecuperation),
      .post(
        "/recuperations/{id}/confirmation", .equipe, on: .acces, trace: .acte, preuve: .forte, confirmRecuperation),
      .post("/recuperations/{id}/retrait", .equipe, on: .acces, trace: .acte, withdrawRecuperation),
      .post("/personnes/{personne}/suspension", .equipe, on: .acces, trace: .acte, preuve: .forte, suspend),
      .post("/personnes/{personne}/retablissement", .equipe, on: .acces, trace: .acte, preuve: .forte, restore),
      .get("/inscription", .role(.conseiller), showInscription),
      .post("/inscription", .role(.conseiller), trace: .acte, preuve: .meilleure, inscribe),

      .get("/compte", .signedIn, showCompte),
      .post("/compte", .signedIn, changeCompte),
      .post("/compte/connexions/{id}/fin", .signedIn, on: .sien, trace: .acte, preuve: .recente, endConnexion),
      .post("/compte/connexions/fin", .signedIn, trace: .acte, preuve: .recente, endOtherConnexions),

      .get("/compte/notifications", .signedIn, showNotifications),
      .post("/compte/notifications", .signedIn, trace: .acte, addAppareil),
      .post("/compte/notifications/{id}/retrait", .signedIn, on: .sien, trace: .acte, removeAppareil),

      .get("/compte/adresse", .signedIn, showChangementAdresse),
      .post("/compte/adresse", .signedIn, rate: .access, trace: .acte, preuve: .meilleure, askChangementAdresse),
      .get("/adresse/{jeton}", .everyone, on: .ouvert, rate: .access, showConfirmationAdresse),
      .post("/adresse/{jeton}", .everyone, on: .ouvert, rate: .access, trace: .acte, confirmAdresse),

      .get("/compte/cles", .entering, preuve: .meilleure, showCles),
      .post("/compte/cles", .entering, rate: .access, trace: .acte, preuve: .meilleure, addCle),
      .post("/compte/cles/defi", .entering, preuve: .meilleure, giveDefiDInscription),
      .post("/compte/cles/plus-tard", .signedIn, declineCle),
      .post("/compte/cles/{id}", .signedIn, on: .sien, renameCle),
      .post("/compte/cles/{id}/retrait", .signedIn, on: .sien, trace: .acte, preuve: .meilleure, removeCle),

      .get("/compte/code-temporaire", .entering, preuve: .meilleure, showCodeTemporaire),
      .post("/compte/code-temporaire", .entering, preuve: .meilleure, prepareCodeTemporaire),
      .post(
        "/compte/code-temporaire/confirmation", .entering, rate: .proof, trace: .acte, preuve: .meilleure,
        confirmCodeTemporaire),
      .post("/compte/code-temporaire/retrait", .signedIn, trace: .acte, preuve: .meilleure, removeCodeTemporaire),
      .get("/compte/proconnect", .equipe, showProConnect),
      .post("/compte/proconnect/aller", .equipe, rate: .access, preuve: .meilleure, linkProConnect),
      .post("/compte/proconnect/retrait", .equipe, trace: .acte, preuve: .meilleure, unlinkProConnect),
      .post("/compte/codes-secours", .signedIn, trace: .acte, preuve: .meilleure, renewCodesSecours),
    ]
  }
}
