/// Pages that nobody reaches by a link: seen in the gallery, or never before they are needed.
extension RefusalPage {
  static var specimens: [Specimen] {
    Refusal.allCases.map { Specimen("refus-\($0)", page($0)) }
      + [Refusal.busy, .full, .unsure].map { Specimen("refus-\($0)-envoi", page($0, renvoi: renvoi)) }
  }

  private static func page(_ refus: Refusal, renvoi: Renvoi? = nil) -> RefusalPage {
    RefusalPage(refus: refus, reference: "K7MQ4PT2", retour: "/accueil", sent: renvoi != nil, renvoi: renvoi)
  }

  private static let renvoi = Renvoi(
    chemin: "/galerie",
    champs: [
      ("mots", "Comment demander du temps sans me justifier\u{a0}? Je n’ose pas, et je le fais toujours trop tard."),
      ("seance", "non"),
    ], sceau: Sceau(csrf: "exemple", geste: "01993f00-0000-7000-8000-000000000000"))
}
