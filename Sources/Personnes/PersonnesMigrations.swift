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
  Migration(
    "2026-11-21 personnes: connexions prouvées, liens demandés, navigateurs connus",
    // Whoever was signed in signs in again: the new columns say what an old connexion cannot.
    "DROP TABLE connexion",
    """
    CREATE TABLE connexion (
      id TEXT PRIMARY KEY NOT NULL,
      jeton TEXT NOT NULL UNIQUE,
      personne TEXT NOT NULL REFERENCES personne (id),
      marque TEXT NOT NULL,
      navigateur TEXT NOT NULL,
      moyen TEXT NOT NULL CHECK (moyen IN
        ('lien', 'code', 'invitation', 'ouverture', 'cle', 'papier', 'proconnect', 'demonstration')),
      ouverte BIGINT NOT NULL,
      vue BIGINT NOT NULL,
      acte BIGINT NOT NULL,
      prouvee BIGINT NOT NULL,
      forte BIGINT,
      doute BOOLEAN NOT NULL,
      paisible BIGINT NOT NULL)
    """,
    "CREATE INDEX connexion_personne ON connexion (personne)",
    """
    CREATE TABLE navigateur_connu (
      personne TEXT NOT NULL REFERENCES personne (id),
      marque TEXT NOT NULL,
      depuis BIGINT NOT NULL,
      PRIMARY KEY (personne, marque))
    """,
    "DROP TABLE lien",
    """
    CREATE TABLE lien (
      id TEXT PRIMARY KEY NOT NULL,
      jeton TEXT NOT NULL UNIQUE,
      personne TEXT NOT NULL REFERENCES personne (id),
      navigateur TEXT NOT NULL,
      code TEXT NOT NULL,
      suite TEXT NOT NULL,
      ouvert_ailleurs BOOLEAN NOT NULL,
      essais BIGINT NOT NULL CHECK (essais <= 6),
      expire BIGINT NOT NULL,
      servi BIGINT)
    """,
    "CREATE INDEX lien_navigateur ON lien (navigateur)",
    "CREATE INDEX lien_personne ON lien (personne)",
    "CREATE INDEX lien_expire ON lien (expire)",
    """
    CREATE TABLE lien_demande (
      id TEXT PRIMARY KEY NOT NULL,
      adresse BYTEA NOT NULL,
      navigateur TEXT NOT NULL,
      langue TEXT NOT NULL,
      suite TEXT NOT NULL,
      le BIGINT NOT NULL)
    """),
  Migration(
    "2026-11-21 personnes: clés d’accès, codes temporaires, codes de secours",
    """
    CREATE TABLE cle_acces (
      id TEXT PRIMARY KEY NOT NULL,
      personne TEXT NOT NULL REFERENCES personne (id),
      identifiant TEXT NOT NULL UNIQUE,
      algorithme BIGINT NOT NULL CHECK (algorithme IN (-7, -8, -257)),
      cle_publique BYTEA NOT NULL,
      compteur BIGINT NOT NULL,
      synchronisee BOOLEAN NOT NULL,
      nom BYTEA NOT NULL,
      creee BIGINT NOT NULL,
      servie BIGINT)
    """,
    "CREATE INDEX cle_acces_personne ON cle_acces (personne)",
    "CREATE TABLE cle_declinee (personne TEXT PRIMARY KEY NOT NULL REFERENCES personne (id))",
    """
    CREATE TABLE defi (
      empreinte TEXT PRIMARY KEY NOT NULL,
      marque TEXT NOT NULL,
      usage TEXT NOT NULL CHECK (usage IN ('inscription', 'connexion', 'preuve')),
      personne TEXT REFERENCES personne (id),
      expire BIGINT NOT NULL)
    """,
    "CREATE INDEX defi_expire ON defi (expire)",
    """
    CREATE TABLE code_temporaire (
      personne TEXT PRIMARY KEY NOT NULL REFERENCES personne (id),
      secret BYTEA NOT NULL,
      connexion TEXT NOT NULL,
      prepare BIGINT NOT NULL,
      confirme BIGINT,
      dernier BIGINT NOT NULL,
      echecs BIGINT NOT NULL,
      echec BIGINT NOT NULL)
    """,
    """
    CREATE TABLE code_secours (
      personne TEXT NOT NULL REFERENCES personne (id),
      empreinte TEXT NOT NULL,
      servi BIGINT,
      PRIMARY KEY (personne, empreinte))
    """,
    """
    CREATE TABLE exigence (
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      role TEXT NOT NULL CHECK (role IN ('conseiller', 'coordinateur')),
      depuis BIGINT NOT NULL,
      PRIMARY KEY (dispositif, role))
    """),
  Migration(
    "2026-11-21 personnes: codes sur papier, récupérations, changements d’adresse, suspensions",
    """
    CREATE TABLE code_papier (
      id TEXT PRIMARY KEY NOT NULL,
      empreinte TEXT NOT NULL UNIQUE,
      personne TEXT NOT NULL REFERENCES personne (id),
      remis_par TEXT REFERENCES personne (id),
      recupere BOOLEAN NOT NULL,
      cree BIGINT NOT NULL,
      expire BIGINT NOT NULL,
      servi BIGINT)
    """,
    "CREATE INDEX code_papier_personne ON code_papier (personne)",
    """
    CREATE TABLE recuperation (
      id TEXT PRIMARY KEY NOT NULL,
      personne TEXT NOT NULL REFERENCES personne (id),
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      demandee_par TEXT NOT NULL REFERENCES personne (id),
      demandee BIGINT NOT NULL,
      confirmee_par TEXT REFERENCES personne (id),
      etat TEXT NOT NULL CHECK (etat IN ('demandee', 'confirmee', 'retiree')),
      CHECK (confirmee_par <> demandee_par))
    """,
    "CREATE UNIQUE INDEX recuperation_ouverte ON recuperation (personne) WHERE etat = 'demandee'",
    """
    CREATE TABLE changement_adresse (
      id TEXT PRIMARY KEY NOT NULL,
      personne TEXT NOT NULL UNIQUE REFERENCES personne (id),
      nouvelle BYTEA NOT NULL,
      jeton_nouvelle TEXT NOT NULL UNIQUE,
      jeton_ancienne TEXT NOT NULL UNIQUE,
      nouvelle_confirmee BIGINT,
      ancienne_confirmee BIGINT,
      expire BIGINT NOT NULL)
    """,
    "ALTER TABLE appartenance ADD COLUMN suspendue BIGINT"),
  Migration(
    "2026-11-21 personnes: entrer par ProConnect",
    """
    CREATE TABLE proconnect (
      personne TEXT PRIMARY KEY NOT NULL REFERENCES personne (id),
      sujet TEXT NOT NULL UNIQUE,
      depuis BIGINT NOT NULL)
    """,
    """
    CREATE TABLE proconnect_aller (
      etat TEXT PRIMARY KEY NOT NULL,
      marque TEXT NOT NULL,
      personne TEXT REFERENCES personne (id),
      expire BIGINT NOT NULL)
    """),
  Migration(
    "2026-11-21 personnes: rôles dans leur table, avec mentors et personnes accompagnées",
    // A list in a CHECK can only grow by making its table again: from now on a role is a row.
    "CREATE TABLE role (nom TEXT PRIMARY KEY NOT NULL)",
    """
    INSERT INTO role (nom) VALUES
      ('explorateur'), ('expert'), ('conseiller'), ('coordinateur'), ('mentor'), ('accompagne')
    """,
    """
    CREATE TABLE appartenance_neuve (
      personne TEXT NOT NULL REFERENCES personne (id),
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      role TEXT NOT NULL REFERENCES role (nom),
      suivie_par TEXT REFERENCES personne (id),
      depuis BIGINT NOT NULL,
      suspendue BIGINT,
      PRIMARY KEY (personne, dispositif, role))
    """,
    """
    INSERT INTO appartenance_neuve (personne, dispositif, role, suivie_par, depuis, suspendue)
    SELECT personne, dispositif, role, suivie_par, depuis, suspendue FROM appartenance
    """,
    "DROP TABLE appartenance",
    "ALTER TABLE appartenance_neuve RENAME TO appartenance",
    "CREATE INDEX appartenance_dispositif ON appartenance (dispositif, role)",
    "CREATE INDEX appartenance_suivie ON appartenance (suivie_par) WHERE suivie_par IS NOT NULL",
    """
    CREATE TABLE invitation_neuve (
      id TEXT PRIMARY KEY NOT NULL,
      jeton TEXT NOT NULL UNIQUE,
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      role TEXT NOT NULL REFERENCES role (nom),
      adresse BYTEA NOT NULL,
      invitee_par TEXT NOT NULL REFERENCES personne (id),
      suivie_par TEXT REFERENCES personne (id),
      etat TEXT NOT NULL CHECK (etat IN ('ouverte', 'acceptee', 'retiree')),
      creee BIGINT NOT NULL,
      expire BIGINT NOT NULL)
    """,
    """
    INSERT INTO invitation_neuve
      (id, jeton, dispositif, role, adresse, invitee_par, suivie_par, etat, creee, expire)
    SELECT id, jeton, dispositif, role, adresse, invitee_par, suivie_par, etat, creee, expire FROM invitation
    """,
    "DROP TABLE invitation",
    "ALTER TABLE invitation_neuve RENAME TO invitation",
    "CREATE INDEX invitation_dispositif ON invitation (dispositif, creee)"),
  Migration(
    "2026-11-22 personnes: les conseillers numériques",
    "INSERT INTO role (nom) VALUES ('conseiller-numerique')",
    // Which roles are a team's is known by the code; the table only asks that a role exists.
    """
    CREATE TABLE exigence_neuve (
      dispositif TEXT NOT NULL REFERENCES dispositif (id),
      role TEXT NOT NULL REFERENCES role (nom),
      depuis BIGINT NOT NULL,
      PRIMARY KEY (dispositif, role))
    """,
    "INSERT INTO exigence_neuve (dispositif, role, depuis) SELECT dispositif, role, depuis FROM exigence",
    "DROP TABLE exigence",
    "ALTER TABLE exigence_neuve RENAME TO exigence"),
  Migration(
    "2026-11-22 personnes: l’écran verrouillé",
    "ALTER TABLE connexion ADD COLUMN verrouillee BIGINT"),
  Migration(
    "2026-11-28 personnes: qui est parti, qui donne signe de vie, qui a pris une invitation",
    "ALTER TABLE personne ADD COLUMN partie BIGINT",
    "ALTER TABLE personne ADD COLUMN vue BIGINT NOT NULL DEFAULT 0",
    "ALTER TABLE personne ADD COLUMN prevenue BIGINT",
    """
    UPDATE personne SET vue = COALESCE((SELECT max(c.vue) FROM connexion c WHERE c.personne = personne.id), creee)
    """,
    "CREATE INDEX personne_vue ON personne (vue) WHERE partie IS NULL",
    "ALTER TABLE invitation ADD COLUMN acceptee_par TEXT REFERENCES personne (id)"),
]
