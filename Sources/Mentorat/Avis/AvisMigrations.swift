import Base

let avisMigrations: [Migration] = [
  Migration(
    "2026-11-29 mentorat: ce que WhatsApp fait savoir",
    // As it came, sealed with the key of its month; the row goes once it is read.
    """
    CREATE TABLE avis_whatsapp (
      id TEXT PRIMARY KEY NOT NULL,
      mois TEXT NOT NULL,
      contenu BYTEA NOT NULL,
      recu BIGINT NOT NULL,
      etat TEXT NOT NULL CHECK (etat IN ('attend', 'lecture', 'ecarte')),
      tentatives BIGINT NOT NULL,
      apres BIGINT NOT NULL)
    """,
    "CREATE INDEX avis_whatsapp_du ON avis_whatsapp (apres) WHERE etat <> 'ecarte'",
    // The names of what was told, as keyed fingerprints: Meta's own hold the person's number.
    """
    CREATE TABLE nouvelle_whatsapp (
      cle TEXT PRIMARY KEY NOT NULL,
      genre TEXT NOT NULL,
      recue BIGINT NOT NULL)
    """,
    "CREATE INDEX nouvelle_whatsapp_recue ON nouvelle_whatsapp (recue)",
    // Months whose key has served.
    "CREATE TABLE mois_avis (mois TEXT PRIMARY KEY NOT NULL)",
    // What Meta last said of our approved text, by language, and when by its clock; what it refuses us for now.
    """
    CREATE TABLE gabarit_whatsapp (
      langue TEXT PRIMARY KEY NOT NULL,
      etat TEXT NOT NULL,
      dit BIGINT NOT NULL)
    """,
    "CREATE TABLE ennui_whatsapp (classe TEXT PRIMARY KEY NOT NULL)")
]
