import Base
import Temps
import Testing
import Troupe
import Web

@testable import Rencontres

@Suite struct SiegesTests {
  private let amina = PersonneID.make(at: Instant(milliseconds: 1))
  private let bruno = PersonneID.make(at: Instant(milliseconds: 2))
  private let rencontre = RencontreID.make(at: Instant(milliseconds: 3))
  private let live = LiveStream()

  private func presence(_ here: Bool) -> ServerEvent { ServerEvent("presence", "{\"autre\":\(here)}") }

  @Test func `on apprend si l’autre est là, et quand il arrive`() async {
    let sieges = Sieges(live)
    var mine = sieges.take(amina, facing: bruno, in: rencontre).makeAsyncIterator()
    #expect(await mine.next() == presence(false))
    var theirs = sieges.take(bruno, facing: amina, in: rencontre).makeAsyncIterator()
    #expect(await theirs.next() == presence(true))
    #expect(await mine.next() == presence(true))
  }

  @Test func `un second onglet prend la place du premier`() async {
    let sieges = Sieges(live)
    var first = sieges.take(amina, facing: bruno, in: rencontre).makeAsyncIterator()
    #expect(await first.next() == presence(false))
    var second = sieges.take(amina, facing: bruno, in: rencontre).makeAsyncIterator()
    #expect(await first.next() == ServerEvent("place", "{}"))
    #expect(await first.next() == nil)
    #expect(await second.next() == presence(false))
    #expect(sieges.relay("{}", to: amina, in: rencontre))
    #expect(await second.next() == ServerEvent("signal", "{}"))
    #expect(live.count == 1)
  }

  @Test func `changer d’onglet laisse l’autre savoir qu’on est là`() async {
    let sieges = Sieges(live)
    let theirs = sieges.take(bruno, facing: amina, in: rencontre)
    _ = sieges.take(amina, facing: bruno, in: rencontre)
    let second = sieges.take(amina, facing: bruno, in: rencontre)
    live.end("salle:\(rencontre):\(bruno)")
    var last: ServerEvent?
    for await event in theirs where event.name == "presence" { last = event }
    #expect(last == presence(true))
    _ = second
  }

  @Test func `une connexion fermée quitte la salle à l’instant, et l’autre côté raccroche`() async {
    let sieges = Sieges(live)
    var theirs = sieges.take(bruno, by: "poste", facing: amina, in: rencontre).makeAsyncIterator()
    #expect(await theirs.next() == presence(false))
    var mine = sieges.take(amina, by: "volé", facing: bruno, in: rencontre).makeAsyncIterator()
    #expect(await theirs.next() == presence(true))
    #expect(await mine.next() == presence(true))
    let began = ContinuousClock.now
    live.dismiss("volé")
    #expect(await mine.next() == ServerEvent("sortie", "{}"))
    #expect(await mine.next() == nil)
    // Whoever is shown out may not want to hang up: the other does.
    #expect(await theirs.next() == ServerEvent("exclusion", "{}"))
    #expect(await theirs.next() == presence(false))
    #expect(ContinuousClock.now - began < .seconds(1))
    #expect(!sieges.relay("{}", to: amina, in: rencontre))
  }

  @Test func `deux personnes sur deux nœuds se voient arriver, se parlent et changent de place`() async throws {
    try await withVoisins { voisins in
      let (ici, ailleurs) = (LiveStream(), LiveStream())
      ici.share(over: voisins.ici)
      ailleurs.share(over: voisins.ailleurs)
      var theirs = Sieges(ailleurs).take(bruno, facing: amina, in: rencontre).makeAsyncIterator()
      #expect(await theirs.next() == presence(false))
      var mine = Sieges(ici).take(amina, facing: bruno, in: rencontre).makeAsyncIterator()
      #expect(await mine.next() == presence(false), "not known yet")
      try await voisins.pass()
      try await voisins.pass()
      #expect(await theirs.next() == presence(true))
      #expect(await mine.next() == presence(true), "he answered for himself")
      #expect(Sieges(ici).relay("offre", to: bruno, in: rencontre))
      try await voisins.pass()
      #expect(await untilOther(&theirs) == ServerEvent("signal", "offre"))
      // The same account sits down on the other node: the first seat is given up, and she never seems to have left.
      let second = Sieges(ailleurs).take(amina, facing: bruno, in: rencontre)
      try await voisins.pass()
      #expect(await untilOther(&mine) == ServerEvent("place", "{}"))
      #expect(await mine.next() == nil)
      try await voisins.pass()
      #expect(Sieges(ici).relay("suite", to: bruno, in: rencontre))
      try await voisins.pass()
      #expect(await untilOther(&theirs) == ServerEvent("signal", "suite"))
      _ = second
    }
  }

  /// Being told twice that somebody is there does no harm; being told that they left would.
  private func untilOther(_ events: inout AsyncStream<ServerEvent>.Iterator) async -> ServerEvent? {
    while let event = await events.next() {
      if event != presence(true) { return event }
    }
    return nil
  }

  @Test func `quitter prévient l’autre`() async {
    let sieges = Sieges(live)
    var theirs = sieges.take(bruno, facing: amina, in: rencontre).makeAsyncIterator()
    #expect(await theirs.next() == presence(false))
    let mine = sieges.take(amina, facing: bruno, in: rencontre)
    #expect(await theirs.next() == presence(true))
    live.end("salle:\(rencontre):\(amina)")
    for await _ in mine {}
    #expect(await theirs.next() == presence(false))
  }

  @Test func `un message passe tel quel à l’autre`() async {
    let sieges = Sieges(live)
    var theirs = sieges.take(bruno, facing: amina, in: rencontre).makeAsyncIterator()
    #expect(await theirs.next() == presence(false))
    #expect(sieges.relay(#"{"pret":true}"#, to: bruno, in: rencontre))
    #expect(await theirs.next() == ServerEvent("signal", #"{"pret":true}"#))
  }

  @Test func `un message à qui n’est pas là n’arrive à personne`() async {
    let sieges = Sieges(live)
    let other = RencontreID.make(at: Instant(milliseconds: 4))
    let elsewhere = sieges.take(bruno, facing: amina, in: other)
    #expect(!sieges.relay("{}", to: bruno, in: rencontre))
    live.end("salle:\(other):\(bruno)")
    for await event in elsewhere { #expect(event.name == "presence") }
  }

  @Test func `une rencontre annulée ferme la salle aux deux`() async {
    let sieges = Sieges(live)
    let streams = [
      sieges.take(amina, facing: bruno, in: rencontre), sieges.take(bruno, facing: amina, in: rencontre),
    ]
    sieges.end(rencontre, people: [amina, bruno])
    for stream in streams {
      var names: [String] = []
      for await event in stream { names.append(event.name) }
      #expect(names.contains("fin"))
    }
    #expect(live.count == 0)
    var late = Sieges.over.makeAsyncIterator()
    #expect(await late.next()?.name == "fin")
    #expect(await late.next() == nil)
  }
}
