"""The server is killed while many write."""

import random
import subprocess
import time

import pytest

from maison import COUPEE, MOTEURS, Ecrivains
from serveur import BINAIRE


@pytest.mark.parametrize("moteur", MOTEURS)
def test_tue_sous_les_ecritures(moteur, chantier, fois, dire):
    """kill -9 sous douze écrivains : ce qui a été répondu est dans la base, une fois"""
    maison = chantier.maison(moteur)
    coups = fois(3, 200)
    with Ecrivains(maison) as ecrivains:
        for _ in range(coups):
            ecrivains.attendre(10)
            time.sleep(random.uniform(0.01, 0.3))
            maison.serveur.tuer()
            maison.serveur.demarrer()
        ecrivains.attendre(20)
    acquises, presentes = maison.verifier()
    coupees = ecrivains.statuts.count(COUPEE)
    assert coupees, "aucune réponse n’a été perdue : la faute n’a rien interrompu"
    dire(f"{moteur} : {coups} kill -9, {coupees} réponses perdues, {acquises} acquises, 0 perdue, 0 doublée "
         f"({presentes} dans la base)")
    assert maison.serveur.terminer() < 5
    verdict = subprocess.run(
        [BINAIRE, "verify"], env=maison.serveur._environnement, cwd=maison.serveur.dossier, capture_output=True, text=True)
    assert verdict.returncode == 0, verdict.stdout + verdict.stderr
