"""A pair, from its formation to its end: agreement signed by both, the thread at its hours, the gate, the way taken along."""

import json
from datetime import datetime, timedelta

import pytest

import gestes
import preuve
from atelier import MOTEURS
from horloge import PARIS
from personnes import Identite

ODILE = Identite("Odile", "Perrinaudy", "odile.canari@structure.example")
MARC = Identite("Marc", "Aubrionnet", "marc.canari@metiers.example")
NOUR = Identite("Nour", "Haddadien", "nour.canari@maison.example")

# A Monday without a holiday near it.
LUNDI = datetime(2027, 2, 1, 9, 0, tzinfo=PARIS)
VENDREDI_DERNIER, DANS_TROIS_SEMAINES = "2027-01-29", "2027-02-19"
QUI_NOMME = "Sandrine Vidal me demande de la rappeler au 06 12 34 56 78 avant midi."


class Binome:
    """The coordinator, the mentor and the mentee, each in a browser, with the agreement signed."""

    def __init__(self, atelier, moteur="sqlite", serveur=None, **reglages):
        self.atelier = atelier
        self.serveur = serveur = serveur or atelier.serveur(moteur)
        serveur.horloge.aller_a(LUNDI)
        self.odile, self.marc = atelier.personne(ODILE, serveur), atelier.personne(MARC, serveur)
        self.nour = atelier.personne(NOUR, serveur, **reglages)
        self.ouvrir()
        self.former()
        self.convenir()

    def ouvrir(self):
        odile = self.odile
        odile.aller("/").choisir("charte", "mentorat").ecrire(
            jeton=self.serveur.code, structure="Mission locale du Perche", dispositif="Mentorat du Perche",
            prenom=odile.prenom, nom=odile.identite.nom, adresse=odile.adresse)
        odile.appuyer("Ouvrir la structure")
        gestes.signer(odile)
        preuve.se_munir(odile)
        odile.suivre("C’est noté")
        for qui, role in ((self.marc, "mentor"), (self.nour, "accompagne")):
            gestes.inviter(odile, qui, role)
            courriel = self.serveur.courrier.attendre(qui.adresse, "vous invite")
            qui.aller(courriel.lien).ecrire(prenom=qui.prenom, nom=qui.identite.nom).appuyer("Prendre ma place")
            assert qui.chemin == "/binomes" and "Pas encore de binôme" in qui.vu

    def former(self):
        odile = self.odile.aller("/binomes")
        odile.page.locator('[name="mentor"]').select_option(label="Marc A.")
        odile.page.locator('[name="accompagne"]').select_option(label="Nour H.")
        odile.appuyer("Former ce binôme")
        assert "Le binôme est formé" in odile.vu and "Pas encore signée" in odile.vu

    def convenir(self):
        """Marc proposes, both sign; nothing can be written before."""
        marc, nour = self.marc, self.nour
        marc.aller(self.serveur.courrier.attendre(marc.adresse, "Votre binôme").lien)
        self.adresse = marc.chemin.removesuffix("/convention")
        marc.appuyer("Proposer cette convention")
        assert "Donnez deux séances au moins" in marc.vu
        for rang, jour in enumerate((VENDREDI_DERNIER, DANS_TROIS_SEMAINES)):
            marc.page.locator(f"#champ-seance-jour-{rang}, #seance-jour-{rang}").first.fill(jour)
            marc.page.locator(f"#champ-seance-heure-{rang}, #seance-heure-{rang}").first.fill("17:00")
        marc.appuyer("Proposer cette convention")
        assert "Votre proposition est partie" in marc.vu
        marc.appuyer("Je signe")
        assert "Il reste la signature de Nour" in marc.vu
        nour.aller(self.adresse)
        assert nour.chemin == f"{self.adresse}/convention"
        assert "du lundi au vendredi de 08:00 à 18:00 (heure de Paris)" in nour.vu
        nour.appuyer("Je signe")
        assert nour.chemin == self.adresse and "C’est signé, à deux" in nour.vu

    def a(self, jour, heure, minute=0):
        self.serveur.horloge.aller_a(LUNDI + timedelta(days=jour - 1, hours=heure - 9, minutes=minute))
        return self

    def ecrire(self, mots):
        nour = self.nour.aller(self.adresse)
        if not nour.page.locator('[name="libre"]').is_visible():
            nour.page.get_by_text("Écrire librement").click()
        nour.ecrire(libre=mots).appuyer("Envoyer")
        return nour


