"""Three servers on one PostgreSQL: what happens on one is seen on the others, and whatever is due happens once."""

import collections
import time
from concurrent.futures import ThreadPoolExecutor

import gestes
import salle
from courrier import BoiteSmtp
from horloge import Horloge
from serveur import BasesPostgres, Serveur

# A node beats every five seconds, and learns then who else is there.
PRESENTATIONS = 8


def test_trois_noeuds(atelier):
    """deux personnes s’appellent d’un nœud à l’autre ; un nœud tombe et revient ; un troisième ferme la porte aux deux"""
    histoire = atelier.convenir("postgres")
    un = histoire.serveur
    deux, trois = atelier.voisin(un), atelier.voisin(un)
    porte = histoire.ouvrir_la_salle()
    time.sleep(PRESENTATIONS)

    yanis = histoire.explorateur.avec_script(porte)
    maelle = atelier.ailleurs(histoire.experte, deux).avec_script(porte)
    for page in (yanis, maelle):
        salle.entrer(page)
    salle.attendre_ensemble(yanis, maelle)
    yanis.locator('[data-question="1"] button').click()
    maelle.locator('[data-question="1"] [aria-pressed="true"]').wait_for()

    # The node where she is falls, and comes back: the call goes on, and what is ticked is seen again.
    deux.tuer()
    salle.attendre_images(yanis)
    deux.demarrer()
    time.sleep(PRESENTATIONS)
    maelle.locator('[data-question="3"] button').click()
    yanis.locator('[data-question="3"] [aria-pressed="true"]').wait_for(timeout=20_000)
    salle.attendre_ensemble(yanis, maelle)

    # The coordinator is on the third node.
    helene = atelier.ailleurs(histoire.coordination, trois)
    helene.aller("/coordination").suivre("Yanis O.").appuyer("Suspendre maintenant")
    assert "L’accès est suspendu ici" in helene.vu
    salle.attendre_etat(yanis, "sortie", delai=3)
    maelle.wait_for_function("() => window.salle.etat !== 'ensemble'", timeout=3_000)


def test_une_echeance_une_fois(atelier):
    """trois nœuds ont les mêmes horaires : une demande expire une fois, son mot part une fois"""
    histoire = atelier.reunir("postgres")
    voisins = [atelier.voisin(histoire.serveur) for _ in range(2)]
    for rang in (2, 1, 0):
        gestes.ecrire_la_demande(histoire.explorateur, rang=rang)
        rencontre = gestes.envoyer_la_demande(histoire.explorateur)
        if rang:
            gestes.retirer(histoire.explorateur, rencontre, "Un autre jour m’ira mieux.")
    histoire.horloge.avancer(days=5, minutes=1)
    histoire.courrier.attendre(histoire.explorateur.adresse, "restée sans réponse", delai=40)
    # One more round of every schedule on every node.
    time.sleep(22)
    recus = collections.Counter(courriel.message["Message-ID"] for courriel in histoire.courrier.courriels)
    assert max(recus.values()) == 1, recus.most_common(3)
    assert len(histoire.courrier.de(histoire.explorateur.adresse, "restée sans réponse")) == 1
    assert [voisin.terminer() < 5 for voisin in voisins] == [True, True]


def test_trois_departs_ensemble(atelier, bibliotheque, tmp_path_factory):
    """trois nœuds partent ensemble sur une base vide : les tables se font une fois, et les trois répondent"""
    bases, courrier = atelier.garder(BasesPostgres()), atelier.garder(BoiteSmtp())
    dossiers = [tmp_path_factory.mktemp("depart") for _ in range(3)]
    horloge = Horloge(dossiers[0], bibliotheque)
    cle = "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE="
    with ThreadPoolExecutor(3) as ensemble:
        noeuds = list(ensemble.map(
            lambda dossier: atelier.garder(Serveur(dossier, horloge, courrier, bases, master_key=cle)), dossiers))
        # Each server dies with the thread that started it.
        assert [noeud.demander("/sante") for noeud in noeuds] == [200, 200, 200]
