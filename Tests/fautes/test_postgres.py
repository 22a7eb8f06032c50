"""PostgreSQL stops, starts again, or holds its connections and says nothing."""

import time

import pytest

from guichet import Guichet
from maison import COUPEE, Ecrivains, attendre
from postgres import Postgres

# Its turn, a statement, a new connection: what one request may wait for, and a little for a busy machine.
BORNE = 5 + 12 + 5 + 8


@pytest.fixture
def maison(chantier):
    """On a PostgreSQL of its own."""
    chantier.propre = chantier.garder(Postgres(chantier.dossiers.mktemp("postgres-a-soi")))
    maison = chantier.maison("postgres", postgres=chantier.propre)
    maison.postgres = chantier.propre
    return maison


def test_arrete_et_relance(maison, fois, dire):
    """il s’arrête net et revient, sous les écritures : rien de perdu, rien de doublé, le serveur revient seul"""
    coups, pid = fois(3, 100), maison.serveur.processus.pid
    with Ecrivains(maison) as ecrivains:
        for _ in range(coups):
            ecrivains.attendre(10)
            maison.postgres.arreter()
            page = maison.helene.essayer("GET", "/lieux")
            assert page.statut == 503 and page.titre == "Nous n’avons pas pu finir", page.mots
            assert "rien n’est perdu" in page.mots
            maison.postgres.demarrer()
        ecrivains.attendre(20)
    assert maison.serveur.processus.poll() is None and maison.serveur.processus.pid == pid
    refus = ecrivains.statuts.count(503)
    assert refus and COUPEE not in ecrivains.statuts
    acquises, _ = maison.verifier()
    dire(f"PostgreSQL arrêté net {coups} fois : {acquises} acquises, {refus} réponses 503, 0 perdue, 0 doublée")


def test_muet(maison, fois, dire):
    """il tient ses connexions et se tait : chacun a une réponse dans un temps borné, puis tout revient seul"""
    with Ecrivains(maison, 10) as ecrivains:
        ecrivains.attendre(10)
        pages, fin = [], time.monotonic() + fois(20, 90)
        with maison.postgres.silence():
            # A monitor knows at once; a file, or a page that reads nothing, opens.
            surveillance = Guichet(maison.serveur)
            assert surveillance.essayer("GET", "/sante", delai=10).statut == 503
            assert surveillance.essayer("GET", "/public/js/salle.js").statut == 200
            while time.monotonic() < fin:
                depart = time.monotonic()
                page = maison.helene.essayer("GET", "/lieux", delai=60)
                pages.append(time.monotonic() - depart)
                assert page.statut == 503, page.statut
                assert page.titre in ("Nous n’avons pas pu finir", "Beaucoup de monde en ce moment"), page.titre
        attendre(lambda: maison.helene.essayer("GET", "/lieux", delai=60).statut == 200, "les pages reviennent")
        ecrivains.attendre(20)
    assert max(pages) < BORNE and max(ecrivains.attentes) < BORNE, (max(pages), max(ecrivains.attentes))
    assert COUPEE not in ecrivains.statuts
    acquises, _ = maison.verifier()
    dire(f"PostgreSQL muet : {len(pages)} pages, la plus longue {max(pages):.0f} s, la plus longue écriture "
         f"{max(ecrivains.attentes):.0f} s ; {acquises} acquises, 0 perdue, 0 doublée")
