"""Backing up while people write, losing everything, coming back: by the commands, as somebody would type them."""

import contextlib
import os
import random
import re
import shutil
import sqlite3
import subprocess
import threading
import time

import pytest

from atelier import MOTEURS, Atelier
from guichet import Guichet
from personnes import HELENE
from serveur import BINAIRE, BasesPostgres


@pytest.fixture
def lieux(bibliotheque, tmp_path_factory):
    """Servers without a browser."""
    atelier = Atelier(None, bibliotheque, tmp_path_factory)
    yield atelier
    atelier.fermer()


class Maison:
    """A server, its coordinator, its folders of backups."""

    def __init__(self, lieux, moteur, dossier, planifiee=True, **reglages):
        self.lieux, self.moteur, self.dossier = lieux, moteur, dossier
        self.sauvegardes, self.cles = dossier / "sauvegardes", dossier / "cles"
        if planifiee:
            self.sauvegardes.mkdir()
            self.cles.mkdir()
        if planifiee:
            reglages |= {"backup_dir": self.sauvegardes, "backup_keys_dir": self.cles}
        self.serveur = lieux.serveur(moteur, **reglages)
        self.helene = Guichet(self.serveur)
        self.acquises = []

    def ouvrir(self):
        self.helene.lire("/ouverture")
        reponse = self.helene.envoyer("/ouverture", {
            "jeton": self.serveur.code, "structure": "Mission locale du Perche", "fuseau": "Europe/Paris",
            "dispositif": "Rencontres du Perche", "charte": "rencontres", "prenom": HELENE.prenom, "nom": HELENE.nom,
            "adresse": HELENE.adresse})
        assert reponse.statut == 303, reponse.mots
        page = self.helene.lire("/engagement")
        champs = {nom: page.valeur(nom) for nom in ("dispositif", "role", "numero", "langue", "empreinte")}
        assert self.helene.envoyer("/engagement", champs).statut == 303
        return self

    def inviter(self, adresse):
        """Answers once it is acknowledged."""
        reponse = self.helene.envoyer("/invitations", {"adresse": adresse, "role": "expert"})
        assert reponse.statut == 303, reponse.mots
        self.acquises.append(adresse)

    def commande(self, *mots, **plus):
        environnement = self.serveur._environnement | plus
        return subprocess.run(
            [BINAIRE, *map(str, mots)], env=environnement, cwd=self.serveur.dossier, capture_output=True, text=True,
            timeout=120)

    def sauvegarder(self, *mots):
        """A backup by hand; answers its file of data, and what was said."""
        sortie = self.commande("backup", "--to", self.sauvegardes, "--keys-to", self.cles, *mots)
        assert sortie.returncode == 0, sortie.stderr
        return re.search(r"^(/\S+\.donnees)$", sortie.stdout, re.MULTILINE).group(1), sortie.stdout

    @property
    def cle_maitresse(self):
        return self.serveur.donnees / "cle-maitresse"

    def tout_perdre(self):
        """The machine is gone: what is left is the backups, and the master key noted elsewhere."""
        self.serveur.tuer()
        cle = self.cle_maitresse.read_bytes()
        shutil.rmtree(self.serveur.donnees)
        if self.moteur == "postgres":
            self.serveur.bases = self.lieux.garder(BasesPostgres())
        return cle

    def rendre_la_cle(self, cle):
        self.serveur.donnees.mkdir(exist_ok=True)
        self.cle_maitresse.write_bytes(cle)

    def revenir(self):
        """Hélène comes in again by mail, on a browser that knows nothing."""
        courrier = self.serveur.courrier
        guichet, rang = Guichet(self.serveur), len(courrier.de(HELENE.adresse, "Votre lien")) + 1
        assert guichet.envoyer("/connexion", {"adresse": HELENE.adresse}).vers == "/connexion/attente"
        jeton = courrier.attendre(HELENE.adresse, "Votre lien", rang).lien.rsplit("/", 1)[1]
        assert guichet.envoyer(f"/connexion/lien/{jeton}").vers == "/accueil"
        return guichet


def attendre(condition, delai=45):
    limite = time.monotonic() + delai
    while not condition():
        assert time.monotonic() < limite, "rien n’est venu"
        time.sleep(0.1)


