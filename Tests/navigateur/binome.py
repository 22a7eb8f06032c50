"""Three people of a mentoring programme, from an empty base to an agreement signed by both."""

from datetime import datetime, timedelta

import gestes
import preuve
from horloge import PARIS
from personnes import Identite

ODILE = Identite("Odile", "Perrinaudy", "odile.canari@structure.example")
MARC = Identite("Marc", "Aubrionnet", "marc.canari@metiers.example")
NOUR = Identite("Nour", "Haddadien", "nour.canari@maison.example")

# A Monday without a holiday near it.
LUNDI = datetime(2027, 2, 1, 9, 0, tzinfo=PARIS)
VENDREDI_DERNIER, DANS_TROIS_SEMAINES = "2027-01-29", "2027-02-19"


class Binome:
    """The coordinator, the mentor and the mentee, each in a browser, with the agreement signed."""

    def __init__(self, atelier, moteur="sqlite", serveur=None, **reglages):
        """`serveur`: one that is set otherwise than usual; `reglages`: what the mentee’s browser is."""
        self.atelier = atelier
        self.serveur = serveur = serveur or atelier.serveur(moteur)
        serveur.horloge.aller_a(LUNDI)
        self.odile, self.marc = atelier.personne(ODILE, serveur), atelier.personne(MARC, serveur)
        self.nour = atelier.personne(NOUR, serveur, **reglages)
        self.ouvrir()
        self.former()
        self.convenir()

    def ouvrir(self):
        odile = self.odile
        odile.aller("/").choisir("charte", "mentorat").ecrire(
            jeton=self.serveur.code, structure="Mission locale du Perche", dispositif="Mentorat du Perche",
            prenom=odile.prenom, nom=odile.identite.nom, adresse=odile.adresse)
        odile.appuyer("Ouvrir la structure")
        gestes.signer(odile)
        preuve.se_munir(odile)
        odile.suivre("C’est noté")
        for qui, role in ((self.marc, "mentor"), (self.nour, "accompagne")):
            gestes.inviter(odile, qui, role)
            courriel = self.serveur.courrier.attendre(qui.adresse, "vous invite")
            qui.aller(courriel.lien).ecrire(prenom=qui.prenom, nom=qui.identite.nom).appuyer("Prendre ma place")
            assert qui.chemin == "/binomes" and "Pas encore de binôme" in qui.vu

    def former(self):
        odile = self.odile.aller("/binomes")
        odile.page.locator('[name="mentor"]').select_option(label="Marc A.")
        odile.page.locator('[name="accompagne"]').select_option(label="Nour H.")
        odile.appuyer("Former ce binôme")
        assert "Le binôme est formé" in odile.vu and "Pas encore signée" in odile.vu

    def convenir(self):
        """Marc proposes, both sign; nothing can be written before."""
        marc, nour = self.marc, self.nour
        marc.aller(self.serveur.courrier.attendre(marc.adresse, "Votre binôme").lien)
        self.adresse = marc.chemin.removesuffix("/convention")
        marc.appuyer("Proposer cette convention")
        assert "Donnez deux séances au moins" in marc.vu
        for rang, jour in enumerate((VENDREDI_DERNIER, DANS_TROIS_SEMAINES)):
            marc.page.locator(f"#champ-seance-jour-{rang}, #seance-jour-{rang}").first.fill(jour)
            marc.page.locator(f"#champ-seance-heure-{rang}, #seance-heure-{rang}").first.fill("17:00")
        marc.appuyer("Proposer cette convention")
        assert "Votre proposition est partie" in marc.vu
        marc.appuyer("Je signe")
        assert "Il reste la signature de Nour" in marc.vu
        nour.aller(self.adresse)
        assert nour.chemin == f"{self.adresse}/convention"
        assert "du lundi au vendredi de 08:00 à 18:00 (heure de Paris)" in nour.vu
        nour.appuyer("Je signe")
        assert nour.chemin == self.adresse and "C’est signé, à deux" in nour.vu

    def a(self, jour, heure, minute=0):
        self.serveur.horloge.aller_a(LUNDI + timedelta(days=jour - 1, hours=heure - 9, minutes=minute))
        return self

    def ecrire(self, mots):
        nour = self.nour.aller(self.adresse)
        if not nour.page.locator('[name="libre"]').is_visible():
            nour.page.get_by_text("Écrire librement").click()
        nour.ecrire(libre=mots).appuyer("Envoyer")
        return nour
