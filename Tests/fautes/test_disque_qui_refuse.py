"""The disk answers an error when it is asked to keep what was written. Asking again proves nothing: the system has
already forgotten. So nothing is acknowledged, and the server leaves."""

import subprocess
import time

import pytest

from maison import Ecrivains
from pannes import BASE, JOURNAL, RIEN, Pannes
from serveur import BINAIRE


@pytest.fixture
def maison(chantier):
    dossier = chantier.dossiers.mktemp("refus")
    maison = chantier.maison("sqlite", dossier, pannes=Pannes(dossier, chantier.bibliotheques[1]))
    maison.pannes = maison.serveur.pannes
    return maison


def test_le_disque_refuse(maison, fois, dire):
    """il ne répond pas de ce qui n’est pas sûr, s’en va, et repart : rien de perdu, rien de doublé"""
    tours, refus = fois(2, 100), 0
    with Ecrivains(maison) as ecrivains:
        for _ in range(tours):
            ecrivains.attendre(10)
            maison.pannes.refuser(JOURNAL)
            assert maison.serveur.processus.wait(15) == 1, "un serveur qui ne sait plus doit le dire par son code"
            assert "Le disque a refusé" in maison.serveur.journal
            acquis = len(maison.temoin.acquis)
            refus += maison.pannes.refus
            maison.pannes.refuser(RIEN)
            time.sleep(0.2)
            assert len(maison.temoin.acquis) == acquis, "il a répondu de ce que le disque a refusé"
            maison.serveur.demarrer()
        ecrivains.attendre(10)
    assert refus
    acquises, _ = maison.verifier()
    dire(f"{tours} refus du disque sous les écritures : {acquises} acquises, 0 perdue, 0 doublée")


def test_il_refuse_en_passant(maison, dire):
    """le journal se vide dans la base sans qu’on l’ait demandé, et le disque refuse : il s’en va aussi, sans rien perdre"""
    with Ecrivains(maison) as ecrivains:
        ecrivains.attendre(5)
        maison.pannes.refuser(BASE)
        # Some hundred acts fill the journal up to where SQLite empties it.
        assert maison.serveur.processus.wait(90) == 1
        maison.pannes.refuser(RIEN)
        avant = len(maison.temoin.acquis)
        maison.serveur.demarrer()
        ecrivains.attendre(10)
    acquises, _ = maison.verifier()
    dire(f"refus en vidant le journal, après {avant} acquises : {acquises} en tout, 0 perdue, 0 doublée")


def test_la_page_le_dit(maison):
    """la personne lit que son envoi n’est pas sûr, et le renvoie sans le refaire"""
    maison.pannes.refuser(JOURNAL)
    page = maison.ajouter()
    assert page.statut == 503 and page.titre == "Nous n’avons pas pu finir", page.mots
    assert "ne comptera qu’une fois" in page.mots and "Envoyer à nouveau" in page.mots
    assert maison.serveur.processus.wait(15) == 1


def test_il_refuse_encore_au_depart(maison):
    """un disque qui refuse toujours : le serveur ne s’ouvre pas, et dit pourquoi"""
    assert maison.ajouter().statut == 303
    maison.serveur.tuer()
    maison.pannes.refuser(BASE)
    essai = subprocess.run(
        [BINAIRE], env=maison.serveur._environnement, cwd=maison.serveur.dossier, capture_output=True, text=True, timeout=60)
    assert essai.returncode != 0 and "ne s’ouvre pas" in essai.stderr, essai.stderr
    maison.pannes.refuser(RIEN)
    maison.serveur.demarrer()
    maison.verifier()
