"""Where a test gets its servers and its people; all of it is gone when the test ends."""

import os

import pytest

import gestes
from courrier import BoiteSmtp
from horloge import Horloge
from lieu import Lieu
from preuve import Application
from personnes import CLAIRE, HELENE, MAELLE, YANIS, Personne
from serveur import BasesPostgres, Serveur

MOTEURS = ["sqlite", "postgres"]
TROUPE = (HELENE, CLAIRE, MAELLE, YANIS)


class Atelier(Lieu):
    def __init__(self, navigateur, bibliotheque, dossiers, modeles=None):
        super().__init__()
        self.navigateur, self.bibliotheque, self.dossiers, self.modeles = navigateur, bibliotheque, dossiers, modeles

    def serveur(self, moteur="sqlite", modele=None, **reglages):
        """A server with its clock and its mail, on an empty base or on a copy of the base of `modele`."""
        if moteur == "postgres" and "VADEMECUM_TEST_POSTGRES" not in os.environ:
            pytest.skip("bin/postgres-de-passage donne VADEMECUM_TEST_POSTGRES")
        dossier = self.dossiers.mktemp(moteur)
        horloge = Horloge(dossier, self.bibliotheque)
        courrier = self.garder(BoiteSmtp())
        bases = self.garder(BasesPostgres(modele and modele.bases)) if moteur == "postgres" else None
        if modele:
            horloge.avancer(minutes=5)
        return self.garder(Serveur(dossier, horloge, courrier, bases, modele, **reglages))

    def voisin(self, serveur):
        """Another node on the base of this server: same keys, same clock, same relay."""
        dossier = self.dossiers.mktemp("voisin")
        return self.garder(
            Serveur(dossier, serveur.horloge, serveur.courrier, serveur.bases, serveur, **serveur.reglages))

    def personne(self, identite, serveur, **reglages):
        """A browser for somebody."""
        return self.garder(Personne(identite, self.navigateur, serveur, reglages))

    def reunir(self, moteur="sqlite", **reglages):
        """Four people who signed, an expert who can be found."""
        modele, etats = self.modeles(moteur)
        serveur = self.serveur(moteur, modele, **reglages)
        personnes = [self._ramener(identite, serveur, etats[identite.prenom]) for identite in TROUPE]
        return gestes.Histoire(serveur, *personnes)

    def _ramener(self, identite, serveur, etat):
        """Somebody of the model, with the cookies and the code application they had."""
        cookies = [cookie | {"domain": serveur.hote} for cookie in etat["storage_state"]["cookies"]]
        qui = self.personne(identite, serveur, storage_state=etat["storage_state"] | {"cookies": cookies})
        if etat["code"]:
            qui.code = Application(etat["code"], serveur.horloge)
        return qui

    def convenir(self, moteur="sqlite", **reglages):
        """The same, and a meeting agreed for Friday."""
        return gestes.convenir(self.reunir(moteur, **reglages))

    def modele(self, moteur):
        """The base of `reunir`, made once by the gestures of people: a stopped server, and what each keeps."""
        serveur = self.serveur(moteur)
        personnes = [self.personne(identite, serveur) for identite in TROUPE]
        gestes.reunir(serveur, *personnes)
        serveur.terminer()
        return serveur, {
            qui.prenom: {"storage_state": qui.contexte.storage_state(), "code": qui.code and qui.code.secret}
            for qui in personnes}

    def ailleurs(self, qui, serveur):
        """The same browser, in front of another node."""
        autre = self.personne(qui.identite, serveur, storage_state=qui.contexte.storage_state())
        autre.code = qui.code
        return autre
