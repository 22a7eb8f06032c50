import Base
import Chartes
import Foundation
import Html
import Personnes
import Temps
import Web

/// What a mentee takes along: everything they may read, with their own marks and wordings.
struct Export: Sendable {
  struct Passage: Sendable {
    let message: Message
    let marque: Marque?
    /// All wordings, for one's own messages.
    let formulations: [Formulation]
  }

  struct Intervalle: Sendable {
    let seance: Instant
    let synthese: [(mienne: Bool, contenu: String)]
    let passages: [Passage]
  }

  let moi: PersonneID
  let autre: String
  let fuseau: Fuseau
  let intervalles: [Intervalle]

  /// CommonMark. Words of people stand in quotes, so that nothing they typed becomes a heading.
  func markdown(_ t: Langue) -> String {
    var lines = ["# " + t("Mes échanges avec \(autre)", "My exchanges with \(autre)"), ""]
    for intervalle in intervalles {
      lines += ["## " + t("Après la séance du ", "After the session of ") + quand(intervalle.seance, t), ""]
      for synthese in intervalle.synthese {
        lines += ["**" + t("Synthèse, ", "Summary, ") + nom(synthese.mienne, t) + "**", ""] + quote(synthese.contenu)
      }
      for passage in intervalle.passages { lines += self.lines(of: passage, t) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of passage: Passage, _ t: Langue) -> [String] {
    let message = passage.message
    let mine = message.auteur == moi
    var lines = ["### \(nom(mine, t)), \(quand(mine ? message.ecrit : message.arrivee, t))", ""]
    if message.genre == .seance { lines += ["*" + t("À reprendre en séance", "For our next session") + "*", ""] }
    if let marque = passage.marque { lines += ["*" + t("Ma marque\u{a0}: ", "My mark: ") + t(marque.titre) + "*", ""] }
    for partie in message.texte?.parties ?? [] {
      if partie != .libre { lines += ["**\(t(partie.titre))**", ""] }
      lines += quote(message.texte?[partie] ?? "")
    }
    return lines
  }

  private func nom(_ mien: Bool, _ t: Langue) -> String { mien ? t("Moi", "Me") : autre }
  private func quand(_ instant: Instant, _ t: Langue) -> String { t.dateEtHeure(instant, fuseau, reference: nil) }

  private func quote(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" } + [""]
  }

  /// The same as data: instants in universal time, ids left out.
  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(donnees), as: UTF8.self) + "\n"
    }
  }

  private struct Donnees: Encodable {
    struct Intervalle: Encodable {
      let seance: String
      let syntheses: [Synthese]
      let messages: [Message]
    }
    struct Synthese: Encodable {
      let auteur: String
      let contenu: String
    }
    struct Message: Encodable {
      let auteur: String
      let genre: String
      let ecrit: String?
      let arrivee: String?
      let marque: String?
      let texte: [String: String]
      let formulations: [[String: String]]
    }
    let format = "vademecum-echanges-1"
    let intervalles: [Intervalle]
  }

  private var donnees: Donnees {
    Donnees(
      intervalles: intervalles.map { intervalle in
        .init(
          seance: intervalle.seance.iso,
          syntheses: intervalle.synthese.map { .init(auteur: $0.mienne ? "moi" : "autre", contenu: $0.contenu) },
          messages: intervalle.passages.map { passage in
            .init(
              auteur: passage.message.auteur == moi ? "moi" : "autre", genre: passage.message.genre.rawValue,
              ecrit: passage.message.auteur == moi ? passage.message.ecrit.iso : nil,
              arrivee: passage.message.retire == nil ? passage.message.arrivee.iso : nil,
              marque: passage.marque?.rawValue, texte: passage.message.texte?.donnees ?? [:],
              formulations: passage.formulations.map(\.texte.donnees))
          })
      })
  }
}

extension Texte {
  fileprivate var donnees: [String: String] {
    Dictionary(uniqueKeysWithValues: parties.map { ($0.rawValue, self[$0]) })
  }
}

extension MentoratRoom {
  func showExport(_ visit: Visit) async throws -> Answer {
    .page(ExportPage(binome: try visit.id("id"), export: try await export(visit), now: visit.now))
  }

  func giveMarkdown(_ visit: Visit) async throws -> Answer {
    let text = try await export(visit).markdown(visit.langue)
    return .file(
      Array(text.utf8), type: "text/markdown; charset=utf-8", name: visit.langue("mes-echanges.md", "my-exchanges.md"))
  }

  func giveDonnees(_ visit: Visit) async throws -> Answer {
    let text = try await export(visit).json
    return .file(
      Array(text.utf8), type: "application/json", name: visit.langue("mes-echanges.json", "my-exchanges.json"))
  }

  /// For the mentee alone: the trace is theirs to take along.
  private func export(_ visit: Visit) async throws -> Export {
    let visitor = try visit.person()
    do {
      return try await house.database.read { [self] tx in
        let cadre = try store.cadre(of: visit.id("id"), for: visitor, at: visit.now, in: tx)
        guard cadre.moi == .accompagne else { throw Absent() }
        let binome = cadre.binome
        let marques = try store.marques(of: visitor.personne, in: binome, tx: tx)
        let intervalles = try store.intervalles(
          of: binome, cadre.seances, for: visitor.personne, whole: true, in: tx)
        return Export(
          moi: visitor.personne,
          autre: try personnes.prenom(of: binome.mentor, for: visitor.viewer, visit.langue, in: tx).prenom,
          fuseau: visit.fuseau,
          intervalles: try intervalles.reversed().map { intervalle in
            Export.Intervalle(
              seance: intervalle.seance.debut,
              synthese: intervalle.syntheses.map { ($0.auteur == visitor.personne, $0.contenu) },
              passages: try intervalle.messages.map { message in
                Export.Passage(
                  message: message, marque: marques[message.id],
                  formulations: message.auteur == visitor.personne
                    ? try store.formulations(of: message, in: binome, for: visitor.personne, tx: tx) : [])
              })
          })
      }
    } catch is Refus { throw Absent() }
  }
}
