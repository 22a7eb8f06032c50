"""Runs the real binary for a bench, and measures its processor time."""

import os
import pathlib
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
import uuid

RACINE = pathlib.Path(__file__).resolve().parent.parent
BINAIRE = pathlib.Path(os.environ.get("VADEMECUM_BINARY", RACINE / ".build-release/release/vademecum"))
TIC = os.sysconf("SC_CLK_TCK")


class Serveur:
    """One server on a base of its own; it can be killed and started again."""

    def __init__(self, moteur):
        self.moteur = moteur
        self.dossier = tempfile.TemporaryDirectory(prefix="vademecum-banc-")
        self.port = port_libre()
        self.base = f"http://127.0.0.1:{self.port}"
        self.processus = None
        self.code = None
        self.environnement = os.environ | {
            "VADEMECUM_RATE_FACTOR": "100000",
            "VADEMECUM_PUBLIC_DIR": str(RACINE / "Public"),
            "VADEMECUM_MODELS_DIR": str(RACINE / "Models"),
            "VADEMECUM_DATA_DIR": self.dossier.name,
            "VADEMECUM_ORIGIN": self.base,
            "VADEMECUM_PORT": str(self.port),
        }
        if moteur == "postgres":
            self.noms = [f"banc_{uuid.uuid4().hex[:8]}" for _ in range(2)]
            for nom in self.noms:
                psql("postgres", f"CREATE DATABASE {nom}")
            self.environnement["VADEMECUM_DATABASE"] = conninfo(self.noms[0])
            self.environnement["VADEMECUM_KEYS"] = conninfo(self.noms[1])

    def demarre(self):
        sortie = open(pathlib.Path(self.dossier.name) / "sortie", "ab")
        self.processus = subprocess.Popen(
            [str(BINAIRE), "serve", "--development"], env=self.environnement, stdout=sortie, stderr=subprocess.DEVNULL
        )
        limite = time.monotonic() + 20
        while time.monotonic() < limite:
            try:
                with urllib.request.urlopen(self.base + "/sante", timeout=1) as reponse:
                    if reponse.status == 200:
                        break
            except OSError:
                time.sleep(0.02)
        else:
            raise RuntimeError("le serveur ne répond pas")
        texte = (pathlib.Path(self.dossier.name) / "sortie").read_text()
        if "une seule fois : " in texte:
            self.code = texte.split("une seule fois : ")[1].split()[0]

    def tue(self):
        self.processus.send_signal(signal.SIGKILL)
        self.processus.wait()

    def arrete(self):
        if self.processus and self.processus.poll() is None:
            self.processus.terminate()
            try:
                self.processus.wait(10)
            except subprocess.TimeoutExpired:
                self.tue()

    def ferme(self):
        self.arrete()
        if self.moteur == "postgres":
            for nom in self.noms:
                psql("postgres", f"DROP DATABASE {nom} WITH (FORCE)")
        self.dossier.cleanup()

    def cpu(self):
        """Seconds of processor used by the server so far, user and system."""
        champs = pathlib.Path(f"/proc/{self.processus.pid}/stat").read_text().rsplit(") ", 1)[1].split()
        return (int(champs[11]) + int(champs[12])) / TIC

    def lignes(self, requete):
        """Rows of the base, read from outside; the server must be stopped on SQLite."""
        if self.moteur == "postgres":
            texte = psql(self.noms[0], requete)
            return [ligne.split("|") for ligne in texte.splitlines() if ligne]
        import sqlite3

        with sqlite3.connect(pathlib.Path(self.dossier.name) / "vademecum.sqlite") as base:
            return [[str(colonne) for colonne in ligne] for ligne in base.execute(requete)]


def port_libre():
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        return prise.getsockname()[1]


def conninfo(base):
    return os.environ["VADEMECUM_TEST_POSTGRES"].replace("dbname=postgres", f"dbname={base}")


def psql(base, requete):
    return subprocess.run(
        ["psql", "-X", "-q", "-t", "-A", "-d", conninfo(base), "-c", requete], check=True, capture_output=True, text=True
    ).stdout


def fdatasync_median():
    """Milliseconds of one durable write of 4 kB here, now: the floor under every commit."""
    durees = []
    with tempfile.NamedTemporaryFile(dir=tempfile.gettempdir()) as fichier:
        for _ in range(200):
            fichier.write(b"x" * 4096)
            fichier.flush()
            debut = time.perf_counter()
            os.fdatasync(fichier.fileno())
            durees.append((time.perf_counter() - debut) * 1000)
    return sorted(durees)[len(durees) // 2]
