import Base

/// Places, the door, people received, what was done with them, and its reports.
package let conseilMigrations: [Migration] = [
  Migration(
    "2026-11-22 conseil: lieux, permanences, rendez-vous, file",
    """
    CREATE TABLE lieu (
      id TEXT PRIMARY KEY NOT NULL,
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      nom TEXT NOT NULL,
      adresse TEXT NOT NULL,
      code_postal TEXT NOT NULL,
      commune TEXT NOT NULL,
      telephone TEXT NOT NULL,
      cree BIGINT NOT NULL,
      ferme BIGINT,
      comptoir TEXT UNIQUE)
    """,
    "CREATE INDEX lieu_dispositif ON lieu (dispositif)",
    """
    CREATE TABLE lieu_horaire (
      lieu TEXT NOT NULL REFERENCES lieu (id),
      jour BIGINT NOT NULL CHECK (jour BETWEEN 1 AND 7),
      debut BIGINT NOT NULL CHECK (debut BETWEEN 0 AND 1425),
      fin BIGINT NOT NULL CHECK (fin BETWEEN 15 AND 1440),
      PRIMARY KEY (lieu, jour, debut),
      CHECK (debut < fin))
    """,
    """
    CREATE TABLE permanence (
      conseiller TEXT NOT NULL REFERENCES personne (id),
      lieu TEXT NOT NULL REFERENCES lieu (id),
      jour BIGINT NOT NULL CHECK (jour BETWEEN 1 AND 7),
      debut BIGINT NOT NULL CHECK (debut BETWEEN 0 AND 1425),
      fin BIGINT NOT NULL CHECK (fin BETWEEN 15 AND 1440),
      PRIMARY KEY (conseiller, jour, debut),
      CHECK (debut < fin))
    """,
    "CREATE INDEX permanence_lieu ON permanence (lieu)",
    """
    CREATE TABLE usager (
      id TEXT PRIMARY KEY NOT NULL,
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      numero BIGINT NOT NULL,
      revision BIGINT NOT NULL,
      contenu BYTEA NOT NULL,
      cree BIGINT NOT NULL,
      contact BIGINT NOT NULL,
      UNIQUE (dispositif, numero))
    """,
    """
    CREATE TABLE usager_conseiller (
      usager TEXT NOT NULL REFERENCES usager (id),
      conseiller TEXT NOT NULL REFERENCES personne (id),
      depuis BIGINT NOT NULL,
      PRIMARY KEY (usager, conseiller))
    """,
    "CREATE INDEX usager_conseiller_qui ON usager_conseiller (conseiller, usager)",
    """
    CREATE TABLE rendez_vous (
      id TEXT PRIMARY KEY NOT NULL,
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      lieu TEXT NOT NULL REFERENCES lieu (id),
      conseiller TEXT NOT NULL REFERENCES personne (id),
      usager TEXT REFERENCES usager (id),
      debut BIGINT NOT NULL,
      fin BIGINT NOT NULL,
      demande BIGINT NOT NULL,
      par TEXT NOT NULL CHECK (par IN ('page', 'telephone')),
      etat TEXT NOT NULL CHECK (etat IN ('pris', 'annule', 'recu', 'absent')),
      code TEXT NOT NULL UNIQUE,
      contenu BYTEA NOT NULL,
      CHECK (debut < fin))
    """,
    "CREATE INDEX rendez_vous_lieu ON rendez_vous (lieu, debut)",
    "CREATE INDEX rendez_vous_conseiller ON rendez_vous (conseiller, debut)",
    """
    CREATE TABLE rendez_vous_quart (
      conseiller TEXT NOT NULL REFERENCES personne (id),
      quart_heure BIGINT NOT NULL,
      rendez_vous TEXT NOT NULL REFERENCES rendez_vous (id),
      PRIMARY KEY (conseiller, quart_heure))
    """,
    "CREATE INDEX rendez_vous_quart_du ON rendez_vous_quart (rendez_vous)",
    """
    CREATE TABLE ticket (
      id TEXT PRIMARY KEY NOT NULL,
      lieu TEXT NOT NULL REFERENCES lieu (id),
      jour TEXT NOT NULL,
      numero BIGINT NOT NULL CHECK (numero > 0),
      etat TEXT NOT NULL CHECK (etat IN ('attend', 'appele', 'recu', 'parti')),
      arrive BIGINT NOT NULL,
      appele BIGINT,
      appele_par TEXT REFERENCES personne (id),
      contenu BYTEA NOT NULL,
      UNIQUE (lieu, jour, numero))
    """,
    """
    CREATE TABLE refus_accueil (
      id TEXT PRIMARY KEY NOT NULL,
      lieu TEXT NOT NULL REFERENCES lieu (id),
      jour TEXT NOT NULL,
      raison TEXT NOT NULL,
      tranche_age TEXT NOT NULL,
      par TEXT NOT NULL REFERENCES personne (id),
      le BIGINT NOT NULL)
    """,
    "CREATE INDEX refus_accueil_lieu ON refus_accueil (lieu, jour)"),
  Migration(
    "2026-11-22 conseil: besoins, plans, entretiens, comptes rendus",
    """
    CREATE TABLE besoin (
      id TEXT PRIMARY KEY NOT NULL,
      usager TEXT NOT NULL REFERENCES usager (id),
      mots BYTEA NOT NULL,
      etat TEXT NOT NULL CHECK (etat IN ('ouvert', 'atteint', 'laisse')),
      le BIGINT NOT NULL)
    """,
    "CREATE INDEX besoin_usager ON besoin (usager, le)",
    """
    CREATE TABLE etape (
      id TEXT PRIMARY KEY NOT NULL,
      besoin TEXT NOT NULL REFERENCES besoin (id),
      texte BYTEA NOT NULL,
      faite BIGINT,
      le BIGINT NOT NULL)
    """,
    "CREATE INDEX etape_besoin ON etape (besoin, le)",
    """
    CREATE TABLE entretien (
      id TEXT PRIMARY KEY NOT NULL,
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      conseiller TEXT NOT NULL REFERENCES personne (id),
      lieu TEXT REFERENCES lieu (id),
      usager TEXT REFERENCES usager (id),
      rendez_vous TEXT UNIQUE REFERENCES rendez_vous (id),
      ticket TEXT UNIQUE REFERENCES ticket (id),
      debut BIGINT NOT NULL,
      fin BIGINT,
      attente BIGINT,
      revision BIGINT NOT NULL,
      contenu BYTEA NOT NULL,
      rappele BIGINT)
    """,
    "CREATE INDEX entretien_conseiller ON entretien (conseiller, debut)",
    "CREATE INDEX entretien_usager ON entretien (usager, debut)",
    """
    CREATE TABLE compte_rendu (
      id TEXT PRIMARY KEY NOT NULL,
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      conseiller TEXT NOT NULL REFERENCES personne (id),
      entretien TEXT UNIQUE REFERENCES entretien (id),
      usager TEXT REFERENCES usager (id),
      lieu TEXT REFERENCES lieu (id),
      jour TEXT NOT NULL,
      type BIGINT NOT NULL CHECK (type IN (1, 2)),
      canal BIGINT NOT NULL,
      minutes BIGINT NOT NULL CHECK (minutes BETWEEN 1 AND 1439),
      attente BIGINT CHECK (attente >= 0),
      themes BIGINT NOT NULL CHECK (themes > 0),
      demarches BIGINT NOT NULL,
      materiel BIGINT NOT NULL,
      posture BIGINT NOT NULL,
      autonomie BIGINT NOT NULL,
      orientation BIGINT NOT NULL,
      issue BIGINT NOT NULL,
      niveau BIGINT NOT NULL,
      participants BIGINT NOT NULL CHECK (participants BETWEEN 1 AND 10000),
      deja BIGINT NOT NULL CHECK (deja BETWEEN 0 AND participants),
      genre_0 BIGINT NOT NULL, genre_1 BIGINT NOT NULL, genre_2 BIGINT NOT NULL,
      age_0 BIGINT NOT NULL, age_1 BIGINT NOT NULL, age_2 BIGINT NOT NULL, age_3 BIGINT NOT NULL,
      age_4 BIGINT NOT NULL, age_5 BIGINT NOT NULL, age_6 BIGINT NOT NULL, age_7 BIGINT NOT NULL,
      statut_0 BIGINT NOT NULL, statut_1 BIGINT NOT NULL, statut_2 BIGINT NOT NULL, statut_3 BIGINT NOT NULL,
      statut_4 BIGINT NOT NULL,
      contenu BYTEA NOT NULL,
      revision BIGINT NOT NULL,
      cree BIGINT NOT NULL,
      modifie BIGINT NOT NULL,
      CHECK (genre_0 + genre_1 + genre_2 = participants),
      CHECK (age_0 + age_1 + age_2 + age_3 + age_4 + age_5 + age_6 + age_7 = participants),
      CHECK (statut_0 + statut_1 + statut_2 + statut_3 + statut_4 = participants))
    """,
    "CREATE INDEX compte_rendu_jour ON compte_rendu (dispositif, jour)",
    "CREATE INDEX compte_rendu_conseiller ON compte_rendu (conseiller, jour)",
    """
    CREATE TABLE auto_evaluation (
      id TEXT PRIMARY KEY NOT NULL,
      conseiller TEXT NOT NULL REFERENCES personne (id),
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      mois TEXT NOT NULL,
      contenu BYTEA NOT NULL,
      le BIGINT NOT NULL,
      UNIQUE (conseiller, dispositif, mois))
    """,
    """
    CREATE TABLE consultation (
      usager TEXT NOT NULL REFERENCES usager (id),
      conseiller TEXT NOT NULL REFERENCES personne (id),
      le BIGINT NOT NULL,
      PRIMARY KEY (usager, conseiller, le))
    """,
    """
    CREATE TABLE chiffre_ligne (
      id TEXT PRIMARY KEY NOT NULL,
      dispositif TEXT NOT NULL,
      mois TEXT NOT NULL,
      ligne BYTEA NOT NULL)
    """,
    "CREATE INDEX chiffre_ligne_mois ON chiffre_ligne (dispositif, mois, id)",
    """
    CREATE TABLE chiffre_tranche (
      dispositif TEXT NOT NULL,
      mois TEXT NOT NULL,
      revision BIGINT NOT NULL,
      octets BYTEA NOT NULL,
      PRIMARY KEY (dispositif, mois))
    """),
]
