import Foundation

/// Secrets that stand in files of their own, one each, named like its variable: what systemd calls credentials, and
/// Docker secrets. A file that everybody may read is refused.
struct DossierDeSecrets {
  static let noms = [
    "VADEMECUM_MASTER_KEY", "VADEMECUM_DATABASE", "VADEMECUM_KEYS", "VADEMECUM_SMTP_USER", "VADEMECUM_SMTP_PASSWORD",
    "VADEMECUM_TURN_SECRET", "VADEMECUM_PROCONNECT_SECRET", "VADEMECUM_METRICS_TOKEN", "VADEMECUM_WHATSAPP_APP_SECRET",
    "VADEMECUM_WHATSAPP_VERIFY_TOKEN", "VADEMECUM_WHATSAPP_ACCESS_TOKEN",
  ]

  private let path: String
  /// Whether somebody gave it: a folder of ours must be there, and hold nothing misspelt.
  private let isGiven: Bool

  /// nil when nobody gave one.
  init?(_ environment: [String: String]) {
    let given = environment["VADEMECUM_SECRETS_DIR"].flatMap { $0.isEmpty ? nil : $0 }
    guard let path = given ?? environment["CREDENTIALS_DIRECTORY"] else { return nil }
    self.path = path
    isGiven = given != nil
  }

  /// By variable.
  func read() throws -> [String: String] {
    let files = try? FileManager.default.contentsOfDirectory(atPath: path)
    guard let files else {
      if !isGiven { return [:] }
      throw SettingsError(
        description: "Le dossier des secrets ne se lit pas : \(path). / The folder of secrets cannot be read: \(path).")
    }
    if isGiven, let unknown = files.sorted().first(where: { $0.hasPrefix("VADEMECUM_") && !Self.noms.contains($0) }) {
      throw SettingsError(
        description:
          "\(path)/\(unknown) n’est le nom d’aucun secret. / \(path)/\(unknown) is the name of no secret."
      )
    }
    let found = try Self.noms.filter(files.contains).map { nom in (nom, try secret("\(path)/\(nom)")) }
    return Dictionary(uniqueKeysWithValues: found)
  }

  private func secret(_ file: String) throws -> String {
    // Followed to its end when it is a link: what matters is who may read the secret.
    let target = URL(filePath: file).resolvingSymlinksInPath().path
    let mode = try? FileManager.default.attributesOfItem(atPath: target)[.posixPermissions] as? Int
    guard let mode, let bytes = FileManager.default.contents(atPath: target) else {
      throw SettingsError(description: "Ce secret ne se lit pas : \(file). / This secret cannot be read: \(file).")
    }
    guard mode & 0o007 == 0 else {
      throw SettingsError(
        description:
          "Tout le monde peut lire \(file). Faites « chmod o-rwx \(file) ». / Everybody may read \(file). Run “chmod o-rwx \(file)”."
      )
    }
    let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
    guard !text.isEmpty else {
      throw SettingsError(description: "Ce secret est vide : \(file). / This secret is empty: \(file).")
    }
    return text
  }
}
