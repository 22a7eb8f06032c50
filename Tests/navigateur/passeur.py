"""A push service on the loopback, and a browser subscribed there: what arrives is opened and checked with other people's
code (http-ece, py-vapid)."""

import base64
import http.server
import json
import secrets
import threading
import time
from dataclasses import dataclass

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02
from py_vapid.jwt import decode


def base64url(octets):
    return base64.urlsafe_b64encode(octets).rstrip(b"=").decode()


class Abonne:
    """What a browser keeps of one subscription, and what its script gives of it."""

    def __init__(self, passeur):
        self.privee, self.secret = ec.generate_private_key(ec.SECP256R1()), secrets.token_bytes(16)
        self.chemin = f"/push/{secrets.token_urlsafe(12)}"
        self.adresse = passeur.origine + self.chemin
        point = self.privee.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.cles = {"p256dh": base64url(point), "auth": base64url(self.secret)}

    @property
    def script(self):
        """Chromium reaches no push service here: what it would answer is put in its place, kept as long as the tab."""
        donnee = json.dumps({"endpoint": self.adresse, "keys": self.cles})
        return """(() => {
          const donnee = %s;
          const make = (key) => ({
            endpoint: donnee.endpoint, options: { applicationServerKey: key }, toJSON: () => donnee,
            unsubscribe: async () => { delete localStorage.abonne; return true; },
          });
          PushManager.prototype.subscribe = async (options) => {
            const bytes = new Uint8Array(options.applicationServerKey);
            localStorage.abonne = JSON.stringify([...bytes]);
            return make(bytes.buffer);
          };
          PushManager.prototype.getSubscription = async () =>
            localStorage.abonne ? make(new Uint8Array(JSON.parse(localStorage.abonne)).buffer) : null;
        })()""" % donnee


@dataclass
class Recu:
    chemin: str
    entetes: dict
    corps: bytes

    @property
    def declaration(self):
        """What the signature vouches for; fails when it is not one."""
        presente = self.entetes["Authorization"].replace(", ", ",")
        assert Vapid02.verify(presente)
        parties = dict(partie.split("=", 1) for partie in presente.removeprefix("vapid ").split(","))
        return decode(parties["t"], parties["k"])

    def ouvert(self, abonne):
        return json.loads(
            http_ece.decrypt(self.corps, private_key=abonne.privee, auth_secret=abonne.secret, version="aes128gcm"))


class Passeur:
    def __init__(self):
        self.recus, self.reponses = [], []
        passeur = self

        class Porte(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                corps = self.rfile.read(int(self.headers["Content-Length"]))
                passeur.recus.append(Recu(self.path, dict(self.headers), corps))
                self.send_response(passeur.reponses.pop(0) if passeur.reponses else 201)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.porte = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Porte)
        self.origine = f"http://127.0.0.1:{self.porte.server_port}"
        threading.Thread(target=self.porte.serve_forever, daemon=True).start()

    def attendre(self, nombre=1, delai=30):
        limite = time.monotonic() + delai
        while len(self.recus) < nombre:
            assert time.monotonic() < limite, f"{len(self.recus)} reçus"
            time.sleep(0.05)
        return self.recus[nombre - 1]

    def fermer(self):
        self.porte.shutdown()
        self.porte.server_close()
