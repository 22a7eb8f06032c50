import Html

/// A question prepared for the meeting, ticked when it was asked.
package struct QuestionPreparee: Sendable {
  package let rang: Int
  package let texte: String
  package let posee: Bool
  /// Where the tick is sent.
  package let vers: String

  package init(rang: Int, texte: String, posee: Bool, vers: String) {
    self.rang = rang
    self.texte = texte
    self.posee = posee
    self.vers = vers
  }
}

/// The prepared questions, each a form of its own so that it can be ticked without a script.
/// - Parameter nonEnregistre: said by the module when a tick could not be sent.
package func questions(
  titre: String, _ questions: [QuestionPreparee], _ sceau: Sceau, nonEnregistre: String
) -> Markup {
  section(.class("questions"), .id("questions")) {
    h2 { titre }
    div(.role("status")) { p(.data("data-etat", "non-enregistre"), .hidden) { nonEnregistre } }
    ol {
      for question in questions {
        li {
          form(.method("post"), .action(question.vers), .data("data-question", String(question.rang))) {
            cachets(sceau)
            cache("posee", question.posee ? "non" : "oui")
            button(.class("question"), .aria(.pressed, String(question.posee))) {
              span(.class("question-case"), .aria(.hidden, "true")) {}
              span { question.texte }
            }
          }
        }
      }
    }
  }
}
