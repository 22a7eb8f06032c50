import Chartes
import Personnes
import Rencontres

/// Who plays in a test. Last names are rare words, so that finding one on a page means somebody put it there.
package enum Distribution {
  package static let nadia = Figurant("Nadia", "Quatrevaux", .coordinateur)
  package static let claire = Figurant("Claire", "Delmasure", .conseiller)
  package static let karim = Figurant("Karim", "Benhaddoua", .conseiller)
  package static let amina = Figurant("Amina", "Rahmouniev", .explorateur)
  package static let yanis = Figurant("Yanis", "Tournesac", .explorateur)
  package static let bruno = Figurant("Bruno", "Lefranquet", .expert)
  package static let ines = Figurant("Inès", "Morvandelle", .expert)

  package static let odile = Figurant("Odile", "Perrinaudy", .coordinateur)
  package static let marc = Figurant("Marc", "Aubrionnet", .mentor)
  package static let nour = Figurant("Nour", "Haddadien", .accompagne)
  package static let elsa = Figurant("Elsa", "Royerande", .accompagne)

  /// Three slots of 45 minutes each evening but the week-end.
  package static let boulanger = MetierDemontre(
    "Boulanger", fiche: "On pétrit, on façonne, on cuit. À sept heures, la boutique sent bon le pain chaud.",
    presentation: "Venez avec toutes vos questions.", heures: (1...5).map { (jour: $0, de: 1080, a: 1215) })

  /// Two slots at noon, on Tuesday and on Thursday.
  package static let electricienne = MetierDemontre(
    "Électricienne", fiche: "Je tire des câbles, je lis des plans, et le soir la lumière s’allume chez quelqu’un.",
    presentation: "", heures: [(jour: 2, de: 720, a: 810), (jour: 4, de: 720, a: 810)])

  package static let motivation =
    "J’aime le travail du matin et faire quelque chose de mes mains. Je voudrais voir une journée."
  package static let questions = [
    "À quelle heure commence votre journée ?", "Pourquoi ce métier ?", "Par quelle formation êtes-vous passé ?",
  ]

  /// Somebody more, for the tests that need a crowd. Each number is another person.
  package static func figurant(_ role: Role, _ number: Int) -> Figurant {
    Figurant("Figurant\(number)", "Anonymat\(role.rawValue)", role)
  }
}
