"""A pair of whom one writes from a telephone: the real server, and a false Meta on a port of this machine."""

import json
import statistics

import pytest

from atelier import MOTEURS
from binome import Binome
from faux_meta import NUMERO, FauxMeta

TELEPHONE = "33612340987"
QUI_NOMME = "Sandrine Vidal me demande de la rappeler au 06 12 34 56 78 avant midi."


@pytest.fixture
def meta(atelier):
    return atelier.garder(FauxMeta())


@pytest.mark.parametrize("moteur", MOTEURS)
def test_du_choix_au_retrait(moteur, atelier, meta):
    """on choisit, on écrit de son téléphone, on est répondu aux heures dites, on s’en va ; c’est une conversation"""
    binome = Binome(atelier, serveur=atelier.serveur(moteur, **meta.reglages))
    choisir(binome, meta)
    ecrire_la_nuit(binome, meta)
    etre_repondu(binome, meta)
    toucher_le_bouton(binome, meta)
    s_en_aller(binome, meta)
    journal = binome.serveur.journal + binome.serveur.sortie
    for mot in (TELEPHONE, "0987", "Vidal", "EAAJB", "secret-de-l-application", "convenu-entre", "retient", " 500 "):
        assert mot not in journal


def choisir(binome, meta):
    """What it implies comes first, nothing is ticked, and the number shows that it is theirs."""
    nour = binome.nour.aller(binome.adresse).suivre("WhatsApp")
    assert "WhatsApp appartient à Meta" in nour.vu and "hors de l’Union européenne" in nour.vu
    assert nour.page.locator("input:checked").count() == 0
    nour.choisir("accord", "majeur").appuyer("Choisir WhatsApp")
    assert "Cochez les deux" in nour.vu and nour.page.locator("input:checked").count() == 1
    nour.choisir("accord", "compris").appuyer("Choisir WhatsApp")
    assert NUMERO in nour.vu
    code = nour.page.locator("main strong").first.inner_text()
    meta.telephoner(binome.serveur, TELEPHONE, "wamid.code", mots=code.lower())
    meta.attendre("WhatsApp est relié")
    assert "WhatsApp est relié" in nour.aller(f"{binome.adresse}/whatsapp").vu
    assert "finit par 0987" in nour.vu and TELEPHONE not in nour.page.content()


def ecrire_la_nuit(binome, meta):
    """At two in the morning: help, refusals and the hour at once; nothing that names anybody gets through."""
    serveur = binome.a(2, 2).serveur
    meta.telephoner(serveur, TELEPHONE, "wamid.A", mots="Comment demander du temps ?")
    assert "Marc pourra vous lire dès mardi 2 février à 08:00" in meta.attendre("C’est gardé")
    binome.a(2, 2, 1)
    meta.telephoner(serveur, TELEPHONE, "wamid.B", mots=QUI_NOMME)
    assert f"{binome.adresse}#ecrire" in meta.attendre("Pour écrire avec de l’aide")
    binome.a(2, 2, 2)
    meta.telephoner(serveur, TELEPHONE, "wamid.C", type="image", image={"id": "77", "mime_type": "image/jpeg"})
    meta.attendre("n’a pas été ouvert")
    assert len([mots for mots in meta.mots if "C’est gardé" in mots]) == 1
    assert "client" not in binome.marc.aller(binome.adresse).vu
    vue = binome.nour.aller(binome.adresse).vu
    assert "Comment demander du temps" in vue and "Vidal" not in vue


def etre_repondu(binome, meta):
    marc = binome.a(2, 8, 1).marc.aller(binome.adresse)
    assert "Comment demander du temps" in marc.vu and "par WhatsApp" in marc.vu
    assert "Vidal" not in marc.vu and "0987" not in marc.page.content()
    marc.suivre("Répondre")
    assert "WhatsApp, ouvert jusqu’à" in marc.vu
    marc.ecrire(libre="Qu’est-ce qui vous retient ?").appuyer("Envoyer")
    assert "Il partira mardi 2 février à 10:00" in marc.vu
    avant = len(meta.pris)
    assert not any("retient" in mots for mots in meta.mots)
    binome.a(2, 10, 1)
    meta.attendre("Marc vous répond : Qu’est-ce qui vous retient ?")
    assert len(meta.pris) == avant + 1
    vue = binome.nour.aller(binome.adresse).vu
    assert "Comment demander du temps" in vue and "Qu’est-ce qui vous retient" in vue


def toucher_le_bouton(binome, meta):
    """A day later WhatsApp is closed: the approved text, and the words once its button is touched."""
    serveur = binome.a(2, 17).serveur
    meta.telephoner(serveur, TELEPHONE, "wamid.D", mots="Et si on me dit non ?")
    binome.marc.aller(binome.adresse)
    binome.a(4, 9).marc.aller(binome.adresse).suivre("Répondre")
    assert "WhatsApp sera fermé à ce moment-là" in binome.marc.vu
    binome.marc.ecrire(libre="Que feriez-vous alors ?").appuyer("Envoyer")
    binome.a(4, 12)
    meta.attendre("reponse_attend")
    assert not any("feriez" in mots for mots in meta.mots)
    meta.telephoner(serveur, TELEPHONE, "wamid.E", type="button", button={"payload": "Lire ici", "text": "Lire ici"})
    meta.attendre("Que feriez-vous alors ?")


