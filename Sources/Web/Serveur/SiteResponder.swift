import Base
import Foundation
import HTTPTypes
import Html
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import Temps

/// From a request to its answer: finds the route, who comes, whether they may; then turns what the route says into HTTP.
/// Nothing that goes wrong reaches the visitor but a page with a reference.
package struct SiteResponder: HTTPResponder {
  let table: RouteTable
  let wiring: SiteWiring
  let configuration: SiteConfiguration
  let files: StaticFiles
  let horloge: Horloge
  private let frequentation: Frequentation

  package init(wiring: SiteWiring, configuration: SiteConfiguration, files: StaticFiles, horloge: Horloge) {
    frequentation = Frequentation(wiring.routes)
    table = RouteTable(
      wiring.routes + [.sante(wiring.health), .metrics(configuration.mesures, frequentation)]
        + Galerie.routes(wiring.specimens))
    self.wiring = wiring
    self.configuration = configuration
    self.files = files
    self.horloge = horloge
  }

  package func respond(to request: Request, context: AppContext) async throws -> Response {
    let started = ContinuousClock.now
    let arrival = Arrival(
      request, now: horloge.now, address: address(of: request, context), secure: configuration.secure)
    let (route, response) = try await answer(request, arrival, context)
    let elapsed = ContinuousClock.now - started
    if configuration.mesures != nil {
      frequentation.add(request.method, route, response.status, seconds: elapsed / .seconds(1))
    }
    // The pattern of the route, never the URL: ids and tokens stay out of the logs.
    context.logger.info(
      "request",
      metadata: [
        "method": "\(request.method.rawValue)", "route": "\(route)", "status": "\(response.status.code)",
        "ms": "\(elapsed.milliseconds)", "reference": "\(arrival.reference)",
      ])
    return request.method == .head ? response.createHeadResponse() : response
  }

  private func answer(
    _ request: Request, _ arrival: Arrival, _ context: AppContext
  ) async throws -> (route: String, Response) {
    if let file = files.file(at: arrival.path) { return ("/public", staticResponse(file, request, arrival)) }
    switch table.match(request.method, arrival.path) {
    case .unknown:
      // Whoever is signed in stays so on the page of a mistyped address, as on that of a hidden page.
      return ("-", try await refusal(.absent, arrival, (try? await identify(arrival)) ?? nil))
    case .methodNotAllowed(let allowed):
      var response = try await refusal(.method, arrival, (try? await identify(arrival)) ?? nil)
      response.headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
      return ("-", response)
    case .found(let route, let parameters):
      var response = try await run(route, parameters, request, arrival, context)
      if route.entry.isMachine { response.headers[.setCookie] = nil }
      return (route.path, response)
    }
  }

  private func run(
    _ route: Route, _ parameters: [String: String], _ request: Request, _ arrival: Arrival, _ context: AppContext
  ) async throws -> Response {
    var visitor: Visitor?
    var form: FormData?
    do {
      if !route.entry.isMachine {
        visitor = try await identify(arrival, acting: route.method == .post && route.rate != .signalling)
      }
      if let wait = limited(route, visitor, arrival) {
        await remember(.tooOften, route, visitor, arrival)
        return try await slowDown(wait, arrival, visitor)
      }
      try admit(visitor, to: route)
      let visit = try await visit(route, parameters, request, arrival, visitor)
      form = visit.form
      do {
        try demand(of: visitor, for: route, at: arrival.now)
        return render(try await route.answer(visit), arrival, visitor, request)
      } catch let needed as ProofNeeded {
        return try await askProof(needed, visit, arrival)
      }
    } catch let error as HTTPParserError {
      throw error
    } catch {
      let refus = Refusal(error)
      await remember(refus, route, visitor, arrival)
      if refus.isFailure {
        // The kind of the error and the reference; its text may quote what somebody typed.
        context.logger.error(
          "failure",
          metadata: [
            "kind": "\(DatabaseError.code(of: error) ?? String(describing: type(of: error)))", "route": "\(route.path)",
            "reference": "\(arrival.reference)",
          ])
      }
      guard refus.passes else { return try await refusal(refus, arrival, visitor) }
      // The base may have been away before the form was read.
      if form == nil { form = (try? await sealed(route, request, arrival))?.form }
      return comeBack(refus, route, form ?? .empty, arrival, visitor)
    }
  }

  private func identify(_ arrival: Arrival, acting: Bool = false) async throws -> Visitor? {
    guard let text = arrival.cookies[.connexion, secure: configuration.secure], let token = Token(presented: text)
    else { return nil }
    return try await wiring.identify(
      Passage(
        jeton: token, browser: arrival.browser, navigateur: arrival.navigateur, agit: acting, now: arrival.now))
  }

  private func limited(_ route: Route, _ visitor: Visitor?, _ arrival: Arrival) -> Duration? {
    configuration.limiter.wait(for: visitor?.personne.text ?? arrival.address, route.rate, at: arrival.now)
  }

  private func admit(_ visitor: Visitor?, to route: Route) throws {
    switch route.entry {
    case .everyone, .machine: return
    case .entering, .proving: if visitor == nil { throw SignInNeeded() }
    case .development: if !configuration.development { throw Absent() }
    case .signedIn: if visitor == nil { throw SignInNeeded() }
    case .equipe:
      guard let visitor else { throw SignInNeeded() }
      if !visitor.estEquipe { throw Absent() }
    case .role(let role):
      guard let visitor else { throw SignInNeeded() }
      if !visitor.has(role) { throw Absent() }
    case .oneOf(let roles):
      guard let visitor else { throw SignInNeeded() }
      if !roles.contains(where: visitor.has) { throw Absent() }
    }
  }

  /// Asks for a proof: because of the state of the connexion first, then because of the route. A route may also ask by
  /// itself, when it depends on what was typed.
  private func demand(of visitor: Visitor?, for route: Route, at now: Instant) throws {
    guard let visitor, route.entry != .everyone, route.entry != .development else { return }
    let passes: [Entry] = visitor.preuve.attendue == .seconde ? [.entering, .proving] : [.proving]
    if visitor.preuve.attendue != nil, !passes.contains(route.entry) { throw ProofNeeded(.aucune) }
    try visitor.demand(route.preuve, at: now)
  }

  /// Somebody who reads is led to the page that asks; somebody who sends keeps what they typed, and sends it after.
  private func askProof(_ needed: ProofNeeded, _ visit: Visit, _ arrival: Arrival) async throws -> Response {
    guard let visitor = visit.visitor else { throw SignInNeeded() }
    let page = try await wiring.preuve(visit, visitor, needed)
    return render(.page(page, status: .unauthorized), arrival, visitor, nil)
  }

  /// A refusal to somebody signed in is remembered; that it could not be must not change the answer.
  private func remember(_ refus: Refusal, _ route: Route, _ visitor: Visitor?, _ arrival: Arrival) async {
    guard let visitor, let geste = refus.trace,
      configuration.limiter.wait(for: "refus:\(visitor.personne)", .remembering, at: arrival.now) == nil
    else { return }
    try? await wiring.refused(geste, route, visitor, arrival.now)
  }

  private func visit(
    _ route: Route, _ parameters: [String: String], _ request: Request, _ arrival: Arrival, _ visitor: Visitor?
  ) async throws -> Visit {
    let (body, form) = try await sealed(route, request, arrival)
    let browser = arrival.browser
    return Visit(
      now: arrival.now, visitor: visitor, langue: langue(arrival, visitor), browser: browser,
      reference: arrival.reference, path: arrival.path, parameters: parameters, query: arrival.query, form: form,
      body: body, navigateur: arrival.navigateur,
      wantsJSON: request.headers[.accept] == "application/json", provenance: request.provenance,
      signature: request.headers[.signature], csrf: configuration.csrfKey.token(for: browser.text),
      authorization: request.headers[.authorization])
  }

  /// What was sent, once it is known to come from a page of ours. A machine has none, and proves itself otherwise.
  private func sealed(
    _ route: Route, _ request: Request, _ arrival: Arrival
  ) async throws -> (body: [UInt8], form: FormData) {
    guard route.method == .post else { return ([], .empty) }
    let body = try await read(request, for: route)
    guard !route.entry.isMachine else { return (body, .empty) }
    let urlEncoded = request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") ?? false
    let form = urlEncoded ? FormData(urlEncoded: body) : .empty
    let presented = request.headers[.csrf] ?? form.raw("_csrf")
    guard configuration.csrfKey.accepts(presented, from: arrival.browser.text), request.comesFromHere else {
      throw StaleForm()
    }
    return (body, form)
  }

  /// What a form of ours holds at most; a machine says its own.
  private static let longestForm = 128 * 1024

  private func read(_ request: Request, for route: Route) async throws -> [UInt8] {
    var limit = Self.longestForm
    if case .machine(let octets) = route.entry { limit = octets }
    do {
      return try await BodyReading.read(request.body, upTo: limit)
    } catch let error as HTTPParserError { throw error } catch { throw TooLarge() }
  }

  func langue(_ arrival: Arrival, _ visitor: Visitor?) -> Langue {
    let chosen = arrival.cookies[.langue, secure: configuration.secure].flatMap(Langue.init(rawValue:))
    return chosen ?? visitor?.langue ?? arrival.askedLangue
  }

  private func address(of request: Request, _ context: AppContext) -> String {
    guard configuration.trustsProxy, let forwarded = request.headers[.xForwardedFor] else {
      return network(context.address)
    }
    return network(
      forwarded.split(separator: ",").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? context.address)
  }

  /// One subscriber owns a whole IPv6 /64: its first eight bytes stand for them.
  private func network(_ address: String) -> String {
    var bytes = [UInt8](repeating: 0, count: 16)
    guard address.contains(":"), inet_pton(AF_INET6, address, &bytes) == 1 else { return address }
    return bytes.prefix(8).hexadecimal
  }
}

/// More was typed than any form of ours keeps. The page says that nothing was saved, and to shorten it.
package struct TooLarge: Error {
  package init() {}
}
