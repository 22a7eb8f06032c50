import ArgumentParser
import Configuration
import Foundation
import SystemPackage
import WebPush

/// What may be set, by flag, by environment variable, or in a JSON file; in this order of precedence.
struct Options: ParsableArguments {
  @Option(help: "Fichier JSON : {\"vademecum\": {\"port\": 8080, …}}. / JSON settings file. [VADEMECUM_CONFIG]")
  var config: String?

  @Option(help: "Adresse publique. / Public address. [VADEMECUM_ORIGIN, origin] (http://localhost:8080)")
  var origin: String?

  @Option(help: "Adresse d’écoute. / Listening address. [VADEMECUM_HOST, host] (127.0.0.1)")
  var host: String?

  @Option(help: "Port d’écoute. / Listening port. [VADEMECUM_PORT, port] (8080)")
  var port: Int?

  @Option(help: "Dossier des données. / Data folder. [VADEMECUM_DATA_DIR, data.dir] (./var)")
  var dataDir: String?

  @Option(
    help:
      "PostgreSQL, comme libpq l’écrit ; sinon SQLite. / PostgreSQL conninfo; SQLite otherwise. [VADEMECUM_DATABASE]")
  var database: String?

  @Option(help: "PostgreSQL des clés, à part. / PostgreSQL conninfo of the keys, apart. [VADEMECUM_KEYS]")
  var keys: String?

  @Option(help: "Dossier Public. / Public folder. [VADEMECUM_PUBLIC_DIR, public.dir] (./Public)")
  var publicDir: String?

  @Option(help: "Dossier Models. / Models folder. [VADEMECUM_MODELS_DIR, models.dir] (./Models)")
  var modelsDir: String?

  @Option(help: "Serveur SMTP. / SMTP host. [VADEMECUM_SMTP_HOST]")
  var smtpHost: String?

  @Option(help: "Port SMTP. / SMTP port. [VADEMECUM_SMTP_PORT] (587)")
  var smtpPort: Int?

  @Option(help: "none, starttls, tls. [VADEMECUM_SMTP_SECURITY] (starttls)")
  var smtpSecurity: String?

  @Option(help: "Adresse d’expédition. / Sender address. [VADEMECUM_SMTP_FROM]")
  var smtpFrom: String?

  @Option(help: "Dossier des sauvegardes. / Folder of backups. [VADEMECUM_BACKUP_DIR, backup.dir]")
  var backupDir: String?

  @Option(
    help: "Dossier à part pour leurs clés. / Folder apart for their keys. [VADEMECUM_BACKUP_KEYS_DIR, backup.keys.dir]")
  var backupKeysDir: String?

  @Option(help: "Heures entre deux sauvegardes. / Hours between backups. [VADEMECUM_BACKUP_HOURS, backup.hours] (1)")
  var backupHours: Int?

  @Flag(help: "Croire X-Forwarded-For. / Trust X-Forwarded-For. [VADEMECUM_TRUST_PROXY]")
  var trustProxy = false

  /// Everything that was set, read once. Secrets come from the environment, the folder of secrets or the file only: a
  /// flag is seen by `ps`.
  func read() async throws -> Settings {
    let environment = EnvironmentVariablesProvider(secretsSpecifier: .specific(Set(DossierDeSecrets.noms)))
    var providers: [any ConfigProvider] = [environment]
    if let secrets = try DossierDeSecrets(ProcessInfo.processInfo.environment)?.read() {
      providers.append(EnvironmentVariablesProvider(environmentVariables: secrets, secretsSpecifier: .all))
    }
    let path = config ?? ConfigReader(provider: environment).string(forKey: "vademecum.config")
    if let path { providers.append(try await FileProvider<JSONSnapshot>(filePath: .init(path))) }
    let reader = ConfigReader(providers: providers).scoped(to: "vademecum")
    return Settings(
      origin: origin
        ?? reader.string(
          forKey: "origin", default: "http://localhost:\(port ?? reader.int(forKey: "port", default: 8080))"),
      host: host ?? reader.string(forKey: "host", default: "127.0.0.1"),
      port: port ?? reader.int(forKey: "port", default: 8080),
      dataDir: dataDir ?? reader.string(forKey: "data.dir", default: "var"),
      database: database ?? reader.string(forKey: "database"),
      keys: keys ?? reader.string(forKey: "keys"),
      publicDir: publicDir ?? reader.string(forKey: "public.dir", default: "Public"),
      modelsDir: modelsDir ?? reader.string(forKey: "models.dir", default: "Models"),
      smtp: smtp(reader),
      stun: reader.stringArray(forKey: "stun.urls", default: []),
      turn: reader.stringArray(forKey: "turn.urls", default: []),
      turnSecret: reader.string(forKey: "turn.secret", isSecret: true),
      relayOnly: reader.bool(forKey: "turn.only", default: false),
      masterKey: reader.string(forKey: "master.key", isSecret: true),
      trustProxy: trustProxy || reader.bool(forKey: "trust.proxy", default: false),
      proConnect: proConnect(reader), whatsApp: whatsApp(reader),
      passeurs: reader.stringArray(forKey: "push.services", default: Passeurs.usuels),
      rateFactor: reader.double(forKey: "rate.factor", default: 1),
      metricsToken: reader.string(forKey: "metrics.token", isSecret: true),
      backup: Settings.Backup(
        dir: backupDir ?? reader.string(forKey: "backup.dir"),
        keysDir: backupKeysDir ?? reader.string(forKey: "backup.keys.dir"),
        hours: backupHours ?? reader.int(forKey: "backup.hours", default: 1),
        keepHours: reader.int(forKey: "backup.keep.hours", default: 48),
        keepDays: reader.int(forKey: "backup.keep.days", default: 30)))
  }

