import ArgumentParser
import Base
import Foundation
import Html
import Temps

/// `vademecum verify`: checks the chain of traces. Only reads: it may run beside the server.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Vérifie les traces : lignes, têtes signées, coupes. / Checks traces: lines, signed heads, cuts.",
    discussion: """
      Finit par 1 quand quelque chose ne tient pas. Sans une tête gardée ailleurs, qui tient toute la base peut en avoir \
      coupé la fin : donnez-en une. / Ends with 1 when something does not hold. Without a head kept elsewhere, somebody \
      who holds the whole base may have cut off its end: give one.
      """)

  @Option(
    help: """
      Têtes gardées ailleurs : un fichier, ou le texte d’une tête. / Heads kept elsewhere: a file, or the text of one.
      """)
  var head: [String] = []

  @OptionGroup var options: Options

  func run() async throws {
    let opening = Opening(settings: try await options.read())
    let temoins = try head.flatMap(read)
    let cle = try opening.clePublique()
    let database = try opening.peek()
    defer { database.close() }
    let constat = try await check(database, temoins, cle)
    for phrase in constat.phrases(temoins: temoins.count, cleConnue: cle != nil) { say("\(phrase.fr) / \(phrase.en)") }
    if !constat.holds { throw ExitCode.failure }
  }

  private func check(_ database: Database, _ temoins: [Tete], _ cle: [UInt8]?) async throws -> Constat {
    do {
      return try await TraceChain.check(temoins: temoins, cle: cle, in: database)
    } catch is TraceChain.TablesAnciennes {
      throw SettingsError(
        description:
          "Ces tables viennent d’une version d’avant : lancez d’abord vademecum migrate. / These tables come from an older version: run vademecum migrate first."
      )
    }
  }

  private func read(_ given: String) throws -> [Tete] {
    let isFile = FileManager.default.fileExists(atPath: given)
    let text = isFile ? try String(contentsOfFile: given, encoding: .utf8) : given
    let found = try? Tete.all(in: text)
    guard let found, !found.isEmpty else {
      throw SettingsError(
        description:
          "Aucune tête ne se lit dans \(given) : elle commence par vademecum:tete:1 et tient sur une ligne. / No head can be read in \(given): it begins with vademecum:tete:1 and stands on one line."
      )
    }
    return found
  }
}

extension Constat {
  /// What holds, then what breaks, then the last word.
  fileprivate func phrases(temoins: Int, cleConnue: Bool) -> [Phrase] {
    let last =
      holds
      ? Phrase("Les traces tiennent.", "Traces hold.")
      : Phrase("Les traces ne tiennent pas. Ruptures\u{a0}: \(nombre).", "Traces do not hold. Breaks: \(nombre).")
    let more =
      nombre > ruptures.count
      ? [Phrase("Les suivantes ne sont pas écrites ici.", "Those that come after are not written here.")] : []
    return seen(temoins: temoins, cleConnue: cleConnue) + ruptures.map(\.phrase) + more + [last]
  }

  private func seen(temoins: Int, cleConnue: Bool) -> [Phrase] {
    var phrases = [
      Phrase(
        "Lignes lues\u{a0}: \(lignes), jusqu’au rang \(fin.rang).", "Lines read: \(lignes), up to rank \(fin.rang).")
    ]
    if let coupe = derniereCoupe {
      phrases.append(
        Phrase(
          "Jusqu’au rang \(coupe.maillon.rang), elles sont parties à leur terme (coupe \(coupe.numero), \(coupe.le.iso)).",
          "Up to rank \(coupe.maillon.rang), they left at their term (cut \(coupe.numero), \(coupe.le.iso))."))
    }
    phrases += coupesRompues.compactMap { coupe in
      coupe.rompue.map { rang in
        Phrase(
          "La coupe \(coupe.numero) a ôté des lignes déjà abîmées, au rang \(rang).",
          "Cut \(coupe.numero) took away lines already damaged, at rank \(rang).")
      }
    }
    phrases.append(tetesLues)
    if temoins > 0 {
      let held = ruptures.allSatisfy { !$0.isOfTemoin }
      phrases.append(
        Phrase(
          "Têtes gardées ailleurs\u{a0}: \(temoins)." + (held ? " La base les a toutes." : ""),
          "Heads kept elsewhere: \(temoins)." + (held ? " The base has them all." : "")))
    }
    if let cle { phrases.append(keyPhrase(Cachet(signature: [], clePublique: cle).empreinteDeLaCle, cleConnue)) }
    if let depuis = attente.depuis {
      phrases.append(
        Phrase(
          "En attente d’être rangées\u{a0}: \(attente.nombre), depuis \(depuis.iso).",
          "Waiting to be chained: \(attente.nombre), since \(depuis.iso)."))
    }
    return phrases
  }

  private var tetesLues: Phrase {
    guard let tete = derniereTete else {
      return Phrase(
        "Aucune tête n’est encore signée\u{a0}: le serveur en signe une par heure.",
        "No head is signed yet: the server signs one an hour.")
    }
    return Phrase(
      "Têtes signées\u{a0}: \(tetes), la dernière au rang \(tete.maillon.rang) (\(tete.le.iso)).",
      "Signed heads: \(tetes), the newest at rank \(tete.maillon.rang) (\(tete.le.iso)).")
  }

  private func keyPhrase(_ empreinte: String, _ isKnown: Bool) -> Phrase {
    isKnown
      ? Phrase(
        "Clé de ce serveur, comparée à chaque signature\u{a0}: \(empreinte).",
        "Key of this server, compared with each signature: \(empreinte).")
      : Phrase(
        "La clé maîtresse n’est pas ici\u{a0}: comparez cette empreinte à celle que vous avez gardée, \(empreinte).",
        "The master key is not here: compare this fingerprint with the one you kept, \(empreinte).")
  }
}
