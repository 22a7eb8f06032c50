/// Names of files, and the marks that messaging applications leave in a copied conversation.
enum Fichiers {
  private static let extensions: Set<String> = [
    "pdf", "doc", "docx", "docm", "xls", "xlsx", "xlsm", "ppt", "pptx", "odt", "ods", "odp", "csv", "txt", "rtf", "jpg",
    "jpeg", "png", "gif", "heic", "webp", "bmp", "tif", "tiff", "mp3", "mp4", "wav", "m4a", "opus", "mov", "avi", "mkv",
    "zip",
    "rar", "7z", "msg", "eml", "ics", "vcf", "pages", "numbers", "key", "psd", "dwg", "json", "xml",
  ]
  private static let marques = ["<medias omis>", "<media omitted>", "<fichier joint>", "<media omis>"]

  /// Longer names are cut: what is found stays in proportion to the text.
  private static let longest = 120

  static func find(in feuillet: Feuillet) -> [Marque] {
    let pli = feuillet.pli
    var found: [Marque] = []
    for dot in 0..<pli.count where pli.lettres[dot] == UInt16(ascii: ".") {
      var end = dot + 1
      while end < pli.count, Lettre.isAlphanumeric(pli.lettres[end]) { end += 1 }
      var start = dot
      while start > max(0, dot - longest), isName(pli.lettres[start - 1]) { start -= 1 }
      while start < dot, !Lettre.isAlphanumeric(pli.lettres[start]) { start += 1 }
      guard start < dot, (3...6).contains(end - dot), extensions.contains(pli.mots((dot + 1)..<end)) else { continue }
      found.append(Marque(start..<end, .fichier))
    }
    for open in 0..<pli.count where pli.lettres[open] == UInt16(ascii: "<") {
      for marque in marques where open + marque.utf16.count <= pli.count {
        let range = open..<(open + marque.utf16.count)
        if pli.mots(range) == marque { found.append(Marque(range, .fichier)) }
      }
    }
    return found
  }

  private static func isName(_ unit: UInt16) -> Bool { Lettre.isAlphanumeric(unit) || "._-+~".utf16.contains(unit) }
}
