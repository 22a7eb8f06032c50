"""Fills an empty server through its own forms: a structure, experts with hours, explorers who signed."""

import datetime
import html
import http.client
import re
import urllib.parse
import uuid
import zoneinfo

PARIS = zoneinfo.ZoneInfo("Europe/Paris")


class Personne:
    """A browser without a browser: cookies, pages, forms."""

    def __init__(self, port):
        self.port = port
        self.cookies = {}
        self.connexion = None
        self.csrf = ""

    def demande(self, methode, chemin, champs=None):
        corps = urllib.parse.urlencode(champs, doseq=True) if champs is not None else None
        entetes = {"Cookie": self.cookie()}
        if corps is not None:
            entetes["Content-Type"] = "application/x-www-form-urlencoded"
        for essai in range(2):
            try:
                if self.connexion is None:
                    self.connexion = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
                self.connexion.request(methode, chemin, corps, entetes)
                reponse = self.connexion.getresponse()
                texte = reponse.read().decode()
                break
            except (http.client.HTTPException, OSError):
                self.connexion = None
                if essai == 1 or methode == "POST":
                    raise
        for morceau in reponse.headers.get_all("Set-Cookie") or []:
            nom, valeur = morceau.split(";")[0].split("=", 1)
            self.cookies[nom] = valeur
        trouve = re.search(r'name="_csrf" value="([^"]+)"', texte)
        if trouve:
            self.csrf = html.unescape(trouve.group(1))
        return reponse.status, reponse.headers.get("Location", ""), texte

    def lit(self, chemin):
        statut, _, texte = self.demande("GET", chemin)
        assert statut == 200, (chemin, statut)
        return texte

    def envoie(self, chemin, champs):
        statut, vers, texte = self.demande("POST", chemin, champs | self.sceau())
        assert statut == 303, (chemin, statut, re.findall(r'class="reprise"[^>]*>.*?</p>', texte))
        return vers

    def sceau(self):
        return {"_csrf": self.csrf, "_geste": str(uuid.uuid4())}

    def cookie(self):
        return "; ".join(f"{nom}={valeur}" for nom, valeur in self.cookies.items())

    def signe(self):
        page = self.lit("/engagement")
        caches = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.split('action="/engagement"')[1]))
        self.envoie("/engagement", {nom: caches[nom] for nom in ("dispositif", "role", "numero", "empreinte", "langue")})


class Population:
    def __init__(self, serveur, experts, explorateurs, ouvertes=20):
        self.port = serveur.port
        self.coordination = Personne(self.port)
        self.coordination.lit("/ouverture")
        self.coordination.envoie("/ouverture", {
            "jeton": serveur.code, "charte": "rencontres", "structure": "Banc", "dispositif": "Banc", "fuseau": "Europe/Paris",
            "prenom": "Hélène", "nom": "Marchand", "adresse": "helene@exemple.fr"})
        self.coordination.signe()
        self.coordination.lit("/parametres")
        self.coordination.envoie("/parametres", {"demander-par-interet.ouvertes": str(ouvertes)})
        self.coordination.signe()
        self.conseil = self.invite("conseiller", "conseil@exemple.fr")
        page = self.coordination.lit("/invitations")
        self.suivi = re.search(r'<option value="([0-9a-f-]{36})"', page).group(1)
        self.experts = [self.expert(rang) for rang in range(experts)]
        self.explorateurs = [
            self.invite("explorateur", f"explorateur{rang}@exemple.fr") for rang in range(explorateurs)]
        page = self.explorateurs[0].lit("/recherche")
        self.ids = re.findall(r'href="/experts/([0-9a-f-]{36})"', page)

    def invite(self, role, adresse):
        self.coordination.lit("/invitations")
        champs = {"adresse": adresse, "role": role}
        if role == "explorateur":
            champs["suivie_par"] = self.suivi
        self.coordination.envoie("/invitations", champs)
        personne = Personne(self.port)
        lien = self.dernier_lien(adresse)
        personne.lit(lien)
        personne.envoie(lien, {"prenom": "Prénom", "nom": "Nom"})
        personne.signe()
        return personne

    def dernier_lien(self, adresse):
        import time

        for _ in range(200):
            liste = self.coordination.lit("/boite")
            for morceau in liste.split("<li>"):
                if adresse + "<" in morceau and "/boite/" in morceau:
                    page = self.coordination.lit(re.search(r'href="(/boite/[^"]+)"', morceau).group(1))
                    return re.search(r'href="http://[^/]+(/invitation/[^"]+)"', page).group(1)
            time.sleep(0.05)
        raise RuntimeError("le message n’arrive pas")

    def expert(self, rang):
        personne = self.invite("expert", f"expert{rang}@exemple.fr")
        personne.lit("/profil")
        personne.envoie("/profil", {
            "metier": f"Métier {rang:03d}", "fiche": "Ce que je fais chaque jour, avec soin et patience. " * 4,
            "presentation": "Venez.", "plafond": "60"})
        personne.lit("/disponibilite")
        personne.envoie("/disponibilite", {
            "jour": [str(jour) for jour in range(1, 8)], "debut": ["00:00"] * 7, "fin": ["00:00"] * 7})
        return personne

    def creneaux(self):
        """Starts of 45-minute slots over the coming weeks, on the grid of windows that begin at midnight in Paris."""
        demain = datetime.datetime.now(PARIS).date() + datetime.timedelta(days=2)
        for jour in range(26):
            for rang in range(32):
                naif = datetime.datetime.combine(demain + datetime.timedelta(days=jour), datetime.time())
                moment = (naif + datetime.timedelta(minutes=45 * rang)).replace(tzinfo=PARIS)
                yield int(moment.timestamp() * 1000)

    def champs(self, personne, creneau):
        return {
            "motivation": "J’aime le travail du matin et faire quelque chose de mes mains, vraiment.",
            "question": ["Comment commence une journée ?", "Qu’est-ce qui fatigue ?", "Par où apprendre ?"],
            "creneau": str(creneau)} | personne.sceau()