class Invitations:
    """Hélène invites without a pause, from another thread, until told."""

    def __init__(self, maison):
        self.maison, self.fini = maison, threading.Event()
        self.fil = threading.Thread(target=self._inviter)

    def _inviter(self):
        rang = 0
        while not self.fini.is_set():
            rang += 1
            self.maison.inviter(f"invitee.{rang}@metiers.example")

    def __enter__(self):
        self.fil.start()
        return self

    def __exit__(self, *_):
        self.fini.set()
        self.fil.join()


@pytest.mark.parametrize("moteur", MOTEURS)
def test_exercice(moteur, lieux, tmp_path):
    """sauvegarder sous charge, tuer, tout perdre, restaurer, revenir"""
    maison = Maison(lieux, moteur, tmp_path).ouvrir()
    attendre(lambda: "constat=restaurée" in maison.serveur.journal)
    with Invitations(maison):
        attendre(lambda: len(maison.acquises) >= 20)
        avant = list(maison.acquises)
        donnees, dit = maison.sauvegarder()
        attendre(lambda: len(maison.acquises) > len(avant) + 5)
    assert "Tout ce qui était acquis avant" in dit and "RPO" in dit and "Restaurée dans une base d’essai" in dit
    assert "clé maîtresse n’est dans aucun" in dit
    assert all(fichier.stat().st_mode & 0o777 == 0o600 for fichier in maison.sauvegardes.glob("vademecum-*"))
    assert not list(maison.sauvegardes.glob("*.cles")) and not list(maison.cles.glob("*.donnees"))
    assert not list(maison.serveur.donnees.glob("etabli/vademecum*"))

    cle = maison.tout_perdre()
    sans_cle = maison.commande("restore", "--from", donnees)
    assert sans_cle.returncode != 0 and "La clé maîtresse manque" in sans_cle.stderr
    maison.rendre_la_cle(b"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")
    autre_cle = maison.commande("restore", "--from", donnees)
    assert autre_cle.returncode != 0 and "autre clé maîtresse" in autre_cle.stderr
    maison.rendre_la_cle(cle)
    rendu = maison.commande("restore", "--from", donnees)
    assert rendu.returncode == 0, rendu.stderr
    assert "La maison est rendue" in rendu.stdout and "Toutes les connexions" in rendu.stdout

    maison.serveur.demarrer()
    assert maison.helene.lire("/coordination").vers == "/connexion", "une connexion d’avant est revenue"
    vu = maison.revenir().lire("/invitations").html
    perdues = [adresse for adresse in avant if adresse not in vu]
    assert not perdues, f"{len(perdues)} invitations acquises manquent"
    encore = maison.commande("restore", "--from", donnees)
    assert encore.returncode != 0, "une base ouverte a été remplacée"
    if moteur == "sqlite":
        assert "déjà ouverte" in encore.stderr
    else:
        assert "n’est pas vide" in encore.stderr
    # The house goes on: its next backup is good, and knows the one before.
    assert "RPO : la précédente datait de" in maison.sauvegarder("--rotate")[1]


def est_commencee(cles):
    """Whether the mark is there: it was begun, and has not ended."""
    if not cles.exists():
        return False
    with contextlib.closing(sqlite3.connect(cles)) as base:
        try:
            return base.execute("SELECT count(*) FROM restauration").fetchone()[0] > 0
        except sqlite3.OperationalError:
            return False


def test_une_restauration_coupee(lieux, tmp_path):
    """le serveur ne s’ouvre pas sur une maison à moitié rendue ; on relance"""
    maison = Maison(lieux, "sqlite", tmp_path).ouvrir()
    maison.inviter("invitee@metiers.example")
    donnees, _ = maison.sauvegarder()
    maison.rendre_la_cle(maison.tout_perdre())
    commencees = 0
    # Longer and longer, until it has the time to end: every moment of it is cut.
    for rang in range(1, 100):
        with subprocess.Popen(
                [BINAIRE, "restore", "--from", donnees], env=maison.serveur._environnement, cwd=maison.serveur.dossier,
                stdout=subprocess.PIPE, stderr=subprocess.PIPE) as processus:
            time.sleep(0.04 * rang)
            processus.kill()
            dit = (processus.stdout.read() + processus.stderr.read()).decode()
            # It had ended; a moment earlier, it had ended without the time to say so.
            if "rendue" in dit or "n’est pas vide" in dit:
                break
        if est_commencee(maison.serveur.donnees / "cles.sqlite"):
            commencees += 1
            ouverture = maison.commande("migrate")
            assert ouverture.returncode != 0 and "Une restauration n’est pas finie" in ouverture.stderr
    assert commencees, "elle n’a jamais été coupée au milieu"
    encore = maison.commande("restore", "--from", donnees)
    assert encore.returncode != 0 and "n’est pas vide" in encore.stderr
    maison.serveur.demarrer()
    assert "invitee@metiers.example" in maison.revenir().lire("/invitations").html


