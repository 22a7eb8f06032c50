"""What is kept about somebody: they look at it, take it along, ask, and leave. Without JavaScript."""

import json
import time
import zipfile
from pathlib import Path

import axe_playwright_python
import pytest

import gestes
import preuve
from atelier import MOTEURS
from guichet import Guichet

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text()
DROIT = "Mon prénom s’écrit avec un i grec, partout."


@pytest.mark.parametrize("moteur", MOTEURS)
def test_emporter_puis_partir(moteur, atelier, navigateur):
    """on emporte ses données et on les lit, puis on part pour de bon"""
    histoire = atelier.reunir(moteur)
    yanis, helene, claire = histoire.explorateur, histoire.coordination, histoire.conseillere
    yanis.aller("/compte").suivre("Voir, emporter, corriger ou effacer")
    assert yanis.chemin == "/mes-donnees" and "Personne d’autre que vous" in yanis.vu
    claire.aller("/suivi").suivre("Yanis")
    yanis.aller("/mes-donnees")
    assert f"Claire {claire.identite.nom[0]}. a lu votre parcours" in yanis.vu

    demander(histoire)
    archive = emporter(yanis)
    lire(archive, yanis)
    ouvrir(archive, navigateur)

    partir(yanis)
    au_revoir = histoire.courrier.attendre(yanis.adresse, "Vos données sont effacées")
    assert "nous ne connaissons plus cette adresse" in au_revoir.texte
    plus_personne(histoire, helene, claire)
    assert not any(mot in histoire.serveur.journal for mot in (yanis.adresse, yanis.identite.nom))


def demander(histoire):
    """A request, its answer, and what each of the two sees of it."""
    yanis, helene = histoire.explorateur, histoire.coordination
    yanis.aller("/mes-donnees").suivre("Faire une demande").choisir("droit", "rectification")
    yanis.appuyer("Envoyer ma demande")
    assert "Dites-le en quelques mots." in yanis.vu
    yanis.choisir("droit", "rectification").ecrire(mots=DROIT).appuyer("Envoyer ma demande")
    assert "Votre demande est partie" in yanis.vu and "au plus tard le" in yanis.vu
    page = yanis.chemin
    courriel = histoire.courrier.attendre(helene.adresse, "Une demande sur des données")
    assert DROIT not in courriel.tout
    helene.aller("/coordination").suivre("Les demandes sur les données")
    assert f"Yanis {yanis.identite.nom[0]}." in helene.vu and DROIT not in helene.vu
    helene.suivre("Corriger une donnée").ecrire(reponse="C’est corrigé, merci.").appuyer("Donner cette réponse")
    assert "Votre réponse est gardée" in helene.vu
    histoire.courrier.attendre(yanis.adresse, "La réponse à votre demande est là")
    assert "C’est corrigé, merci." in yanis.aller(page).vu


def emporter(personne):
    """From the page to the file, with a proof in between that leads back to the page."""
    personne.serveur.horloge.avancer(minutes=6)
    personne.aller("/mes-donnees").suivre("Obtenir ma copie").appuyer("Préparer ma copie")
    assert personne.chemin == "/mes-donnees/copie"
    personne.appuyer("Préparer ma copie")
    assert "Nous la préparons" in personne.vu or "Votre copie est prête" in personne.vu, personne.vu
    courriel = personne.serveur.courrier.attendre(personne.adresse, "Votre copie est prête")
    assert personne.identite.nom not in courriel.tout
    personne.aller(courriel.lien)
    assert "Votre copie est prête" in personne.vu
    with personne.page.expect_download() as attente:
        personne.page.get_by_role("link", name="Prendre ma copie").click()
    assert attente.value.suggested_filename == "mes-donnees.zip"
    return attente.value.path()


def lire(archive, personne):
    """What a program, or a reader, finds in it."""
    with zipfile.ZipFile(archive) as zip:
        assert zip.testzip() is None and sorted(zip.namelist()) == ["mes-donnees.html", "mes-donnees.json"]
        page, donnees = zip.read("mes-donnees.html").decode(), json.loads(zip.read("mes-donnees.json"))
    compte = donnees["donnees"]["compte"][0]
    assert (compte["prenom"], compte["nom"], compte["adresse"]) == (
        personne.prenom, personne.identite.nom, personne.adresse)
    assert DROIT in page and donnees["donnees"]["demandes-de-droits"][0]["mots"] == DROIT
    assert donnees["donnees"]["engagements"] and any(ligne["cle"] == "compte" for ligne in donnees["registre"])
    assert any("a lu votre parcours" in ligne["quoi"] for ligne in donnees["lectures"])
    assert "<script" not in page and "Marchandeau" not in page and "Kervadec" not in page


