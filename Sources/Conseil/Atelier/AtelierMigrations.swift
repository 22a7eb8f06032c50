import Base

let atelierMigrations: [Migration] = [
  Migration(
    "2026-11-22 conseil: ateliers, inscrits, places",
    """
    CREATE TABLE atelier (
      id TEXT PRIMARY KEY NOT NULL,
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      conseiller TEXT NOT NULL REFERENCES personne (id),
      lieu TEXT NOT NULL REFERENCES lieu (id),
      titre TEXT NOT NULL,
      finalite TEXT NOT NULL,
      etapes TEXT NOT NULL,
      apporter TEXT NOT NULL,
      retrouver TEXT NOT NULL,
      niveau BIGINT NOT NULL,
      themes BIGINT NOT NULL CHECK (themes > 0),
      debut BIGINT NOT NULL,
      fin BIGINT NOT NULL,
      places BIGINT NOT NULL CHECK (places BETWEEN 1 AND 500),
      etat TEXT NOT NULL CHECK (etat IN ('brouillon', 'publie', 'annule', 'tenu')),
      arrivees BIGINT NOT NULL CHECK (arrivees BETWEEN 0 AND 500),
      pointe BIGINT,
      rappele BIGINT,
      revision BIGINT NOT NULL,
      cree BIGINT NOT NULL,
      CHECK (debut < fin))
    """,
    "CREATE INDEX atelier_dispositif ON atelier (dispositif, debut)",
    "CREATE INDEX atelier_conseiller ON atelier (conseiller, debut)",
    "CREATE INDEX atelier_a_venir ON atelier (etat, fin)",
    """
    CREATE TABLE inscrit (
      id TEXT PRIMARY KEY NOT NULL,
      atelier TEXT NOT NULL REFERENCES atelier (id),
      usager TEXT REFERENCES usager (id),
      ordre BIGINT NOT NULL CHECK (ordre > 0),
      par TEXT NOT NULL CHECK (par IN ('soi', 'autrui', 'conseiller', 'arrivee')),
      etat TEXT NOT NULL CHECK (etat IN ('inscrit', 'desiste')),
      demande BIGINT NOT NULL,
      code TEXT UNIQUE,
      a_appeler BIGINT,
      presence TEXT CHECK (presence IN ('present', 'absent')),
      contenu BYTEA NOT NULL)
    """,
    "CREATE INDEX inscrit_atelier ON inscrit (atelier, ordre)",
    "CREATE UNIQUE INDEX inscrit_une_fois ON inscrit (usager, atelier) WHERE etat = 'inscrit'",
    // Two people never have the same seat, and nobody has two.
    """
    CREATE TABLE atelier_place (
      atelier TEXT NOT NULL REFERENCES atelier (id),
      rang BIGINT NOT NULL CHECK (rang BETWEEN 1 AND 500),
      inscrit TEXT NOT NULL UNIQUE REFERENCES inscrit (id),
      PRIMARY KEY (atelier, rang))
    """,
    // A report that is corrected is written anew, and one that is taken back is gone: its row is not referred to.
    """
    CREATE TABLE atelier_compte_rendu (
      atelier TEXT PRIMARY KEY NOT NULL REFERENCES atelier (id),
      compte_rendu TEXT NOT NULL UNIQUE)
    """)
]
