import Foundation

/// The repository these tests were compiled from, and the files they read in it.
enum Depot {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text files under a folder of the repository, by path; empty when the folder is absent.
  static func files(under folder: String, ending suffixes: [String]) -> [String: String] {
    let base = root.appending(path: folder)
    let names = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    let wanted = names.filter { name in suffixes.contains { name.hasSuffix($0) } }
    return wanted.reduce(into: [:]) { files, name in
      files["\(folder)/\(name)"] = try? String(contentsOf: base.appending(path: name), encoding: .utf8)
    }
  }

  /// The lines that are not comments.
  static func code(_ text: String) -> String {
    text.split(separator: "\n").filter { line in
      let start = line.drop(while: \.isWhitespace)
      return !start.hasPrefix("//") && !start.hasPrefix("#")
    }.joined(separator: "\n")
  }
}
