"""A house whose coordinator adds places, one after the other, from several windows at once: the acts whose
acknowledgements are recorded. A place has its name in clear in the base, so that anybody can look for it."""

import http.client
import os
import queue
import re
import socket
import subprocess
import threading
import time
from html import unescape
from urllib.parse import urlencode

from courrier import BoiteSmtp
from guichet import AGENT, Guichet, nouveau_geste
from horloge import Horloge
from lieu import Lieu
from personnes import HELENE
from serveur import BasesPostgres, Serveur
from temoin import BasePostgres, BaseSqlite, Temoin

MOTEURS = ["sqlite", "postgres"]
CHEMIN = "/lieux/nouveau"
# Instead of a status: nobody at the door; the answer was cut off.
PERSONNE, COUPEE = -1, 0
RUE = "12, rue des Tilleuls, au fond de la cour"


def champs(nom):
    return {"nom": nom, "adresse": RUE, "code_postal": "61110", "commune": "Rémalard", "telephone": ""}


class Chantier(Lieu):
    """Where a test gets its houses; all of it is gone when the test ends."""

    def __init__(self, bibliotheques, postgres, dossiers, modeles=None):
        super().__init__()
        self.bibliotheques, self.postgres, self.dossiers, self.modeles = bibliotheques, postgres, dossiers, modeles

    def modele(self, moteur):
        """The base of a house that was just opened, and the coordinator's cookies: a stopped server."""
        maison = self._maison(moteur, self.dossiers.mktemp(f"modele-{moteur}"), self.postgres, None, {})
        maison.ouvrir()
        assert maison.serveur.terminer() < 5
        return maison

    def maison(self, moteur="sqlite", dossier=None, postgres=None, **reglages):
        """`dossier`: where a fault awaits it; `postgres`: a server of its own, instead of the common one."""
        maison = self._maison(
            moteur, dossier or self.dossiers.mktemp(moteur), postgres or self.postgres, self.modeles(moteur), reglages)
        self.garder(maison.temoin)
        return maison

    def _maison(self, moteur, dossier, postgres, modele, reglages):
        courrier = reglages.pop("courrier", None) or self.garder(BoiteSmtp())
        bases = None
        if moteur == "postgres":
            os.environ["VADEMECUM_TEST_POSTGRES"] = postgres.conninfo
            commun = modele and postgres is self.postgres
            bases = self.garder(BasesPostgres(modele.serveur.bases if commun else None))
            if modele and not commun:
                copier(modele.serveur.bases, bases)
        horloge = Horloge(dossier, self.bibliotheques[0])
        if modele:
            # After the model, and soon enough that its coordinator need not prove anything again.
            horloge.avancer(minutes=1)
        serveur = self.garder(Serveur(
            dossier, horloge, courrier, bases, modele and modele.serveur, rate_factor=100_000, **reglages))
        return Maison(serveur, modele.helene.cookies if modele else {})


def copier(depuis, vers):
    """Two bases of one server into two empty ones of another."""
    for source, copie in zip(depuis.environnement.values(), vers.environnement.values()):
        lu = subprocess.run(["pg_dump", "--no-owner", source], check=True, capture_output=True).stdout
        subprocess.run(["psql", copie, "-Xqv", "ON_ERROR_STOP=1"], input=lu, check=True, capture_output=True)


class Maison:
    def __init__(self, serveur, cookies):
        self.serveur, self.helene = serveur, Guichet(serveur, cookies)
        self.temoin = Temoin(serveur.dossier)
        self.rang = 0

    @property
    def base(self):
        if self.serveur.bases:
            return BasePostgres(self.serveur.bases.environnement["VADEMECUM_DATABASE"])
        return BaseSqlite(self.serveur.donnees)

    def ouvrir(self):
        helene = self.helene
        helene.lire("/ouverture")
        reponse = helene.envoyer("/ouverture", {
            "jeton": self.serveur.code, "structure": "Mairie du Perche", "fuseau": "Europe/Paris", "charte": "conseil",
            "dispositif": "Conseil numérique du Perche", "prenom": HELENE.prenom, "nom": HELENE.nom,
            "adresse": HELENE.adresse})
        assert reponse.statut == 303, reponse.mots
        page = helene.lire("/engagement")
        signature = {nom: page.valeur(nom) for nom in ("dispositif", "role", "numero", "langue", "empreinte")}
        assert helene.envoyer("/engagement", signature).statut == 303
        assert helene.lire("/lieux").statut == 200

    def fenetre(self):
        """Another window of the same browser."""
        fenetre = Guichet(self.serveur, self.helene.cookies)
        fenetre._csrf = self.helene.csrf
        return fenetre

    def nouveau_nom(self):
        self.rang += 1
        return f"Lieu {self.rang:06d}"

    def ajouter(self, nom=None, geste=None, fenetre=None, delai=15):
        """Sends the form once, whatever comes of it; answers what was said, and writes an acknowledgement down."""
        nom, geste = nom or self.nouveau_nom(), geste or nouveau_geste()
        self.temoin.demander(geste, nom)
        reponse = formulaire(fenetre or self.helene, champs(nom), geste, delai)
        if reponse.statut == 303:
            self.temoin.noter(geste)
        return reponse

    def verifier(self):
        """What every fault ends with: the books are right, and they agree with the recorder's."""
        self.base.integre()
        return self.temoin.juger(self.base)


