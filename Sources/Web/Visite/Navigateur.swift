/// The family of a browser and of its system, from its own words: enough to recognise one's telephone, nothing more.
enum Navigateur {
  static func name(_ userAgent: String) -> String {
    let browsers = [
      ("Edg/", "Edge"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("OPR/", "Opera"), ("OPT/", "Opera"),
      ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("Chrome/", "Chrome"),
      ("CriOS/", "Chrome"), ("Safari/", "Safari"),
    ]
    let systems = [
      ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"),
      ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ]
    let found = [browsers, systems].compactMap { families in families.first { userAgent.contains($0.0) }?.1 }
    return found.joined(separator: ", ")
  }
}