def ouvrir(archive, navigateur):
    """The page of the file, without a server: it reads well narrow, and asks nothing of anybody."""
    dossier = Path(archive).parent / "copie"
    with zipfile.ZipFile(archive) as zip:
        zip.extract("mes-donnees.html", dossier)
    contexte = navigateur.new_context(viewport={"width": 360, "height": 800})
    page = contexte.new_page()
    demandes = []
    page.on("request", lambda demande: demandes.append(demande.url))
    page.goto((dossier / "mes-donnees.html").as_uri())
    assert page.locator("h1").inner_text() == "Mes données" and len(demandes) == 1
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 360
    page.evaluate(AXE)
    violations = page.evaluate("() => axe.run()")["violations"]
    assert not violations, [(v["id"], v["nodes"][0]["html"][:160]) for v in violations]
    contexte.close()


def partir(personne):
    preuve.prouver(personne)
    personne.aller("/mes-donnees").suivre("Voir ce qui s’effacerait")
    assert "Ce qui part" in personne.vu and "Ce qui reste, et pourquoi" in personne.vu
    personne.ecrire(mot="efface").appuyer("Effacer mon compte pour toujours")
    assert "Rien n’est encore effacé" in personne.vu and personne.lu("mot") == "efface"
    personne.ecrire(mot="Effacer").appuyer("Effacer mon compte pour toujours")
    assert personne.chemin == "/au-revoir" and not personne.entree, personne.vu
    personne.page.goto("/mes-donnees")
    assert personne.chemin == "/connexion"


def plus_personne(histoire, helene, claire):
    """Nobody finds them, and their address opens nothing."""
    yanis = histoire.explorateur
    assert "Yanis" not in helene.aller("/coordination").vu
    assert "Yanis" not in claire.aller("/suivi").vu
    assert "une personne partie" in helene.aller("/demandes-de-droits").vu
    deja = len(histoire.courrier.de(yanis.adresse))
    reponse = Guichet(histoire.serveur).envoyer("/connexion", {"adresse": yanis.adresse})
    assert reponse.vers == "/connexion/attente"
    time.sleep(1.5)
    assert len(histoire.courrier.de(yanis.adresse)) == deja
    # The same address may come back, as somebody new.
    gestes.inviter(helene, yanis, "expert")
    gestes.prendre_sa_place(yanis)
    vu = yanis.aller("/mes-donnees").vu
    assert "Personne d’autre que vous" in vu and DROIT not in vu


def test_qui_coordonne_seul_reste(atelier):
    """qui coordonne seul lit ce qu’il faut faire d’abord, et ne part pas"""
    histoire = atelier.reunir()
    helene = histoire.coordination
    helene.aller("/mes-donnees/effacement")
    assert "Invitez d’abord une autre personne à la coordination" in helene.vu
    assert not helene.page.locator('[name="mot"]').count()
    preuve.prouver(helene)
    guichet = Guichet.de(helene)
    assert guichet.envoyer("/mes-donnees/effacement", {"mot": "effacer"}).statut == 422
    assert guichet.lire("/coordination").statut == 200


def test_des_mots_hostiles(atelier):
    """une demande et une réponse hostiles restent des mots, jusque dans la copie"""
    histoire = atelier.reunir()
    hostile = "</dd><script>document.title='pris'</script> ' OR 1=1; -- & \u202e <b>"
    yanis, helene = Guichet.de(histoire.explorateur), Guichet.de(histoire.coordination)
    page = yanis.envoyer("/mes-donnees/demande", {"droit": "limitation", "mots": hostile}).vers.split("?")[0]
    ici = page.replace("/mes-donnees/demandes/", "/demandes-de-droits/")
    assert helene.envoyer(f"{ici}/reponse", {"reponse": hostile}).statut == 303
    for guichet, chemin in [(yanis, page), (helene, ici)]:
        reponse = guichet.lire(chemin)
        assert "<script>document" not in reponse.html and "OR 1=1; -- &amp;" in reponse.html
    for champ, trop in [("mots", "é" * 10_000), ("droit", "tout")]:
        envoye = {"droit": "limitation", "mots": "x"} | {champ: trop}
        assert yanis.envoyer("/mes-donnees/demande", envoye).statut == 422
    archive = emporter(histoire.explorateur)
    with zipfile.ZipFile(archive) as zip:
        assert "<script" not in zip.read("mes-donnees.html").decode()
        assert hostile in json.loads(zip.read("mes-donnees.json"))["donnees"]["demandes-de-droits"][0]["mots"]
