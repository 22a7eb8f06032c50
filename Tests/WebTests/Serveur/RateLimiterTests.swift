import Base
import HTTPTypes
import HummingbirdTesting
import NIOConcurrencyHelpers
import Temps
import Testing
import Troupe

@testable import Web

@Suite struct RateLimiterTests {
  private let now = Instant(milliseconds: 1_800_000_000_000)
  /// What `/code` of the small site lets through.
  private let visits = Rate.access.allowance.visits

  @Test(arguments: Rate.allCases) func `chacun a ses visites d’affilée, puis attend un peu`(rate: Rate) throws {
    let limiter = RateLimiter()
    let allowance = rate.allowance
    for _ in 0..<allowance.visits { #expect(limiter.wait(for: "léa", rate, at: now) == nil) }
    let wait = try #require(limiter.wait(for: "léa", rate, at: now))
    #expect(wait <= .milliseconds(allowance.period.milliseconds / Int64(allowance.visits) + 1) && wait > .zero)
    // Neither earlier, nor later than it was said.
    #expect(limiter.wait(for: "léa", rate, at: now + wait - .milliseconds(2)) != nil)
    #expect(limiter.wait(for: "léa", rate, at: now + wait) == nil)
    #expect(limiter.wait(for: "léa", rate, at: now + wait) != nil)
  }

  @Test func `les visites reviennent avec le temps, jamais plus que la part de chacun`() {
    let limiter = RateLimiter()
    func spend(at instant: Instant) -> Int {
      (0..<1000).reduce(0) { count, _ in limiter.wait(for: "léa", .writing, at: instant) == nil ? count + 1 : count }
    }
    #expect(spend(at: now) == 120)
    #expect(spend(at: now + .seconds(30)) == 60)
    #expect(spend(at: now + .days(30)) == 120)
    // A clock set back gives nothing, and takes nothing.
    #expect(spend(at: now) == 0)
  }

  @Test func `l’un n’attend pas pour l’autre, ni lire pour écrire`() {
    let limiter = RateLimiter()
    while limiter.wait(for: "léa", .access, at: now) == nil {}
    #expect(limiter.wait(for: "marc", .access, at: now) == nil)
    #expect(limiter.wait(for: "léa", .writing, at: now) == nil)
    #expect(limiter.wait(for: "léa", .access, at: now) != nil)
  }

  @Test func `trop de monde fait tout oublier, et ne ferme la porte à personne`() {
    let limiter = RateLimiter(limit: 10)
    while limiter.wait(for: "léa", .access, at: now) == nil {}
    for rang in 0..<9 { #expect(limiter.wait(for: "\(rang)", .access, at: now) == nil) }
    #expect(limiter.wait(for: "léa", .access, at: now) == nil)
  }

  @Test func `une part nulle fait attendre, et n’arrête rien`() throws {
    let limiter = RateLimiter(factor: 0)
    let wait = try #require(limiter.wait(for: "léa", .access, at: now))
    #expect(wait > .hours(1))
  }

  @Test func `trop de visites se dit avec le temps d’attendre, et passe après`() async throws {
    let site = Site()
    try await site.visit(as: Site.connexionDeMarc) { marc async throws in
      for _ in 0..<visits { #expect(try await marc.get("/code").status == .ok) }
      let answer = try await marc.get("/code")
      #expect(answer.status == .tooManyRequests && answer.text.contains("Un instant"))
      let seconds = try #require(answer.header("Retry-After").flatMap(Int.init))
      let regained = Rate.access.allowance.period / visits
      #expect(Duration.seconds(seconds) >= regained && Duration.seconds(seconds) <= regained + .seconds(1))
      #expect(try await marc.get("/").status == .ok)
      site.moment.withLockedValue { $0 = $0 + .seconds(seconds) }
      #expect(try await marc.get("/code").status == .ok)
    }
  }

  @Test func `un compte compte pour un, d’où qu’il vienne`() async throws {
    try await Site(trustsProxy: true).visit(as: Site.connexionDeMarc) { marc async throws in
      for rang in 0..<visits {
        #expect(try await marc.get("/code", [("X-Forwarded-For", "10.0.0.\(rang)")]).status == .ok)
      }
      #expect(try await marc.get("/code", [("X-Forwarded-For", "10.0.1.1")]).status == .tooManyRequests)
      // Somebody else from the same address is not kept waiting.
      marc.keep(.connexion, Site.connexionDeLea.text)
      #expect(try await marc.get("/code", [("X-Forwarded-For", "10.0.1.1")]).status == .ok)
    }
  }

  @Test func `sans compte, une adresse compte pour un, derrière notre relais seulement`() async throws {
    try await Site(trustsProxy: true).visit { browser async throws in
      // What comes before the last address, anybody may write.
      for rang in 0..<visits { _ = try await browser.get("/code", [("X-Forwarded-For", "8.8.8.\(rang), 10.0.0.1")]) }
      #expect(try await browser.get("/code", [("X-Forwarded-For", "10.0.0.1")]).status == .tooManyRequests)
      #expect(try await browser.get("/code", [("X-Forwarded-For", "10.0.0.2")]).status == .ok)
    }
    try await Site().visit { browser async throws in
      for rang in 0..<visits { _ = try await browser.get("/code", [("X-Forwarded-For", "10.0.0.\(rang)")]) }
      #expect(try await browser.get("/code", [("X-Forwarded-For", "10.0.1.1")]).status == .tooManyRequests)
    }
  }

  @Test(arguments: [
    ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:2:3:4:5:6"],
    ["2001:db8::1", "2001:db8::2", "2001:db8::a:b:c:d"],
  ]) func `tout un abonnement IPv6 compte pour un`(addresses: [String]) async throws {
    try await Site(trustsProxy: true).visit { browser async throws in
      for rang in 0..<visits {
        _ = try await browser.get("/code", [("X-Forwarded-For", addresses[rang % addresses.count])])
      }
      for address in addresses {
        #expect(try await browser.get("/code", [("X-Forwarded-For", address)]).status == .tooManyRequests, "\(address)")
      }
      #expect(try await browser.get("/code", [("X-Forwarded-For", "2001:db8:1:3::1")]).status == .ok)
    }
  }
}
