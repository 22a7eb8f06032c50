import Base

/// Services one may hand over to, what an adviser does not do, and referrals.
let relaisMigrations: [Migration] = [
  Migration(
    "2026-11-22 conseil: partenaires, limites, relais",
    """
    CREATE TABLE partenaire (
      id TEXT PRIMARY KEY NOT NULL,
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      revision BIGINT NOT NULL,
      genre BIGINT NOT NULL,
      themes BIGINT NOT NULL,
      montre BOOLEAN NOT NULL,
      contenu BYTEA NOT NULL,
      verifie BIGINT NOT NULL,
      cree BIGINT NOT NULL,
      retire BIGINT)
    """,
    "CREATE INDEX partenaire_dispositif ON partenaire (dispositif)",
    """
    CREATE TABLE limites (
      conseiller TEXT NOT NULL REFERENCES personne (id),
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      texte BYTEA NOT NULL,
      le BIGINT NOT NULL,
      PRIMARY KEY (conseiller, dispositif))
    """,
    // `entretien` leads to its report, whenever it is filed. `issue` counts from 1, like the reports that bear it.
    """
    CREATE TABLE relais (
      id TEXT PRIMARY KEY NOT NULL,
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      usager TEXT NOT NULL REFERENCES usager (id),
      conseiller TEXT NOT NULL REFERENCES personne (id),
      partenaire TEXT NOT NULL REFERENCES partenaire (id),
      entretien TEXT REFERENCES entretien (id),
      version BIGINT NOT NULL,
      voie TEXT NOT NULL CHECK (voie IN ('lettre', 'lien')),
      accord TEXT NOT NULL CHECK (accord IN ('oral', 'ecrit')),
      accord_le TEXT NOT NULL,
      contenu BYTEA NOT NULL,
      empreinte TEXT NOT NULL,
      jeton TEXT UNIQUE,
      code TEXT UNIQUE,
      parti BIGINT NOT NULL,
      ouvert BIGINT,
      relances BIGINT NOT NULL CHECK (relances >= 0),
      prochaine BIGINT,
      issue BIGINT NOT NULL CHECK (issue >= 1),
      reponse BYTEA,
      repondu BIGINT,
      par TEXT CHECK (par IN ('service', 'conseiller')),
      retire BIGINT,
      revision BIGINT NOT NULL,
      CHECK ((jeton IS NULL) <> (code IS NULL)),
      CHECK ((repondu IS NULL) = (par IS NULL)))
    """,
    "CREATE INDEX relais_usager ON relais (usager, parti)",
    "CREATE INDEX relais_prochaine ON relais (prochaine)",
    "CREATE INDEX relais_entretien ON relais (entretien)")
]
