"""pywa, a client that owes us nothing, speaks to a Graph API on this machine and reads what it posts.

usage: pair.py PORT TOKEN SECRET LIGNE COMPTE < bodies and their signatures, in JSON
Answers in JSON what it found.
"""

import json
import sys

import httpx
from pywa import WhatsApp, errors, types, utils

PORT, JETON, SECRET, LIGNE, COMPTE = sys.argv[1:]
ELLE = "+33600000000"


class VersIci(httpx.HTTPTransport):
    """The same requests, taken to this machine: pywa knows one address only."""

    def handle_request(self, request):
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=int(PORT))
        request.headers["Host"] = f"127.0.0.1:{PORT}"
        return super().handle_request(request)


def client(jeton=JETON):
    return WhatsApp(
        phone_id=LIGNE, waba_id=COMPTE, token=jeton, session=httpx.Client(transport=VersIci()), server=None,
        app_secret=SECRET, verify_token="sans-objet")


def refus(geste):
    try:
        geste()
    except errors.WhatsAppError as erreur:
        return {"genre": type(erreur).__name__, "code": erreur.code}
    return None


def envoyer(wa):
    """Each kind of send; the names that came back."""
    partis = [
        wa.send_message(to=ELLE, text="Bonjour"),
        wa.send_message(to=ELLE, text="En réponse", reply_to_message_id="wamid.ORIGINE"),
        wa.send_message(to=ELLE, text="Oui ou non ?", buttons=[types.Button(title="Oui", callback_data="oui")]),
        wa.send_image(to=ELLE, image="https://exemple.example/image.png", caption="Une image"),
        wa.send_reaction(to=ELLE, emoji="👍", message_id="wamid.ORIGINE"),
        wa.send_template(
            to=ELLE, name="reponse_attend", language=types.templates.TemplateLanguage.FRENCH, params=[]),
    ]
    return [getattr(parti, "id", parti) for parti in partis]


def lire(wa, corps):
    """What a body says, read by pywa's own handlers."""
    entendus = []
    wa.on_message()(lambda _, message: entendus.append(
        {"mots": message.text, "wa_id": message.from_user.wa_id, "bsuid": message.from_user.bsuid, "id": message.id}))
    wa.on_message_status()(lambda _, statut: entendus.append({"statut": statut.status.value, "id": statut.id}))
    for octets in corps:
        wa.webhook_update_handler(octets)
    return entendus


def main():
    avis = json.load(sys.stdin)
    wa = client()
    # It was asked to refuse one thing, the first.
    ferme = refus(lambda: wa.send_message(to=ELLE, text="Bonjour"))
    numero = wa.get_business_phone_number()
    print(json.dumps({
        "partis": envoyer(wa),
        "lu": bool(wa.mark_message_as_read("wamid.ORIGINE")),
        "numero": numero.display_phone_number, "nom": numero.verified_name,
        "gabarits": [[g.name, g.language.value, g.status.value] for g in wa.get_templates()],
        "jeton": refus(lambda: client("autre").send_message(to=ELLE, text="Bonjour")),
        "ferme": ferme, "sans_pays": refus(lambda: wa.send_message(to="0600000000", text="Bonjour")),
        "signes": [utils.webhook_updates_validator(SECRET, a["corps"].encode(), a["signature"]) for a in avis],
        "entendus": lire(wa, [a["corps"].encode() for a in avis]),
    }))


main()
