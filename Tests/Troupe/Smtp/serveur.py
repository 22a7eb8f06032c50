"""A real SMTP server for the tests: aiosmtpd on the loopback, on a port of its own.

Says "pret PORT" when it listens and stops when its standard input closes. Each mail is read back by Python's own
parser and becomes a line of recus.jsonl, written before the reply leaves.

What it answers is chosen by the first word of an address:
  rcpt-551@…        551 to RCPT              mail-451@…   451 to MAIL
  data-552@…        552 after the body       muet@…       nothing after the body
  raccroche@…       hangs up on RCPT, once a mail went through the same connection
"""

import argparse
import asyncio
import base64
import email
import email.policy
import json
import logging
import pathlib
import re
import ssl
import subprocess
import sys
import warnings

try:
    from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
except ImportError:
    print("absent aiosmtpd", flush=True)
    sys.exit(3)


def asked(stage, address):
    """The reply that an address asks for at this stage, or None."""
    found = re.match(stage + r"-(\d{3})@", address or "")
    return f"{found[1]} as asked by <{address}>" if found else None


def part(p):
    kind = p.get_content_maintype()
    content = p.get_payload(decode=True) or b""
    return {
        "type": p.get_content_type(),
        "parametres": dict(p["content-type"].params) if "content-type" in p else {},
        "disposition": p.get_content_disposition() or "",
        "fichier": p.get_filename() or "",
        "encodage": str(p["content-transfer-encoding"] or ""),
        "texte": "" if kind == "multipart" else content.decode("utf-8"),
    }


def read_back(content):
    mail = email.message_from_bytes(content, policy=email.policy.default)
    parts = list(mail.walk())
    defects = [d for p in parts for d in p.defects]
    defects += [d for p in parts for h in p.values() for d in h.defects]
    return {
        "entetes": [[name, str(value)] for name, value in mail.items()],
        "defauts": [repr(d) for d in defects],
        "parties": [part(p) for p in parts],
        "brut": base64.b64encode(content).decode(),
    }


class Handler:
    def __init__(self, folder, hides_utf8):
        self.folder = folder
        self.hides_utf8 = hides_utf8
        self.counts = {}

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        """Without SMTPUTF8 in its offer, the server still takes whatever comes: only the client can behave."""
        session.host_name = hostname
        return [line for line in responses if not (self.hides_utf8 and line.endswith("SMTPUTF8"))]

    async def handle_MAIL(self, server, session, envelope, address, options):
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return asked("mail", address) or "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("raccroche@") and self.counts.get(session.peer):
            server.transport.abort()
            return None
        envelope.rcpt_tos.append(address)
        return asked("rcpt", address) or "250 OK"

    async def handle_DATA(self, server, session, envelope):
        to = envelope.rcpt_tos[0]
        if to.startswith("muet@"):
            await asyncio.sleep(3600)
        if reply := asked("data", to):
            return reply
        self.counts[session.peer] = self.counts.get(session.peer, 0) + 1
        login = session.auth_data.login.decode() if session.auth_data else ""
        line = read_back(envelope.original_content) | {
            "expediteur": envelope.mail_from,
            "destinataires": envelope.rcpt_tos,
            "options": envelope.mail_options,
            "connexion": session.peer[1],
            "salut": session.host_name,
            "chiffre": session.ssl is not None or server.transport.get_extra_info("sslcontext") is not None,
            "compte": login,
        }
        with open(self.folder / "recus.jsonl", "a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        return "250 OK"


def certificate(folder):
    """A self-signed certificate for the loopback, made once per folder."""
    cert, key = folder / "cert.pem", folder / "key.pem"
    if not cert.exists():
        subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
        files = ["-keyout", str(key), "-out", str(cert)]
        curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
        subprocess.run(["openssl", "req", "-x509", *curve, "-nodes", "-days", "2", *subject, *files],
                       check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context


class Silent(asyncio.Protocol):
    """Accepts and never says a word, or says one line and hangs up."""

    def __init__(self, greeting):
        self.greeting = greeting

    def connection_made(self, transport):
        if self.greeting:
            transport.write(self.greeting)
            transport.close()


def protocol(options, folder):
    handler = Handler(folder, options.sans_utf8)
    if options.mode == "muet":
        return lambda: Silent(b""), None
    if options.mode == "refus":
        return lambda: Silent(b"554 no service here\r\n"), None
    settings = {"enable_SMTPUTF8": True, "hostname": "relais.exemple.test"}
    context = None if options.tls == "none" else certificate(folder)
    if options.tls == "starttls":
        settings |= {"tls_context": context, "require_starttls": True}
    if options.compte:
        expected = (options.compte.encode(), options.secret.encode())

        def check(server, session, envelope, mechanism, data):
            good = isinstance(data, LoginPassword) and (data.login, data.password) == expected
            return AuthResult(success=good, handled=False, auth_data=data)

        settings |= {"authenticator": check, "auth_required": True, "auth_require_tls": options.tls == "starttls"}
    return lambda: SMTP(handler, **settings), context if options.tls == "tls" else None


async def serve(options):
    loop = asyncio.get_running_loop()
    factory, context = protocol(options, pathlib.Path(options.dossier))
    server = await loop.create_server(factory, options.hote, options.port, ssl=context)
    print("pret", server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


# Clients that hang up are part of the tests, and so is a password over a line that aiosmtpd does not know is TLS.
warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
parser = argparse.ArgumentParser()
parser.add_argument("dossier")
parser.add_argument("--mode", choices=["normal", "muet", "refus"], default="normal")
parser.add_argument("--tls", choices=["none", "starttls", "tls"], default="none")
parser.add_argument("--hote", default="127.0.0.1")
parser.add_argument("--port", type=int, default=0)
parser.add_argument("--compte")
parser.add_argument("--secret", default="")
parser.add_argument("--sans-utf8", action="store_true")
asyncio.run(serve(parser.parse_args()))
