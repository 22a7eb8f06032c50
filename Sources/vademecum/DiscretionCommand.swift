import ArgumentParser
import Discretion
import Foundation

/// `vademecum discretion`: reads messages from standard input, one JSON object a line, and says what it finds.
struct DiscretionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discretion",
    abstract: "Relire des messages, en lignes JSON. / Read messages, as JSON lines.",
    subcommands: [Scan.self, Alert.self])

  struct Scan: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "{\"id\",\"text\",\"allow\"} → {\"id\",\"spans\"} : ce qui identifie. / What identifies.")

    @OptionGroup var model: ModelOption

    func run() throws {
      let relecteur = try model.relecteur()
      try JSONLines.answer { (message: Message) in
        Spans(
          id: message.id,
          spans: relecteur.read(message.text, allowed: message.allow ?? []).map {
            Spans.Span(start: $0.place.lowerBound, end: $0.place.upperBound, type: $0.sorte.rawValue)
          })
      }
    }
  }

  struct Alert: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "{\"id\",\"text\"} → {\"id\",\"label\"} : détresse, danger. / Distress, danger.")

    @OptionGroup var model: ModelOption

    func run() throws {
      let relecteur = try model.relecteur()
      try JSONLines.answer { (message: Message) in
        Label(id: message.id, label: relecteur.alert(message.text).rawValue)
      }
    }
  }

  private struct Message: Decodable {
    let id: String
    let text: String
    let allow: [String]?
  }

  private struct Spans: Encodable {
    struct Span: Encodable {
      let start: Int
      let end: Int
      let type: String
    }
    let id: String
    let spans: [Span]
  }

  private struct Label: Encodable {
    let id: String
    let label: String
  }
}

/// Where the model is.
struct ModelOption: ParsableArguments {
  @Option(help: "Dossier Models. / Models folder. [VADEMECUM_MODELS_DIR] (./Models)")
  var modelsDir: String?

  func relecteur() throws -> Relecteur {
    try Relecteur(folder: modelsDir ?? ProcessInfo.processInfo.environment["VADEMECUM_MODELS_DIR"] ?? "Models")
  }
}

extension Relecteur {
  /// The reader with the model of a folder.
  init(folder: String) throws {
    let file = URL(filePath: folder, directoryHint: .isDirectory).appending(path: "discretion.model")
    do {
      let handle = try FileHandle(forReadingFrom: file)
      defer { try? handle.close() }
      let modele = try Modele { offset, count in
        try handle.seek(toOffset: UInt64(offset))
        return try handle.read(upToCount: count) ?? Data()
      }
      self.init(modele: modele)
    } catch {
      throw SettingsError(
        description:
          "Le modèle ne se lit pas dans \(folder) : donnez --models-dir. / The model cannot be read in \(folder): give --models-dir."
      )
    }
  }
}

/// Answers each line of standard input; a line that cannot be read is said with its number, and the next ones go on.
enum JSONLines {
  static func answer<Question: Decodable, Answer: Encodable>(_ body: (Question) -> Answer) throws {
    let decoder = JSONDecoder()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var number = 0
    var pending = Data()
    func take(_ line: Data) throws {
      number += 1
      guard line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { return }
      guard let question = try? decoder.decode(Question.self, from: line) else {
        FileHandle.standardError.write(
          Data("ligne \(number) : ce n’est pas le JSON attendu. / line \(number): not the expected JSON.\n".utf8))
        return
      }
      try FileHandle.standardOutput.write(contentsOf: encoder.encode(body(question)) + [0x0A])
    }
    while let chunk = try FileHandle.standardInput.read(upToCount: 1 << 16), !chunk.isEmpty {
      pending.append(chunk)
      while let end = pending.firstIndex(of: 0x0A) {
        try take(pending[pending.startIndex..<end])
        pending = pending.suffix(from: pending.index(after: end))
      }
      pending = Data(pending)
    }
    if !pending.isEmpty { try take(pending) }
  }
}
