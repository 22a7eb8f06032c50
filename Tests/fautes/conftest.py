"""Faults, one file each. What drives the server is shared with the tests in a browser; nothing here opens one.

In short, each fault is played a few times; `VADEMECUM_FAUTES=long` (bin/faults long) plays them for a long time."""

import os
import sys
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "navigateur"))

import horloge  # noqa: E402
import pannes  # noqa: E402
from maison import Chantier  # noqa: E402
from postgres import Postgres  # noqa: E402
from serveur import BINAIRE  # noqa: E402

LONG = os.environ.get("VADEMECUM_FAUTES") == "long"


@pytest.fixture(scope="session")
def bibliotheques(tmp_path_factory):
    """The clock, and the faults, to preload."""
    assert BINAIRE.exists(), "swift build --product vademecum"
    dossier = tmp_path_factory.mktemp("bibliotheques")
    return horloge.compiler(dossier), pannes.compiler(dossier)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory):
    """One PostgreSQL for those that do not hurt it."""
    commun = Postgres(tmp_path_factory.mktemp("postgres"))
    yield commun
    commun.fermer()


@pytest.fixture(scope="session")
def modeles(bibliotheques, postgres, tmp_path_factory):
    """A house opened once on each engine; every test begins with a copy."""
    chantier = Chantier(bibliotheques, postgres, tmp_path_factory)
    yield cache(chantier.modele)
    chantier.fermer()


@pytest.fixture
def chantier(bibliotheques, postgres, tmp_path_factory, modeles):
    chantier = Chantier(bibliotheques, postgres, tmp_path_factory, modeles)
    yield chantier
    chantier.fermer()


@pytest.fixture
def fois():
    """How many times: `fois(3, 200)` is 3 in short and 200 in long."""
    return lambda court, long: long if LONG else court


@pytest.fixture
def dire(capsys):
    """What was counted, on the terminal, whatever pytest keeps for itself."""
    def dire(texte):
        with capsys.disabled():
            print(f"\n  {texte}", flush=True)
    return dire
