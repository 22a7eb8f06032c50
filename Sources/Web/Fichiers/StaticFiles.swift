import Crypto
import Foundation
import HTTPTypes

/// The files of `Public/`, read once at start. The style sheet is the component files one after another.
package struct StaticFiles: Sendable {
  struct File: Sendable {
    let bytes: [UInt8]
    let type: String
    let tag: String
  }

  private let files: [String: File]
  /// Changes when the style changes, so that it can be kept for ever otherwise.
  package let stylesheet: String

  /// - Parameter root: the folder `Public`. Throws when a file named in `styles` is missing.
  package init(root: URL) throws {
    var files: [String: File] = [:]
    var style: [UInt8] = []
    for name in styles { style += Array(try Data(contentsOf: root.appending(path: "css/\(name).css"))) + [0x0a] }
    let styleFile = File(bytes: style, type: "text/css; charset=utf-8", tag: Self.tag(style))
    stylesheet = "/public/style-\(styleFile.tag).css"
    files[stylesheet] = styleFile
    for (folder, suffix, type) in Self.kinds {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
      for name in names where name.hasSuffix(suffix) {
        let bytes = Array(try Data(contentsOf: root.appending(path: "\(folder)/\(name)")))
        files["/public/\(folder)/\(name)"] = File(bytes: bytes, type: type, tag: Self.tag(bytes))
      }
    }
    self.files = files
  }

  func file(at path: String) -> File? { files[path] }

  /// The style sheet's name carries its hash; modules import each other by plain names, so they are checked each time.
  func cacheControl(for path: String) -> String {
    path == stylesheet ? "public, max-age=31536000, immutable" : "no-cache"
  }

  private static let kinds = [
    ("js", ".js", "text/javascript; charset=utf-8"), ("img", ".svg", "image/svg+xml"), ("img", ".png", "image/png"),
    ("manifeste", ".webmanifest", "application/manifest+json"),
  ]

  private static func tag(_ bytes: [UInt8]) -> String {
    Array(SHA256.hash(data: Data(bytes)).prefix(8)).map { String($0, radix: 16) }.joined()
  }
}
