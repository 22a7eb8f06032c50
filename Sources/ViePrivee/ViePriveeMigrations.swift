import Base

/// Copies to take along, and what people ask about their data.
let viePriveeMigrations: [Migration] = [
  Migration(
    "2026-11-28 vie privée: copies, demandes de droits",
    """
    CREATE TABLE copie (
      personne TEXT PRIMARY KEY NOT NULL REFERENCES personne (id),
      id TEXT NOT NULL UNIQUE,
      langue TEXT NOT NULL CHECK (langue IN ('fr', 'en')),
      etat TEXT NOT NULL CHECK (etat IN ('demandee', 'prete', 'manquee')),
      demandee BIGINT NOT NULL,
      tentatives BIGINT NOT NULL,
      prete BIGINT,
      contenu BYTEA)
    """,
    "CREATE INDEX copie_demandee ON copie (demandee) WHERE etat = 'demandee'",
    // `personne` for who has an account; `qui`, sealed, for who asked on paper.
    """
    CREATE TABLE demande_droit (
      id TEXT PRIMARY KEY NOT NULL,
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      personne TEXT REFERENCES personne (id),
      qui BYTEA,
      droit TEXT NOT NULL,
      mots BYTEA NOT NULL,
      recue BIGINT NOT NULL,
      terme BIGINT NOT NULL,
      rappels BIGINT NOT NULL CHECK (rappels BETWEEN 0 AND 2),
      etat TEXT NOT NULL CHECK (etat IN ('ouverte', 'repondue', 'sans_objet')),
      reponse BYTEA,
      close BIGINT,
      close_par TEXT REFERENCES personne (id),
      notee_par TEXT REFERENCES personne (id),
      CHECK ((personne IS NULL) <> (qui IS NULL)),
      CHECK (recue < terme))
    """,
    "CREATE INDEX demande_droit_dispositif ON demande_droit (dispositif, terme)",
    "CREATE INDEX demande_droit_personne ON demande_droit (personne, recue)",
    "CREATE INDEX demande_droit_ouverte ON demande_droit (recue) WHERE etat = 'ouverte'",
    // Who opened what is about somebody is looked up by what was opened.
    "CREATE INDEX trace_objet ON trace (objet, le)")
]
