import Base
import Temps
import Testing
import Web

@testable import Rencontres

@Suite struct SiegesTests {
  private let live = LiveStream()
  private let rencontre = RencontreID.make(at: Instant(milliseconds: 1))
  private let amina = PersonneID.make(at: Instant(milliseconds: 2))
  private let bruno = PersonneID.make(at: Instant(milliseconds: 3))

  private func next(_ stream: inout AsyncStream<ServerEvent>.Iterator, named name: String) async -> String? {
    while let event = await stream.next() { if event.name == name { return event.data } }
    return nil
  }

  @Test func `s’asseoir dit si l’autre est là, et le dit à l’autre`() async {
    let sieges = Sieges(live)
    var first = sieges.take(amina, facing: bruno, in: rencontre).makeAsyncIterator()
    #expect(await next(&first, named: "presence") == #"{"autre":false}"#)
    var second = sieges.take(bruno, facing: amina, in: rencontre).makeAsyncIterator()
    #expect(await next(&second, named: "presence") == #"{"autre":true}"#)
    #expect(await next(&first, named: "presence") == #"{"autre":true}"#)
  }

  @Test func `un second onglet prend la place du premier`() async {
    let sieges = Sieges(live)
    var old = sieges.take(amina, facing: bruno, in: rencontre).makeAsyncIterator()
    var new = sieges.take(amina, facing: bruno, in: rencontre).makeAsyncIterator()
    #expect(await next(&old, named: "place") == "{}")
    #expect(await old.next() == nil)
    #expect(await next(&new, named: "presence") != nil)
    #expect(live.count == 1)
  }

  @Test func `un message passe tel quel, et se perd quand personne n’est là`() async {
    let sieges = Sieges(live)
    #expect(!sieges.relay(#"{"pret":true}"#, to: bruno, in: rencontre))
    var seat = sieges.take(bruno, facing: amina, in: rencontre).makeAsyncIterator()
    #expect(sieges.relay(#"{"pret":true}"#, to: bruno, in: rencontre))
    #expect(await next(&seat, named: "signal") == #"{"pret":true}"#)
    #expect(!sieges.relay("{}", to: bruno, in: .make(at: Instant(milliseconds: 9))))
  }

  @Test func `la fin de la rencontre ferme les deux places`() async {
    let sieges = Sieges(live)
    var seat = sieges.take(amina, facing: bruno, in: rencontre).makeAsyncIterator()
    sieges.end(rencontre, people: [amina, bruno])
    #expect(await next(&seat, named: "fin") == "{}")
    #expect(await seat.next() == nil)
    var late = Sieges.over.makeAsyncIterator()
    #expect(await late.next()?.name == "fin")
    #expect(await late.next() == nil)
  }
}
