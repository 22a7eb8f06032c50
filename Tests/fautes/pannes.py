"""A disk that refuses, or a base that promises too soon, for one server."""

import shutil
import struct
import subprocess
from pathlib import Path

SOURCE = Path(__file__).with_name("pannes.c")
RIEN, JOURNAL, BASE = 0, 1, 2


def compiler(dossier):
    bibliotheque = dossier / "pannes.so"
    compilateur = shutil.which("clang") or "cc"
    subprocess.run(
        [compilateur, "-O1", "-shared", "-fPIC", "-Wall", "-Werror", "-o", bibliotheque, SOURCE, "-ldl"], check=True)
    return bibliotheque


class Pannes:
    def __init__(self, dossier, bibliotheque, normal=False):
        self.fichier = dossier / "pannes"
        self.fichier.write_bytes(bytes([RIEN, normal]) + bytes(6))
        self.environnement = {"LD_PRELOAD": str(bibliotheque), "VADEMECUM_TEST_PANNES": str(self.fichier)}

    def refuser(self, quoi):
        with open(self.fichier, "r+b", buffering=0) as fichier:
            fichier.write(bytes([quoi]))

    @property
    def refus(self):
        """How many times the disk refused."""
        return struct.unpack_from("=I", self.fichier.read_bytes(), 4)[0]