@pytest.mark.parametrize("moteur", MOTEURS)
def test_de_la_signature_a_la_fin(moteur, atelier):
    """un binôme, de la signature à la fin, sans script"""
    binome = Binome(atelier, moteur)
    marc, nour, courrier = binome.marc, binome.nour, binome.serveur.courrier

    binome.a(2, 2)  # two in the morning, on Tuesday
    assert "Marc pourra vous lire dès mardi 2 février à 08:00 (heure de Paris)" in nour.aller(binome.adresse).vu
    relire_avant_d_envoyer(binome)
    assert "Vos heures de lecture sont fermées" in marc.aller(binome.adresse).vu
    assert "client" not in marc.vu
    binome.a(2, 8, 1)
    annonce = courrier.attendre(marc.adresse, "On vous a écrit")
    assert "Vidal" not in annonce.tout and "Nour" not in annonce.texte

    repondre(binome)
    assert "Qu’est-ce qui vous retient" not in nour.aller(binome.adresse).vu
    binome.a(2, 10, 1)
    courrier.attendre(nour.adresse, "Marc vous a écrit")
    assert "Qu’est-ce qui vous retient" in nour.aller(binome.adresse).vu

    se_relire(binome)
    verifier_l_acte(binome)
    assert "Nour H." in binome.odile.aller("/binomes").vu and "Signée" in binome.odile.vu
    binome.a(2, 19)
    finir(binome)
    for nom in ("Vidal", "Aubrionnet", "Haddadien", "retient"):
        assert nom not in binome.serveur.journal
    assert " 500 " not in binome.serveur.journal


def relire_avant_d_envoyer(binome):
    """What names somebody is held back, replaced, and only then leaves."""
    nour = binome.ecrire(QUI_NOMME)
    assert "Un mot à revoir avant d’envoyer" in nour.vu
    assert nour.lu("libre") == QUI_NOMME, "rien de ce qui était écrit n’est perdu"
    nour.appuyer("Envoyer")
    assert "Marc pourra le lire dès mardi 2 février à 08:00" in nour.vu, nour.vu
    assert "Vidal" not in nour.vu and "06 12" not in nour.vu and "[numéro de téléphone]" in nour.vu
    nour.suivre("Le changer").ecrire(libre="On me demande de rappeler avant midi, et je n’ose pas dire non.")
    nour.appuyer("Garder ce changement")
    nour.suivre("Revenir à nos échanges")
    assert "je n’ose pas dire non" in nour.vu
    nour.suivre("Vos 2 formulations")
    assert "[numéro de téléphone]" in nour.vu and "je n’ose pas dire non" in nour.vu


def repondre(binome):
    marc = binome.marc.aller(binome.adresse)
    assert "je n’ose pas dire non" in marc.vu and "téléphone" not in marc.vu
    marc.suivre("Répondre").ecrire(libre="Vous devez refuser.").appuyer("Envoyer")
    assert "Votre réponse dit quoi faire" in marc.vu
    marc.ecrire(libre="Qu’est-ce qui vous retient ?").appuyer("Envoyer ainsi")
    assert "Il partira mardi 2 février à 10:00 (heure de Paris)" in marc.vu


def se_relire(binome):
    nour = binome.nour.aller(f"{binome.adresse}/chemin")
    nour.page.get_by_text("Marquer").first.click()
    nour.page.locator('input[value="prise-de-conscience"]').first.check()
    nour.appuyer("Garder la marque")
    assert "Ma marque : Prise de conscience" in nour.vu
    nour.ecrire(mots="OSE").appuyer("Chercher")
    assert "1 passage trouvé" in nour.vu and "OSE" not in nour.page.url
    assert "Ma marque" not in binome.marc.aller(f"{binome.adresse}/chemin").vu
    nour.aller(f"{binome.adresse}/export")
    assert "Qu’est-ce qui vous retient" in nour.vu
    donnees = json.loads(nour.contexte.request.get(f"{binome.adresse}/export/donnees").text())
    assert [message["genre"] for message in donnees["intervalles"][0]["messages"]] == ["question", "reponse"]
    texte = nour.contexte.request.get(f"{binome.adresse}/export/texte").text()
    assert "> Qu’est-ce qui vous retient ?" in texte and "Vidal" not in texte


