import Annonces
import Temps
import Testing

@Suite struct RepriseTests {
  @Test func `les attentes s’allongent, puis restent à six heures`() {
    let attendues: [Duration] =
      [.minutes(1), .minutes(5), .minutes(15), .hours(1), .hours(3)] + Array(repeating: .hours(6), count: 6)
    #expect((1..<Reprise.attempts).map { Reprise.delay(after: $0) } == attendues)
  }

  @Test(arguments: [12, 13, Int.max])
  func `après douze essais, on renonce`(essai: Int) {
    #expect(Reprise.delay(after: essai) == nil)
    #expect(Reprise(after: .temporary(code: 451), attempt: essai) == .failed(code: "smtp-451"))
    #expect(Reprise(after: .unreachable(code: 28), attempt: essai) == .failed(code: "curl-28"))
  }

  @Test(arguments: [1, 5, 12])
  func `un refus définitif s’arrête au premier essai`(essai: Int) {
    #expect(Reprise(after: .permanent(code: 550), attempt: essai) == .failed(code: "smtp-550"))
  }

  @Test(arguments: [Remise.temporary(code: 451), .unreachable(code: 7)])
  func `un contretemps se retente`(remise: Remise) {
    #expect(Reprise(after: remise, attempt: 1) == .later(.minutes(1)))
    #expect(Reprise(after: remise, attempt: 11) == .later(.hours(6)))
  }

  @Test(arguments: [1, 12, 40])
  func `un courriel accepté l’est, même au dernier essai`(essai: Int) {
    #expect(Reprise(after: .accepted, attempt: essai) == .sent)
  }

  @Test(arguments: [Int.min, -1, 0]) func `un compte d’essais absurde attend une minute`(essai: Int) {
    #expect(Reprise.delay(after: essai) == .minutes(1))
  }
}
