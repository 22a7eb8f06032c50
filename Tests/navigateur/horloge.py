"""The server's clock, moved from outside. The browser's clock, and whatever waits a delay, stay real."""

import shutil
import struct
import subprocess
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
SOURCE = Path(__file__).with_name("horloge.c")


def compiler(dossier):
    """The library to preload. Swift's toolchain brings its own C compiler."""
    bibliotheque = dossier / "horloge.so"
    compilateur = shutil.which("clang") or "cc"
    subprocess.run([compilateur, "-O1", "-shared", "-fPIC", "-Wall", "-Werror", "-o", bibliotheque, SOURCE], check=True)
    return bibliotheque


class Horloge:
    """Begins on a Monday at 9:00 UTC, so that no test depends on the day or the hour at which it runs."""

    def __init__(self, dossier, bibliotheque):
        self.fichier = dossier / "ecart"
        self.fichier.write_bytes(bytes(8))
        self.environnement = {"LD_PRELOAD": str(bibliotheque), "VADEMECUM_TEST_ECART": str(self.fichier)}
        now = datetime.now(timezone.utc)
        monday = now + timedelta(days=7 - now.weekday())
        self.aller_a(monday.replace(hour=9, minute=0, second=0, microsecond=0))

    @property
    def maintenant(self):
        return datetime.fromtimestamp(time.time() + self.ecart, timezone.utc)

    def aller_a(self, instant):
        self.ecart = round(instant.timestamp() - time.time())
        # In place: the server sees this very file, mapped in its memory.
        with open(self.fichier, "r+b", buffering=0) as fichier:
            fichier.write(struct.pack("=q", self.ecart))

    def avancer(self, **duree):
        self.aller_a(self.maintenant + timedelta(**duree))
