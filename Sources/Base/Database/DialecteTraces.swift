/// What keeps each engine from changing a trace, whoever asks it to.
///
/// `trace`, `trace_tete` and `trace_coupe` only ever grow; a waiting line leaves once it stands in the chain. A line
/// of the chain leaves when a cut that was written before covers it, and only when it is older than the cut says.
extension Engine {
  /// Run once, by a migration: never edited afterwards.
  var verrousDesTraces: [SQL] {
    switch self {
    case .sqlite: sqliteLocks
    case .postgres: postgresLocks
    }
  }

  /// Every lock that must be in place.
  var nomsDesVerrous: Set<String> {
    let tables = ["trace", "trace_attente", "trace_tete", "trace_coupe"]
    let kinds =
      switch self {
      case .sqlite: ["retouche", "retrait", "remplacement"]
      case .postgres: ["retouche", "retrait", "vidage"]
      }
    return Set(tables.flatMap { table in kinds.map { "\(table)_sans_\($0)" } })
  }
}

extension Transaction {
  /// The locks that are missing, or put to sleep.
  func verrousManquants() throws -> [String] {
    let question: SQL =
      switch engine {
      case .sqlite: "SELECT name FROM sqlite_master WHERE type = 'trigger'"
      case .postgres:
        """
        SELECT tgname::text FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A') AND tgrelid IN
          (to_regclass('trace'), to_regclass('trace_attente'), to_regclass('trace_tete'), to_regclass('trace_coupe'))
        """
      }
    return engine.nomsDesVerrous.subtracting(try all(question) { try $0[0] as String }).sorted()
  }

  /// Takes away the lines that this cut covers; answers how many left.
  ///
  /// PostgreSQL has a function for it, which looks at its own clock: whoever works with the base needs no right to
  /// take a line away.
  func removeTraces(coveredBy coupe: Int) throws -> Int {
    switch engine {
    case .sqlite:
      try execute(
        """
        DELETE FROM trace
        WHERE rang > COALESCE((SELECT rang FROM trace_coupe WHERE numero = \(coupe) - 1), 0)
          AND rang <= (SELECT rang FROM trace_coupe WHERE numero = \(coupe))
        """)
    case .postgres: try first("SELECT trace_oter(\(coupe))") { try $0[0] } ?? 0
    }
  }
}

// MARK: SQLite

/// REPLACE takes a row away without asking the triggers of DELETE: hence the locks on INSERT.
private let sqliteLocks: [SQL] = [
  """
  CREATE TRIGGER trace_sans_retouche BEFORE UPDATE ON trace
  BEGIN SELECT RAISE(ABORT, 'trace: insert only'); END
  """,
  """
  CREATE TRIGGER trace_sans_retrait BEFORE DELETE ON trace
  WHEN NOT EXISTS (SELECT 1 FROM trace_coupe WHERE rang >= OLD.rang AND avant > OLD.le)
  BEGIN SELECT RAISE(ABORT, 'trace: insert only'); END
  """,
  """
  CREATE TRIGGER trace_sans_remplacement BEFORE INSERT ON trace
  WHEN EXISTS (SELECT 1 FROM trace WHERE rang = NEW.rang OR id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'trace: insert only'); END
  """,
  """
  CREATE TRIGGER trace_attente_sans_retouche BEFORE UPDATE ON trace_attente
  BEGIN SELECT RAISE(ABORT, 'trace_attente: insert only'); END
  """,
  """
  CREATE TRIGGER trace_attente_sans_retrait BEFORE DELETE ON trace_attente
  WHEN NOT EXISTS (
    SELECT 1 FROM trace WHERE id = OLD.id AND acteur = OLD.acteur AND geste = OLD.geste AND objet = OLD.objet
      AND le = OLD.le)
  BEGIN SELECT RAISE(ABORT, 'trace_attente: not chained yet'); END
  """,
  """
  CREATE TRIGGER trace_attente_sans_remplacement BEFORE INSERT ON trace_attente
  WHEN EXISTS (SELECT 1 FROM trace_attente WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'trace_attente: insert only'); END
  """,
  """
  CREATE TRIGGER trace_tete_sans_retouche BEFORE UPDATE ON trace_tete
  BEGIN SELECT RAISE(ABORT, 'trace_tete: insert only'); END
  """,
  """
  CREATE TRIGGER trace_tete_sans_retrait BEFORE DELETE ON trace_tete
  BEGIN SELECT RAISE(ABORT, 'trace_tete: insert only'); END
  """,
  """
  CREATE TRIGGER trace_tete_sans_remplacement BEFORE INSERT ON trace_tete
  WHEN EXISTS (SELECT 1 FROM trace_tete WHERE numero = NEW.numero)
  BEGIN SELECT RAISE(ABORT, 'trace_tete: insert only'); END
  """,
  """
  CREATE TRIGGER trace_coupe_sans_retouche BEFORE UPDATE ON trace_coupe
  BEGIN SELECT RAISE(ABORT, 'trace_coupe: insert only'); END
  """,
  """
  CREATE TRIGGER trace_coupe_sans_retrait BEFORE DELETE ON trace_coupe
  BEGIN SELECT RAISE(ABORT, 'trace_coupe: insert only'); END
  """,
  """
  CREATE TRIGGER trace_coupe_sans_remplacement BEFORE INSERT ON trace_coupe
  WHEN EXISTS (SELECT 1 FROM trace_coupe WHERE numero = NEW.numero OR rang = NEW.rang)
  BEGIN SELECT RAISE(ABORT, 'trace_coupe: insert only'); END
  """,
]

