/// The style sheets of `Public/css`, in the order in which they are joined into one.
package let styles = [
  "tokens", "base", "bandeau", "voile", "feuille", "carte", "avis", "gestes", "formulaire", "choix", "nombres",
  "etapes", "frise", "tableau", "article", "code", "plage", "chiffre", "graphique", "citation", "fiche", "vide", "fil",
  "conseil", "salle", "boite", "galerie", "impression",
]
