"""Servers, browsers and people for the tests. Nothing that is started here outlives them."""

from functools import cache

import pytest
from playwright.sync_api import sync_playwright

import horloge
import salle
from atelier import Atelier
from serveur import BINAIRE, Demonstration


@pytest.fixture(scope="session")
def navigateur():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=salle.DRAPEAUX)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def bibliotheque(tmp_path_factory):
    assert BINAIRE.exists(), "swift build --product vademecum"
    return horloge.compiler(tmp_path_factory.mktemp("horloge"))


@pytest.fixture(scope="session")
def modeles(navigateur, bibliotheque, tmp_path_factory):
    atelier = Atelier(navigateur, bibliotheque, tmp_path_factory)
    yield cache(atelier.modele)
    atelier.fermer()


@pytest.fixture
def atelier(navigateur, bibliotheque, tmp_path_factory, modeles):
    """Servers and people for one test."""
    atelier = Atelier(navigateur, bibliotheque, tmp_path_factory, modeles)
    yield atelier
    atelier.fermer()


@pytest.fixture(scope="module")
def atelier_commun(navigateur, bibliotheque, tmp_path_factory, modeles):
    """The same, shared by the tests of one file."""
    atelier = Atelier(navigateur, bibliotheque, tmp_path_factory, modeles)
    yield atelier
    atelier.fermer()


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory):
    started = Demonstration(tmp_path_factory.mktemp("demonstration"))
    yield started
    started.fermer()