def s_en_aller(binome, meta):
    nour = binome.nour.aller(f"{binome.adresse}/whatsapp").appuyer("Ne plus utiliser WhatsApp")
    assert "Nous n’avons plus votre numéro" in nour.vu
    # One of no pair gets one courteous answer, and nothing of it is kept.
    for wamid in ("wamid.F", "wamid.G"):
        meta.telephoner(binome.serveur, TELEPHONE, wamid, mots="Encore un mot")
    meta.attendre("Ce numéro sert à des personnes qui s’écrivent")
    assert "Encore un mot" not in nour.aller(binome.adresse).vu
    assert len([mots for mots in meta.mots if "Ce numéro sert" in mots]) == 1
    # Nobody was told that anything was read or being written.
    assert not any("status" in envoi or "typing_indicator" in envoi for envoi in meta.pris)


def test_la_coordination_essaie_le_numero(atelier, meta):
    """la page dit ce qui est en place, ce qui manque, et ce que Meta refuse en cours de semaine"""
    binome = Binome(atelier, serveur=atelier.serveur(**meta.reglages))
    odile = binome.odile.aller("/whatsapp")
    assert f"{binome.serveur.origine}/whatsapp/avis" in odile.vu and "Lire ici" in odile.vu
    odile.appuyer("Essayer la liaison")
    assert f"Meta reconnaît le numéro {NUMERO}, au nom de « Accompagner »" in odile.vu
    assert "Meta n’a encore rien envoyé ici" in odile.vu and "anglais : Meta n’en a rien dit" in odile.vu
    meta.juger("fr", "APPROVED")
    meta.juger("en", "PENDING")
    odile.appuyer("Essayer la liaison")
    assert "français : accepté par Meta" in odile.vu and "anglais : Meta le regarde encore" in odile.vu
    meta.refuser(401, 190)
    odile.appuyer("Essayer la liaison")
    assert "Meta refuse le jeton d’accès" in odile.vu
    # In mid-week, told by Meta itself.
    binome.a(3, 11)
    meta.annoncer(binome.serveur, {
        "event": "REJECTED", "message_template_id": 5, "message_template_name": "reponse_attend",
        "message_template_language": "fr", "reason": "INVALID_FORMAT"}, "message_template_status_update")
    for _ in range(50):
        if "français : refusé par Meta" in odile.aller("/whatsapp").vu:
            break
        odile.page.wait_for_timeout(100)
    assert "français : refusé par Meta. Soumettez de nouveau" in odile.vu
    for mot in ("EAAJB", "secret-de-l-application", "convenu-entre-nous"):
        assert mot not in odile.page.content() and mot not in binome.serveur.journal
    assert meta.pris == []
    # Nobody else has this page.
    for qui in (binome.marc, binome.nour):
        assert qui.contexte.request.get("/whatsapp").status == 404


def test_rien_n_entre_sans_signature(atelier, meta):
    """ce que Meta n’a pas signé n’est ni lu ni gardé, et sa poignée de main demande le mot convenu"""
    serveur = atelier.serveur(**meta.reglages)
    passant = atelier.navigateur.new_context(base_url=serveur.origine).request
    corps = json.dumps({"object": "whatsapp_business_account", "entry": []})
    for entetes, attendu in [({}, 401), ({"X-Hub-Signature-256": "sha256=" + "0" * 64}, 403),
                             ({"X-Hub-Signature-256": "n’importe quoi".encode().decode("latin-1")}, 403)]:
        reponse = passant.post("/whatsapp/avis", data=corps, headers=entetes | {"Content-Type": "application/json"})
        assert reponse.status == attendu and reponse.text() == ""
    demande = "/whatsapp/avis?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="
    assert passant.get(demande + "autre").status == 403
    assert (passant.get(demande + "convenu-entre-nous-deux").text()) == "1158201444"
    assert passant.get("/whatsapp/avis").status == 400


@pytest.mark.parametrize("moteur", MOTEURS)
def test_mille_nouvelles_dans_un_envoi(moteur, atelier, meta):
    """mille nouvelles en un envoi sont gardées et reçues en un quart de seconde de processeur au plus"""
    serveur = atelier.serveur(moteur, **meta.reglages)
    couts = []
    for tour in range(3):
        messages = [{"id": f"wamid.{tour}.{rang}", "from": f"3361{rang:07}", "timestamp": "1801468800", "type": "text",
                     "text": {"body": "Bonjour, je voudrais savoir comment faire."}} for rang in range(1000)]
        avant = serveur.processeur
        meta.annoncer(serveur, {"metadata": {"phone_number_id": "106540352242922"}, "messages": messages})
        couts.append(serveur.processeur - avant)
        # Read before the next one: what is measured is being told, not reading.
        meta.attendre_que_tout_soit_lu(serveur)
    assert statistics.median(couts) <= 0.25, couts
