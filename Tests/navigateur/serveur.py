"""The real binary, as somebody would run it: on an empty base, set by its environment, killed and started again."""

import http.client
import os
import re
import shutil
import signal
import subprocess
import time
import uuid
from pathlib import Path

from courrier import port_libre

RACINE = Path(__file__).resolve().parents[2]
BINAIRE = RACINE / ".build/debug/vademecum"


class BasesPostgres:
    """Two fresh databases in the server of VADEMECUM_TEST_POSTGRES: one for everything, one for the keys."""

    def __init__(self, modele=None):
        self.conninfo = os.environ["VADEMECUM_TEST_POSTGRES"]
        nom = f"navigateur_{uuid.uuid4().hex[:12]}"
        self.noms = [nom, f"{nom}_cles"]
        for base, original in zip(self.noms, modele.noms if modele else ["template0", "template0"]):
            self._psql(f"CREATE DATABASE {base} TEMPLATE {original}")

    @property
    def environnement(self):
        donnees, cles = (re.sub(r"dbname=\S+", f"dbname={nom}", self.conninfo) for nom in self.noms)
        return {"VADEMECUM_DATABASE": donnees, "VADEMECUM_KEYS": cles}

    def fermer(self):
        for base in self.noms:
            self._psql(f"DROP DATABASE {base} WITH (FORCE)")

    def _psql(self, sql):
        subprocess.run(["psql", self.conninfo, "-qc", sql], check=True, capture_output=True)


class Serveur:
    """`vademecum serve`, set by its environment."""

    def __init__(self, dossier, horloge, courrier, bases=None, modele=None, hote="127.0.0.1", devant=(), pannes=None,
                 **reglages):
        """`devant`: what the command line begins with; `pannes`: another library to preload, beside the clock."""
        self.dossier, self.horloge, self.courrier, self.bases = dossier, horloge, courrier, bases
        self.devant, self.pannes = devant, pannes
        self.port = port_libre()
        # A passkey is made for a name, never for a number: "localhost" where one is needed.
        self.hote = hote
        self.origine = f"http://{hote}:{self.port}"
        self.donnees = dossier / "donnees"
        self.reglages = reglages
        if modele:
            shutil.copytree(modele.donnees, self.donnees, dirs_exist_ok=True)
        self.demarrer()

    @property
    def _environnement(self):
        reglages = {
            "VADEMECUM_PORT": str(self.port), "VADEMECUM_ORIGIN": self.origine,
            "VADEMECUM_DATA_DIR": str(self.donnees), "VADEMECUM_PUBLIC_DIR": str(RACINE / "Public"),
            "VADEMECUM_MODELS_DIR": str(RACINE / "Models"),
            "VADEMECUM_SMTP_HOST": "127.0.0.1", "VADEMECUM_SMTP_PORT": str(self.courrier.port),
            "VADEMECUM_SMTP_SECURITY": "none", "VADEMECUM_SMTP_FROM": "ne-pas-repondre@vademecum.example",
            "VADEMECUM_RATE_FACTOR": "100",
        } | {f"VADEMECUM_{nom.upper()}": str(valeur) for nom, valeur in self.reglages.items()}
        herite = {nom: valeur for nom, valeur in os.environ.items() if not nom.startswith("VADEMECUM_")}
        autour = [chose.environnement for chose in (self.bases, self.horloge, self.pannes) if chose]
        prechargees = ":".join(chose["LD_PRELOAD"] for chose in autour if "LD_PRELOAD" in chose)
        for chose in autour:
            reglages |= chose
        return herite | reglages | {"LD_PRELOAD": prechargees}

    def demarrer(self):
        # Appended: what a server killed earlier had to say is worth reading too.
        with open(self.dossier / "sortie", "ab") as sortie, open(self.dossier / "journal", "ab") as journal:
            # Dies with us, whatever happens to us.
            self.processus = subprocess.Popen(
                ["setpriv", "--pdeathsig", "KILL", *self.devant, str(BINAIRE)], env=self._environnement, stdout=sortie,
                stderr=journal, stdin=subprocess.DEVNULL, cwd=self.dossier)
        self.attendre_sante()

    def attendre_sante(self, delai=60):
        limite = time.monotonic() + delai
        while time.monotonic() < limite:
            assert self.processus.poll() is None, f"le serveur s’est arrêté :\n{self.journal}"
            try:
                if self.demander("/sante") == 200:
                    return
            except OSError:
                pass
            time.sleep(0.05)
        raise AssertionError(f"le serveur ne répond pas :\n{self.journal}")

    def demander(self, chemin):
        connexion = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connexion.request("GET", chemin)
            return connexion.getresponse().status
        finally:
            connexion.close()

    @property
    def processeur(self):
        """Seconds of processor taken since it started."""
        champs = Path(f"/proc/{self.processus.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(champs[11]) + int(champs[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def journal(self):
        return (self.dossier / "journal").read_text()

    @property
    def sortie(self):
        return (self.dossier / "sortie").read_text()

    @property
    def code(self):
        """What the terminal shows at the first start."""
        return re.search(r": ([\w-]{32})\n", self.sortie).group(1)

    def relever(self):
        """Starts again a server that a test before brought down: one failure is enough to say it."""
        if self.processus.poll() is not None:
            self.demarrer()

    def tuer(self):
        """As a power cut would."""
        self.processus.kill()
        self.processus.wait()

    def terminer(self, delai=10):
        """Politely; answers how many seconds it took."""
        depart = time.monotonic()
        self.processus.send_signal(signal.SIGTERM)
        try:
            self.processus.wait(delai)
        except subprocess.TimeoutExpired:
            self.tuer()
        return time.monotonic() - depart

    def fermer(self):
        if self.processus.poll() is None:
            self.tuer()
        shutil.rmtree(self.donnees, ignore_errors=True)


class Demonstration:
    """`vademecum demo`, on the real clock."""

    def __init__(self, dossier):
        self.port = port_libre()
        self.origine = f"http://127.0.0.1:{self.port}"
        self.dossier = dossier
        herite = {nom: valeur for nom, valeur in os.environ.items() if not nom.startswith("VADEMECUM_")}
        with open(dossier / "sortie", "wb") as sortie, open(dossier / "journal", "wb") as journal:
            self.processus = subprocess.Popen(
                ["setpriv", "--pdeathsig", "KILL", str(BINAIRE), "demo", "--port", str(self.port), "--origin",
                 self.origine, "--public-dir", str(RACINE / "Public"), "--models-dir", str(RACINE / "Models")],
                env=herite | {"VADEMECUM_RATE_FACTOR": "100", "TMPDIR": str(dossier)}, stdout=sortie, stderr=journal,
                stdin=subprocess.DEVNULL, cwd=dossier)
        self.attendre_sante()

    attendre_sante, demander, journal = Serveur.attendre_sante, Serveur.demander, Serveur.journal

    def fermer(self):
        self.processus.kill()
        self.processus.wait()
