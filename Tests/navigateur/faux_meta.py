"""Meta, as far as a server sees it: the program `faux-meta`, and what its telephones write."""

import json
import subprocess
import time
import urllib.parse
import urllib.request

from serveur import RACINE

LIGNE, COMPTE, NUMERO = "106540352242922", "102290129340398", "+33 1 00 00 00 00"


class FauxMeta:
    def __init__(self):
        self.processus = subprocess.Popen(
            ["setpriv", "--pdeathsig", "KILL", RACINE / ".build/debug/faux-meta"], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, text=True)
        self.origine = f"http://127.0.0.1:{self.processus.stdout.readline().split()[1]}"

    @property
    def reglages(self):
        """What a server is told of it."""
        return {
            "whatsapp_app_secret": "secret-de-l-application", "whatsapp_verify_token": "convenu-entre-nous-deux",
            "whatsapp_access_token": "EAAJB-ESSAI", "whatsapp_phone_number_id": LIGNE,
            "whatsapp_business_account_id": COMPTE, "whatsapp_number": NUMERO, "whatsapp_graph_base": self.origine,
        }

    @property
    def pris(self):
        return json.loads(self._demander("/essai/pris"))

    @property
    def mots(self):
        """What it was given to say, with plain spaces: the words of a text, the name of a template."""
        return [" ".join((envoi.get("text") or {"body": envoi.get("template", {}).get("name", "")})["body"].split())
                for envoi in self.pris]

    def attendre(self, mots, delai=20):
        """The first thing said that holds these words."""
        limite = time.monotonic() + delai
        while time.monotonic() < limite:
            for dit in self.mots:
                if mots in dit:
                    return dit
            time.sleep(0.1)
        raise AssertionError(f"rien qui dise « {mots} » : {self.mots}")

    def attendre_que_tout_soit_lu(self, serveur, calme=0.5):
        """Until the server rests: it has read what it was told."""
        while True:
            avant = serveur.processeur
            time.sleep(calme)
            if serveur.processeur - avant < calme / 10:
                return

    def refuser(self, http, code, fois=1):
        self._demander("/essai/refus", {"http": http, "code": code, "fois": fois}, b"")

    def juger(self, langue, statut, nom="reponse_attend"):
        self._demander("/essai/gabarit", {"nom": nom, "langue": langue, "statut": statut}, b"")

    def annoncer(self, serveur, valeur, champ="messages"):
        """Posts to a server what Meta would, signed."""
        corps = {"object": "whatsapp_business_account",
                 "entry": [{"id": COMPTE, "time": int(serveur.horloge.maintenant.timestamp()),
                            "changes": [{"field": champ, "value": valeur}]}]}
        self._demander("/essai/avis", {"vers": f"{serveur.origine}/whatsapp/avis"}, json.dumps(corps).encode())

    def telephoner(self, serveur, numero, wamid, **message):
        """Somebody's telephone sends something."""
        if "mots" in message:
            message = {"type": "text", "text": {"body": message["mots"]}}
        instant = str(int(serveur.horloge.maintenant.timestamp()))
        self.annoncer(serveur, {
            "messaging_product": "whatsapp", "metadata": {"phone_number_id": LIGNE, "display_phone_number": NUMERO},
            "contacts": [{"wa_id": numero, "profile": {"name": "Quelqu’un"}}],
            "messages": [{"id": wamid, "from": numero, "timestamp": instant} | message]})

    def _demander(self, chemin, questions=None, corps=None):
        adresse = self.origine + chemin + ("?" + urllib.parse.urlencode(questions) if questions else "")
        with urllib.request.urlopen(urllib.request.Request(adresse, data=corps), timeout=30) as reponse:
            return reponse.read()

    def fermer(self):
        self.processus.kill()
        self.processus.wait()
