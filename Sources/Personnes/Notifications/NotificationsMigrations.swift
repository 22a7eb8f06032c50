import Base

/// Devices that asked to be told, and what they are about to be told.
let notificationsMigrations: [Migration] = [
  Migration(
    "2026-11-29 personnes: prévenir sur un appareil",
    """
    CREATE TABLE abonnement (
      id TEXT PRIMARY KEY NOT NULL,
      personne TEXT NOT NULL REFERENCES personne (id),
      marque TEXT NOT NULL UNIQUE,
      empreinte TEXT NOT NULL UNIQUE,
      contenu BYTEA NOT NULL,
      navigateur TEXT NOT NULL,
      depuis BIGINT NOT NULL,
      vu BIGINT NOT NULL)
    """,
    "CREATE INDEX abonnement_personne ON abonnement (personne)",
    // One at most for each device: the last replaces what had not left yet.
    """
    CREATE TABLE notification (
      id TEXT PRIMARY KEY NOT NULL,
      abonnement TEXT NOT NULL UNIQUE REFERENCES abonnement (id) ON DELETE CASCADE,
      contenu BYTEA NOT NULL,
      tentatives BIGINT NOT NULL,
      apres BIGINT NOT NULL,
      jusque BIGINT NOT NULL)
    """,
    "CREATE INDEX notification_apres ON notification (apres)")
]
