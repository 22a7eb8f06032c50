import Html
import Testing

@testable import Web

@Suite struct FormulaireTests {
  private static let hostile = "\"><script>alert(1)</script>' & <b>"
  private let seal = Sceau(csrf: "jeton", geste: "cle")

  @Test func `un champ porte son étiquette, son aide et ce qui est à reprendre`() {
    let html = champ(
      "prenom", label: "Prénom", aide: "Le vôtre.", valeur: "Am", erreur: "Écrivez-le en entier."
    ).string
    #expect(html.contains("<label for=\"champ-prenom\">Prénom</label>"))
    #expect(html.contains("aria-describedby=\"aide-champ-prenom reprise-champ-prenom\""))
    #expect(html.contains("aria-invalid=\"true\""))
    #expect(html.contains("id=\"reprise-champ-prenom\""))
    #expect(html.contains("value=\"Am\""))
  }

  @Test func `un champ sans reproche n’en porte pas la marque`() {
    let html = champ("prenom", label: "Prénom").string
    #expect(
      !html.contains("aria-invalid") && !html.contains("aria-describedby")
        && html.contains("required"))
    #expect(champ("nom", label: "Nom", facultatif: .fr).string.contains("(facultatif)"))
    #expect(!champ("nom", label: "Nom", facultatif: .fr).string.contains("required"))
  }

  @Test func `deux noms ne donnent jamais le même identifiant`() {
    let names = ["a.b", "a-b", "a_b", "a b", "é", "e", "a.", "a", "A"]
    #expect(Set(names.map(identifiant)).count == names.count)
  }

  @Test func `un formulaire est toujours un POST scellé`() {
    let html = formulaire(vers: "/x", seal) { bouton("Envoyer ma demande") }.string
    #expect(html.contains("method=\"post\"") && html.contains("action=\"/x\""))
    #expect(
      html.contains("name=\"_csrf\" value=\"jeton\"")
        && html.contains("name=\"_geste\" value=\"cle\""))
  }

  @Test func `un choix garde la réponse donnée et nomme sa question`() {
    let html = choix(
      "accord", legende: "Votre réponse", options: [Option("oui", "Oui"), Option("non", "Non")],
      choisi: "non"
    ).string
    #expect(html.contains("<legend>Votre réponse</legend>"))
    #expect(html.matches(of: /value="non"[^>]*checked/).count == 1)
    #expect(html.matches(of: /checked/).count == 1)
  }

  @Test func `un texte hostile ne sort d’aucun composant`() {
    let words = Self.hostile
    let pieces: [Markup] = [
      champ("n", label: words, aide: words, valeur: words, erreur: words),
      zone("n", label: words, valeur: words),
      choix("n", legende: words, options: [Option(words, words, detail: words)], choisi: words),
      liste("n", label: words, options: [Option(words, words)], choisi: words),
      caseACocher("n", label: words, valeur: words),
      bouton(words, nom: "n", valeur: words), boutonLien(words, words),
      boutonVers(words, seal, words, precision: words),
      avis(.refus, titre: words) { p { words } }, etat(.accord, words),
      carte(titre: words) { words },
      personne(initiales: words, nom: words, detail: words), citation(words, de: words),
      frise([Moment(words, words)]),
      tableau(
        legende: words, colonnes: [words, words], lignes: [[group { words }, group { words }]]),
      vide(titre: words, texte: words),
      feuille(titre: words, chapeau: words, marge: [Note(titre: words, texte: words)]) { words },
      questions(
        titre: words, [QuestionPreparee(rang: 1, texte: words, posee: false, vers: words)], seal,
        nonEnregistre: words),
      etapes(courante: 1, toutes: [words]), chiffres([Chiffre(words, words)]),
      depliant(words) { words },
    ]
    for piece in pieces {
      #expect(
        !piece.string.contains("<script>") && !piece.string.contains("<b>"),
        "\(piece.string.prefix(80))")
      #expect(piece.string.contains("&lt;script&gt;"))
    }
  }

  @Test func `un tableau se lit à l’oreille et en cartes`() {
    let html = tableau(
      legende: "Qui", colonnes: ["Nom", "État"], lignes: [[group { "Lou" }, group { "Là" }]]
    ).string
    #expect(html.contains("<caption>Qui</caption>") && html.contains("<th scope=\"col\">Nom</th>"))
    #expect(html.contains("<th scope=\"row\">Lou</th>") && html.contains("data-label=\"État\""))
  }
}

@Suite struct EchantillonsTests {
  @Test(arguments: Langue.allCases)
  func `chaque échantillon se dessine, et ses identifiants sont uniques`(t: Langue) {
    let html = specimens.map { $0.rendu(t).string }.joined()
    let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
    #expect(specimens.count > 20)
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: Langue.allCases) func `chaque commande de saisie a son nom`(t: Langue) {
    let html = specimens.map { $0.rendu(t).string }.joined()
    let labelled = Set(html.matches(of: /<label for="([^"]+)"/).map { String($0.output.1) })
    for field in html.matches(of: /<(?:input|textarea|select)([^>]*)>/) {
      let attributes = String(field.output.1)
      if attributes.contains("type=\"hidden\"") { continue }
      let id = attributes.firstMatch(of: /\sid="([^"]+)"/).map { String($0.output.1) }
      let wrapped =
        attributes.contains("type=\"radio\"") || attributes.contains("type=\"checkbox\"")
      #expect(
        wrapped || id.map(labelled.contains) == true || attributes.contains("aria-label"),
        "\(attributes)")
    }
  }
}
