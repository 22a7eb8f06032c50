"""Servers, browsers and people for the tests. Nothing that is started here outlives them."""

import os

import pytest
from playwright.sync_api import sync_playwright

import gestes
import horloge
import salle
from courrier import BoiteSmtp
from personnes import Personne
from serveur import BINAIRE, BasesPostgres, Demonstration, Serveur

MOTEURS = ["sqlite", "postgres"]


@pytest.fixture(scope="session")
def navigateur():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=salle.DRAPEAUX)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def bibliotheque(tmp_path_factory):
    return horloge.compiler(tmp_path_factory.mktemp("horloge"))


@pytest.fixture(scope="module")
def serveur(bibliotheque, tmp_path_factory):
    """Starts a server on an empty base, with its clock and its mail: `serveur("sqlite")`, `serveur("postgres")`."""
    assert BINAIRE.exists(), "swift build --product vademecum"
    a_fermer = []

    def start(moteur="sqlite", **reglages):
        if moteur == "postgres" and "VADEMECUM_TEST_POSTGRES" not in os.environ:
            pytest.skip("bin/postgres-de-passage donne VADEMECUM_TEST_POSTGRES")
        dossier = tmp_path_factory.mktemp(moteur)
        a_fermer.append(courrier := BoiteSmtp())
        if bases := BasesPostgres() if moteur == "postgres" else None:
            a_fermer.append(bases)
        a_fermer.append(Serveur(dossier, horloge.Horloge(dossier, bibliotheque), courrier, bases, **reglages))
        return a_fermer[-1]

    yield start
    for chose in reversed(a_fermer):
        chose.fermer()


@pytest.fixture(scope="module")
def personne(navigateur):
    """Opens a browser for somebody: `personne(YANIS, serveur)`."""
    venues = []

    def open_browser(identite, serveur, **reglages):
        venues.append(Personne(identite, navigateur, serveur, reglages))
        return venues[-1]

    yield open_browser
    for venue in venues:
        venue.fermer()


@pytest.fixture
def reunie(serveur, personne):
    """`reunie(moteur)`: four people who signed, an expert who can be found."""
    return lambda moteur="sqlite", **reglages: gestes.reunir(serveur(moteur, **reglages), personne)


@pytest.fixture
def convenue(reunie):
    """`convenue(moteur)`: the same, and a meeting agreed for Friday."""
    return lambda moteur="sqlite", **reglages: gestes.convenir(reunie(moteur, **reglages))


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory):
    started = Demonstration(tmp_path_factory.mktemp("demonstration"))
    yield started
    started.tuer()
