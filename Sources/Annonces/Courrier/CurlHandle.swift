import CCurl
import Temps

/// A libcurl handle set up for one relay, with the connection that it keeps from one message to the next.
///
/// Blocking, and not for two threads at once: `Smtp` gives it a thread of its own.
final class CurlHandle {
  private let handle: UnsafeMutableRawPointer
  private let conversation = Conversation()
  /// An option did not take: nothing may leave without the TLS or the password that was asked for.
  private var isMisset = false

  /// nil when libcurl cannot start or refuses an option: memory is short, or a value is longer than any real one.
  init?(_ relais: Relais, _ patience: Patience) {
    guard Self.isReady, let handle = curl_easy_init() else { return nil }
    self.handle = handle
    configure(relais)
    configure(patience)
    listen()
    if isMisset { return nil }
  }

  deinit { curl_easy_cleanup(handle) }

  /// Blocks until the relay has answered or patience is at its end.
  func send(_ message: [UInt8], from: Adresse, to: Adresse) -> Remise {
    let needsUtf8 = from.needsUtf8 || to.needsUtf8
    // What a relay offers is said once, when a connection opens.
    let first = attempt(message, from, to, needsUtf8: needsUtf8, fresh: needsUtf8)
    // A kept connection may have died unseen. Nothing of the body left: trying again cannot send it twice.
    guard first.wasStale else { return first.remise }
    return attempt(message, from, to, needsUtf8: needsUtf8, fresh: true).remise
  }

  private func attempt(
    _ message: [UInt8], _ from: Adresse, _ to: Adresse, needsUtf8: Bool, fresh: Bool
  ) -> (remise: Remise, wasStale: Bool) {
    let recipients = curl_slist_append(nil, "<\(to.texte)>")
    defer { curl_slist_free_all(recipients) }
    set(CURLOPT_MAIL_FROM, "<\(from.texte)>")
    check(curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients))
    check(curl_set_size(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(message.count)))
    set(CURLOPT_FRESH_CONNECT, fresh ? 1 : 0)
    guard recipients != nil, !isMisset else { return (.unreachable(code: Int(CURLE_OUT_OF_MEMORY.rawValue)), false) }
    conversation.begin(message, needsUtf8: needsUtf8)
    let result = curl_easy_perform(handle)
    conversation.end()
    check(curl_set_list(handle, CURLOPT_MAIL_RCPT, nil))
    return (remise(result), isStale(result))
  }

  private func remise(_ result: CURLcode) -> Remise {
    let reply = Int(curl_get_long(handle, CURLINFO_RESPONSE_CODE))
    if result == CURLE_OK { return .accepted }
    if conversation.lacksUtf8 { return .permanent(code: 553) }
    // The last code read says nothing of a reply that never came.
    if result == CURLE_OPERATION_TIMEDOUT { return .unreachable(code: Int(result.rawValue)) }
    switch reply {
    case 400..<500: return .temporary(code: reply)
    case 500..<600:
      let blamesSession = conversation.stage == .session || Self.sessionCodes.contains(reply)
      return blamesSession ? .temporary(code: reply) : .permanent(code: reply)
    default: return .unreachable(code: Int(result.rawValue))
    }
  }

  /// A connection kept from before that ended without judging this mail.
  private func isStale(_ result: CURLcode) -> Bool {
    guard result != CURLE_OK, result != CURLE_OPERATION_TIMEDOUT, !conversation.hasBegun else { return false }
    let reply = curl_get_long(handle, CURLINFO_RESPONSE_CODE)
    return curl_get_long(handle, CURLINFO_NUM_CONNECTS) == 0 && (reply < 400 || reply == 421)
  }

  /// Password or TLS missing, password refused: even when said in answer to MAIL.
  private static let sessionCodes: Set<Int> = [530, 534, 535, 538]

  private func set(_ option: CURLoption, _ value: Int) { check(curl_set_long(handle, option, value)) }
  private func set(_ option: CURLoption, _ value: String?) { check(curl_set_string(handle, option, value)) }
  private func check(_ code: CURLcode) { isMisset = isMisset || code != CURLE_OK }

  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
}

extension CurlHandle {
  private func configure(_ relais: Relais) {
    set(CURLOPT_URL, relais.url)
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    // A proxy in the environment is meant for the web.
    set(CURLOPT_PROXY, "")
    set(CURLOPT_UPLOAD, 1)
    // ALL: without TLS nothing is said, even if the relay (or somebody in between) does not offer it.
    let tls = relais.security == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
    set(CURLOPT_USE_SSL, Int(tls.rawValue))
    set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    if let file = relais.caFile {
      set(CURLOPT_CAINFO, file)
      set(CURLOPT_CAPATH, nil)
    }
    guard let user = relais.user, let password = relais.password else { return }
    set(CURLOPT_USERNAME, user)
    set(CURLOPT_PASSWORD, password)
    set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN")
  }

  private func configure(_ patience: Patience) {
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_CONNECTTIMEOUT_MS, Int(patience.connect.milliseconds))
    set(CURLOPT_TIMEOUT_MS, Int(patience.message.milliseconds))
    set(CURLOPT_LOW_SPEED_LIMIT, 100)
    set(CURLOPT_LOW_SPEED_TIME, Int(patience.slow.components.seconds))
    // Relays hang up on the idle after some minutes; we do not count on a connection that old.
    set(CURLOPT_MAXAGE_CONN, 60)
  }

  /// The callbacks share `conversation`, which lives as long as the handle.
  private func listen() {
    let context = Unmanaged.passUnretained(conversation).toOpaque()
    check(curl_set_reader(handle, { curlRead($0, $1 * $2, $3) }, context))
    check(curl_set_replies(handle, { curlReceived($0, $1 * $2, $3) }, context))
    let trace: curl_debug_callback = { _, kind, bytes, count, context in
      if kind == CURLINFO_HEADER_OUT { curlSent(bytes, count, context) }
      return 0
    }
    check(curl_set_trace(handle, trace, context))
    // Feeds the trace callback above; nothing is printed.
    set(CURLOPT_VERBOSE, 1)
  }
}

private func conversation(_ context: UnsafeMutableRawPointer?) -> Conversation? {
  context.map { Unmanaged<Conversation>.fromOpaque($0).takeUnretainedValue() }
}

private func curlRead(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?) -> Int {
  conversation(context)?.read(into: UnsafeMutableRawBufferPointer(start: bytes, count: count)) ?? 0
}

/// Any other number than `count` makes libcurl hang up.
private func curlReceived(
  _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  conversation(context)?.received(UnsafeRawBufferPointer(start: bytes, count: count)) == true ? count : count + 1
}

private func curlSent(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?) {
  conversation(context)?.sent(UnsafeRawBufferPointer(start: bytes, count: count))
}
