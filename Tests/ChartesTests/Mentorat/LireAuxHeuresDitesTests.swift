import Chartes
import Html
import Temps
import Testing

@Suite struct LireAuxHeuresDitesTests {
  private typealias Article = LireAuxHeuresDites
  private static let hair = Duration.milliseconds(1)

  private func judge(
    _ now: Instant, _ horaire: Horaire, to question: Instant? = nil, after delai: Duration = .zero,
    pleines: Set<Instant> = []
  ) -> Verdict {
    let situation = Article.Situation(
      now: now, horaire: horaire, question: question, delai: delai, pleines: pleines)
    return Article.judge(situation, Parametres())
  }

  @Test func `le vendredi à 17:59:59,999 un message arrive aussitôt, à 18:00 il attend le lundi`() throws {
    let (closing, monday) = (try Instant("2026-11-20 18:00"), try Instant("2026-11-23 08:00"))
    let horaire = try Horaire.bureau()
    #expect(horaire.arrivee(closing - Self.hair) == closing - Self.hair)
    #expect(judge(closing - Self.hair, horaire) == .allow)
    #expect(horaire.arrivee(closing) == monday)
    #expect(judge(closing, horaire).defers(Article.self) == monday)
  }

  @Test func `une milliseconde avant l’ouverture, on attend encore`() throws {
    let opening = try Instant("2026-11-23 08:00")
    let horaire = try Horaire.bureau()
    #expect(judge(opening - Self.hair, horaire).defers(Article.self) == opening)
    #expect(judge(opening, horaire) == .allow)
  }

  @Test func `une réponse part à la milliseconde où le temps de réflexion est passé`() throws {
    let (question, ready) = (try Instant("2026-11-23 10:00"), try Instant("2026-11-23 12:00"))
    let horaire = try Horaire.bureau()
    for now in [question, question + .hours(1), ready - Self.hair] {
      #expect(judge(now, horaire, to: question, after: .hours(2)).defers(Article.self) == ready)
    }
    #expect(judge(ready, horaire, to: question, after: .hours(2)) == .allow)
    #expect(judge(ready, horaire, to: question, after: .hours(2) + Self.hair).defers(Article.self) == ready + Self.hair)
  }

  @Test func `une réponse écrite plus tard n’en part pas plus tôt, même après un week-end`() throws {
    let (question, ready) = (try Instant("2026-11-20 17:00"), try Instant("2026-11-23 09:00"))
    let horaire = try Horaire.bureau()
    let written = try ["2026-11-20 17:00", "2026-11-20 23:30", "2026-11-21 12:00", "2026-11-22 23:45"].map {
      try Instant($0)
    }
    for now in written + [ready - .hours(1), ready - Self.hair] {
      #expect(judge(now, horaire, to: question, after: .hours(2)).defers(Article.self) == ready)
    }
    #expect(judge(ready, horaire, to: question, after: .hours(2)) == .allow)
  }

  @Test func `mûre depuis longtemps, une réponse attend encore les heures dites`() throws {
    let question = try Instant("2026-11-23 10:00")
    let (closing, next) = (try Instant("2026-11-24 18:00"), try Instant("2026-11-25 08:00"))
    let horaire = try Horaire.bureau()
    #expect(judge(closing - Self.hair, horaire, to: question, after: .hours(2)) == .allow)
    #expect(judge(closing, horaire, to: question, after: .hours(2)).defers(Article.self) == next)
  }

  @Test func `un temps de réflexion qui s’achève à la fermeture s’ouvre avec le jour suivant`() throws {
    let (question, monday) = (try Instant("2026-11-20 17:00"), try Instant("2026-11-23 08:00"))
    let horaire = try Horaire.bureau()
    #expect(horaire.arrivee(question, to: question, after: .hours(1)) == monday)
    #expect(horaire.arrivee(question, to: question, after: .hours(1) - Self.hair) == question + .hours(1) - Self.hair)
    #expect(horaire.arrivee(question, to: question, after: .hours(11)) == monday + .days(1))
  }

  @Test func `le temps de réflexion n’est jamais nul`() {
    #expect(!Article.delai.admits(0) && Article.delai.admits(1))
    #expect(Article.delai.defaut == 2)
  }

  @Test func `plusieurs fenêtres par jour font chacune une ouverture`() throws {
    let horaire = Horaire(try .chaque(1...5, (9, 12), (14, 17)), in: .paris, feries: Feries(.metropole))
    let (noon, two) = (try Instant("2026-11-23 12:00"), try Instant("2026-11-23 14:00"))
    #expect(horaire.arrivee(noon - Self.hair) == noon - Self.hair)
    #expect(horaire.arrivee(noon) == two)
    #expect(horaire.arrivee(two - Self.hair) == two)
    #expect(horaire.arrivee(noon, to: noon - .hours(1), after: .hours(2)) == two + .hours(1))
    #expect(horaire.arrivee(noon, to: noon - .hours(1), after: .hours(1)) == two)
    #expect(try horaire.arrivee(noon, to: noon - .hours(1), after: .hours(4)) == Instant("2026-11-24 09:00"))
  }