def verifier_l_acte(binome):
    """The file downloaded verifies; one letter changed does not. The page knows nobody."""
    acte = binome.nour.contexte.request.get(f"{binome.adresse}/acte/texte").text()
    assert "Marc Aubrionnet" in acte and "Nour Haddadien" in acte
    pdf = binome.nour.contexte.request.get(f"{binome.adresse}/acte/pdf")
    assert pdf.status == 200 and pdf.body().startswith(b"%PDF-") and len(pdf.body()) > 5000
    passante = binome.atelier.personne(Identite("Passante", "", ""), binome.serveur)
    passante.page.goto("/verification")
    passante.ecrire(acte=acte).appuyer("Vérifier")
    assert "Cet acte concorde" in passante.vu and "Aubrionnet" not in passante.vu
    passante.ecrire(acte=acte.replace("Aubrionnet", "Aubrionnat")).appuyer("Vérifier")
    assert "Cet acte ne concorde pas" in passante.vu


def finir(binome):
    nour, marc = binome.nour, binome.marc
    binome.ecrire("Un dernier mot, qui attend demain.")
    nour.aller(f"{binome.adresse}/fin")
    assert "ne sera pas remis" in nour.vu
    nour.appuyer("Mettre fin à ce binôme")
    assert "N’a pas été remis" in nour.vu
    binome.a(3, 9)
    binome.serveur.courrier.attendre(marc.adresse, "prend fin")
    assert "A pris fin" in marc.aller("/binomes").vu
    assert "Un dernier mot" not in marc.aller(binome.adresse).vu and "je n’ose pas dire non" in marc.vu


def test_la_relecture_pendant_qu_on_ecrit(atelier):
    """avec un script, ce qui nomme se voit et se règle pendant qu’on écrit, et une image ne se colle pas"""
    binome = Binome(atelier)
    page = binome.nour.avec_script(binome.adresse)
    page.get_by_text("Écrire librement").click()
    champ = page.locator('[name="libre"]')
    champ.fill(QUI_NOMME)
    page.get_by_role("button", name="numéro de téléphone").click()
    assert "06 12" not in champ.input_value()
    while (boutons := page.locator("[data-remplacer]")).count():
        avant = champ.input_value()
        boutons.first.click()
        page.wait_for_function("avant => document.querySelector('[name=libre]').value !== avant", arg=avant)
        page.wait_for_timeout(300)
    assert "Vidal" not in champ.input_value()
    page.evaluate("""() => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(9)], 'ecran.png', { type: 'image/png' }));
      document.querySelector('[name=libre]').dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }""")
    assert page.get_by_text("Les images et les fichiers ne passent pas ici").is_visible()
    page.get_by_role("button", name="Envoyer").click()
    page.get_by_role("heading", name="C’est remis").wait_for()
    champ = binome.nour.avec_script(binome.adresse)
    champ.get_by_text("Écrire librement").click()
    champ.locator('[name="libre"]').fill("Je n’en peux plus, j’ai envie de mourir.")
    champ.get_by_role("link", name="Appeler le 3114").wait_for()


def test_en_anglais(atelier):
    """en anglais, chaque page du binôme se lit, et la signature est celle du texte montré"""
    binome = Binome(atelier)
    nour = binome.nour
    nour.appuyer("English")
    for chemin, mots in [
        ("", "You and Marc"), ("/convention", "Our agreement"), ("/seances", "Our sessions"),
        ("/chemin", "Look back on our path"), ("/export", "My exchanges with Marc"), ("/fin", "End this pair"),
        ("/acte", "The signed record"),
    ]:
        nour.page.goto(f"{binome.adresse}{chemin}")
        assert mots in nour.vu, chemin
    nour.page.goto(binome.adresse)
    nour.page.get_by_text("Write freely").click()
    nour.ecrire(libre="How can I say no without a fight?").appuyer("Send")
    assert "It is delivered" in nour.vu
    nour.page.goto("/lignes-aide")
    assert "Somebody" in nour.vu or "somebody" in nour.vu
