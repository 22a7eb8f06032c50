import Testing

@testable import Base

@Suite struct SQLTests {
  private let hostile = "'); DROP TABLE personne; --"

  @Test func `une valeur interpolée est liée, jamais écrite dans la requête`() {
    let sql: SQL = "SELECT nom FROM personne WHERE courriel = \(hostile) AND age > \(18)"
    #expect(sql.text(for: .sqlite) == "SELECT nom FROM personne WHERE courriel = ? AND age > ?")
    #expect(sql.text(for: .postgres) == "SELECT nom FROM personne WHERE courriel = $1 AND age > $2")
    #expect(sql.values == [.text(hostile), .integer(18)])
  }

  @Test func `les points d’interrogation et les dollars des mots restent des mots`() {
    let sql: SQL = "SELECT '?', '$1', \(true)"
    #expect(sql.text(for: .sqlite) == "SELECT '?', '$1', ?")
    #expect(sql.text(for: .postgres) == "SELECT '?', '$1', $1")
  }

  @Test func `une requête greffée apporte ses valeurs à leur place`() {
    let visible: SQL = "structure = \("A") AND ouvert = \(true)"
    let sql: SQL = "SELECT \(1) WHERE \(sql: visible) LIMIT \(20)"
    #expect(sql.text(for: .postgres) == "SELECT $1 WHERE structure = $2 AND ouvert = $3 LIMIT $4")
    #expect(sql.values == [.integer(1), .text("A"), .bool(true), .integer(20)])
  }

  @Test func `deux morceaux s’ajoutent`() {
    let sql = "SELECT \("a")" as SQL + " WHERE x = \("b")"
    #expect(sql.text(for: .postgres) == "SELECT $1 WHERE x = $2")
    #expect(sql.values == [.text("a"), .text("b")])
  }

  @Test func `une liste vide ne correspond à rien`() {
    let sql: SQL = "SELECT 1 WHERE id IN \(list: [String]())"
    #expect(sql.text(for: .postgres) == "SELECT 1 WHERE id IN (NULL)")
    #expect(sql.values.isEmpty)
  }

  @Test func `une liste se complète par sa dernière valeur jusqu’à une puissance de deux`() {
    let sql: SQL = "id IN \(list: ["a", "b", "c"])"
    #expect(sql.text(for: .sqlite) == "id IN (?, ?, ?, ?)")
    #expect(sql.values == [.text("a"), .text("b"), .text("c"), .text("c")])
  }

  @Test func `une option vide devient NULL`() {
    let sql: SQL = "\(nil as String?) \(Optional("x"))"
    #expect(sql.values == [.null, .text("x")])
  }
}