  private func proConnect(_ reader: ConfigReader) -> Settings.ProConnect? {
    guard let base = reader.string(forKey: "proconnect.base") else { return nil }
    return Settings.ProConnect(
      base: base, client: reader.string(forKey: "proconnect.client"),
      secret: reader.string(forKey: "proconnect.secret", isSecret: true),
      niveaux: reader.stringArray(forKey: "proconnect.acr"))
  }

  private func whatsApp(_ reader: ConfigReader) -> Settings.WhatsApp? {
    let given = Settings.WhatsApp(
      secret: reader.string(forKey: "whatsapp.app.secret", isSecret: true),
      motConvenu: reader.string(forKey: "whatsapp.verify.token", isSecret: true),
      jeton: reader.string(forKey: "whatsapp.access.token", isSecret: true),
      ligne: reader.string(forKey: "whatsapp.phone.number.id"),
      compte: reader.string(forKey: "whatsapp.business.account.id"), numero: reader.string(forKey: "whatsapp.number"),
      gabarit: reader.string(forKey: "whatsapp.template", default: "reponse_attend"),
      base: reader.string(forKey: "whatsapp.graph.base", default: "https://graph.facebook.com"),
      version: reader.string(forKey: "whatsapp.graph.version", default: "v26.0"))
    return given.secret == nil && given.motConvenu == nil && given.jeton == nil ? nil : given
  }

  private func smtp(_ reader: ConfigReader) -> Settings.Smtp? {
    guard let host = smtpHost ?? reader.string(forKey: "smtp.host") else { return nil }
    return Settings.Smtp(
      host: host, port: smtpPort ?? reader.int(forKey: "smtp.port", default: 587),
      security: smtpSecurity ?? reader.string(forKey: "smtp.security", default: "starttls"),
      user: reader.string(forKey: "smtp.user"), password: reader.string(forKey: "smtp.password", isSecret: true),
      caFile: reader.string(forKey: "smtp.ca"), from: smtpFrom ?? reader.string(forKey: "smtp.from"))
  }
}

/// The settings of one run.
struct Settings: Sendable {
  struct Smtp: Sendable {
    let host: String
    let port: Int
    let security: String
    let user: String?
    let password: String?
    let caFile: String?
    let from: String?
  }

  /// Off unless its base is given: see `ReglagesProConnect`.
  struct ProConnect: Sendable {
    let base: String
    let client: String?
    let secret: String?
    let niveaux: [String]?
  }

  /// Off unless something of it is given: see `ReglagesWhatsApp`.
  struct WhatsApp: Sendable {
    let secret: String?
    let motConvenu: String?
    let jeton: String?
    let ligne: String?
    let compte: String?
    let numero: String?
    let gabarit: String
    let base: String
    let version: String
  }

  /// The server makes none by itself unless `dir` is given.
  struct Backup: Sendable {
    let dir: String?
    let keysDir: String?
    let hours: Int
    let keepHours: Int
    let keepDays: Int

    static let none = Backup(dir: nil, keysDir: nil, hours: 1, keepHours: 48, keepDays: 30)
  }

  var origin: String
  var host: String
  var port: Int
  var dataDir: String
  var database: String?
  var keys: String?
  var publicDir: String
  var modelsDir: String
  var smtp: Smtp?
  var stun: [String]
  var turn: [String]
  var turnSecret: String?
  var relayOnly: Bool
  var masterKey: String?
  var trustProxy: Bool
  var proConnect: ProConnect?
  var whatsApp: WhatsApp?
  /// The push services that notices may go through; none: there are no notices.
  var passeurs: [String]
  /// Scales every rate limit: for benches and tests only.
  var rateFactor: Double
  /// nil: there is no `/metrics`.
  var metricsToken: String?
  var backup: Backup

  /// The host part of `origin`: ids of mails and calendar events end with it.
  var domain: String { URL(string: origin)?.host() ?? "localhost" }
}

/// Something in the settings cannot work. Said in the terminal, then the command ends.
struct SettingsError: Error, CustomStringConvertible {
  let description: String
}
