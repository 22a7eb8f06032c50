"""A mail relay that follows a scenario: one word for each message, the last one for all those that come after.

"bien" takes it · "coupe" hangs up at the door · "plus tard" 451 · "jamais" 550 · "muet" takes the body and says no more ·
"pris puis coupe" takes it, and dies before saying so."""

import socket
import threading
import time
from email import message_from_bytes

from courrier import port_libre


class RelaisMenteur:
    def __init__(self):
        self.port = port_libre()
        self.scenario, self.pris, self.essais = ["bien"], [], []
        self.corps = threading.Event()
        self.ecoute = None
        self.rouvrir()

    def rouvrir(self):
        self.ecoute = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accueillir, args=(self.ecoute,), daemon=True).start()

    def fermer(self):
        """Nobody answers at this address any more."""
        if self.ecoute:
            # Wakes the thread that waits, which `close` alone would not.
            self.ecoute.shutdown(socket.SHUT_RDWR)
            self.ecoute.close()
            self.ecoute = None

    def _accueillir(self, ecoute):
        while True:
            try:
                prise, _ = ecoute.accept()
            except OSError:
                return
            threading.Thread(target=self._converser, args=(prise,), daemon=True).start()

    def _mot(self):
        return self.scenario.pop(0) if len(self.scenario) > 1 else self.scenario[0]

    def _converser(self, prise):
        with prise, prise.makefile("rb") as lignes:
            def dire(texte):
                prise.sendall(texte.encode() + b"\r\n")

            try:
                self._dialoguer(lignes, dire)
            except OSError:
                pass

    def _dialoguer(self, lignes, dire):
        if self.scenario[0] == "coupe":
            self.essais.append((self._mot(), None))
            return
        dire("220 relais")
        while ligne := lignes.readline():
            verbe = ligne[:4].upper()
            if verbe == b"DATA":
                dire("354 oui")
                mot = self._mot()
                message = b""
                while (ligne := lignes.readline()) not in (b".\r\n", b""):
                    message += ligne
                numero = message_from_bytes(message)["Message-ID"]
                self.essais.append((mot, numero))
                self.corps.set()
                if mot == "muet":
                    time.sleep(60)
                    return
                if mot == "pris puis coupe":
                    self.pris.append(numero)
                    return
                if mot == "bien":
                    self.pris.append(numero)
                dire({"bien": "250 pris", "plus tard": "451 plus tard", "jamais": "550 jamais"}[mot])
            elif verbe == b"QUIT":
                dire("221 adieu")
                return
            else:
                dire("250 oui")

    def attendre_un_corps(self, delai=20):
        assert self.corps.wait(delai), "aucun message n’est venu jusqu’au relais"

    def numeros(self):
        return [numero for _, numero in self.essais if numero]

