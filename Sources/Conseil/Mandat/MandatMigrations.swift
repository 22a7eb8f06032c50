import Base

/// Mandates: what was agreed, who signed, what was withdrawn, what was done. Rows are only ever added.
let mandatMigrations: [Migration] = [
  Migration(
    "2026-11-22 conseil: mandats, signatures, usages, retraits",
    """
    CREATE TABLE mandat (
      id TEXT PRIMARY KEY NOT NULL,
      usager TEXT NOT NULL REFERENCES usager (id),
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      conseiller TEXT NOT NULL REFERENCES personne (id),
      version BIGINT NOT NULL,
      ecrit BIGINT NOT NULL,
      fin BIGINT NOT NULL,
      jours BIGINT NOT NULL CHECK (jours IN (1, 31, 182, 365)),
      langue TEXT NOT NULL CHECK (langue IN ('fr', 'en')),
      empreinte TEXT NOT NULL UNIQUE,
      contenu BYTEA NOT NULL,
      texte BYTEA NOT NULL,
      CHECK (ecrit < fin))
    """,
    "CREATE INDEX mandat_usager ON mandat (usager, ecrit)",
    """
    CREATE TABLE mandat_demarche (
      mandat TEXT NOT NULL REFERENCES mandat (id),
      demarche TEXT NOT NULL,
      PRIMARY KEY (mandat, demarche))
    """,
    """
    CREATE TABLE mandat_signature (
      mandat TEXT PRIMARY KEY NOT NULL REFERENCES mandat (id),
      conseiller TEXT NOT NULL REFERENCES personne (id),
      le BIGINT NOT NULL,
      maniere TEXT NOT NULL CHECK (maniere IN ('ecran', 'papier')),
      acte BYTEA NOT NULL,
      empreinte TEXT NOT NULL UNIQUE,
      signature BYTEA NOT NULL,
      cle_publique BYTEA NOT NULL)
    """,
    """
    CREATE TABLE mandat_retrait (
      mandat TEXT NOT NULL,
      demarche TEXT NOT NULL,
      le BIGINT NOT NULL,
      par TEXT NOT NULL REFERENCES personne (id),
      raison TEXT NOT NULL CHECK (raison IN ('parole', 'remplace')),
      PRIMARY KEY (mandat, demarche),
      FOREIGN KEY (mandat, demarche) REFERENCES mandat_demarche (mandat, demarche))
    """,
    """
    CREATE TABLE mandat_usage (
      id TEXT PRIMARY KEY NOT NULL,
      mandat TEXT NOT NULL REFERENCES mandat (id),
      demarche TEXT NOT NULL,
      par TEXT NOT NULL REFERENCES personne (id),
      le BIGINT NOT NULL,
      issue TEXT NOT NULL CHECK (issue IN ('fait', 'refuse')),
      contenu BYTEA NOT NULL)
    """,
    "CREATE INDEX mandat_usage_de ON mandat_usage (mandat, le)")
]
