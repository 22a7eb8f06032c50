import Discretion
import Foundation

/// Makes the model file: the lexicon, the tagger, the classifier of distress. Run by `bin/train`.
@main
struct Train {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5 else {
      print("usage: train FOLDER(lexique.tsv, corpus.jsonl, alerte.jsonl, publics.txt) NOTICE EPOCHS MODEL")
      exit(64)
    }
    let folder = URL(filePath: arguments[1])
    let lexique = try LexiqueFile.read(folder.appending(path: "lexique.tsv"))
    let corpus = try Corpus.read(folder.appending(path: "corpus.jsonl"))
    var tagger = TaggerTraining(lexique: lexique.lexique, corpus: corpus)
    tagger.train(epochs: Int(arguments[3]) ?? 6)
    var alert = AlertTraining(try Corpus.readLabelled(folder.appending(path: "alerte.jsonl")))
    alert.train(epochs: 60)
    let publics = try String(contentsOf: folder.appending(path: "publics.txt"), encoding: .utf8)
      .split(separator: "\n").map { Relecteur.key(String($0)) }
    let notice = try Data(contentsOf: URL(filePath: arguments[2]))
    let model = Sections.encode(
      lexique.sections + tagger.sections + alert.sections + [
        ("publics", bytes(Array(Set(publics)).sorted())), ("notice", Array(notice)),
      ])
    try Data(model).write(to: URL(filePath: arguments[4]))
    print("model: \(model.count) bytes")
  }
}

func bytes<T: BitwiseCopyable>(_ values: [T]) -> [UInt8] { values.withUnsafeBytes { Array($0) } }

/// A table of weights in 127ths of its largest.
func quantized(_ weights: [Float]) -> (scale: Float, bytes: [UInt8]) {
  // A few outliers must not cost the others their precision.
  let scale = weights.reduce(0) { max($0, abs($1)) }
  let small = weights.map { Int8(max(-127, min(127, ($0 / max(scale, .leastNormalMagnitude) * 127).rounded()))) }
  return (scale, bytes(small))
}

/// The same draws each time (SplitMix64), so that training twice gives the same file.
struct Draws: RandomNumberGenerator {
  var state: UInt64 = 20_261_121

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

struct LexiqueFile {
  let lexique: Lexique
  let sections: [(String, [UInt8])]

  static func read(_ file: URL) throws -> LexiqueFile {
    var words: [UInt32: UInt16] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2, let traits = UInt16(fields[1]) else { continue }
      words[Relecteur.key(String(fields[0])), default: 0] |= traits
    }
    let keys = words.keys.sorted()
    let traits = keys.map { words[$0] ?? 0 }
    return LexiqueFile(
      lexique: Lexique(cles: keys, traits: traits),
      sections: [("mots.cles", bytes(keys)), ("mots.traits", bytes(traits))])
  }
}

/// A sentence with its names, or with its label.
struct Corpus {
  struct Line: Decodable {
    struct Span: Decodable {
      let start: Int
      let end: Int
      let type: String
    }
    let text: String
    let spans: [Span]
  }
  struct Labelled: Decodable {
    let text: String
    let label: Int
  }

  static func read(_ file: URL) throws -> [Line] { try lines(file) }
  static func readLabelled(_ file: URL) throws -> [Labelled] { try lines(file) }

  private static func lines<T: Decodable>(_ file: URL) throws -> [T] {
    let decoder = JSONDecoder()
    return try Data(contentsOf: file).split(separator: 0x0A).map { try decoder.decode(T.self, from: $0) }
  }
}
