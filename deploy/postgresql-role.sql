-- Un compte PostgreSQL pour le serveur, qui ne peut ni changer ni ôter une trace.
-- A PostgreSQL account for the server, which can neither change a trace nor take one away.
--
-- 1. Le compte propriétaire fait les tables :      vademecum migrate --database "… user=proprietaire" --keys "…"
--    The owning account makes the tables.
-- 2. Il fait le compte du serveur, une fois :       CREATE ROLE vademecum_service LOGIN PASSWORD '…';
--    It makes the server's account, once.
-- 3. Il lance ce fichier sur la base, puis sur celle des clés, et de nouveau après chaque « vademecum migrate » :
--    It runs this file on the database, then on that of the keys, and again after each "vademecum migrate":
--      psql "… user=proprietaire" -v role=vademecum_service -f deploy/postgresql-role.sql
-- 4. Le serveur travaille avec ce compte :          vademecum serve --database "… user=vademecum_service" --keys "…"
--    The server works with this account.
--
-- Qui possède la base peut toujours ôter un verrou : les têtes signées, gardées ailleurs, le montrent.
-- Whoever owns the database can still remove a lock: signed heads, kept elsewhere, show it.

\set ON_ERROR_STOP on
BEGIN;

-- Le compte ne doit rien posséder ni tout pouvoir : sinon, rien d’ici ne le retient.
-- The account may own nothing here, and not be all-powerful: nothing below would hold it back.
SELECT set_config('vademecum.role', :'role', true);
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = current_setting('vademecum.role') AND (rolsuper OR rolbypassrls))
    OR EXISTS (
      SELECT 1 FROM pg_class WHERE relnamespace = current_schema()::regnamespace
        AND pg_has_role(current_setting('vademecum.role'), relowner, 'MEMBER'))
  THEN RAISE EXCEPTION 'Ce compte possède des tables ou peut tout. / This account owns tables, or may do everything.';
  END IF;
END $$;

SELECT current_schema() AS schema, to_regclass('trace') IS NOT NULL AS traces \gset

GRANT USAGE ON SCHEMA :"schema" TO :"role";
REVOKE CREATE ON SCHEMA :"schema" FROM :"role";
REVOKE ALL ON ALL TABLES IN SCHEMA :"schema" FROM :"role";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA :"schema" TO :"role";
REVOKE INSERT, UPDATE, DELETE ON :"schema".migration FROM :"role";

\if :traces
-- Écrire et lire, rien d’autre. / Write and read, nothing else.
REVOKE UPDATE, DELETE ON :"schema".trace, :"schema".trace_tete, :"schema".trace_coupe FROM :"role";
-- Une ligne ne quitte l’attente que pour la chaîne : un verrou y veille. / A line only leaves for the chain: a lock.
REVOKE UPDATE ON :"schema".trace_attente FROM :"role";
-- Ôte ce qu’une coupe signée couvre, et qui a plus de douze mois à l’horloge de PostgreSQL.
-- Takes away what a signed cut covers, and is older than twelve months by PostgreSQL's clock.
GRANT EXECUTE ON FUNCTION :"schema".trace_oter(bigint) TO :"role";
\endif

COMMIT;
