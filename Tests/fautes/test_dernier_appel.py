"""Asked to stop, the server leaves within five seconds, whatever is open, and ends what was begun."""

import contextlib
import resource
import socket
import time
from urllib.parse import urlencode

from guichet import nouveau_geste
from maison import CHEMIN, champs, ouvrir
from relais_menteur import RelaisMenteur


def lire_jusqu_au_bout(prise):
    recu = b""
    with contextlib.suppress(ConnectionResetError):
        while morceau := prise.recv(65536):
            recu += morceau
    return recu


def test_sous_les_flux(chantier, dire):
    """deux mille flux ouverts, une écriture en route : elle finit, les flux se ferment, il est parti"""
    combien = 2000
    _, dur = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(dur, 8192), dur))
    maison = chantier.maison("sqlite")
    assert maison.helene.csrf
    with contextlib.ExitStack() as tous:
        flux = [tous.enter_context(ouvrir(maison, "GET /direct HTTP/1.1")) for _ in range(combien)]
        for prise in flux:
            recu = b""
            while b"retry:" not in recu:
                morceau = prise.recv(4096)
                assert morceau, recu
                recu += morceau
        # A form whose second half is still on its way.
        nom, geste = maison.nouveau_nom(), nouveau_geste()
        maison.temoin.demander(geste, nom)
        formulaire = urlencode([("_csrf", maison.helene.csrf), ("_geste", geste), *champs(nom).items()])
        entetes = ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(formulaire)}"]
        envoi = tous.enter_context(ouvrir(maison, f"POST {CHEMIN} HTTP/1.1", entetes, formulaire[:40]))
        # The server has it in hand when it answers another.
        assert maison.helene.lire("/sante").statut == 200
        depart = time.monotonic()
        maison.serveur.processus.terminate()
        time.sleep(0.3)
        envoi.sendall(formulaire[40:].encode())
        reponse = lire_jusqu_au_bout(envoi)
        assert reponse.startswith(b"HTTP/1.1 303"), reponse[:300]
        maison.temoin.noter(geste)
        code = maison.serveur.processus.wait(10)
        duree = time.monotonic() - depart
        assert code == 0 and duree < 5, (code, duree)
        for prise in flux:
            lire_jusqu_au_bout(prise)
    maison.verifier()
    dire(f"SIGTERM sous {combien} flux : parti en {duree:.1f} s, l’écriture en route est acquise")


def test_sous_un_relais_muet(chantier):
    """un relais de courriel qui se tait en plein message ne retient pas le serveur"""
    relais = chantier.garder(RelaisMenteur())
    relais.scenario = ["muet"]
    maison = chantier.maison("sqlite", courrier=relais)
    assert maison.helene.envoyer("/invitations", {"adresse": "qui@attend.example", "role": "conseiller-numerique"}).statut == 303
    relais.attendre_un_corps()
    # Without the last call, it would wait for the relay as long as a message may take: half a minute.
    assert maison.serveur.terminer(8) < 5 and maison.serveur.processus.returncode == 0


def test_sous_un_lecteur_immobile(chantier):
    """quelqu’un qui ne lit plus rien de ce qu’on lui envoie ne retient pas le serveur"""
    maison = chantier.maison("sqlite")
    prise = socket.socket()
    prise.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    prise.connect(("127.0.0.1", maison.serveur.port))
    # Far more than all the buffers on the way hold, asked for at once and never read.
    prise.sendall(b"GET /public/js/salle.js HTTP/1.1\r\nHost: x\r\n\r\n" * 3000)
    time.sleep(1.5)
    assert maison.serveur.terminer(8) < 5 and maison.serveur.processus.returncode == 0
    prise.close()
