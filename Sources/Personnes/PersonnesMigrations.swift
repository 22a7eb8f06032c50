import Base

/// Structures, dispositifs, people, roles, access, engagements.
package let personnesMigrations: [Migration] = [
  Migration(
    "2026-11-21 personnes: structures, dispositifs, personnes, rôles",
    """
    CREATE TABLE structure (
      id TEXT PRIMARY KEY NOT NULL,
      nom TEXT NOT NULL,
      fuseau TEXT NOT NULL,
      creee BIGINT NOT NULL)
    """,
    """
    CREATE TABLE dispositif (
      id TEXT PRIMARY KEY NOT NULL,
      structure TEXT NOT NULL REFERENCES structure (id),
      charte TEXT NOT NULL,
      nom TEXT NOT NULL,
      cree BIGINT NOT NULL)
    """,
    """
    CREATE TABLE personne (
      id TEXT PRIMARY KEY NOT NULL,
      adresse_cle TEXT NOT NULL UNIQUE,
      adresse BYTEA NOT NULL,
      prenom BYTEA NOT NULL,
      nom BYTEA NOT NULL,
      langue TEXT NOT NULL CHECK (langue IN ('fr', 'en')),
      fuseau TEXT NOT NULL,
      creee BIGINT NOT NULL)
    """,
    """
    CREATE TABLE appartenance (
      personne TEXT NOT NULL REFERENCES personne (id),
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      role TEXT NOT NULL CHECK (role IN ('explorateur', 'expert', 'conseiller', 'coordinateur')),
      suivie_par TEXT REFERENCES personne (id),
      depuis BIGINT NOT NULL,
      PRIMARY KEY (personne, dispositif, role))
    """,
    "CREATE INDEX appartenance_dispositif ON appartenance (dispositif, role)",
    "CREATE INDEX appartenance_suivie ON appartenance (suivie_par) WHERE suivie_par IS NOT NULL"),
  Migration(
    "2026-11-21 personnes: invitations, liens, connexions",
    """
    CREATE TABLE invitation (
      id TEXT PRIMARY KEY NOT NULL,
      jeton TEXT NOT NULL UNIQUE,
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      role TEXT NOT NULL CHECK (role IN ('explorateur', 'expert', 'conseiller', 'coordinateur')),
      adresse BYTEA NOT NULL,
      invitee_par TEXT NOT NULL REFERENCES personne (id),
      suivie_par TEXT REFERENCES personne (id),
      etat TEXT NOT NULL CHECK (etat IN ('ouverte', 'acceptee', 'retiree')),
      creee BIGINT NOT NULL,
      expire BIGINT NOT NULL)
    """,
    "CREATE INDEX invitation_dispositif ON invitation (dispositif, creee)",
    """
    CREATE TABLE lien (
      id TEXT PRIMARY KEY NOT NULL,
      jeton TEXT NOT NULL UNIQUE,
      personne TEXT NOT NULL REFERENCES personne (id),
      navigateur TEXT NOT NULL,
      code TEXT NOT NULL,
      ouvert_ailleurs BOOLEAN NOT NULL,
      essais BIGINT NOT NULL CHECK (essais <= 6),
      expire BIGINT NOT NULL,
      servi BIGINT)
    """,
    "CREATE INDEX lien_navigateur ON lien (navigateur)",
    "CREATE INDEX lien_personne ON lien (personne)",
    "CREATE INDEX lien_expire ON lien (expire)",
    """
    CREATE TABLE connexion (
      id TEXT PRIMARY KEY NOT NULL,
      jeton TEXT NOT NULL UNIQUE,
      personne TEXT NOT NULL REFERENCES personne (id),
      navigateur TEXT NOT NULL,
      ouverte BIGINT NOT NULL,
      vue BIGINT NOT NULL,
      expire BIGINT NOT NULL)
    """,
    "CREATE INDEX connexion_personne ON connexion (personne)"),
  Migration(
    "2026-11-21 personnes: versions de la charte et engagements",
    """
    CREATE TABLE version (
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      numero BIGINT NOT NULL CHECK (numero > 0),
      parametres TEXT NOT NULL,
      effet BIGINT NOT NULL,
      PRIMARY KEY (dispositif, numero))
    """,
    """
    CREATE TABLE version_texte (
      dispositif TEXT NOT NULL,
      numero BIGINT NOT NULL,
      role TEXT NOT NULL,
      langue TEXT NOT NULL,
      contenu TEXT NOT NULL,
      empreinte TEXT NOT NULL,
      PRIMARY KEY (dispositif, numero, role, langue),
      FOREIGN KEY (dispositif, numero) REFERENCES version (dispositif, numero))
    """,
    """
    CREATE TABLE engagement (
      id TEXT PRIMARY KEY NOT NULL,
      personne TEXT NOT NULL REFERENCES personne (id),
      dispositif TEXT NOT NULL,
      role TEXT NOT NULL,
      numero BIGINT NOT NULL,
      langue TEXT NOT NULL,
      empreinte TEXT NOT NULL,
      acces TEXT NOT NULL,
      le BIGINT NOT NULL,
      UNIQUE (personne, dispositif, role, numero),
      FOREIGN KEY (dispositif, numero) REFERENCES version (dispositif, numero))
    """),
]
