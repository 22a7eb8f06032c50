import Base

/// Pairs, what they agreed, their sessions, and what they write.
package let mentoratMigrations: [Migration] = [
  Migration(
    "2026-11-21 mentorat: binômes, conventions, signatures, actes",
    """
    CREATE TABLE binome (
      id TEXT PRIMARY KEY NOT NULL,
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      mentor TEXT NOT NULL REFERENCES personne (id),
      accompagne TEXT NOT NULL REFERENCES personne (id),
      forme BIGINT NOT NULL,
      contact BIGINT NOT NULL,
      prevenu BIGINT,
      clos BIGINT,
      clos_par TEXT REFERENCES personne (id),
      efface BIGINT,
      CHECK (mentor <> accompagne))
    """,
    "CREATE UNIQUE INDEX binome_ouvert ON binome (dispositif, mentor, accompagne) WHERE clos IS NULL",
    "CREATE INDEX binome_mentor ON binome (mentor)",
    "CREATE INDEX binome_accompagne ON binome (accompagne)",
    """
    CREATE TABLE convention (
      binome TEXT NOT NULL REFERENCES binome (id),
      numero BIGINT NOT NULL CHECK (numero > 0),
      version BIGINT NOT NULL,
      termes TEXT NOT NULL,
      proposee_par TEXT NOT NULL REFERENCES personne (id),
      proposee BIGINT NOT NULL,
      convenue BIGINT,
      PRIMARY KEY (binome, numero))
    """,
    """
    CREATE TABLE convention_texte (
      binome TEXT NOT NULL,
      numero BIGINT NOT NULL,
      langue TEXT NOT NULL CHECK (langue IN ('fr', 'en')),
      contenu TEXT NOT NULL,
      empreinte TEXT NOT NULL,
      PRIMARY KEY (binome, numero, langue),
      FOREIGN KEY (binome, numero) REFERENCES convention (binome, numero))
    """,
    """
    CREATE TABLE signature (
      binome TEXT NOT NULL,
      numero BIGINT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('mentor', 'accompagne')),
      personne TEXT NOT NULL REFERENCES personne (id),
      langue TEXT NOT NULL,
      empreinte TEXT NOT NULL,
      acces TEXT NOT NULL,
      le BIGINT NOT NULL,
      PRIMARY KEY (binome, numero, role),
      FOREIGN KEY (binome, numero) REFERENCES convention (binome, numero))
    """,
    """
    CREATE TABLE acte (
      empreinte TEXT PRIMARY KEY NOT NULL,
      binome TEXT NOT NULL,
      numero BIGINT NOT NULL,
      contenu BYTEA NOT NULL,
      signature BYTEA NOT NULL,
      cle_publique BYTEA NOT NULL,
      le BIGINT NOT NULL,
      UNIQUE (binome, numero),
      FOREIGN KEY (binome, numero) REFERENCES convention (binome, numero))
    """),
  Migration(
    "2026-11-21 mentorat: séances, synthèses, absences",
    """
    CREATE TABLE seance (
      id TEXT PRIMARY KEY NOT NULL,
      binome TEXT NOT NULL REFERENCES binome (id),
      debut BIGINT NOT NULL,
      UNIQUE (binome, debut))
    """,
    """
    CREATE TABLE date_proposee (
      binome TEXT PRIMARY KEY NOT NULL REFERENCES binome (id),
      debut BIGINT NOT NULL,
      remplace TEXT REFERENCES seance (id),
      par TEXT NOT NULL REFERENCES personne (id),
      le BIGINT NOT NULL)
    """,
    """
    CREATE TABLE synthese (
      seance TEXT NOT NULL REFERENCES seance (id),
      auteur TEXT NOT NULL REFERENCES personne (id),
      contenu BYTEA NOT NULL,
      le BIGINT NOT NULL,
      PRIMARY KEY (seance, auteur))
    """,
    """
    CREATE TABLE absence (
      mentor TEXT NOT NULL REFERENCES personne (id),
      premier TEXT NOT NULL,
      dernier TEXT NOT NULL,
      PRIMARY KEY (mentor, premier, dernier),
      CHECK (premier <= dernier))
    """),
  Migration(
    "2026-11-21 mentorat: messages, formulations, marques, orientations, carnets, lignes d’aide",
    """
    CREATE TABLE message (
      id TEXT PRIMARY KEY NOT NULL,
      binome TEXT NOT NULL REFERENCES binome (id),
      seance TEXT NOT NULL REFERENCES seance (id),
      auteur TEXT NOT NULL REFERENCES personne (id),
      genre TEXT NOT NULL CHECK (genre IN ('question', 'reponse', 'seance')),
      reponse_a TEXT REFERENCES message (id),
      ecrit BIGINT NOT NULL,
      arrivee BIGINT NOT NULL,
      retire BIGINT,
      annonce BIGINT)
    """,
    "CREATE INDEX message_binome ON message (binome, arrivee)",
    "CREATE INDEX message_annonce ON message (arrivee) WHERE annonce IS NULL AND retire IS NULL",
    """
    CREATE TABLE formulation (
      message TEXT NOT NULL REFERENCES message (id),
      rang BIGINT NOT NULL CHECK (rang > 0),
      contenu BYTEA NOT NULL,
      le BIGINT NOT NULL,
      PRIMARY KEY (message, rang))
    """,
    """
    CREATE TABLE marque (
      message TEXT NOT NULL REFERENCES message (id),
      personne TEXT NOT NULL REFERENCES personne (id),
      contenu BYTEA NOT NULL,
      PRIMARY KEY (message, personne))
    """,
    """
    CREATE TABLE orientation (
      id TEXT PRIMARY KEY NOT NULL,
      binome TEXT NOT NULL REFERENCES binome (id),
      contenu BYTEA NOT NULL,
      le BIGINT NOT NULL)
    """,
    "CREATE INDEX orientation_binome ON orientation (binome, le)",
    """
    CREATE TABLE carnet (
      binome TEXT NOT NULL REFERENCES binome (id),
      auteur TEXT NOT NULL REFERENCES personne (id),
      contenu BYTEA NOT NULL,
      PRIMARY KEY (binome, auteur))
    """,
    """
    CREATE TABLE ligne_aide (
      id TEXT PRIMARY KEY NOT NULL,
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      rang BIGINT NOT NULL,
      fiche TEXT NOT NULL)
    """,
    "CREATE INDEX ligne_aide_dispositif ON ligne_aide (dispositif, rang)",
    """
    CREATE TABLE message_en_cours (
      binome TEXT NOT NULL REFERENCES binome (id),
      auteur TEXT NOT NULL REFERENCES personne (id),
      objet TEXT NOT NULL,
      contenu BYTEA NOT NULL,
      PRIMARY KEY (binome, auteur, objet))
    """,
    """
    CREATE TABLE annonce (
      mentor TEXT NOT NULL REFERENCES personne (id),
      ouverture BIGINT NOT NULL,
      le BIGINT NOT NULL,
      PRIMARY KEY (mentor, ouverture))
    """,
    """
    CREATE TABLE passage_mentor (
      binome TEXT PRIMARY KEY NOT NULL REFERENCES binome (id),
      le BIGINT NOT NULL)
    """),
]
