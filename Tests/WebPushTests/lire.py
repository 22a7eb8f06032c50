"""Reads a notice on standard input as a push service and a browser would, and says in JSON what they found.

The input is JSON: "corps", "secret" and "privee" in base64url, "authorization" as it stands in the request.
"""

import base64
import json
import sys

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from py_vapid import Vapid02
from py_vapid.jwt import decode


def octets(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def main():
    recu = json.load(sys.stdin)
    privee = ec.derive_private_key(int.from_bytes(octets(recu["privee"]), "big"), ec.SECP256R1())
    mots = http_ece.decrypt(
        octets(recu["corps"]), private_key=privee, auth_secret=octets(recu["secret"]), version="aes128gcm")
    # py-vapid wants the two parts joined; the standard lets a space stand between them.
    presente = recu["authorization"].replace(", ", ",")
    parties = dict(partie.split("=", 1) for partie in presente.removeprefix("vapid ").split(","))
    json.dump(
        {
            "mots": mots.decode(), "signe": bool(Vapid02.verify(presente)),
            "declaration": decode(parties["t"], parties["k"]), "cle": parties["k"],
        }, sys.stdout)


main()
