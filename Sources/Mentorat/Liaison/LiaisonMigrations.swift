import Base

let liaisonMigrations: [Migration] = [
  Migration(
    "2026-11-29 mentorat: WhatsApp à côté du fil",
    // The fingerprint of the name that WhatsApp gave it; null for what was written here.
    "ALTER TABLE message ADD COLUMN whatsapp TEXT",
    "CREATE UNIQUE INDEX message_whatsapp ON message (whatsapp)",
    // Numbers are sealed with the pair's key, and found by keyed fingerprints: one number serves one pair, one person.
    """
    CREATE TABLE liaison (
      id TEXT PRIMARY KEY NOT NULL,
      binome TEXT NOT NULL REFERENCES binome (id),
      personne TEXT NOT NULL REFERENCES personne (id),
      code TEXT UNIQUE,
      code_expire BIGINT NOT NULL,
      identite BYTEA,
      numero TEXT UNIQUE,
      bsuid TEXT UNIQUE,
      choisie BIGINT NOT NULL,
      reliee BIGINT,
      recu BIGINT,
      averti TEXT,
      attend BIGINT,
      UNIQUE (binome, personne),
      CHECK ((reliee IS NULL) = (identite IS NULL)))
    """,
    """
    CREATE TABLE depeche (
      id TEXT PRIMARY KEY NOT NULL,
      liaison TEXT REFERENCES liaison (id) ON DELETE CASCADE,
      binome TEXT,
      mois TEXT NOT NULL,
      contenu BYTEA NOT NULL,
      etat TEXT NOT NULL CHECK (etat IN ('attend', 'envoi', 'partie', 'echouee')),
      tentatives BIGINT NOT NULL,
      ecrite BIGINT NOT NULL,
      apres BIGINT NOT NULL,
      wamid TEXT UNIQUE,
      etape TEXT,
      code BIGINT)
    """,
    "CREATE INDEX depeche_due ON depeche (apres) WHERE etat IN ('attend', 'envoi')",
    "CREATE INDEX depeche_partie ON depeche (apres) WHERE etat = 'partie'",
    "CREATE INDEX depeche_liaison ON depeche (liaison)",
    // Whoever wrote without being of a pair, and was answered once.
    "CREATE TABLE inconnu_whatsapp (cle TEXT PRIMARY KEY NOT NULL, le BIGINT NOT NULL)")
]