  @Test func `des fenêtres qui se touchent n’en font qu’une`() throws {
    let horaire = Horaire(try .chaque(1...5, (8, 12), (12, 18)), in: .paris, feries: nil)
    let (morning, noon) = (try Instant("2026-11-23 08:00"), try Instant("2026-11-23 12:00"))
    #expect(horaire.arrivee(noon) == noon)
    #expect(try horaire.arrivee(noon, pleines: [morning]) == Instant("2026-11-24 08:00"))
    #expect(horaire.arrivee(noon, pleines: [noon]) == noon)
  }

  @Test func `une fenêtre pleine pousse à la suivante`() throws {
    let horaire = try Horaire.bureau()
    let (now, monday) = (try Instant("2026-11-20 10:00"), try Instant("2026-11-23 08:00"))
    let friday = try Instant("2026-11-20 08:00")
    #expect(judge(now, horaire, pleines: [friday]).defers(Article.self) == monday)
    #expect(judge(now, horaire, pleines: [friday, monday]).defers(Article.self) == monday + .days(1))
    #expect(judge(now, horaire, pleines: [monday, friday - .days(1)]) == .allow)
    let halves = Horaire(try .chaque(1...5, (8, 12), (14, 17)), in: .paris, feries: nil)
    #expect(halves.arrivee(now, pleines: [friday]) == friday + .hours(6))
  }

  @Test func `une réponse mûre attend aussi qu’il y ait de la place`() throws {
    let horaire = try Horaire.bureau()
    let (question, monday) = (try Instant("2026-11-20 10:00"), try Instant("2026-11-23 08:00"))
    let friday: Set = [try Instant("2026-11-20 08:00")]
    #expect(horaire.arrivee(question, to: question, after: .hours(2), pleines: friday) == monday)
    #expect(horaire.arrivee(question, to: question, after: .hours(9), pleines: friday) == monday + .hours(1))
  }

  @Test func `des heures qui n’ouvrent jamais se refusent`() throws {
    let now = try Instant("2026-11-20 10:00")
    let closed = Horaire(.vide, in: .paris, feries: nil)
    let gone = try Horaire.bureau(absences: [try #require(Jour("2026-11-20"))...#require(Jour("2036-11-20"))])
    for horaire in [closed, gone] {
      #expect(horaire.arrivee(now) == nil)
      #expect(judge(now, horaire).refuses(Article.self))
      #expect(judge(now, horaire, to: now, after: .hours(2)).refuses(Article.self))
    }
  }

  @Test func `attendre l’ouverture et laisser mûrir se disent avec d’autres mots`() throws {
    let horaire = try Horaire.bureau()
    let (evening, question) = (try Instant("2026-11-20 20:00"), try Instant("2026-11-20 17:00"))
    let (waits, ripens) = (judge(evening, horaire), judge(evening, horaire, to: question, after: .hours(2)))
    #expect(waits.motif?.pourquoi.fr.contains("heures convenues") == true)
    #expect(ripens.motif?.pourquoi.fr.contains("temps de réflexion") == true)
  }

  /// The time for thought was over on Monday: what is missing on Tuesday evening is an open hour.
  @Test func `mûre mais hors des heures, une réponse ne dit pas qu’elle mûrit`() throws {
    let (question, evening) = (try Instant("2026-11-23 10:00"), try Instant("2026-11-24 20:00"))
    let verdict = judge(evening, try .bureau(), to: question, after: .hours(2))
    #expect(verdict.motif?.pourquoi.fr.contains("temps de réflexion") == false)
  }

  /// It is open: what is missing is room.
  @Test func `une ouverture pleine ne se dit pas comme une fermeture`() throws {
    let horaire = try Horaire.bureau()
    let open = try Instant("2026-11-20 10:00")
    let full = judge(open, horaire, pleines: [open - .hours(2)])
    #expect(full.names(Article.self))
    #expect(full.motif?.pourquoi != judge(open + .hours(8), horaire).motif?.pourquoi)
  }

  @Test func `le texte dit les heures et le temps de réflexion signés`() throws {
    let p = Parametres().with(Article.ouverture, 9).with(Article.fermeture, 17).with(Article.delai, 1)
    for role in [Role.accompagne, .mentor] {
      let texte = try #require(Article.texte(pour: role, p))
      #expect(texte.fr.contains("entre 9\u{a0}h et 17\u{a0}h") && texte.fr.contains("1\u{a0}heure d’ouverture"))
      #expect(texte.en.contains("between 9:00 and 17:00") && texte.en.contains("1\u{a0}hour of opening time"))
    }
  }
}
