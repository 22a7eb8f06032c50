"""The outside recorder of acknowledgements. It knows nothing of the server: it writes down, on another filesystem, what
was answered, before anything else is asked; then it looks into the base for each of them."""

import collections
import contextlib
import os
import sqlite3
import subprocess
import tempfile
import threading
from pathlib import Path

AILLEURS = Path("/dev/shm")


class Temoin:
    def __init__(self, loin_de):
        """`loin_de`: a folder of the server, which must not be on the same filesystem."""
        assert AILLEURS.stat().st_dev != Path(loin_de).stat().st_dev, "le témoin et le serveur sont sur le même disque"
        self.dossier = tempfile.TemporaryDirectory(prefix="vademecum-temoin-", dir=AILLEURS)
        self.fichier = open(Path(self.dossier.name) / "acquis", "a+b", buffering=0)
        self.demandes = {}
        self.verrou = threading.Lock()

    def demander(self, geste, nom):
        """Before it is sent: what is in the base must be one of these."""
        with self.verrou:
            self.demandes[geste] = nom

    def noter(self, geste):
        """It was acknowledged."""
        with self.verrou:
            self.fichier.write(f"{geste}\n".encode())
            os.fsync(self.fichier.fileno())

    @property
    def acquis(self):
        """Read back from its own disk."""
        return (Path(self.dossier.name) / "acquis").read_text().split()

    def juger(self, base, acquis=None):
        """Every acknowledged write is there exactly once, and nothing is there that nobody sent, or twice."""
        acquis = self.acquis if acquis is None else acquis
        noms = collections.Counter(base.colonne("SELECT nom FROM lieu WHERE nom LIKE 'Lieu %'"))
        gestes = set(base.colonne("SELECT cle FROM geste"))
        traces = base.colonne(
            "SELECT objet FROM trace WHERE geste = 'lieu' UNION ALL SELECT objet FROM trace_attente WHERE geste = 'lieu'")
        perdus = [geste for geste in acquis if self.demandes[geste] not in noms or geste not in gestes]
        doubles = [nom for nom, combien in noms.items() if combien > 1]
        inconnus = set(noms) - set(self.demandes.values())
        assert not perdus, f"{len(perdus)} perdues sur {len(acquis)} acquises"
        assert not doubles and not inconnus, (doubles[:3], list(inconnus)[:3])
        assert len(acquis) == len(set(acquis)), "la même écriture a été notée deux fois"
        assert len(traces) == len(set(traces)) == sum(noms.values()), "une trace par lieu"
        return len(acquis), sum(noms.values())

    def perdus(self, base, acquis):
        """How many acknowledged writes are not there."""
        noms = set(base.colonne("SELECT nom FROM lieu WHERE nom LIKE 'Lieu %'"))
        return sum(self.demandes[geste] not in noms for geste in acquis)

    def fermer(self):
        self.fichier.close()
        self.dossier.cleanup()


class BaseSqlite:
    def __init__(self, dossier):
        self.fichier = dossier / "vademecum.sqlite"

    def colonne(self, sql):
        with contextlib.closing(sqlite3.connect(self.fichier)) as base:
            return [ligne[0] for ligne in base.execute(sql)]

    def integre(self):
        assert self.colonne("PRAGMA integrity_check") == ["ok"]


class BasePostgres:
    def __init__(self, conninfo):
        self.conninfo = conninfo

    def colonne(self, sql):
        sortie = subprocess.run(
            ["psql", self.conninfo, "-XAtqc", sql], check=True, capture_output=True, text=True, timeout=120)
        return sortie.stdout.splitlines()

    def integre(self):
        pass
