/// The words near a number, that say what it is.
struct Contexte {
  private let mots: [String]

  /// The six words before a letter.
  init(before lettre: Int, in feuillet: Feuillet) {
    let end = feuillet.rang(at: lettre)
    mots = (max(0, end - 6)..<end).map { feuillet.mot($0) }
  }

  /// The four words after a letter.
  init(after lettre: Int, in feuillet: Feuillet) {
    let start = feuillet.rang(at: lettre)
    mots = (start..<min(feuillet.mots.count, start + 4)).map { feuillet.mot($0) }
  }

  private func has(_ words: Set<String>) -> Bool { mots.contains { words.contains($0) } }

  var isSerial: Bool { has(Self.serial) }
  private static let serial: Set<String> = [
    "lot", "lots", "commande", "commandes", "cde", "facture", "factures", "ticket", "tickets", "serie", "reference",
    "ref",
    "article", "colis", "dossier", "devis", "bon", "contrat", "suivi", "piece", "palette", "version", "incident",
    "demande",
    "projet", "inventaire", "code-barres", "barres", "ean", "of", "bl", "dossiers", "chantier", "poste", "machine",
  ]
  var isSocial: Bool { has(Self.social) }
  private static let social: Set<String> = [
    "secu", "securite", "nir", "sociale", "ss", "vitale", "immatriculation", "insee",
  ]
  var isBank: Bool { has(Self.bank) }
  private static let bank: Set<String> = [
    "carte", "cb", "visa", "mastercard", "bancaire", "debit", "paiement", "bleue", "amex",
  ]
  var isCompany: Bool { has(Self.company) }
  private static let company: Set<String> = [
    "siren", "siret", "rcs", "kbis", "greffe", "immatriculee", "immatricule", "entreprise", "societe", "sirene",
  ]
  var isMoney: Bool { has(Self.money) }
  private static let money: Set<String> = [
    "euros", "euro", "€", "k€", "eur", "f", "francs", "dollars", "$", "pieces", "habitants",
  ]
  var isPhone: Bool { has(Self.phone) }
  private static let phone: Set<String> = [
    "tel", "telephone", "num", "numero", "portable", "mobile", "fixe", "appelle", "appeler", "appelez", "joindre",
    "joignable",
    "phone", "whatsapp", "sms", "rappelle", "rappeler", "appel", "ligne", "gsm", "texto", "fax",
  ]
  var isPlate: Bool { has(Self.plate) }
  private static let plate: Set<String> = [
    "plaque", "immatriculation", "immatriculee", "immatricule", "immat", "voiture", "camion", "camionnette",
    "vehicule",
    "fourgon", "utilitaire", "scooter", "moto", "garee", "gare", "clio", "kangoo", "berline", "auto",
  ]
}