def formulaire(fenetre, valeurs, geste, delai=15):
    corps = urlencode([("_csrf", fenetre.csrf), ("_geste", geste), *valeurs.items()])
    return fenetre.essayer(
        "POST", CHEMIN, corps, {"Content-Type": "application/x-www-form-urlencoded"}, delai)


def ouvrir(maison, requete, entetes=(), corps=""):
    """A connection of its own, on which this was said."""
    prise = socket.create_connection(("127.0.0.1", maison.serveur.port), timeout=30)
    cookie = "; ".join(f"{nom}={valeur}" for nom, valeur in maison.helene.cookies.items())
    lignes = [requete, "Host: x", f"User-Agent: {AGENT}", f"Cookie: {cookie}", *entetes, "", corps]
    prise.sendall("\r\n".join(lignes).encode())
    return prise


class Ecrivains:
    """Windows that add places without a pause, and send again, under the same key, what was not acknowledged."""

    def __init__(self, maison, combien=12):
        self.maison, self.fini, self.statuts = maison, threading.Event(), []
        self.attentes = []
        self.ennuis = queue.Queue()
        self.verrou = threading.Lock()
        fenetres = [maison.fenetre() for _ in range(combien)]
        self.fils = [threading.Thread(target=self._ecrire, args=(fenetre,), daemon=True) for fenetre in fenetres]

    def _ecrire(self, fenetre):
        try:
            while not self.fini.is_set():
                with self.verrou:
                    nom = self.maison.nouveau_nom()
                self._insister(fenetre, nom, nouveau_geste())
        except Exception as ennui:  # noqa: BLE001 - said by the test, which waits in another thread
            self.ennuis.put(ennui)

    def _insister(self, fenetre, nom, geste):
        while True:
            depart = time.monotonic()
            try:
                reponse = self.maison.ajouter(nom, geste, fenetre, delai=60)
                statut = reponse.statut
            except ConnectionRefusedError:
                statut = PERSONNE
            except (OSError, http.client.HTTPException):
                statut = COUPEE
            self.statuts.append(statut)
            self.attentes.append(time.monotonic() - depart)
            if statut == 303:
                return
            assert statut in (PERSONNE, COUPEE, 503, 507), f"{statut} : {reponse.mots[:300]}"
            # Whoever was told to stop leaves with what was not acknowledged.
            if self.fini.wait(0.3):
                return

    def __enter__(self):
        for fil in self.fils:
            fil.start()
        return self

    def attendre(self, combien, delai=60):
        """Until so many more were acknowledged."""
        but, limite = len(self.maison.temoin.acquis) + combien, time.monotonic() + delai
        while len(self.maison.temoin.acquis) < but:
            self.verifier_les_fils()
            assert time.monotonic() < limite, f"rien n’avance ; derniers statuts {self.statuts[-8:]}"
            time.sleep(0.02)

    def verifier_les_fils(self):
        if not self.ennuis.empty():
            raise self.ennuis.get()

    def __exit__(self, *_):
        self.fini.set()
        for fil in self.fils:
            fil.join(70)
        self.verifier_les_fils()


def attendre(condition, quoi, delai=30):
    limite = time.monotonic() + delai
    while not condition():
        assert time.monotonic() < limite, f"rien n’est venu : {quoi}"
        time.sleep(0.05)


def renvoi(page):
    """The form of a page that gives back what was typed: where it goes, and its fields."""
    formulaire = re.search(rf'<form class="formulaire" method="post" action="({CHEMIN})"[^>]*>(.*?)</form>', page.html, re.S)
    assert formulaire, page.mots
    caches = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', formulaire.group(2))
    return formulaire.group(1), {unescape(nom): unescape(valeur) for nom, valeur in caches}
