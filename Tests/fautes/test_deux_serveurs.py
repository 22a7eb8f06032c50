"""Two servers on one file."""

import subprocess

from courrier import port_libre
from maison import Ecrivains
from serveur import BINAIRE


def test_le_second_est_refuse(chantier):
    """le second dit pourquoi il ne s’ouvre pas ; le premier n’en sait rien"""
    maison = chantier.maison("sqlite")
    with Ecrivains(maison, 4) as ecrivains:
        ecrivains.attendre(4)
        for mots in ([], ["migrate"]):
            essai = subprocess.run(
                [BINAIRE, *mots], env=maison.serveur._environnement | {"VADEMECUM_PORT": str(port_libre())},
                cwd=maison.serveur.dossier, capture_output=True, text=True, timeout=60)
            assert essai.returncode != 0
            assert "est déjà ouverte par un autre serveur" in essai.stderr, essai.stderr
            assert "already open in another server" in essai.stderr
        ecrivains.attendre(4)
    assert set(ecrivains.statuts) == {303}
    maison.verifier()
    # The first one gone, the place is free, without anything to clean up.
    maison.serveur.tuer()
    maison.serveur.demarrer()
    assert maison.ajouter().statut == 303
