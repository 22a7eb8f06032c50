import Base
import Html
import Temps
import Web

extension Relais {
  /// What the service says came of it, or what it told the adviser.
  struct Reponse: Sendable, Equatable, Codable {
    enum Genre: String, Sendable, Codable, CaseIterable { case recue, recevra, orientee, refusee, sansNouvelle }

    var genre = Genre.sansNouvelle
    /// The day the person was received, or will be.
    var jour: Jour?
    /// Where they were directed, why they were not taken on; or a short word.
    var mots = ""
  }
}

extension Relais.Reponse: Vide {}

extension Relais.Reponse.Genre {
  /// What a service is offered: that no news came is for the adviser to say.
  static let duService: [Self] = [.recue, .recevra, .orientee, .refusee]

  /// A promise is no outcome: it is awaited still.
  var issue: IssueDeRelais {
    switch self {
    case .recue: .recue
    case .recevra: .attendue
    case .orientee: .orientee
    case .refusee: .refusee
    case .sansNouvelle: .sansNouvelle
    }
  }

  /// As the service says it.
  var phrase: Phrase {
    switch self {
    case .recue: Phrase("Nous avons reçu la personne", "We received the person")
    case .recevra: Phrase("Nous allons la recevoir", "We will receive them")
    case .orientee: Phrase("Nous l’avons orientée ailleurs", "We directed them elsewhere")
    case .refusee: Phrase("Nous ne pouvons pas nous en charger", "We cannot take this on")
    case .sansNouvelle: Phrase("Pas de nouvelle, malgré nos rappels", "No news, in spite of our reminders")
    }
  }
}

extension Relais.Reponse {
  /// A short word: nobody writes a file here.
  static let longest = 500

  /// As it was typed, by a service or by an adviser who heard it.
  init(_ form: FormData, parmi genres: [Genre], parti: Jour, le jour: Jour) throws {
    var saisie = Saisie()
    let chosen = Genre(rawValue: form.text("genre")).flatMap { genres.contains($0) ? $0 : nil }
    saisie.note(
      "genre", unless: chosen != nil, Phrase("Choisissez une des réponses.", "Choose one of the answers."))
    genre = chosen ?? .sansNouvelle
    mots = form.text("mots")
    saisie.note(
      "mots", unless: mots.count <= Self.longest,
      Phrase(
        "Dites-le plus court\u{a0}: \(Self.longest) signes au plus.",
        "Say it shorter: \(Self.longest) characters at most."))
    saisie.note(
      "mots", unless: genre != .orientee || !mots.isEmpty,
      Phrase("Dites vers où, en quelques mots.", "Say where to, in a few words."))
    saisie.note(
      "mots", unless: genre != .refusee || !mots.isEmpty,
      Phrase("Dites pourquoi, en quelques mots.", "Say why, in a few words."))
    if genre == .recue || genre == .recevra {
      let typed = form.text("jour")
      self.jour = Jour(typed)
      let fine = genre == .recue ? self.jour.map { $0 >= parti && $0 <= jour } : self.jour.map { $0 >= jour }
      saisie.note(
        "jour", unless: typed.isEmpty || fine ?? false,
        genre == .recue
          ? Phrase("Donnez un jour passé, après la lettre.", "Give a past day, after the letter.")
          : Phrase("Donnez un jour à venir.", "Give a day to come."))
    }
    try saisie.throwIfAny()
  }

  /// "Nous avons reçu la personne, le lundi 1er février".
  func enClair(_ t: Langue) -> String {
    jour.map { t(genre.phrase) + t(", le ", ", on ") + t.date($0, reference: nil) } ?? t(genre.phrase)
  }

  var form: FormData {
    FormData(pairs: [("genre", genre.rawValue), ("jour", jour?.iso ?? ""), ("mots", mots)])
  }
}
