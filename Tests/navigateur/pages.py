"""Every page of the demonstration: those of the gallery, and those that each of the cast reaches by links."""

import re

GALERIE = re.compile(r'href="(/galerie/[\w-]+)"')
LIEN = re.compile(r'href="(/[^"#?]*)')
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
ROLES = ["helene", "claire", "amina", "bruno", "nour"]
# Those whose pages show another moment of a meeting: a review written, one overdue, a request to answer.
TROUPE = [*ROLES, "lou", "yanis", "nora", "odile", "marc", "nour", "elsa", "sylvie", "leila"]
AILLEURS = ("/public", "/galerie", "/boite", "/demo")
LOCALES = {"fr": "fr-FR", "en": "en-GB"}
# Where no link leads from these.
TOUT_LE_MONDE = ["/", "/connexion", "/connexion/attente", "/demo", "/boite", "/nulle-part"]
EN_PLUS = {"helene": ["/invitations"], "amina": ["/recherche?mots=dompteur"]}


def galerie(contexte):
    return ["/galerie", *GALERIE.findall(contexte.request.get("/galerie").text())]


def entrer(contexte, qui):
    """Comes in by one of the doors of the demonstration."""
    page = contexte.request.get(f"/demo/{qui}").text()
    champs = dict(re.findall(r'name="(_\w+)" value="([^"]*)"', page))
    assert contexte.request.post(f"/demo/{qui}", form=champs).ok


def atteintes(contexte, depart="/accueil", en_plus=()):
    """Addresses reached by links, one of each kind, in the order they are found."""
    a_voir, vues, sortes = [depart, *en_plus], [], set()
    while a_voir:
        chemin = a_voir.pop(0)
        sorte = ID.sub("{id}", chemin)
        if sorte in sortes or chemin.startswith(AILLEURS):
            continue
        sortes.add(sorte)
        reponse = contexte.request.get(chemin)
        if not reponse.headers.get("content-type", "").startswith("text/html"):
            continue
        assert reponse.status == 200, f"{chemin} : {reponse.status}"
        if chemin != "/accueil":
            vues.append(chemin)
        a_voir += LIEN.findall(reponse.text())
    return vues


def en(contexte, langue):
    """Sets the language of a browser."""
    contexte.add_cookies([{"name": "langue", "value": langue, "url": contexte.base}])


def ouvrir(navigateur, origine, langue="fr", **options):
    """A browser in this language, wherever it goes."""
    contexte = navigateur.new_context(base_url=origine, locale=LOCALES[langue], **options)
    contexte.base = origine
    en(contexte, langue)
    return contexte
