"""Disks that a test may fill or cut. Both need the right to mount; without it a test says so and is skipped."""

import errno
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest


def exiger(condition, raison):
    if not condition:
        pytest.skip(raison)


def peut_monter():
    """Whether we may mount anything: root, or a user namespace of our own."""
    with tempfile.TemporaryDirectory() as essai:
        if subprocess.run(["mount", "-t", "tmpfs", "none", essai], capture_output=True).returncode:
            return False
        subprocess.run(["umount", essai], check=True)
        return True


def monter(*mots):
    essai = subprocess.run(["mount", *map(str, mots)], capture_output=True, text=True)
    return essai.returncode == 0


class PetitDisque:
    """A small filesystem in memory, and a ballast that fills it to the brim."""

    def __init__(self, ou, megaoctets=96):
        exiger(peut_monter(), "pas le droit de monter un tmpfs : lancez bin/faults en root")
        self.ou = Path(ou)
        self.ou.mkdir(parents=True, exist_ok=True)
        assert monter("-t", "tmpfs", "-o", f"size={megaoctets}m,mode=700", "none", self.ou)
        self.lest = self.ou / "lest"

    def remplir(self, libre=0):
        """Leaves `libre` bytes, or fewer: somebody may be writing."""
        with open(self.lest, "wb") as lest:
            while True:
                etat = os.statvfs(self.ou)
                try:
                    os.posix_fallocate(lest.fileno(), 0, max(1, etat.f_bavail * etat.f_frsize - libre))
                    return
                except OSError as ennui:
                    # Somebody took a little of it meanwhile.
                    if ennui.errno != errno.ENOSPC:
                        raise

    def vider(self):
        self.lest.unlink(missing_ok=True)

    def fermer(self):
        subprocess.run(["umount", "--lazy", self.ou])


class Image:
    """An ext4 in a file. What the filesystem keeps in memory is not in the file: a copy of the file is the disk as a
    power cut would leave it."""

    def __init__(self, fichier, ou, cree_megaoctets=None):
        self.fichier, self.ou = Path(fichier), Path(ou)
        if cree_megaoctets:
            with open(self.fichier, "wb") as vide:
                vide.truncate(cree_megaoctets << 20)
            # A commit of the journal every five seconds, as everywhere.
            subprocess.run(["mkfs.ext4", "-q", "-F", "-m", "0", self.fichier], check=True)
        self.ou.mkdir(parents=True, exist_ok=True)
        self.monte = monter("-o", "loop", self.fichier, self.ou)
        if not self.monte:
            self.fichier.unlink(missing_ok=True)
        exiger(self.monte, "pas de montage en boucle ici (root et /dev/loop) : la coupure de courant n’est pas essayée")

    def couper(self, fichier, ou):
        """The disk as it stands at this instant, mounted elsewhere: its journal is played, as at a start."""
        subprocess.run(["cp", "--sparse=always", self.fichier, fichier], check=True)
        return Image(fichier, ou)

    def fermer(self):
        if self.monte:
            subprocess.run(["umount", "--lazy", self.ou])
        self.fichier.unlink(missing_ok=True)
        shutil.rmtree(self.ou, ignore_errors=True)
