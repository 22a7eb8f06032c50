"""The same form, sent twice: pressed again, together, or after an answer that never came."""

from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

import pytest

from guichet import nouveau_geste
from maison import CHEMIN, MOTEURS, champs, formulaire, ouvrir


def requete(maison, valeurs, geste):
    corps = urlencode([("_csrf", maison.helene.csrf), ("_geste", geste), *valeurs.items()])
    entetes = ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(corps)}"]
    return f"POST {CHEMIN} HTTP/1.1", entetes, corps


@pytest.mark.parametrize("moteur", MOTEURS)
def test_une_fois(moteur, chantier, fois, dire):
    """deux fois de suite, seize fois ensemble, ou après une réponse perdue : une seule fois, une seule réponse"""
    maison = chantier.maison(moteur)
    tours, envois = fois(6, 300), 0
    fenetres = [maison.fenetre() for _ in range(16)]
    with ThreadPoolExecutor(16) as ensemble:
        for tour in range(tours):
            nom, geste = maison.nouveau_nom(), nouveau_geste()
            maison.temoin.demander(geste, nom)
            if tour % 2:
                # Everything left, nothing came back.
                ouvrir(maison, *requete(maison, champs(nom), geste)).close()
                envois += 1
            reponses = list(ensemble.map(lambda fenetre: formulaire(fenetre, champs(nom), geste), fenetres))
            encore = formulaire(maison.helene, champs(nom), geste)
            envois += 17
            # On PostgreSQL some may be told that there is a crowd; never anything else.
            vers = {reponse.vers for reponse in [*reponses, encore] if reponse.statut == 303}
            assert {reponse.statut for reponse in reponses} <= {303, 503} and vers == {"/lieux?fait=garde"}, vers
            maison.temoin.noter(geste)
    acquises, presentes = maison.verifier()
    assert acquises == presentes == tours
    dire(f"{moteur} : {tours} formulaires envoyés {envois} fois, {presentes} dans la base")


def test_la_cle_de_quelqu_un_d_autre(chantier):
    """une clé déjà vue n’ouvre rien à une autre personne"""
    maison = chantier.maison("sqlite")
    nom, geste = maison.nouveau_nom(), nouveau_geste()
    assert maison.ajouter(nom, geste).statut == 303
    passante = type(maison.helene)(maison.serveur)
    reponse = passante.essayer(
        "POST", CHEMIN, urlencode([("_csrf", passante.csrf), ("_geste", geste), *champs(nom).items()]),
        {"Content-Type": "application/x-www-form-urlencoded"})
    assert reponse.statut == 401
    maison.verifier()
