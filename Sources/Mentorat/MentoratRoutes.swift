import Chartes
import Web

extension MentoratRoom {
  package var routes: [Route] {
    [
      .get("/binomes", .signedIn, showBinomes),
      .post("/binomes", .role(.coordinateur), trace: .acte, formBinome),

      .get("/binomes/{id}", .signedIn, on: .binome, showFil),
      .get("/binomes/{id}/convention", .signedIn, on: .binome, showConvention),
      .post("/binomes/{id}/convention", .signedIn, on: .binome, trace: .acte, proposeConvention),
      .post("/binomes/{id}/signature", .signedIn, on: .binome, trace: .acte, signConvention),
      .get("/binomes/{id}/acte", .signedIn, on: .binome, showActe),
      .get("/binomes/{id}/acte/texte", .signedIn, on: .binome, giveActe),
      .get("/binomes/{id}/acte/pdf", .signedIn, on: .binome, rate: .access, giveActePdf),
      .get("/binomes/{id}/fin", .signedIn, on: .binome, showFin),
      .post("/binomes/{id}/fin", .signedIn, on: .binome, trace: .acte, endBinome),
      .get("/verification", .everyone, showVerification),
      .post("/verification", .everyone, rate: .access, checkActe),

      .get("/binomes/{id}/seances", .signedIn, on: .binome, agreed(showSeances)),
      .post("/binomes/{id}/seances", .signedIn, on: .binome, trace: .acte, agreed(suggestDate)),
      .post("/binomes/{id}/seances/accord", .signedIn, on: .binome, trace: .acte, agreeToDate),
      .get("/binomes/{id}/synthese", .signedIn, on: .binome, agreed(showSynthese)),
      .post("/binomes/{id}/synthese", .signedIn, on: .binome, agreed(writeSynthese)),
      .get("/absences", .role(.mentor), showAbsences),
      .post("/absences", .role(.mentor), trace: .acte, addAbsence),
      .post("/absences/retrait", .role(.mentor), trace: .acte, removeAbsence),

      // What is written leaves no trace of who wrote or read: nobody may count it.
      .post("/binomes/{id}/relecture", .signedIn, on: .binome, readAgain),
      .post("/binomes/{id}/messages", .signedIn, on: .binome, agreed(sendMessage)),
      .get("/binomes/{id}/messages/{message}", .signedIn, on: .binome, agreed(showMessage)),
      .post("/binomes/{id}/messages/{message}", .signedIn, on: .binome, agreed(changeMessage)),
      .post("/binomes/{id}/messages/{message}/retrait", .signedIn, on: .binome, withdrawMessage),
      .get("/binomes/{id}/messages/{message}/reponse", .role(.mentor), on: .binome, agreed(showReponse)),
      .post("/binomes/{id}/messages/{message}/reponse", .role(.mentor), on: .binome, agreed(sendReponse)),
      .get("/binomes/{id}/messages/{message}/formulations", .signedIn, on: .binome, agreed(showFormulations)),
      .post("/binomes/{id}/messages/{message}/marque", .signedIn, on: .binome, markMessage),
      .get("/binomes/{id}/orientation", .role(.mentor), on: .binome, agreed(showOrientation)),
      .post("/binomes/{id}/orientation", .role(.mentor), on: .binome, agreed { try await orient($0) }),

      .get("/binomes/{id}/chemin", .signedIn, on: .binome, agreed(showChemin)),
      .post("/binomes/{id}/chemin/recherche", .signedIn, on: .binome, agreed(searchChemin)),
      .get("/binomes/{id}/export", .role(.accompagne), on: .binome, preuve: .recente, showExport),
      .get("/binomes/{id}/export/texte", .role(.accompagne), on: .binome, preuve: .recente, giveMarkdown),
      .get("/binomes/{id}/export/donnees", .role(.accompagne), on: .binome, preuve: .recente, giveDonnees),

      .get("/lignes-aide", .everyone, showLignesAide),
      .get("/lignes-aide/reglage", .role(.coordinateur), showReglageDesLignes),
      .post("/lignes-aide/reglage", .role(.coordinateur), trace: .acte, keepLignesAide),

      .get("/binomes/{id}/whatsapp", .signedIn, on: .binome, agreed(showLiaison)),
      .post("/binomes/{id}/whatsapp", .signedIn, on: .binome, trace: .acte, agreed(chooseWhatsApp)),
      .post("/binomes/{id}/whatsapp/retrait", .signedIn, on: .binome, trace: .acte, leaveWhatsApp),
      .get("/whatsapp", .role(.coordinateur), showRaccordement),
      .post("/whatsapp/essai", .role(.coordinateur), rate: .access, tryRaccordement),
      .get("/whatsapp/avis", .machine(octets: 0), rate: .relaying, shakeHands),
      .post("/whatsapp/avis", .machine(octets: Self.plusLongAvis), rate: .relaying, receiveAvis),
    ]
  }

  /// What only a signed pair has: before that the agreement comes first, and one is led to it.
  private func agreed(
    _ answer: @escaping @Sendable (Visit) async throws -> Answer
  ) -> @Sendable (Visit) async throws -> Answer {
    { visit in
      do { return try await answer(visit) } catch is Refus {
        let id: BinomeID = try visit.id("id")
        return .redirect("/binomes/\(id)/convention")
      }
    }
  }
}
