import Classeur
import Temps
import Testing

@Suite struct CsvTests {
  private static func csv(_ cellules: Cellule...) -> String {
    let feuillet = Feuillet(nom: "Essai", colonnes: [], lignes: [cellules])
    return String(decoding: feuillet.csv().dropFirst(3), as: UTF8.self)
  }

  @Test func `octet pour octet`() {
    let feuillet = Feuillet(
      nom: "Essai", colonnes: ["Prénom", "Note"], lignes: [[.texte("Zoé"), .nombre(0)], [.vide, .vide]])
    #expect(feuillet.csv() == [0xEF, 0xBB, 0xBF] + Array("Prénom;Note\r\nZoé;0\r\n;\r\n".utf8))
  }

  @Test func `ce qui séparerait est entre guillemets`() {
    #expect(
      Self.csv(.texte("a;b"), .texte("dit \"oui\""), .texte("deux\r\nlignes"), .texte("a,b"), .texte("l’été"))
        == "\"a;b\";\"dit \"\"oui\"\"\";\"deux\nlignes\";\"a,b\";l’été\r\n")
  }

  @Test(arguments: [
    "=1+1", "+33", "-2", "@ici", "  =1+1", "\u{A0}@SUM(A1)", "\u{200B}=1", "\u{FEFF}=1", "＝1", "＋1", "－1", "＠a", " ＝1",
    "=\u{338}",
    "\u{0}=1", "- liste",
  ]) func `un texte qu’un tableur exécuterait est désarmé`(texte: String) {
    #expect(Self.csv(.texte(texte)) == "'" + texte.filter { $0 != "\u{0}" } + "\r\n")
  }

  @Test(arguments: ["\t=1", "\r=1", "\n=1", "\ta"]) func `une tabulation ou un retour en tête sont désarmés`(
    texte: String
  ) {
    let lu = texte.replacing("\r", with: "\n")
    #expect(Self.csv(.texte(texte)) == "\"'\(lu)\"\r\n")
  }

  @Test(arguments: ["a=b", "1-2", "ines@exemple.test", " bonjour", "", "’=1", "(+33)", "élan", "'=1"])
  func `les autres textes ne changent pas`(texte: String) {
    #expect(Self.csv(.texte(texte)) == texte + "\r\n")
  }

  @Test func `une entête qui ressemble à une formule est désarmée`() {
    let feuillet = Feuillet(nom: "Essai", preambule: [[.texte("=2")]], colonnes: ["=1"], lignes: [])
    #expect(String(decoding: feuillet.csv().dropFirst(3), as: UTF8.self) == "'=2\r\n\r\n'=1\r\n")
  }

  @Test func `les nombres et les jours restent ce qu’ils sont`() {
    #expect(
      Self.csv(.nombre(-5), .nombre(.max), .decimal(-1.5), .decimal(2), .decimal(.nan), .jour(Jour("2028-02-29")!))
        == "-5;9223372036854775807;-1,5;2;;2028-02-29\r\n")
  }

  @Test func `le préambule peut être laissé`() {
    let feuillet = Feuillet(nom: "Essai", preambule: [[.texte("Lieu")]], colonnes: ["A"], lignes: [[.nombre(1)]])
    #expect(feuillet.csv() == [0xEF, 0xBB, 0xBF] + Array("Lieu\r\n\r\nA\r\n1\r\n".utf8))
    #expect(feuillet.csv(preambule: false) == [0xEF, 0xBB, 0xBF] + Array("A\r\n1\r\n".utf8))
  }

  @Test func `d’un cahier, seul le premier feuillet`() throws {
    let feuillets = ["A", "B"].map { Feuillet(nom: $0, colonnes: [$0], lignes: []) }
    #expect(try Cahier(feuillets: feuillets).bytes(.csv) == feuillets[0].csv())
    #expect(try Cahier(feuillets: []).bytes(.csv) == [0xEF, 0xBB, 0xBF])
  }
}
