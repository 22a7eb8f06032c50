"""A browser without a screen: requests with somebody's cookies, so that a test can send what no page of ours would.
Every answer it gets is held to what every answer owes: no 5xx, and the headers that protect."""

import http.client
import re
import socket
import uuid
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlencode

PROTECTIONS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# The same family as the browser of `Personne`: a cookie that speaks from another one is asked to prove itself.
AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"
POLITIQUE = [
    "default-src 'none'", "script-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
]


@dataclass
class Reponse:
    statut: int
    entetes: http.client.HTTPMessage
    corps: bytes

    @property
    def html(self):
        return self.corps.decode()

    @property
    def vers(self):
        """Where it leads."""
        return self.entetes.get("Location", "")

    @property
    def titre(self):
        trouve = re.search(r"<h1>(.*?)</h1>", self.html, re.DOTALL)
        return unescape(trouve.group(1)) if trouve else ""

    @property
    def mots(self):
        """The words of the page, without its marks, with plain spaces."""
        return " ".join(unescape(re.sub(r"<[^>]*>", " ", self.html)).split())

    def valeur(self, nom):
        """What a field of the page holds, as a browser would show it."""
        champ = re.search(rf'<input[^>]* name="{nom}"[^>]*>', self.html)
        if champ:
            return unescape(re.search(r' value="([^"]*)"', champ.group()).group(1)).replace("\n", "")
        # The first line break of a text area is not part of it.
        return unescape(re.search(rf'<textarea[^>]* name="{nom}"[^>]*>\n?(.*?)</textarea>', self.html, re.S).group(1))


def proteger(reponse, methode, chemin):
    ou = f"{methode} {chemin} : {reponse.statut}"
    assert reponse.statut < 500, f"{ou} {reponse.mots[:300]}"
    for nom, valeur in PROTECTIONS.items():
        assert reponse.entetes.get(nom) == valeur, f"{ou} {nom} : {reponse.entetes.get(nom)}"
    politique = reponse.entetes.get("Content-Security-Policy", "")
    assert all(mot in politique for mot in POLITIQUE) and "unsafe" not in politique, f"{ou} {politique}"
    camera = "camera=(self)" if reponse.statut == 200 and chemin.endswith("/salle") else "camera=()"
    assert camera in reponse.entetes.get("Permissions-Policy", ""), ou
    if not chemin.startswith("/public"):
        assert reponse.entetes.get("Cache-Control") == "no-store", ou
    for cookie in reponse.entetes.get_all("Set-Cookie", []):
        assert "HttpOnly" in cookie and "SameSite=Lax" in cookie, cookie


class Guichet:
    def __init__(self, serveur, cookies=None):
        self.serveur, self.cookies, self._csrf = serveur, dict(cookies or {}), None

    @classmethod
    def de(cls, personne):
        """With this person's cookies; they come in again first when their connexion is over."""
        def copie():
            return cls(personne.serveur, {c["name"]: c["value"] for c in personne.contexte.cookies()})

        guichet = copie()
        if "connexion" in guichet.cookies and guichet.lire("/accueil").vers == "/connexion":
            personne.aller("/accueil")
            guichet = copie()
        return guichet

    def demander(self, methode, chemin, corps=None, entetes=None):
        reponse = self.essayer(methode, chemin, corps, entetes)
        proteger(reponse, methode, chemin)
        return reponse

    def essayer(self, methode, chemin, corps=None, entetes=None, delai=15):
        """The same, whatever the answer."""
        connexion = http.client.HTTPConnection("127.0.0.1", self.serveur.port, timeout=delai)
        try:
            cookie = "; ".join(f"{nom}={valeur}" for nom, valeur in self.cookies.items())
            presentes = {"User-Agent": AGENT} | ({"Cookie": cookie} if cookie else {}) | (entetes or {})
            connexion.request(methode, chemin, corps, presentes)
            recue = connexion.getresponse()
            reponse = Reponse(recue.status, recue.headers, recue.read())
        finally:
            connexion.close()
        self._retenir(reponse)
        return reponse

    def _retenir(self, reponse):
        for cookie in reponse.entetes.get_all("Set-Cookie", []):
            nom, valeur = cookie.split(";")[0].split("=", 1)
            if "Max-Age=0" in cookie:
                self.cookies.pop(nom, None)
            else:
                self.cookies[nom] = valeur

    def lire(self, chemin):
        return self.demander("GET", chemin)

    @property
    def csrf(self):
        """Good for every form shown to this browser."""
        if self._csrf is None:
            self._csrf = re.search(r'name="_csrf" value="([^"]*)"', self.lire("/chartes/rencontres").html).group(1)
        return unescape(self._csrf)

    def envoyer(self, chemin, champs=(), geste=None, csrf=None, entetes=None):
        """A form, sealed as the page would; `champs`: pairs or a dictionary."""
        paires = list(champs.items() if isinstance(champs, dict) else champs)
        sceau = [("_csrf", self.csrf if csrf is None else csrf), ("_geste", geste or nouveau_geste())]
        return self.envoyer_brut(chemin, urlencode(sceau + paires).encode(), entetes)

    def envoyer_brut(self, chemin, corps, entetes=None):
        sorte = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.demander("POST", chemin, corps, sorte | (entetes or {}))


def nouveau_geste():
    return str(uuid.uuid4())


def crier(serveur, octets, attente=3):
    """Bytes as they are, on a connection of their own; what came back, possibly nothing."""
    with socket.create_connection(("127.0.0.1", serveur.port), timeout=attente) as prise:
        recu = b""
        try:
            prise.sendall(octets)
            while morceau := prise.recv(65536):
                recu += morceau
        except OSError:
            pass
        return recu
