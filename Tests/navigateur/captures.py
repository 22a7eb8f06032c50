"""Pictures of every page of the demonstration, to be looked at by people.

usage: .venv/bin/python Tests/navigateur/captures.py FOLDER [WORD…]   only the pages whose name holds one of the words
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import pages
import salle
from serveur import Demonstration

LARGEURS = {"etroit": 360, "large": 1280}
COULEURS = {"clair": "light", "sombre": "dark"}


def prendre(contexte, dossier, qui, chemins, langue, mots):
    page = contexte.new_page()
    for chemin in chemins:
        nom = f"{qui}{pages.ID.sub('id', chemin)}".replace("/", "_").strip("_").replace("?", "_")
        if mots and not any(mot in nom for mot in mots):
            continue
        page.goto(chemin)
        for largeur, points in LARGEURS.items():
            page.set_viewport_size({"width": points, "height": 900})
            for couleurs, schema in COULEURS.items():
                page.emulate_media(color_scheme=schema, reduced_motion="reduce")
                page.screenshot(path=dossier / f"{nom}-{langue}-{largeur}-{couleurs}.png", full_page=True)
        print(nom, langue, flush=True)


def tout(navigateur, origine, dossier, mots):
    for langue in ("fr", "en"):
        passant = pages.ouvrir(navigateur, origine, langue)
        prendre(passant, dossier, "", pages.galerie(passant), langue, mots)
        chemins = pages.TOUT_LE_MONDE + pages.atteintes(passant, "/chartes/rencontres")
        prendre(passant, dossier, "passant", chemins, langue, mots)
        passant.close()
        for qui in pages.TROUPE:
            contexte = pages.ouvrir(navigateur, origine, langue)
            pages.entrer(contexte, qui)
            chemins = pages.atteintes(contexte, en_plus=pages.EN_PLUS.get(qui, ()))
            prendre(contexte, dossier, qui, chemins, langue, mots)
            contexte.close()


def main():
    dossier, *mots = sys.argv[1:]
    Path(dossier).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        navigateur = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=salle.DRAPEAUX)
        demonstration = Demonstration(Path(place))
        try:
            tout(navigateur, demonstration.origine, Path(dossier), mots)
        finally:
            demonstration.fermer()
            navigateur.close()


if __name__ == "__main__":
    main()
