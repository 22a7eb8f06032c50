/// Processes that serve one base together, and what they tell each other.
let noeudsMigration = Migration(
  "2026-11-28 base: nœuds et ondes",
  "CREATE TABLE noeud (id TEXT PRIMARY KEY NOT NULL, vu BIGINT NOT NULL)",
  """
  CREATE TABLE onde (
    noeud TEXT NOT NULL,
    rang BIGINT NOT NULL,
    contenu BYTEA NOT NULL,
    le BIGINT NOT NULL,
    PRIMARY KEY (noeud, rang))
  """)
