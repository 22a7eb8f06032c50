"""The current is cut while many write: what was in memory only is gone. The disk is an ext4 in a file; its copy, taken
while the server holds its breath, is what the disk holds without what the filesystem keeps in memory."""

import os
import random
import signal
import subprocess
import time
from contextlib import contextmanager, nullcontext

import pytest

from disque import Image
from maison import MOTEURS, Ecrivains
from pannes import JOURNAL, RIEN, Pannes
from postgres import Postgres
from temoin import BasePostgres, BaseSqlite


@contextmanager
def souffle_retenu(maison, postgres=None):
    """Nothing moves; what was already answered has the time to reach the recorder."""
    pid = maison.serveur.processus.pid
    with postgres.silence() if postgres else nullcontext():
        os.kill(pid, signal.SIGSTOP)
        time.sleep(0.3)
        try:
            yield list(maison.temoin.acquis)
        finally:
            os.kill(pid, signal.SIGCONT)


class Coupures:
    """A house on a disk of its own, and what each cut of the current leaves of it."""

    def __init__(self, chantier, moteur, normal=False):
        self.chantier, self.moteur = chantier, moteur
        self.dossier = chantier.dossiers.mktemp("coupure")
        self.rang, self.postgres = 0, None
        if moteur == "postgres":
            self.image = chantier.garder(Image(self.dossier / "disque.img", self.dossier / "disque", 192))
            reglages = {"synchronous_commit": "off", "wal_writer_delay": "10s"} if normal else {}
            # Its own checkpoints would keep more than it promised.
            self.postgres = chantier.garder(Postgres(
                self.dossier, self.image.ou / "donnees", checkpoint_timeout="1h", **reglages))
            self.maison = chantier.maison(moteur, postgres=self.postgres)
        else:
            self.image = chantier.garder(Image(self.dossier / "disque.img", self.dossier / "donnees", 96))
            self.pannes = Pannes(self.dossier, chantier.bibliotheques[1], normal)
            self.maison = chantier.maison(moteur, self.dossier, pannes=self.pannes)
        # What the house was before is on the disk: only what comes now is at stake.
        subprocess.run(["sync", "-f", self.image.ou], check=True)

    def couper(self):
        """Answers what was acknowledged before, and opens the base that is left to `juger`."""
        self.rang += 1
        with souffle_retenu(self.maison, self.postgres) as acquis:
            reste = self.image.couper(self.dossier / f"reste-{self.rang}.img", self.dossier / f"reste-{self.rang}")
        return acquis, reste

    @contextmanager
    def base(self, reste):
        if not self.postgres:
            yield BaseSqlite(reste.ou)
            return
        repris = Postgres(self.dossier, reste.ou / "donnees", cree=False)
        try:
            nom = self.maison.serveur.bases.noms[0]
            yield BasePostgres(repris.conninfo.replace("dbname=postgres", f"dbname={nom}"))
        finally:
            repris.fermer()


@pytest.mark.parametrize("moteur", MOTEURS)
def test_rien_d_acquis_ne_se_perd(moteur, chantier, fois, dire):
    """le courant est coupé sous douze écrivains : ce qui a été répondu est sur le disque, une fois"""
    coupures, acquises = Coupures(chantier, moteur), 0
    maison = coupures.maison
    with Ecrivains(maison) as ecrivains:
        for _ in range(fois(3, 300)):
            ecrivains.attendre(10)
            time.sleep(random.uniform(0, 0.3))
            acquis, reste = coupures.couper()
            with coupures.base(reste) as base:
                base.integre()
                acquises, _ = maison.temoin.juger(base, acquis)
            reste.fermer()
    dire(f"{moteur} : {coupures.rang} coupures, {acquises} acquises à la dernière, 0 perdue, 0 doublée")


@pytest.mark.parametrize("moteur", MOTEURS)
def test_temoin_sans_garantie(moteur, chantier, dire):
    """le même essai, sur une base qui promet trop tôt, doit perdre : sans quoi il ne verrait rien"""
    coupures, perdues = Coupures(chantier, moteur, normal=True), 0
    with Ecrivains(coupures.maison) as ecrivains:
        # A checkpoint just before the cut would hide it: another cut then.
        while not perdues and coupures.rang < 5:
            ecrivains.attendre(20)
            acquis, reste = coupures.couper()
            with coupures.base(reste) as base:
                perdues = coupures.maison.temoin.perdus(base, acquis)
            reste.fermer()
    assert perdues, "rien n’a été perdu sans garantie : l’essai est aveugle"
    promesse = "synchronous=NORMAL" if moteur == "sqlite" else "synchronous_commit=off"
    dire(f"{moteur}, {promesse} : {perdues} perdues sur {len(acquis)} acquises, comme il se doit")


def test_repondu_apres_une_reprise(chantier, dire):
    """ce qu’un serveur tué avait écrit sans l’avoir promis est mis sur le disque avant qu’on en réponde"""
    coupures = Coupures(chantier, "sqlite")
    maison, pannes = coupures.maison, coupures.pannes
    # The disk refuses to keep it: it stands in the journal, in memory only, and the server leaves.
    assert maison.helene.csrf
    pannes.refuser(JOURNAL)
    assert maison.ajouter("Lieu 000001", "0199a000-0000-7000-8000-000000000001").statut == 503
    assert maison.serveur.processus.wait(10) != 0 and pannes.refus
    pannes.refuser(RIEN)
    assert maison.temoin.acquis == []
    maison.serveur.demarrer()
    # The same form again: it is there, so it is acknowledged without writing anything. And the current is cut.
    assert maison.ajouter("Lieu 000001", "0199a000-0000-7000-8000-000000000001").statut == 303
    acquis, reste = coupures.couper()
    with coupures.base(reste) as base:
        assert maison.temoin.juger(base, acquis) == (1, 1)
    dire("sqlite : une écriture refusée par le disque, retrouvée, répondue, coupée : elle est là")
