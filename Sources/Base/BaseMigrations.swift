/// Tables of the house itself. Instants are epoch milliseconds (UTC), ids UUIDv7 in text.
package let baseMigrations: [Migration] = [
  Migration(
    "2026-11-21 base: faits et réactions",
    """
    CREATE TABLE fait (
      id TEXT PRIMARY KEY NOT NULL,
      nom TEXT NOT NULL,
      personne TEXT NOT NULL,
      sujet TEXT NOT NULL,
      acteur TEXT,
      le BIGINT NOT NULL)
    """,
    "CREATE INDEX fait_personne ON fait (personne, le)",
    """
    CREATE TABLE reaction (
      fait TEXT NOT NULL REFERENCES fait (id) ON DELETE CASCADE,
      nom TEXT NOT NULL,
      etat TEXT NOT NULL CHECK (etat IN ('due', 'faite', 'manquee')),
      tentatives BIGINT NOT NULL,
      apres BIGINT NOT NULL,
      PRIMARY KEY (fait, nom))
    """,
    "CREATE INDEX reaction_due ON reaction (apres) WHERE etat = 'due'"),
  Migration(
    "2026-11-21 base: traces chaînées",
    """
    CREATE TABLE trace_attente (
      id TEXT PRIMARY KEY NOT NULL,
      acteur TEXT NOT NULL,
      geste TEXT NOT NULL,
      objet TEXT NOT NULL,
      le BIGINT NOT NULL)
    """,
    """
    CREATE TABLE trace (
      rang BIGINT PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      acteur TEXT NOT NULL,
      geste TEXT NOT NULL,
      objet TEXT NOT NULL,
      le BIGINT NOT NULL,
      empreinte TEXT NOT NULL)
    """),
  Migration(
    "2026-11-21 base: courrier à envoyer",
    """
    CREATE TABLE courrier (
      id TEXT PRIMARY KEY NOT NULL,
      proprietaire TEXT NOT NULL,
      sujet TEXT NOT NULL,
      contenu BYTEA NOT NULL,
      etat TEXT NOT NULL CHECK (etat IN ('attend', 'envoi', 'parti', 'echoue')),
      tentatives BIGINT NOT NULL,
      apres BIGINT NOT NULL,
      code TEXT)
    """,
    "CREATE INDEX courrier_du ON courrier (apres) WHERE etat IN ('attend', 'envoi')",
    "CREATE INDEX courrier_sujet ON courrier (sujet) WHERE etat = 'attend'"),
  Migration(
    "2026-11-21 base: un geste, une réponse",
    """
    CREATE TABLE geste (
      cle TEXT PRIMARY KEY NOT NULL,
      acteur TEXT NOT NULL,
      reponse TEXT NOT NULL,
      le BIGINT NOT NULL)
    """,
    "CREATE INDEX geste_age ON geste (le)"),
  noeudsMigration,
  Migration(
    "2026-11-28 base: des traces que rien ne change",
    """
    CREATE TABLE trace_tete (
      numero BIGINT PRIMARY KEY NOT NULL,
      rang BIGINT NOT NULL,
      empreinte TEXT NOT NULL,
      le BIGINT NOT NULL,
      signature BYTEA NOT NULL,
      cle BYTEA NOT NULL)
    """,
    // Lines leave twelve months after they were written, not before: 31,536,000,000 milliseconds.
    """
    CREATE TABLE trace_coupe (
      numero BIGINT PRIMARY KEY NOT NULL,
      rang BIGINT NOT NULL UNIQUE,
      empreinte TEXT NOT NULL,
      avant BIGINT NOT NULL,
      le BIGINT NOT NULL,
      raison TEXT NOT NULL CHECK (raison IN ('terme')),
      rompue BIGINT,
      signature BYTEA NOT NULL,
      cle BYTEA NOT NULL,
      CHECK (avant <= le - 31536000000))
    """,
    puis: { $0.verrousDesTraces }),
  Migration(
    "2026-11-28 base: quand on a sauvegardé",
    """
    CREATE TABLE sauvegarde (
      id TEXT PRIMARY KEY NOT NULL,
      commencee BIGINT NOT NULL,
      etat TEXT NOT NULL CHECK (etat IN ('en cours', 'restauree', 'relue', 'manquee')),
      finie BIGINT)
    """,
    "CREATE INDEX sauvegarde_commencee ON sauvegarde (commencee)"),
]
