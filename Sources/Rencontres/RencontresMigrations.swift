import Base

/// Experts' profiles and hours, meetings and what happens to them.
package let rencontresMigrations: [Migration] = [
  Migration(
    "2026-11-21 rencontres: profils et disponibilités",
    """
    CREATE TABLE profil (
      expert TEXT NOT NULL REFERENCES personne (id),
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      metier TEXT NOT NULL,
      fiche TEXT NOT NULL,
      presentation TEXT NOT NULL,
      recherche TEXT NOT NULL,
      plafond BIGINT NOT NULL CHECK (plafond BETWEEN 1 AND 60),
      maj BIGINT NOT NULL,
      PRIMARY KEY (expert, dispositif))
    """,
    "CREATE INDEX profil_dispositif ON profil (dispositif, metier)",
    """
    CREATE TABLE disponibilite (
      expert TEXT NOT NULL REFERENCES personne (id),
      jour BIGINT NOT NULL CHECK (jour BETWEEN 1 AND 7),
      debut BIGINT NOT NULL CHECK (debut BETWEEN 0 AND 1425),
      fin BIGINT NOT NULL CHECK (fin BETWEEN 15 AND 1440),
      PRIMARY KEY (expert, jour, debut),
      CHECK (debut < fin))
    """),
  Migration(
    "2026-11-21 rencontres: rencontres, demandes, questions, créneaux pris",
    """
    CREATE TABLE rencontre (
      id TEXT PRIMARY KEY NOT NULL,
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      explorateur TEXT NOT NULL REFERENCES personne (id),
      expert TEXT NOT NULL REFERENCES personne (id),
      debut BIGINT NOT NULL,
      fin BIGINT NOT NULL,
      mois TEXT NOT NULL,
      etat TEXT NOT NULL CHECK (etat IN ('demandee', 'acceptee', 'declinee', 'expiree', 'annulee')),
      version BIGINT NOT NULL,
      sequence BIGINT NOT NULL,
      envoyee BIGINT NOT NULL,
      echeance BIGINT NOT NULL,
      bilan_attendu BIGINT NOT NULL,
      CHECK (debut < fin),
      CHECK (debut % 900000 = 0 AND fin % 900000 = 0),
      CHECK (explorateur <> expert))
    """,
    "CREATE INDEX rencontre_explorateur ON rencontre (explorateur, debut)",
    "CREATE INDEX rencontre_expert ON rencontre (expert, mois)",
    "CREATE INDEX rencontre_echeance ON rencontre (echeance) WHERE etat = 'demandee'",
    """
    CREATE TABLE creneau_pris (
      personne TEXT NOT NULL REFERENCES personne (id),
      quart_heure BIGINT NOT NULL,
      rencontre TEXT NOT NULL REFERENCES rencontre (id),
      PRIMARY KEY (personne, quart_heure))
    """,
    "CREATE INDEX creneau_pris_rencontre ON creneau_pris (rencontre)",
    """
    CREATE TABLE demande (
      rencontre TEXT PRIMARY KEY NOT NULL REFERENCES rencontre (id),
      motivation BYTEA NOT NULL)
    """,
    """
    CREATE TABLE question (
      rencontre TEXT NOT NULL REFERENCES rencontre (id),
      rang BIGINT NOT NULL CHECK (rang BETWEEN 1 AND 20),
      texte BYTEA NOT NULL,
      posee BOOLEAN NOT NULL,
      PRIMARY KEY (rencontre, rang))
    """),
  Migration(
    "2026-11-21 rencontres: réponses, annulations, présences, bilans, brouillons",
    """
    CREATE TABLE reponse (
      rencontre TEXT PRIMARY KEY NOT NULL REFERENCES rencontre (id),
      accord BOOLEAN NOT NULL,
      mot BYTEA NOT NULL,
      le BIGINT NOT NULL)
    """,
    """
    CREATE TABLE annulation (
      rencontre TEXT PRIMARY KEY NOT NULL REFERENCES rencontre (id),
      par TEXT NOT NULL REFERENCES personne (id),
      classe TEXT NOT NULL CHECK (classe IN ('aTemps', 'tardive', 'absence')),
      mot BYTEA NOT NULL,
      le BIGINT NOT NULL)
    """,
    """
    CREATE TABLE presence (
      rencontre TEXT NOT NULL REFERENCES rencontre (id),
      personne TEXT NOT NULL REFERENCES personne (id),
      arrivee BIGINT NOT NULL,
      depart BIGINT,
      PRIMARY KEY (rencontre, personne))
    """,
    """
    CREATE TABLE bilan (
      rencontre TEXT PRIMARY KEY NOT NULL REFERENCES rencontre (id),
      tenue BOOLEAN NOT NULL,
      humeur TEXT CHECK (humeur IN ('enjouee', 'bonne', 'calme', 'difficile')),
      projet TEXT NOT NULL CHECK (projet IN ('confirme', 'a-explorer', 'ecarte')),
      appris BYTEA NOT NULL,
      remerciement BYTEA NOT NULL,
      remis BIGINT NOT NULL,
      lu BIGINT,
      lu_par TEXT REFERENCES personne (id),
      reponse BYTEA)
    """,
    """
    CREATE TABLE brouillon (
      personne TEXT NOT NULL REFERENCES personne (id),
      objet TEXT NOT NULL,
      contenu BYTEA NOT NULL,
      maj BIGINT NOT NULL,
      PRIMARY KEY (personne, objet))
    """),
]
