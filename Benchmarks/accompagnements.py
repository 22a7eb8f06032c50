"""Fills an empty server with pairs that have signed, through its own forms, and writes what they send."""

import datetime
import html
import re
import uuid

from population import PARIS, Personne, Population

MESSAGE = (
    "On me confie un dossier de plus sans me dire pour combien de temps. J’ai répondu oui tout de suite, puis j’ai pris du "
    "retard sur le reste. Je crois que dire non serait mal vu, mais je n’en suis pas certaine. Comment distinguer ce qui "
    "m’est demandé de ce que j’imagine, numéro {rang} ?")
QUI_NOMME = "Sandrine Vidal me demande de la rappeler au 06 12 34 56 78 avant midi. " + MESSAGE


class Accompagnements(Population):
    def __init__(self, serveur, binomes):
        self.port = serveur.port
        self.coordination = Personne(self.port)
        self.coordination.lit("/ouverture")
        self.coordination.envoie("/ouverture", {
            "jeton": serveur.code, "charte": "mentorat", "structure": "Banc", "dispositif": "Banc",
            "fuseau": "Europe/Paris", "prenom": "Odile", "nom": "Perrin", "adresse": "odile@exemple.fr"})
        self.coordination.signe()
        self.mentors = [self.invite("mentor", f"mentor{rang}@exemple.fr") for rang in range(binomes)]
        self.accompagnes = [self.invite("accompagne", f"accompagne{rang}@exemple.fr") for rang in range(binomes)]
        page = self.coordination.lit("/binomes")
        listes = [re.findall(r'<option value="([0-9a-f-]{36})"', liste) for liste in page.split("<select")[1:]]
        for mentor, accompagne in zip(*listes):
            self.coordination.envoie("/binomes", {"mentor": mentor, "accompagne": accompagne})
        self.adresses = [self.signe_a_deux(*pair) for pair in zip(self.mentors, self.accompagnes)]

    def signe_a_deux(self, mentor, accompagne):
        adresse = re.search(r'href="(/binomes/[0-9a-f-]{36})/convention"', mentor.lit("/binomes")).group(1)
        today = datetime.datetime.now(PARIS).date()
        mentor.lit(f"{adresse}/convention")
        mentor.envoie(f"{adresse}/convention", {
            "jour": [str(jour) for jour in range(1, 6)], "debut": ["08:00"] * 5, "fin": ["18:00"] * 5,
            "fuseau": "Europe/Paris", "territoire": "metropole", "delai": "2", "conservation": "730",
            "seance_jour": [str(today - datetime.timedelta(days=2)), str(today + datetime.timedelta(days=20))],
            "seance_heure": ["09:00", "09:00"]})
        for personne in (mentor, accompagne):
            page = personne.lit(f"{adresse}/convention").split(f'action="{adresse}/signature"')[1]
            champs = dict(re.findall(r'name="(numero|empreinte|langue)" value="([^"]*)"', page))
            personne.envoie(f"{adresse}/signature", {nom: html.unescape(valeur) for nom, valeur in champs.items()})
        return adresse

    def invite(self, role, adresse):
        """As for the others, but these sign together."""
        self.coordination.lit("/invitations")
        self.coordination.envoie("/invitations", {"adresse": adresse, "role": role})
        personne = Personne(self.port)
        lien = self.dernier_lien(adresse)
        personne.lit(lien)
        personne.envoie(lien, {"prenom": "Prénom", "nom": "Nom"})
        personne.lit("/binomes")
        return personne

    def champs(self, personne, mots):
        return {"libre": mots, "averti": "oui", "_csrf": personne.csrf, "_geste": str(uuid.uuid4())}
