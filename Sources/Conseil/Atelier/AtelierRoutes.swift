import Chartes
import Web

extension ConseilRoom {
  var atelierRoutes: [Route] { ateliersPublics + ateliersDeLEquipe }

  /// For anybody, without an account.
  private var ateliersPublics: [Route] {
    [
      .get("/ateliers", .everyone, showAteliers),
      .get("/ateliers/{atelier}", .everyone, on: .ouvert, showAtelier),
      .post("/ateliers/{atelier}", .everyone, on: .ouvert, rate: .access, trace: .acte, enrolOneself),
      .get("/ateliers/retour", .everyone, showInscription),
      .post("/ateliers/retour", .everyone, rate: .access, findInscription),
      .post("/ateliers/retour/annulation", .everyone, rate: .access, trace: .acte, giveUpWithCode),
    ]
  }

  private var ateliersDeLEquipe: [Route] {
    let (path, role) = ("/journee/ateliers", Entry.role(.conseillerNumerique))
    return [
      .get(path, role, showAteliersDeLEquipe),
      .get("\(path)/nouveau", role, showNewAtelier),
      .post("\(path)/nouveau", role, trace: .acte, keepNewAtelier),
      .get("\(path)/{atelier}", role, on: .atelier, trace: .lecture, showAtelierSuivi),
      .get("\(path)/{atelier}/programme", role, on: .atelier, showProgramme),
      .post("\(path)/{atelier}/programme", role, on: .atelier, trace: .acte, keepProgramme),
      .post("\(path)/{atelier}/publication", role, on: .atelier, trace: .acte, publishAtelier),
      .post("\(path)/{atelier}/annulation", role, on: .atelier, trace: .acte, cancelAtelier),
      .post("\(path)/{atelier}/inscrits", role, on: .atelier, trace: .acte, enrolSomebody),
      .post("\(path)/{atelier}/inscrits/{inscrit}/desistement", role, on: .atelier, trace: .acte, removeInscrit),
      .post("\(path)/{atelier}/inscrits/{inscrit}/appel", role, on: .atelier, noteCall),
      .get("\(path)/{atelier}/feuille", role, on: .atelier, trace: .lecture, showFeuille),
      .post("\(path)/{atelier}/presences", role, on: .atelier, trace: .acte, tickPresences),
      .post("\(path)/{atelier}/compte-rendu", role, on: .atelier, reportAtelier),
    ]
  }
}
