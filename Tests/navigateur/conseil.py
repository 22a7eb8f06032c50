"""The desk of a digital adviser: what the coordinator, the adviser and whoever comes do, in the words of the pages."""

import re
from datetime import datetime, timedelta

import gestes
import preuve
from horloge import PARIS
from personnes import Identite

SYLVIE = Identite("Sylvie", "Marchetout", "sylvie.canari@mairie.example")
LEILA = Identite("Leïla", "Benchaouir", "leila.canari@mairie.example")
PASSANTE = Identite("Passante", "", "passante.canari@maison.example")

# A Monday without a holiday near it.
LUNDI = datetime(2027, 2, 1, 9, 0, tzinfo=PARIS)
LIEU = "Médiathèque du Perche"
BESOIN = "Je voudrais envoyer des photos à ma petite-fille."


class Accueil:
    """A coordinator and an adviser, each in a browser, with a place where people are received and hours to book."""

    def __init__(self, atelier, moteur="sqlite"):
        self.atelier = atelier
        self.serveur = serveur = atelier.serveur(moteur)
        serveur.horloge.aller_a(LUNDI)
        self.sylvie, self.leila = atelier.personne(SYLVIE, serveur), atelier.personne(LEILA, serveur)
        self.ouvrir()
        self.ajouter_le_lieu()
        gestes.inviter(self.sylvie, self.leila, "conseiller-numerique")
        gestes.prendre_sa_place(self.leila)
        self.donner_ses_heures()

    def ouvrir(self):
        sylvie = self.sylvie
        sylvie.aller("/").choisir("charte", "conseil").ecrire(
            jeton=self.serveur.code, structure="Mairie du Perche", dispositif="Conseil numérique du Perche",
            prenom=sylvie.prenom, nom=sylvie.identite.nom, adresse=sylvie.adresse)
        sylvie.appuyer("Ouvrir la structure")
        gestes.signer(sylvie)
        preuve.se_munir(sylvie)
        sylvie.suivre("C’est noté")

    def ajouter_le_lieu(self):
        sylvie = self.sylvie.aller("/lieux")
        assert "Pas encore de lieu" in sylvie.vu
        sylvie.suivre("Ajouter un lieu").ecrire(
            nom=LIEU, adresse="3, rue des Tilleuls", code_postal="61110", commune="Rémalard", telephone="02 33 00 00 00")
        remplir_la_semaine(sylvie, [(1, "09:00", "12:00")])
        sylvie.appuyer("Garder ce lieu")
        assert "Le lieu est gardé" in sylvie.vu and LIEU in sylvie.vu and "de 09:00 à 12:00" in sylvie.vu, sylvie.vu

    def donner_ses_heures(self):
        leila = self.leila.aller("/permanences").suivre("Changer mes heures")
        remplir_la_semaine(leila, [(1, "09:00", "17:00"), (2, "09:00", "12:00")])
        leila.appuyer("Garder mes heures")
        assert "Vos heures sont gardées" in leila.vu

    def a(self, jour, heure, minute=0):
        self.serveur.horloge.aller_a(LUNDI + timedelta(days=jour - 1, hours=heure - 9, minutes=minute))
        return self

    def recevoir(self):
        """Somebody at the door, with nothing said: the interview begins."""
        leila = self.leila.aller("/journee").appuyer("Recevoir tout de suite")
        assert leila.chemin.startswith("/entretiens/"), leila.vu
        return leila

    def clore(self, theme="email"):
        """Closes the interview shown; answers the address of its report."""
        self.leila.choisir("theme", theme).appuyer("Clore et rendre compte")
        assert self.leila.chemin == "/comptes-rendus/nouveau", self.leila.vu
        return self.leila.page.url.removeprefix(self.serveur.origine)

    def compte_rendu(self):
        """A report prefilled from an interview of twenty minutes."""
        self.recevoir()
        self.serveur.horloge.avancer(minutes=20)
        return self.clore()


def remplir_la_semaine(personne, plages):
    """`plages`: weekday (1 is Monday), from, to. Fills the first lines that are empty."""
    page = personne.page
    for jour, de, a in plages:
        ligne = next(n for n in range(40) if not page.locator(f"#debut-{n}").input_value())
        page.locator(f"#jour-{ligne}").select_option(str(jour))
        page.locator(f"#debut-{ligne}").fill(de)
        page.locator(f"#fin-{ligne}").fill(a)


def code_montre(personne):
    """The code to come back with, as the page prints it."""
    return re.fullmatch(r"[0-9A-Z]{4}-[0-9A-Z]{4}", personne.page.locator("p.code").inner_text()).group()
