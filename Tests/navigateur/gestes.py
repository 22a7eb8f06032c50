"""What people do, one gesture each, in the words of the pages."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

import preuve
from horloge import PARIS

MOTIVATION = "J’aime le travail du matin et faire quelque chose de mes mains, jusqu’au bout."
QUESTIONS = ["À quelle heure vous levez-vous ?", "Qu’est-ce qui est le plus dur ?", "Par où avez-vous commencé ?"]
FICHE = "Je pétris, je façonne, je cuis. À L’Aigle, la boutique sent bon dès sept heures du matin."


def ouvrir_la_structure(coordination, code):
    coordination.aller("/")
    coordination.ecrire(
        jeton=code, structure="Mission locale du Perche", dispositif="Rencontres du Perche",
        prenom=coordination.prenom, nom=coordination.identite.nom, adresse=coordination.adresse)
    coordination.appuyer("Ouvrir la structure")
    signer(coordination)
    preuve.se_munir(coordination)
    coordination.suivre("C’est noté")


def signer(personne):
    assert personne.chemin == "/engagement", personne.page.url
    personne.appuyer("Je m’engage")
    assert personne.chemin != "/engagement", "la charte est encore à signer"


def inviter(coordination, invitee, role, suivie_par=None):
    coordination.aller("/invitations").ecrire(adresse=invitee.adresse).choisir("role", role)
    if suivie_par:
        court = f"{suivie_par.prenom} {suivie_par.identite.nom[0]}."
        coordination.page.locator('[name="suivie_par"]').select_option(label=court)
    coordination.appuyer("Envoyer l’invitation")
    assert "L’invitation est partie" in coordination.vu


def prendre_sa_place(invitee):
    """Follows the link of the mail, says one's name, signs."""
    courriel = invitee.serveur.courrier.attendre(invitee.adresse, "vous invite")
    invitee.aller(courriel.lien).ecrire(prenom=invitee.prenom, nom=invitee.identite.nom).appuyer("Prendre ma place")
    signer(invitee)


def publier_sa_fiche(experte, metier="Pâtissière"):
    experte.aller("/profil").ecrire(metier=metier, fiche=FICHE, presentation="Venez comme vous êtes.", plafond="6")
    experte.appuyer("Publier ma fiche")
    assert "Votre fiche est publiée" in experte.vu


def donner_ses_heures(experte, jour=5, de="18:00", a="20:00"):
    """`jour`: 1 is Monday. Fills the first line that is empty."""
    page = experte.aller("/disponibilite").page
    ligne = next(n for n in range(40) if not page.locator(f"#debut-{n}").input_value())
    page.locator(f"#jour-{ligne}").select_option(str(jour))
    page.locator(f"#debut-{ligne}").fill(de)
    page.locator(f"#fin-{ligne}").fill(a)
    experte.appuyer("Garder mes heures")
    assert "Vos heures sont gardées" in experte.vu


def ecrire_la_demande(explorateur, mots="patissiere", questions=QUESTIONS, rang=0):
    """Looks for the job, opens its sheet, writes the request; does not send it. Answers when it would begin."""
    explorateur.aller("/recherche").ecrire(mots=mots).appuyer("Chercher").suivre("Lire sa fiche")
    explorateur.suivre("Demander une rencontre")
    creneau = explorateur.page.locator('[name="creneau"]').nth(rang)
    creneau.check()
    explorateur.ecrire(motivation=MOTIVATION)
    for numero, question in enumerate(questions, 1):
        explorateur.page.locator(f"#question-{numero}").fill(question)
    return datetime.fromtimestamp(int(creneau.get_attribute("value")) / 1000, timezone.utc)


def envoyer_la_demande(explorateur):
    explorateur.appuyer("Envoyer ma demande")
    assert "Votre demande est partie" in explorateur.vu, explorateur.vu
    return explorateur.chemin


def accepter(experte, rang=1, mot="Avec plaisir, à vendredi."):
    """From the mail to the answer."""
    experte.aller(experte.serveur.courrier.attendre(experte.adresse, "aimerait découvrir", rang).lien)
    experte.suivre("Lire et répondre").choisir("accord", "oui").ecrire(mot=mot).appuyer("Envoyer ma réponse")
    assert "C’est convenu" in experte.vu


def annuler(personne, rencontre, mot):
    personne.aller(f"{rencontre}/annulation").ecrire(mot=mot).appuyer("Annuler la rencontre")
    assert "C’est annulé" in personne.vu


def retirer(personne, demande, mot):
    """Takes back a request that nobody has answered yet."""
    personne.aller(demande).suivre("Retirer ma demande").ecrire(mot=mot).appuyer("Retirer ma demande")
    assert "C’est annulé" in personne.vu


@dataclass
class Histoire:
    """A programme and its four people, with what they agreed on so far."""

    serveur: object
    coordination: object
    conseillere: object
    experte: object
    explorateur: object
    rencontre: str = ""
    debut: datetime = None

    @property
    def courrier(self):
        return self.serveur.courrier

    @property
    def horloge(self):
        return self.serveur.horloge

    @property
    def fin(self):
        return self.debut + timedelta(minutes=45)

    @property
    def heure(self):
        """As pages say it: "18:00"."""
        return self.debut.astimezone(PARIS).strftime("%H:%M")

    def ouvrir_la_salle(self):
        """Moves to some minutes before the hour."""
        self.horloge.aller_a(self.debut - timedelta(minutes=5))
        return f"{self.rencontre}/salle"


def reunir(serveur, *personnes):
    """From the empty base to four people who signed, an expert who can be found."""
    histoire = Histoire(serveur, *personnes)
    ouvrir_la_structure(histoire.coordination, serveur.code)
    inviter(histoire.coordination, histoire.conseillere, "conseiller")
    prendre_sa_place(histoire.conseillere)
    inviter(histoire.coordination, histoire.experte, "expert")
    inviter(histoire.coordination, histoire.explorateur, "explorateur", suivie_par=histoire.conseillere)
    prendre_sa_place(histoire.experte)
    prendre_sa_place(histoire.explorateur)
    publier_sa_fiche(histoire.experte)
    donner_ses_heures(histoire.experte)


def convenir(histoire, rang=0):
    """A meeting asked for and accepted."""
    deja = len(histoire.courrier.de(histoire.experte.adresse, "aimerait découvrir"))
    histoire.debut = ecrire_la_demande(histoire.explorateur, rang=rang)
    histoire.rencontre = envoyer_la_demande(histoire.explorateur)
    accepter(histoire.experte, deja + 1)
    return histoire


def identifiant(chemin):
    return re.search(r"[0-9a-f-]{36}", chemin).group()
