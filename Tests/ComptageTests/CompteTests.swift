import Testing

@testable import Comptage

/// The naive count is the judge of the other: it is judged by hand.
@Suite struct CompteTests {
  private let schema = Schema(etiquettes: 3, choix: [2, 3], mesures: 3)
  private let jour = Mois.firstDay(of: 2025 * 12)

  @Test func `un rapport compte dans tout ce qu’il dit`() {
    let ligne = Ligne(
      jour: jour, lieu: "Foix", conseiller: "a", etiquettes: 0b101, choix: [1], mesures: [4, 90, 7])
    let compte = Compte([ligne], Filtre(), .toutes, schema)
    let effectif = Effectif(rapports: 1, participants: 4)
    #expect(compte.rapports == 1 && compte.participants == 4 && compte.minutes == 90)
    #expect(compte.mesures == [4, 90, 7])
    #expect(compte.parEtiquette == [effectif, .zero, effectif])
    #expect(compte.parChoix == [[.zero, effectif], [effectif, .zero, .zero]])
    #expect(compte.parLieu == ["Foix": effectif] && compte.parConseiller == ["a": effectif])
    #expect(compte.parMois == [2025 * 12: Volume(rapports: 1, participants: 4, minutes: 90)])
    #expect(compte.parJour == [jour: Volume(rapports: 1, participants: 4, minutes: 90)])
  }

  @Test func `une correction retire l’ancien et compte le nouveau`() {
    let old = Ligne(jour: jour, lieu: "Foix", mesures: [2, 60])
    let new = Ligne(jour: jour, lieu: "Brest", mesures: [3, 60])
    let compte = Compte([old, old.opposite, new], Filtre(), .toutes, schema)
    #expect(compte == Compte([new], Filtre(), .toutes, schema))
    #expect(compte.parLieu == ["Brest": Effectif(rapports: 1, participants: 3)])
  }

  @Test func `seul ce qui est voulu est compté`() {
    let ligne = Ligne(jour: jour, lieu: "Foix", etiquettes: 1, mesures: [1])
    let compte = Compte([ligne], Filtre(), .lieux, schema)
    #expect(compte.mesures == [] && compte.parEtiquette == [] && compte.parChoix == [])
    #expect(compte.parJour == [:] && compte.parConseiller == [:] && compte.parLieu.count == 1)
  }

  @Test func `chaque question du filtre refuse à son tour`() {
    let ligne = Ligne(jour: jour, lieu: "Foix", conseiller: "a", etiquettes: 0b101, choix: [1], mesures: [4, 0, 7])
    let kept = [
      Filtre(), Filtre(jours: jour...jour), Filtre(lieux: ["Foix", "Brest"]), Filtre(conseillers: ["a"]),
      Filtre(etiquettes: [0b110, 0b001]), Filtre(choix: [.init(0, [1]), .init(1, [0, 2])]),
      Filtre(presentes: [[1, 2]]),
    ]
    let refused = [
      Filtre(jours: jour + 1...jour + 2), Filtre(lieux: []), Filtre(lieux: ["Brest"]), Filtre(conseillers: [""]),
      Filtre(etiquettes: [0b101, 0b010]), Filtre(etiquettes: [0]), Filtre(choix: [.init(0, [0])]),
      Filtre(choix: [.init(1, [])]), Filtre(presentes: [[1]]), Filtre(presentes: [[]]), Filtre(presentes: [[9]]),
    ]
    #expect(kept.filter { !$0.accepts(ligne) } == [])
    #expect(refused.filter { $0.accepts(ligne) } == [])
  }

  @Test func `deux comptes s’ajoutent, et rien n’y change rien`() {
    var jeu = Jeu(Jeu.schemas[0], graine: 1)
    let lignes = jeu.lignes(60)
    let whole = Compte(lignes, Filtre(), .toutes, jeu.schema)
    var sum = Compte()
    sum += Compte(lignes[..<25], Filtre(), .toutes, jeu.schema)
    sum += Compte(lignes[25...], Filtre(), .toutes, jeu.schema)
    sum += Compte()
    #expect(sum == whole)
  }
}
