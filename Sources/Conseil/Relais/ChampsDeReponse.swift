import Html
import Web

/// What came of it: for the service on its own page, for the adviser who heard it.
func champsDeReponse(
  _ genres: [Relais.Reponse.Genre], _ retour: Retour, auTelephone: Bool, _ t: Langue
) -> Markup {
  group {
    choix(
      "genre", legende: auTelephone ? t("Le service dit", "The service says") : t("Votre réponse", "Your answer"),
      options: genres.map { Option($0.rawValue, t($0.phrase)) }, choisi: retour.form.text("genre"),
      erreur: retour.saisie.phrase("genre", t))
    champ(
      "jour", label: t("Quel jour", "Which day"),
      aide: t("Si vous l’avez reçue, ou si vous savez quand.", "If you received them, or know when."),
      valeur: retour.form.raw("jour"), erreur: retour.saisie.phrase("jour", t), type: .date, facultatif: t)
    zone(
      "mots", label: t("En quelques mots", "In a few words"),
      aide: t("Vers où, ou pourquoi. Autrement, comme vous voulez.", "Where to, or why. Otherwise, as you like."),
      valeur: retour.form.raw("mots"), erreur: retour.saisie.phrase("mots", t), lignes: 2,
      maximum: Relais.Reponse.longest, facultatif: t)
  }
}
