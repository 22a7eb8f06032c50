import Foundation
import Html
import Web

/// What one writes: a frame in four parts, or free words.
struct Texte: Sendable, Equatable, Codable {
  private var mots: [String: String] = [:]

  enum Partie: String, Sendable, CaseIterable, Codable {
    case situation, essai, pensee, question, libre

    /// As its author is asked.
    var invite: Phrase {
      switch self {
      case .situation: Phrase("La situation", "The situation")
      case .essai: Phrase("Ce que j’ai essayé", "What I tried")
      case .pensee: Phrase("Ce que j’en pense", "What I think of it")
      case .question: Phrase("Ma question", "My question")
      case .libre: Phrase("Mon message", "My message")
      }
    }

    /// As the other reads it.
    var titre: Phrase {
      switch self {
      case .situation: Phrase("La situation", "The situation")
      case .essai: Phrase("Déjà essayé", "Tried already")
      case .pensee: Phrase("Ce qui en est pensé", "What is thought of it")
      case .question: Phrase("La question", "The question")
      case .libre: Phrase("Message", "Message")
      }
    }
  }

  init() {}

  init(_ form: FormData) {
    for partie in Partie.allCases { self[partie] = form.text(partie.rawValue) }
  }

  subscript(_ partie: Partie) -> String {
    get { mots[partie.rawValue] ?? "" }
    set { mots[partie.rawValue] = newValue.isEmpty ? nil : newValue }
  }

  /// The parts that hold words, in the order of the frame.
  var parties: [Partie] { Partie.allCases.filter { !self[$0].isEmpty } }

  /// Characters, as people count them.
  var longueur: Int { parties.reduce(0) { $0 + self[$1].count } }

  var ensemble: String { parties.map { self[$0] }.joined(separator: "\n\n") }

  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      return String(decoding: try encoder.encode(mots), as: UTF8.self)
    }
  }

  init(json: String) throws { mots = try JSONDecoder().decode([String: String].self, from: Data(json.utf8)) }
}
