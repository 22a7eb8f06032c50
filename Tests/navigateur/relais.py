"""A TURN relay of our own, through which a whole call passes: holding it still is a real cut of the network."""

import os
import signal
import subprocess
import time

from courrier import port_libre

SECRET = "secret-de-passage"


class Relais:
    def __init__(self, dossier):
        self.port = port_libre()
        with open(dossier / "turnserver.log", "wb") as journal:
            self.processus = subprocess.Popen(
                ["setpriv", "--pdeathsig", "KILL", "turnserver", "-n", "--listening-ip", "127.0.0.1", "--relay-ip",
                 "127.0.0.1", "--listening-port", str(self.port), "--use-auth-secret", "--static-auth-secret", SECRET,
                 "--realm", "vademecum.example", "--allow-loopback-peers", "--no-cli", "--no-tls", "--no-dtls",
                 "--pidfile", str(dossier / "turnserver.pid"), "--log-file", "stdout", "--simple-log"],
                stdout=journal, stderr=journal, stdin=subprocess.DEVNULL, cwd=dossier)
        time.sleep(0.5)
        assert self.processus.poll() is None, (dossier / "turnserver.log").read_text()

    @property
    def reglages(self):
        """For a server that lets nothing pass but through this relay."""
        return {"turn_urls": f"turn:127.0.0.1:{self.port}?transport=udp", "turn_secret": SECRET, "turn_only": "true"}

    def couper(self):
        os.kill(self.processus.pid, signal.SIGSTOP)

    def retablir(self):
        os.kill(self.processus.pid, signal.SIGCONT)

    def fermer(self):
        self.processus.kill()
        self.processus.wait()
