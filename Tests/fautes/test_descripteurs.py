"""More connections than the system lets a server hold."""

import contextlib
import http.client
import re
import socket
import time
from pathlib import Path
from urllib.parse import urlencode

import pytest

from guichet import AGENT, nouveau_geste
from maison import CHEMIN, attendre, champs

LIMITE = 160
ASSAILLANTS = 600


def limites(maison):
    texte = Path(f"/proc/{maison.serveur.processus.pid}/limits").read_text()
    return tuple(map(int, re.search(r"Max open files\s+(\d+)\s+(\d+)", texte).groups()))


def ouverts(maison):
    return len(list(Path(f"/proc/{maison.serveur.processus.pid}/fd").iterdir()))


def test_il_demande_ce_qui_est_permis(chantier):
    """au départ, il prend toute la place que le système permet"""
    maison = chantier.maison("sqlite", devant=["prlimit", "--nofile=512:4096"])
    assert limites(maison) == (4096, 4096)


def lire_sur(connexion):
    connexion.request("GET", "/chartes/conseil")
    reponse = connexion.getresponse()
    reponse.read()
    return reponse.status


def ecrire_sur(connexion, maison):
    """An act on a connection that is open already, noted when it is acknowledged."""
    nom, geste = maison.nouveau_nom(), nouveau_geste()
    maison.temoin.demander(geste, nom)
    connexion.request(
        "POST", CHEMIN, urlencode([("_csrf", maison.helene.csrf), ("_geste", geste), *champs(nom).items()]),
        {"Content-Type": "application/x-www-form-urlencoded", "User-Agent": AGENT,
         "Cookie": "; ".join(f"{nom}={valeur}" for nom, valeur in maison.helene.cookies.items())})
    reponse = connexion.getresponse()
    reponse.read()
    if reponse.status == 303:
        maison.temoin.noter(geste)
    return reponse.status


def test_la_porte_est_assiegee(chantier, dire):
    """six cents connexions, la place de soixante : qui est entré est servi, les autres attendent, puis tout revient"""
    maison = chantier.maison("sqlite", devant=["prlimit", f"--nofile={LIMITE}:{LIMITE}"])
    calme = ouverts(maison)
    assis = http.client.HTTPConnection("127.0.0.1", maison.serveur.port, timeout=15)
    assert lire_sur(assis) == 200 and maison.helene.csrf
    with contextlib.ExitStack() as foule:
        for _ in range(ASSAILLANTS):
            foule.enter_context(socket.create_connection(("127.0.0.1", maison.serveur.port), timeout=5))
        time.sleep(1.5)
        plein = ouverts(maison)
        assert calme + 30 < plein < LIMITE, f"{plein} descripteurs"
        # Who was let in goes on, and what they write is kept.
        assert [lire_sur(assis) for _ in range(20)] == [200] * 20
        assert ecrire_sur(assis, maison) == 303
        # Somebody at the door waits; nobody hangs up on them.
        dehors = foule.enter_context(socket.create_connection(("127.0.0.1", maison.serveur.port), timeout=2))
        dehors.sendall(b"GET /sante HTTP/1.1\r\nHost: x\r\n\r\n")
        with pytest.raises(TimeoutError):
            dehors.recv(100)
        assert maison.serveur.processus.poll() is None
        dehors_garde = dehors.dup()
    # The crowd leaves: the one who waited is served, without anybody doing anything.
    dehors_garde.settimeout(15)
    assert dehors_garde.recv(100).startswith(b"HTTP/1.1 200")
    dehors_garde.close()
    assert maison.ajouter().statut == 303
    assis.close()
    attendre(lambda: ouverts(maison) <= calme + 10, "les descripteurs rendus")
    maison.verifier()
    dire(f"{ASSAILLANTS} connexions pour {LIMITE} descripteurs : {plein} tenus au plus fort, {calme} avant")
