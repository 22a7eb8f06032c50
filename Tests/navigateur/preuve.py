"""Showing again that it is really oneself: by the code of an application, as people do on their telephone."""

import base64
import hashlib
import hmac
import struct

QUESTION = "Est-ce bien vous"


class Application:
    """A code application (RFC 6238), which knows what time it is on the server."""

    def __init__(self, secret, horloge=None):
        self.secret, self.horloge, self.dernier = secret, horloge, 0

    def code(self):
        """A code that was not used yet: the clock goes on by one step when it must."""
        pas = int(self.horloge.maintenant.timestamp()) // 30
        if pas <= self.dernier:
            self.horloge.avancer(seconds=30 * (self.dernier - pas + 1))
            pas = int(self.horloge.maintenant.timestamp()) // 30
        self.dernier = pas
        return chiffres(self.secret, pas)


def chiffres(secret, pas):
    cle = base64.b32decode(secret.replace(" ", ""))
    code = hmac.new(cle, struct.pack(">Q", pas), hashlib.sha1).digest()
    debut = code[-1] & 15
    return f"{(struct.unpack('>I', code[debut:debut + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def se_munir(personne):
    """Sets up a code application; answers the recovery codes."""
    personne.aller("/compte/code-temporaire").appuyer("Préparer mon application")
    personne.page.locator("details summary").first.click()
    personne.code = Application(personne.page.locator("details p.code").inner_text(), personne.serveur.horloge)
    personne.ecrire(code=personne.code.code()).appuyer("C’est en place")
    return personne.page.locator(".codes code").all_inner_texts()


def donner(personne):
    """Answers the page that asks, when it is there and one can; sends again what was being sent."""
    page = personne.page
    if not page.locator(f"h1:has-text('{QUESTION}')").count():
        return
    if not personne.code:
        par_courriel(personne)
        return
    page.locator('[name="code"]').fill(personne.code.code())
    page.get_by_role("button", name="C’est moi").click()
    envoyer = page.get_by_role("button", name="Envoyer ce que j’avais écrit")
    if envoyer.count():
        envoyer.click()


def prouver(personne):
    """A fresh proof, that holds for five minutes."""
    personne.page.goto("/preuve?suite=/compte")
    donner(personne)


def par_courriel(personne):
    """By a link, which leads back to where one was going."""
    lien = personne.page.get_by_role("button", name="Recevoir un lien par e-mail")
    if not lien.count():
        return
    courrier = personne.serveur.courrier
    rang = len(courrier.de(personne.adresse, "Votre lien")) + 1
    lien.click()
    personne.page.goto(courrier.attendre(personne.adresse, "Votre lien", rang).lien)
    personne.page.get_by_role("button", name="Entrer").click()


def revenir(personne):
    """Comes in again by mail, on a browser whose connexion is over."""
    courrier = personne.serveur.courrier
    rang = len(courrier.de(personne.adresse, "Votre lien")) + 1
    personne.page.goto("/connexion")
    personne.page.locator('[name="adresse"]').fill(personne.adresse)
    personne.page.get_by_role("button", name="Recevoir mon lien").click()
    personne.page.goto(courrier.attendre(personne.adresse, "Votre lien", rang).lien)
    personne.page.get_by_role("button", name="Entrer").click()