def test_une_sauvegarde_tuee(lieux, tmp_path):
    """tuée n’importe quand, elle ne laisse aucun fichier qui ait l’air entier"""
    maison = Maison(lieux, "sqlite", tmp_path, planifiee=False).ouvrir()
    hasard = random.Random(28112026)
    for _ in range(25):
        with subprocess.Popen(
                [BINAIRE, "backup", "--to", maison.sauvegardes, "--no-check"], env=maison.serveur._environnement,
                cwd=maison.serveur.dossier, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as processus:
            time.sleep(hasard.uniform(0.02, 0.5))
            processus.kill()
        for fichier in maison.sauvegardes.glob("vademecum-*.donnees"):
            assert fichier.with_suffix(".cles").exists()
    assert maison.commande("backup", "--to", maison.sauvegardes).returncode == 0
    relus = maison.commande("backup", "verify", *maison.sauvegardes.glob("vademecum-*"))
    assert relus.returncode == 0, relus.stdout
    assert not list(maison.sauvegardes.glob(".*partiel"))


def test_un_octet(lieux, tmp_path):
    """un octet changé : la vérification le dit, la restauration ne commence pas"""
    maison = Maison(lieux, "sqlite", tmp_path, planifiee=False).ouvrir()
    assert maison.commande("backup", "--to", maison.sauvegardes).returncode == 0
    [donnees] = maison.sauvegardes.glob("*.donnees")
    assert maison.commande("backup", "verify", *maison.sauvegardes.glob("vademecum-*")).returncode == 0
    octets = bytearray(donnees.read_bytes())
    octets[len(octets) // 2] ^= 1
    donnees.write_bytes(octets)
    relu = maison.commande("backup", "verify", donnees)
    assert relu.returncode == 1 and "est abîmé à partir du bloc" in relu.stdout
    maison.rendre_la_cle(maison.tout_perdre())
    rendu = maison.commande("restore", "--from", donnees)
    assert rendu.returncode == 1 and "est abîmé" in rendu.stderr
    assert not (maison.serveur.donnees / "vademecum.sqlite").exists()


def test_disque_plein(lieux, tmp_path):
    """sans place, elle le dit, et laisse les anciennes entières"""
    maison = Maison(lieux, "sqlite", tmp_path, planifiee=False).ouvrir()
    maison.sauvegardes.mkdir()
    # A disk of its own, seen by these commands only.
    script = """
      set -e
      mount -t tmpfs -o size=8m tmpfs "$2"
      "$1" backup --to "$2"
      ls "$2" > "$3/avant"
      dd if=/dev/zero of="$2/lest" bs=64k 2>/dev/null || true
      "$1" backup --to "$2" > "$3/plein" 2>&1 && exit 3
      rm "$2/lest"
      ls "$2" | grep -v partiel > "$3/apres"
      ls -a "$2" | grep -c partiel > "$3/partiels" || true
      "$1" backup verify "$2"/vademecum-*
      "$1" backup --to "$2"
    """
    espace = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]
    essai = subprocess.run(
        [*espace, "sh", "-c", script, "sh", BINAIRE, maison.sauvegardes, tmp_path],
        env=maison.serveur._environnement, cwd=maison.serveur.dossier, capture_output=True, text=True, timeout=120)
    assert essai.returncode == 0, essai.stdout + essai.stderr
    assert "Il n’y a plus de place" in (tmp_path / "plein").read_text()
    assert (tmp_path / "avant").read_text() == (tmp_path / "apres").read_text()
    assert (tmp_path / "partiels").read_text().strip() == "0"
