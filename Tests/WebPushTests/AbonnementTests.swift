import Crypto
import Testing
import Troupe

@testable import WebPush

@Suite struct AbonnementTests {
  @Test(arguments: [
    "https://fcm.googleapis.com/fcm/send/dGVzdA:APA91b", "https://fcm.googleapis.com/wp/abc",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAAA", "https://web.push.apple.com/QGuQyavXutnMH",
    "https://eu.push.apple.com/abc", "https://wns2-par02p.notify.windows.com/w/?token=BQYAAA%3d&x=1",
  ])
  func `les passeurs des navigateurs sont connus`(adresse: String) throws {
    let abonnement = try NavigateurAbonne(adresse).subscribe()
    #expect(abonnement.adresse == adresse)
    #expect(adresse.hasPrefix(abonnement.origine + "/"))
  }

  /// A browser gives the address: none may lead this server elsewhere.
  @Test(arguments: [
    "https://autre.example/x", "https://169.254.169.254/latest/meta-data", "https://127.0.0.1/x",
    "http://127.0.0.1:8123/x", "https://fcm.googleapis.com.autre.example/x", "https://fcm.googleapis.com:8443/x",
    "https://autre.example@fcm.googleapis.com/x", "https://fcm.googleapis.com@autre.example/x",
    "https://fcm.googleapis.com:x@autre.example/x", "https://push.apple.com/x", "https://autrepush.apple.com/x",
    "https://.push.apple.com/x", "https://a..push.apple.com/x", "https://FCM.googleapis.com/x",
    "http://fcm.googleapis.com/x", "https://autre.example?.push.apple.com/x", "https://a%2e.push.apple.com/x",
  ])
  func `aucune autre adresse n’est prise`(adresse: String) {
    #expect(throws: Abonnement.Refus.passeurInconnu) { try NavigateurAbonne(adresse).subscribe() }
  }

  @Test(arguments: [
    "", "fcm.googleapis.com/x", "ftp://fcm.googleapis.com/x", "https://fcm.googleapis.com", "https:///x",
    "https://fcm.googleapis.com/", "https://fcm.googleapis.com/x y", "https://fcm.googleapis.com/x\r\nHost:autre",
    "https://fcm.googleapis.com/é", "https://fcm.googleapis.com/x#ici", "https://autre.example\\.push.apple.com/x",
    "HTTPS://fcm.googleapis.com/x", "https://fcm.googleapis.com/" + String(repeating: "a", count: 2048),
  ])
  func `ce qui n’est pas l’adresse d’un abonnement est refusé`(adresse: String) {
    #expect(throws: Abonnement.Refus.illisible) { try NavigateurAbonne(adresse).subscribe() }
  }

  @Test func `une clé ou un secret qui n’en est pas est refusé`() throws {
    let navigateur = NavigateurAbonne()
    let point = Array(navigateur.cle.publicKey.x963Representation)
    func refuse(_ p256dh: String, _ auth: String) throws {
      let passeurs = try Passeurs(Passeurs.usuels)
      #expect(throws: Abonnement.Refus.illisible, "\(p256dh) \(auth)") {
        try Abonnement(adresse: navigateur.adresse, p256dh: p256dh, auth: auth, chez: passeurs)
      }
    }
    var ailleurs = point
    ailleurs[64] ^= 1
    let comprimee = Array(navigateur.cle.publicKey.compressedRepresentation)
    let nulle = [UInt8](repeating: 0, count: 65)
    for cle in [[], Array(point.dropLast()), point + [0], ailleurs, comprimee, nulle, [5] + point.dropFirst()] {
      try refuse(cle.base64Url, navigateur.auth)
    }
    for secret in [[], Array(navigateur.secret.dropLast()), navigateur.secret + [0]] {
      try refuse(navigateur.p256dh, secret.base64Url)
    }
    try refuse(navigateur.p256dh + "=", navigateur.auth)
    try refuse(String(repeating: "A", count: 100_000), navigateur.auth)
    try refuse(navigateur.p256dh, "AAAAAAAAAAAAAAAAAAAAA+")
    // Sixteen bytes written otherwise: the last sign bears bits that mean nothing.
    try refuse(navigateur.p256dh, "AAAAAAAAAAAAAAAAAAAAAB")
  }

  @Test func `une liste donnée remplace les passeurs d’usage`() throws {
    let ici = NavigateurAbonne("http://127.0.0.1:8123/push/1")
    #expect(try ici.subscribe(chez: ["http://127.0.0.1:8123"]).origine == "http://127.0.0.1:8123")
    #expect(throws: Abonnement.Refus.passeurInconnu) { try ici.subscribe(chez: ["http://127.0.0.1:8124"]) }
    #expect(throws: Abonnement.Refus.passeurInconnu) { try NavigateurAbonne().subscribe(chez: ["push.example.org"]) }
    #expect(try Passeurs([]).isEmpty && Passeurs([""]).isEmpty && !Passeurs(Passeurs.usuels).isEmpty)
  }

  @Test(arguments: [
    "http://push.example.org", "http://10.0.0.1:80", "https://fcm.googleapis.com", "*", "*.", "*.com.", "localhost",
    "http://127.0.0.1", "http://127.0.0.1:0x50", "http://127.0.0.1:99999", "http://127.0.0.1:80/x", "a b.example",
    "push.*.example", "Push.example.org",
  ])
  func `un passeur mal écrit se dit au démarrage`(texte: String) {
    #expect(throws: Passeurs.Illisible(texte: texte)) { try Passeurs([texte]) }
  }
}
