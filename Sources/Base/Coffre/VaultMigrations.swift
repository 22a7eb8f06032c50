/// The base of keys, apart from everything they seal.
package let vaultMigrations: [Migration] = [
  Migration(
    "2026-11-21 coffre: une clé par propriétaire",
    "CREATE TABLE cle (proprietaire TEXT PRIMARY KEY NOT NULL, scellee BYTEA NOT NULL)",
    "CREATE TABLE cle_effacee (proprietaire TEXT PRIMARY KEY NOT NULL)")
]
