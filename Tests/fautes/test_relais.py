"""The mail relay is away, slow, or lies. What is owed waits, is tried again, and nobody waits for it."""

import collections
import time

import pytest

from maison import attendre
from relais_menteur import RelaisMenteur


@pytest.fixture
def maison(chantier):
    relais = chantier.garder(RelaisMenteur())
    maison = chantier.maison("sqlite", courrier=relais)
    maison.relais = relais
    return maison


def inviter(maison, rang):
    depart = time.monotonic()
    reponse = maison.helene.envoyer(
        "/invitations", {"adresse": f"invitee.{rang}@metiers.example", "role": "conseiller-numerique"})
    assert reponse.statut == 303, reponse.mots
    return time.monotonic() - depart


def etats(maison):
    return collections.Counter(maison.base.colonne("SELECT etat FROM courrier"))


def avancer_jusqu_a(maison, condition, quoi, **pas):
    """Moves the clock on, again and again: delays are minutes, then hours."""
    limite = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < limite, f"{quoi} : {etats(maison)} {maison.relais.essais[-4:]}"
        maison.serveur.horloge.avancer(**pas)
        time.sleep(1.2)


@pytest.mark.parametrize("panne", ["absent", "coupe", "plus tard", "pris puis coupe"])
def test_une_panne_qui_passe(panne, maison, dire):
    """rien ne se perd : le message attend, repart sous le même numéro, et n’est pris qu’une fois sauf mensonge du relais"""
    relais = maison.relais
    if panne == "absent":
        relais.fermer()
    else:
        relais.scenario = [panne, panne, "bien"]
    for rang in range(3):
        inviter(maison, rang)
    attendre(
        lambda: [int(n) for n in maison.base.colonne("SELECT tentatives FROM courrier ORDER BY apres")].count(0) < 3,
        "un premier essai")
    if panne == "absent":
        relais.rouvrir()
    avancer_jusqu_a(maison, lambda: etats(maison)["parti"] == 3, "trois messages partis", minutes=6)
    pris = collections.Counter(relais.pris)
    assert len(pris) == 3, pris
    fois = max(pris.values())
    # The relay that dies after taking: the same mail, under the same number, which mailboxes know.
    assert fois > 1 if panne == "pris puis coupe" else fois == 1, pris
    assert set(relais.numeros()) == set(pris), "un essai a changé de numéro"
    dire(f"relais « {panne} » : 3 messages, {len(relais.essais)} essais, {sum(pris.values())} prises, 3 numéros")


def test_un_refus_pour_toujours(maison):
    """un refus définitif se voit, et ne retient pas les autres"""
    maison.relais.scenario = ["jamais", "bien"]
    for rang in range(3):
        inviter(maison, rang)
    attendre(lambda: etats(maison) == {"echoue": 1, "parti": 2}, "un refus et deux départs")
    assert maison.base.colonne("SELECT code FROM courrier WHERE etat = 'echoue'") == ["smtp-550"]
    assert "smtp-550" in maison.serveur.journal and "metiers.example" not in maison.serveur.journal


def test_muet_en_plein_message(maison, dire):
    """un relais qui se tait en plein message : les pages n’attendent pas, et le message repart sous le même numéro"""
    calmes = sorted(inviter(maison, rang) for rang in range(9))
    attendre(lambda: etats(maison) == {"parti": 9}, "neuf messages partis")
    maison.relais.scenario = ["muet", "bien"]
    maison.relais.corps.clear()
    inviter(maison, 100)
    maison.relais.attendre_un_corps()
    pendant = sorted(inviter(maison, rang) for rang in range(101, 110))
    # Nothing was answered to anybody by the relay meanwhile.
    assert etats(maison)["parti"] == 9
    assert pendant[4] < 5 * calmes[4] + 0.2, (calmes, pendant)
    avancer_jusqu_a(maison, lambda: etats(maison)["parti"] == 19, "tous partis", minutes=4)
    numeros = maison.relais.numeros()
    muets = [numero for mot, numero in maison.relais.essais if mot == "muet"]
    assert len(muets) == 1 and numeros.count(muets[0]) == 2 and len(set(maison.relais.pris)) == len(maison.relais.pris) == 19
    dire("relais muet en plein message : les pages répondent, 19 messages partis, aucun deux fois")


def test_tue_en_plein_message(maison, dire):
    """un serveur tué pendant qu’il remet un message le remet à nouveau, sous le même numéro"""
    maison.relais.scenario = ["pris puis coupe", "muet", "bien"]
    inviter(maison, 1)
    maison.relais.attendre_un_corps()
    maison.relais.corps.clear()
    avancer_jusqu_a(maison, maison.relais.corps.is_set, "un second essai", minutes=2)
    maison.serveur.tuer()
    maison.serveur.demarrer()
    avancer_jusqu_a(maison, lambda: etats(maison)["parti"] == 1, "parti", minutes=4)
    assert len(set(maison.relais.numeros())) == 1 and len(maison.relais.numeros()) == 3
    dire("tué en plein message : remis à nouveau, un seul numéro")
