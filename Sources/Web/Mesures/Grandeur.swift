import Base
import Html

/// One thing that is measured, with what it is called, what it means, and its values: as Prometheus reads it.
package struct Grandeur: Sendable {
  package enum Genre: String, Sendable { case counter, gauge, histogram }

  /// A value, and what tells it from the others of the same name. Labels are words of ours: never somebody's.
  package struct Point: Sendable {
    let suffixe: String
    let etiquettes: [(String, String)]
    let valeur: Double

    package init(_ etiquettes: [(String, String)] = [], _ valeur: Double) {
      self.init("", etiquettes, valeur)
    }

    fileprivate init(_ suffixe: String, _ etiquettes: [(String, String)], _ valeur: Double) {
      self.suffixe = suffixe
      self.etiquettes = etiquettes
      self.valeur = valeur
    }
  }

  let nom: String
  let genre: Genre
  let sens: Phrase
  let points: [Point]

  package init(_ nom: String, _ genre: Genre, _ sens: Phrase, _ points: [Point]) {
    self.nom = nom
    self.genre = genre
    self.sens = sens
    self.points = points
  }

  package static func gauge(_ nom: String, _ sens: Phrase, _ valeur: Double) -> Grandeur {
    Grandeur(nom, .gauge, sens, [Point(valeur)])
  }

  package static func counter(_ nom: String, _ sens: Phrase, _ valeur: Double) -> Grandeur {
    Grandeur(nom, .counter, sens, [Point(valeur)])
  }

  /// Classes are told as Prometheus wants them: each counts all that was shorter.
  package static func histogram(_ nom: String, _ sens: Phrase, _ histogramme: Histogramme) -> Grandeur {
    var total = 0
    var points: [Point] = []
    for (borne, effectif) in zip(histogramme.bornes + [.infinity], histogramme.effectifs) {
      total += effectif
      points.append(Point("_bucket", [("le", Exposition.number(borne))], Double(total)))
    }
    return Grandeur(
      nom, .histogram, sens, points + [Point("_sum", [], histogramme.somme), Point("_count", [], Double(total))])
  }
}

extension Grandeur.Point {
  package init(_ valeur: Double) { self.init([], valeur) }
}
