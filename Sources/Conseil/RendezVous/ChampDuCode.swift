import Html
import Temps
import Web

/// The field in which one types the code one was given for an appointment or a workshop.
func champDuCode(_ code: String, _ saisie: Saisie, _ t: Langue) -> Markup {
  champ(
    "code", label: t("Votre code", "Your code"),
    aide: t("Huit lettres et chiffres, comme 7QXK-93VD.", "Eight letters and digits, such as 7QXK-93VD."),
    valeur: code, erreur: saisie.phrase("code", t), type: .code, autocomplete: "off")
}
