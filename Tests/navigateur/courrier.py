"""A real SMTP server outside the product, and what a person does with a mail: reads it, follows its link."""

import re
import socket
import time
from email import message_from_bytes, policy

import icalendar
from aiosmtpd.controller import Controller


def port_libre():
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        return prise.getsockname()[1]


class Courriel:
    def __init__(self, enveloppe):
        self.brut = enveloppe.content
        self.destinataires = enveloppe.rcpt_tos
        self.message = message_from_bytes(enveloppe.content, policy=policy.default)
        self.sujet = str(self.message["Subject"])

    def partie(self, sorte):
        return next((partie for partie in self.message.walk() if partie.get_content_type() == sorte), None)

    @property
    def texte(self):
        return self.partie("text/plain").get_content().replace("\r\n", "\n")

    @property
    def lien(self):
        """The one address that the mail asks to open."""
        return re.search(r"^https?://\S+$", self.texte, re.MULTILINE).group()

    @property
    def tout(self):
        """Every word of it, decoded: headers, text, HTML, calendar."""
        parties = [str(p.get_content()) for p in self.message.walk() if p.get_content_maintype() == "text"]
        return "\n".join([f"{nom}: {valeur}" for nom, valeur in self.message.items()] + parties)

    @property
    def calendrier(self):
        """The event joined, with the method said outside and inside; None without one."""
        partie = self.partie("text/calendar")
        return partie and Evenement(partie)


class Evenement:
    def __init__(self, partie):
        self.texte = partie.get_content()
        self.methode_annoncee = partie.get_param("method")
        self.calendrier = icalendar.Calendar.from_ical(self.texte)
        [self.evenement] = self.calendrier.walk("VEVENT")

    @property
    def methode(self):
        return str(self.calendrier["METHOD"])

    @property
    def uid(self):
        return str(self.evenement["UID"])

    @property
    def sequence(self):
        return int(self.evenement["SEQUENCE"])

    @property
    def debut(self):
        return self.evenement["DTSTART"].dt

    @property
    def invite(self):
        return self.evenement["ATTENDEE"]


class BoiteSmtp:
    """Receives everything and refuses nothing."""

    def __init__(self):
        self.courriels = []
        self.port = port_libre()
        self.serveur = Controller(self, hostname="127.0.0.1", port=self.port)
        self.serveur.start()

    async def handle_DATA(self, serveur, session, enveloppe):
        self.courriels.append(Courriel(enveloppe))
        return "250 OK"

    def fermer(self):
        self.serveur.stop()

    def de(self, adresse, sujet=""):
        """What somebody received so far, oldest first."""
        return [c for c in self.courriels if adresse in c.destinataires and re.search(sujet, c.sujet)]

    def attendre(self, adresse, sujet="", rang=1, delai=15):
        """Waits for the mail number `rang` of this person about this."""
        limite = time.monotonic() + delai
        while time.monotonic() < limite:
            if len(recus := self.de(adresse, sujet)) >= rang:
                return recus[rang - 1]
            time.sleep(0.05)
        raise AssertionError(f"pas de courriel n° {rang} « {sujet} » ; reçus : {[c.sujet for c in self.de(adresse)]}")
