/// The style sheets of `Public/css`, in the order in which they are joined into one.
package let styles = [
  "tokens", "base", "bandeau", "feuille", "carte", "avis", "gestes", "formulaire", "choix", "etapes", "frise",
  "tableau", "article", "code", "plage", "chiffre", "citation", "fiche", "vide", "fil", "salle", "boite", "galerie",
  "impression",
]
