import Chartes
import Web

extension ConseilRoom {
  package var routes: [Route] {
    porte + journee + suivis + dossierRoutes + effacementRoutes + comptes + mandatRoutes + gardeRoutes + atelierRoutes
      + partenaireRoutes + limitesRoutes
      + relaisRoutes + reponseDeRelaisRoutes
  }

  /// Those who receive, and who coordinates them.
  static let desk: [Role] = [.conseillerNumerique, .coordinateur]

  /// For anybody, without an account.
  private var porte: [Route] {
    [
      .get("/rendez-vous", .everyone, showPorte),
      .get("/rendez-vous/{lieu}", .everyone, on: .ouvert, showReservation),
      .post("/rendez-vous/{lieu}", .everyone, on: .ouvert, rate: .access, trace: .acte, reserve),
      .get("/rendez-vous/retour", .everyone, showRetour),
      .post("/rendez-vous/retour", .everyone, rate: .access, findRendezVous),
      .post("/rendez-vous/retour/annulation", .everyone, rate: .access, trace: .acte, cancelWithCode),
      .get("/comptoir", .everyone, on: .ouvert, showComptoir),
      .post("/comptoir", .everyone, on: .ouvert, takeNumber),
    ]
  }

  private var journee: [Route] {
    [
      .get("/journee", .role(.conseillerNumerique), showJournee),
      .get("/journee/rendez-vous/{lieu}", .role(.conseillerNumerique), on: .lieu, showTelephone),
      .post("/journee/rendez-vous/{lieu}", .role(.conseillerNumerique), on: .lieu, trace: .acte, noteByTelephone),
      .post(
        "/rendez-vous/{id}/annulation", .role(.conseillerNumerique), on: .rendezVous, trace: .acte, cancelRendezVous),
      .post("/rendez-vous/{id}/absence", .role(.conseillerNumerique), on: .rendezVous, noteAbsence),
      .post("/file/{lieu}", .role(.conseillerNumerique), on: .lieu, addToQueue),
      .post("/tickets/{id}/appel", .role(.conseillerNumerique), on: .ticket, callNumber),
      .post("/tickets/{id}/depart", .role(.conseillerNumerique), on: .ticket, letNumberGo),
      .get("/lieux", .oneOf(Self.desk), showLieux),
      .get("/lieux/nouveau", .role(.coordinateur), showNewLieu),
      .post("/lieux/nouveau", .role(.coordinateur), trace: .acte, keepNewLieu),
      .get("/lieux/{lieu}", .role(.coordinateur), on: .lieu, showLieu),
      .post("/lieux/{lieu}", .role(.coordinateur), on: .lieu, trace: .acte, keepLieu),
      .get("/lieux/{lieu}/comptoir", .oneOf(Self.desk), on: .lieu, showComptoirSettings),
      .post("/lieux/{lieu}/comptoir", .oneOf(Self.desk), on: .lieu, trace: .acte, openComptoir),
      .post("/lieux/{lieu}/comptoir/fermeture", .oneOf(Self.desk), on: .lieu, trace: .acte, closeComptoir),
      .post("/lieux/{lieu}/refus", .role(.conseillerNumerique), on: .lieu, countRefusal),
      .get("/permanences", .role(.conseillerNumerique), showPermanences),
      .get("/permanences/{lieu}", .role(.conseillerNumerique), on: .lieu, showPermanence),
      .post("/permanences/{lieu}", .role(.conseillerNumerique), on: .lieu, keepPermanence),
    ]
  }

  private var suivis: [Route] {
    [
      .get("/usagers", .role(.conseillerNumerique), showUsagers),
      .post("/usagers", .role(.conseillerNumerique), trace: .acte, openUsager),
      // Read again, or in the other language: the words are forgotten, and all are shown.
      .get("/usagers/recherche", .role(.conseillerNumerique), showUsagers),
      .post("/usagers/recherche", .role(.conseillerNumerique), searchUsagers),
      .get("/usagers/{usager}", .role(.conseillerNumerique), on: .usager, trace: .lecture, showUsager),
      .get("/usagers/{usager}/identite", .role(.conseillerNumerique), on: .usager, trace: .lecture, showIdentite),
      .post("/usagers/{usager}/identite", .role(.conseillerNumerique), on: .usager, trace: .acte, keepIdentite),
      .get("/usagers/{usager}/partage", .role(.conseillerNumerique), on: .usager, showPartage),
      .post("/usagers/{usager}/partage", .role(.conseillerNumerique), on: .usager, trace: .acte, shareUsager),
      .get("/usagers/{usager}/journal", .role(.conseillerNumerique), on: .usager, showJournal),
      .post("/usagers/{usager}/besoins", .role(.conseillerNumerique), on: .usager, noteBesoin),
      .post("/usagers/{usager}/besoins/{besoin}", .role(.conseillerNumerique), on: .usager, settleBesoin),
      .post("/usagers/{usager}/etapes", .role(.conseillerNumerique), on: .usager, planEtape),
      .post("/usagers/{usager}/etapes/{etape}", .role(.conseillerNumerique), on: .usager, tickEtape),
      .post("/entretiens", .role(.conseillerNumerique), trace: .acte, receive),
      .get("/entretiens/{entretien}", .role(.conseillerNumerique), on: .entretien, trace: .lecture, showEntretien),
      .post("/entretiens/{entretien}", .role(.conseillerNumerique), on: .entretien, keepEntretien),
      .post(
        "/entretiens/{entretien}/personne", .role(.conseillerNumerique), on: .entretien, trace: .acte, attachEntretien),
      .get(
        "/entretiens/{entretien}/recapitulatif", .role(.conseillerNumerique), on: .entretien, trace: .lecture,
        showRecapitulatif),
    ]
  }

  private var comptes: [Route] {
    [
      .get("/comptes-rendus", .role(.conseillerNumerique), showComptesRendus),
      .post("/comptes-rendus", .role(.conseillerNumerique), fileCompteRendu),
      .get("/comptes-rendus/nouveau", .role(.conseillerNumerique), showNewCompteRendu),
      .get("/comptes-rendus/{id}", .role(.conseillerNumerique), on: .compteRendu, showCompteRendu),
      .post("/comptes-rendus/{id}", .role(.conseillerNumerique), on: .compteRendu, correctCompteRendu),
      .post(
        "/comptes-rendus/{id}/retrait", .role(.conseillerNumerique), on: .compteRendu, trace: .acte, withdrawCompteRendu
      ),
      .get("/auto-evaluation", .role(.conseillerNumerique), showAutoEvaluation),
      .post("/auto-evaluation", .role(.conseillerNumerique), keepAutoEvaluation),
      .get("/chiffres", .oneOf(Self.desk), showChiffres),
      .get(
        "/chiffres/export/{format}", .oneOf(Self.desk), rate: .access, trace: .acte, preuve: .recente, exportChiffres),
    ]
  }
}
