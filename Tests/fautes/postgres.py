"""A PostgreSQL of our own, which may be hurt: stopped, frozen, cut off, put on a disk of its own."""

import os
import signal
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

PROGRAMMES = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda chemin: int(chemin.parent.name))
# initdb refuses to run as root: the system's postgres user stands in.
COMME = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []


class Postgres:
    def __init__(self, dossier, donnees=None, cree=True, **reglages):
        """`donnees`: where its files stand, when it is not beside its socket."""
        self.dossier, self.donnees, self.reglages = Path(dossier), Path(donnees or dossier / "donnees"), reglages
        # Sockets have short names, and others enter here.
        self.prises = Path(subprocess.check_output(["mktemp", "-d", "/tmp/vademecum-pg.XXXXXX"], text=True).strip())
        if COMME:
            subprocess.run(["chown", "-R", "postgres", self.prises], check=True)
        if cree:
            self.donnees.mkdir(exist_ok=True)
            if COMME:
                subprocess.run(["chown", "-R", "postgres", self.donnees], check=True)
            self._ouvrir_le_chemin()
            subprocess.run(
                [*COMME, PROGRAMMES / "initdb", "-D", self.donnees, "-U", "vademecum", "--auth=trust",
                 "--encoding=UTF8", "--locale=C.UTF-8", "--wal-segsize=1", "--no-sync"], check=True, capture_output=True)
        else:
            # Left by the one that was cut, which still runs here.
            (self.donnees / "postmaster.pid").unlink()
        self.processus = None
        self.demarrer()

    def _ouvrir_le_chemin(self):
        """pytest keeps its folders to itself; the postgres user must walk through them."""
        for parent in [self.donnees.parent, *self.donnees.parents]:
            if parent.stat().st_uid == os.geteuid() and str(parent).startswith("/tmp/"):
                parent.chmod(parent.stat().st_mode | 0o011)

    @property
    def conninfo(self):
        return f"host={self.prises} dbname=postgres user=vademecum"

    def demarrer(self):
        reglages = {
            "listen_addresses": "", "unix_socket_directories": self.prises, "max_connections": 100,
            "max_wal_size": "32MB", "min_wal_size": "8MB"} | self.reglages
        options = [mot for nom, valeur in reglages.items() for mot in ("-c", f"{nom}={valeur}")]
        with open(self.dossier / "journal-postgres", "ab") as journal:
            self.processus = subprocess.Popen(
                # Dies with us; said together, since changing account forgets it.
                [*(COMME or ["setpriv"]), "--pdeathsig", "QUIT", PROGRAMMES / "postgres", "-D", self.donnees, *options],
                stdout=journal, stderr=journal, stdin=subprocess.DEVNULL, start_new_session=True)
        limite = time.monotonic() + 30
        while subprocess.run(["psql", self.conninfo, "-qc", "SELECT 1"], capture_output=True).returncode:
            assert self.processus.poll() is None and time.monotonic() < limite, self.journal
            time.sleep(0.05)

    @property
    def journal(self):
        return (self.dossier / "journal-postgres").read_text(errors="replace")

    def arreter(self, comment=signal.SIGQUIT):
        """SIGQUIT is its "immediate": as if it had been killed."""
        self.processus.send_signal(comment)
        self.processus.wait(30)

    def tous(self):
        """The postmaster and its children: those we started, by their ids."""
        pid = self.processus.pid
        enfants = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return [pid, *map(int, enfants)]

    @contextmanager
    def silence(self):
        """It holds its connections and says nothing: what a cut cable or a dying machine looks like from here."""
        self.geler()
        try:
            yield
        finally:
            self.degeler()

    def geler(self):
        # The postmaster first, so that it makes no more children.
        os.kill(self.processus.pid, signal.SIGSTOP)
        for pid in self.tous()[1:]:
            os.kill(pid, signal.SIGSTOP)

    def degeler(self):
        for pid in reversed(self.tous()):
            os.kill(pid, signal.SIGCONT)

    def fermer(self):
        if self.processus.poll() is None:
            self.degeler()
            self.arreter()
        subprocess.run(["rm", "-rf", self.prises])