// MARK: PostgreSQL

/// Functions name their schema, and look nowhere else: a temporary table of the same name fools none of them.
/// `trace_oter` runs with the rights of whoever owns the tables.
private let postgresLocks: [SQL] = [
  """
  DO $installe$ BEGIN
    EXECUTE format($f$
      CREATE FUNCTION %1$I.trace_refus() RETURNS trigger LANGUAGE plpgsql AS $corps$
      BEGIN
        RAISE EXCEPTION 'insert only' USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
      END $corps$
      $f$, current_schema());
    EXECUTE format($f$
      CREATE FUNCTION %1$I.trace_retrait() RETURNS trigger LANGUAGE plpgsql SET search_path = %1$I, pg_temp AS $corps$
      BEGIN
        IF OLD.le < (SELECT avant FROM trace_coupe WHERE rang >= OLD.rang ORDER BY rang LIMIT 1) THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'insert only' USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
      END $corps$
      $f$, current_schema());
    EXECUTE format($f$
      CREATE FUNCTION %1$I.trace_attente_retrait() RETURNS trigger LANGUAGE plpgsql
        SET search_path = %1$I, pg_temp AS $corps$
      BEGIN
        IF EXISTS (
          SELECT 1 FROM trace WHERE id = OLD.id AND acteur = OLD.acteur AND geste = OLD.geste AND objet = OLD.objet
            AND le = OLD.le) THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'not chained yet' USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
      END $corps$
      $f$, current_schema());
    EXECUTE format($f$
      CREATE FUNCTION %1$I.trace_oter(coupe bigint) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = %1$I, pg_temp AS $corps$
      DECLARE nombre bigint;
      BEGIN
        DELETE FROM trace
        WHERE rang > COALESCE((SELECT rang FROM trace_coupe WHERE numero = coupe - 1), 0)
          AND rang <= (SELECT rang FROM trace_coupe WHERE numero = coupe)
          AND le < (extract(epoch FROM clock_timestamp()) * 1000)::bigint - 31536000000;
        GET DIAGNOSTICS nombre = ROW_COUNT;
        RETURN nombre;
      END $corps$
      $f$, current_schema());
    EXECUTE format('REVOKE ALL ON FUNCTION %1$I.trace_oter(bigint) FROM PUBLIC', current_schema());
  END $installe$
  """,
  """
  CREATE TRIGGER trace_sans_retouche BEFORE UPDATE ON trace FOR EACH STATEMENT EXECUTE FUNCTION trace_refus()
  """,
  """
  CREATE TRIGGER trace_sans_retrait BEFORE DELETE ON trace FOR EACH ROW EXECUTE FUNCTION trace_retrait()
  """,
  """
  CREATE TRIGGER trace_sans_vidage BEFORE TRUNCATE ON trace FOR EACH STATEMENT EXECUTE FUNCTION trace_refus()
  """,
  """
  CREATE TRIGGER trace_attente_sans_retouche BEFORE UPDATE ON trace_attente
  FOR EACH STATEMENT EXECUTE FUNCTION trace_refus()
  """,
  """
  CREATE TRIGGER trace_attente_sans_retrait BEFORE DELETE ON trace_attente
  FOR EACH ROW EXECUTE FUNCTION trace_attente_retrait()
  """,
  """
  CREATE TRIGGER trace_attente_sans_vidage BEFORE TRUNCATE ON trace_attente
  FOR EACH STATEMENT EXECUTE FUNCTION trace_refus()
  """,
  """
  CREATE TRIGGER trace_tete_sans_retouche BEFORE UPDATE ON trace_tete FOR EACH STATEMENT EXECUTE FUNCTION trace_refus()
  """,
  """
  CREATE TRIGGER trace_tete_sans_retrait BEFORE DELETE ON trace_tete FOR EACH STATEMENT EXECUTE FUNCTION trace_refus()
  """,
  """
  CREATE TRIGGER trace_tete_sans_vidage BEFORE TRUNCATE ON trace_tete FOR EACH STATEMENT EXECUTE FUNCTION trace_refus()
  """,
  """
  CREATE TRIGGER trace_coupe_sans_retouche BEFORE UPDATE ON trace_coupe
  FOR EACH STATEMENT EXECUTE FUNCTION trace_refus()
  """,
  """
  CREATE TRIGGER trace_coupe_sans_retrait BEFORE DELETE ON trace_coupe FOR EACH STATEMENT EXECUTE FUNCTION trace_refus()
  """,
  """
  CREATE TRIGGER trace_coupe_sans_vidage BEFORE TRUNCATE ON trace_coupe
  FOR EACH STATEMENT EXECUTE FUNCTION trace_refus()
  """,
]
