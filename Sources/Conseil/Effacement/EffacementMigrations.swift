import Base

/// When the end of a thread was announced and came, that it happened, and keys that are about to be destroyed.
let effacementMigrations: [Migration] = [
  Migration(
    "2026-11-28 conseil: effacement des suivis",
    "ALTER TABLE usager ADD COLUMN prevenu BIGINT",
    // What is left of a thread as long as a mandate is kept as proof: a number, and this instant.
    "ALTER TABLE usager ADD COLUMN efface BIGINT",
    "CREATE INDEX usager_contact ON usager (dispositif, contact)",
    "CREATE INDEX mandat_fin ON mandat (fin)",
    """
    CREATE TABLE effacement_suivi (
      id TEXT PRIMARY KEY NOT NULL,
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      raison TEXT NOT NULL CHECK (raison IN ('demande', 'doublon', 'fin', 'terme', 'rejeu')),
      le BIGINT NOT NULL)
    """,
    "CREATE INDEX effacement_suivi_dispositif ON effacement_suivi (dispositif, le)",
    // Written with the rows that go; taken out once the key is gone. A server that stops between the two goes on here.
    """
    CREATE TABLE cle_a_detruire (
      genre TEXT NOT NULL CHECK (genre IN ('usager', 'mandat', 'porte')),
      id TEXT NOT NULL,
      PRIMARY KEY (genre, id))
    """)
]
