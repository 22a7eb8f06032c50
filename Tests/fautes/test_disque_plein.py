"""The disk is full: what is written is refused with a kind page, what is read stays, and room is all it takes."""

import subprocess

import pytest

from disque import PetitDisque
from guichet import nouveau_geste, proteger
from maison import RUE, Ecrivains, champs, formulaire, renvoi
from serveur import BINAIRE


@pytest.fixture
def maison(chantier):
    dossier = chantier.dossiers.mktemp("plein")
    disque = chantier.garder(PetitDisque(dossier / "donnees"))
    maison = chantier.maison("sqlite", dossier)
    maison.disque = disque
    return maison


def page_pleine(maison, geste, nom):
    """Adds places until there is no more room; answers the page that says so, for this one."""
    for _ in range(3000):
        maison.temoin.demander(geste, nom)
        reponse = formulaire(maison.helene, champs(nom), geste)
        if reponse.statut == 507:
            return reponse
        assert reponse.statut == 303
        maison.temoin.noter(geste)
        geste, nom = nouveau_geste(), maison.nouveau_nom()
    raise AssertionError("le disque ne se remplit pas")


def test_plein_puis_de_la_place(maison, dire):
    """plein, il refuse d’une page qui rend ce qu’on a écrit ; avec de la place, cette page suffit, sans rien relancer"""
    maison.disque.remplir(libre=600_000)
    pid = maison.serveur.processus.pid
    refus = page_pleine(maison, nouveau_geste(), maison.nouveau_nom())
    avant = len(maison.temoin.acquis)
    assert avant, "il était plein avant de commencer"
    assert refus.titre == "Il n’y a plus de place ici" and "Rien n’a été enregistré" in refus.mots, refus.mots
    assert RUE in refus.mots and refus.entetes["Retry-After"]
    refus.statut = 200
    proteger(refus, "POST", "/lieux/nouveau")
    # In the other language, the same.
    maison.helene.cookies["langue"] = "en"
    anglais = formulaire(maison.helene, champs("Lieu en anglais"), nouveau_geste())
    del maison.helene.cookies["langue"]
    assert anglais.statut == 507 and anglais.titre == "There is no room left here" and RUE in anglais.mots
    # What is read stays, even when passing by would be written down.
    maison.serveur.horloge.avancer(minutes=2)
    for chemin in ("/chartes/conseil", "/lieux", "/lieux/nouveau", "/compte", "/chiffres", "/sante"):
        assert maison.helene.lire(chemin).statut == 200, chemin
    assert maison.serveur.processus.poll() is None
    _, presentes = maison.verifier()

    maison.disque.vider()
    chemin, rendus = renvoi(refus)
    geste, nom = rendus["_geste"], rendus["nom"]
    assert rendus["adresse"] == RUE and maison.temoin.demandes[geste] == nom
    valeurs = {nom: valeur for nom, valeur in rendus.items() if not nom.startswith("_")}
    assert formulaire(maison.helene, valeurs, geste).statut == 303
    maison.temoin.noter(geste)
    assert maison.serveur.processus.pid == pid and maison.serveur.processus.poll() is None
    assert maison.verifier() == (avant + 1, presentes + 1)
    dire(f"plein : {avant} acquises avant, refusées ensuite, la page rendue suffit ensuite ; 0 perdue, 0 doublée")


def test_plein_sous_les_ecritures(maison, fois, dire):
    """il se remplit et se vide sous douze écrivains, plusieurs fois : rien de perdu, le journal se vide dans la base"""
    tours = fois(2, 60)
    with Ecrivains(maison) as ecrivains:
        for _ in range(tours):
            maison.disque.remplir(libre=200_000)
            vus = ecrivains.statuts.count(507)
            # Each window is refused at least once.
            while ecrivains.statuts.count(507) < vus + len(ecrivains.fils):
                ecrivains.verifier_les_fils()
                assert maison.helene.lire("/lieux/nouveau").statut == 200
            maison.disque.vider()
            ecrivains.attendre(150)
    acquises, _ = maison.verifier()
    refus = ecrivains.statuts.count(507)
    assert set(ecrivains.statuts) <= {303, 503, 507}, set(ecrivains.statuts)
    # Written in the base itself, and not only in a journal that grows.
    assert maison.serveur.terminer() < 5
    assert maison.base.colonne("PRAGMA wal_checkpoint(TRUNCATE)") == [0]
    maison.verifier()
    dire(f"{tours} fois plein puis vidé sous les écritures : {acquises} acquises, {refus} refus 507, 0 perdue, 0 doublée")


def test_relancer_sur_un_disque_plein(maison):
    """relancé sur un disque plein, il s’ouvre et se lit ; sans la place d’un journal, il dit pourquoi il ne s’ouvre pas"""
    assert maison.ajouter().statut == 303
    assert maison.serveur.terminer() < 5
    maison.disque.remplir()
    maison.serveur.demarrer()
    assert maison.helene.lire("/lieux").statut == 200
    maison.verifier()

    assert maison.serveur.terminer() < 5
    for reste in ("-wal", "-shm"):
        (maison.serveur.donnees / f"vademecum.sqlite{reste}").unlink(missing_ok=True)
    maison.disque.vider()
    maison.disque.remplir()
    essai = subprocess.run(
        [BINAIRE], env=maison.serveur._environnement, cwd=maison.serveur.dossier, capture_output=True, text=True, timeout=60)
    assert essai.returncode != 0 and "Il n’y a plus de place sur le disque" in essai.stderr, essai.stderr[-800:]
    maison.disque.vider()
    maison.serveur.demarrer()
    assert maison.ajouter().statut == 303
    maison.verifier()
