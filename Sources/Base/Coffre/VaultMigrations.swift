/// The base of keys, apart from everything they seal.
package let vaultMigrations: [Migration] = [
  Migration(
    "2026-11-21 coffre: une clé par propriétaire",
    "CREATE TABLE cle (proprietaire TEXT PRIMARY KEY NOT NULL, scellee BYTEA NOT NULL)",
    "CREATE TABLE cle_effacee (proprietaire TEXT PRIMARY KEY NOT NULL)"),
  Migration(
    "2026-11-28 coffre: une restauration en cours",
    // One row while the house is being given back: no server opens until then.
    "CREATE TABLE restauration (sauvegarde TEXT PRIMARY KEY NOT NULL, depuis BIGINT NOT NULL)"),
]
