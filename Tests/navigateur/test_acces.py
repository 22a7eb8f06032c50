"""Who may come in, and by what: links, codes, sessions, seals, addresses of others."""

import re
import secrets
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

import gestes
import preuve
import routes
from guichet import Guichet, nouveau_geste
from structures import DeuxStructures, NINA

ROUTES = routes.toutes()


@pytest.fixture(scope="module")
def ville(atelier_commun):
    return DeuxStructures(atelier_commun)


@pytest.fixture(scope="module")
def identifiants(ville):
    """What each word in braces of a route stands for: things of Yanis, Maëlle, or of their programme."""
    yanis, helene = ville.guichet("Yanis"), ville.guichet("Hélène")

    def trouve(guichet, page, modele):
        return re.search(modele, guichet.lire(page).html).group(1)

    gestes.inviter(ville.gens["Hélène"], NINA, "expert")
    rencontre = gestes.identifiant(ville.histoire.rencontre)
    return {
        "/rencontres/id": rencontre, "/questions/rang": "1",
        "/experts/expert": trouve(yanis, "/recherche", r'href="/experts/([0-9a-f-]{36})"'),
        "/suivi/personne": trouve(ville.guichet("Claire"), "/suivi", r'href="/suivi/([0-9a-f-]{36})"'),
        "/engagements/id": trouve(yanis, "/engagements", r'href="/engagements/([0-9a-f-]{36})"'),
        "/connexions/id": trouve(autre_connexion(ville), "/compte", r"/compte/connexions/([0-9a-f-]{36})/fin"),
        "/invitations/id": trouve(helene, "/invitations", r"/invitations/([0-9a-f-]{36})/retrait"),
        "/personnes/personne": trouve(ville.guichet("Claire"), "/suivi", r'href="/suivi/([0-9a-f-]{36})"'),
        "/recuperations/id": recuperation(ville), "/cles/id": str(uuid.uuid4()), "/notifications/id": str(uuid.uuid4()),
        "/adresse/jeton": secrets.token_urlsafe(24), "/lien/jeton": secrets.token_urlsafe(24), "/invitation/jeton": secrets.token_urlsafe(24),
        # No pair in this town: what is asked for of one is absent for everybody.
        "/binomes/id": str(uuid.uuid4()), "/messages/message": str(uuid.uuid4()),
        "/demandes/id": str(uuid.uuid4()), "/demandes-de-droits/id": str(uuid.uuid4()),
        "/chartes/charte": "rencontres", "/export/format": "csv", "/reponse/jeton": secrets.token_urlsafe(24),
    } | {chose: str(uuid.uuid4()) for chose in routes.CHOSES_DU_CONSEIL}


def autre_connexion(ville):
    """Yanis signs in on a second browser, so that the page of his account offers to close the first."""
    second = Guichet(ville.serveur)
    jeton = demander_un_lien(second, ville.gens["Yanis"])
    assert second.envoyer(f"/connexion/lien/{jeton}").vers == "/accueil"
    return second


def recuperation(ville):
    """Claire asks to restore the access of Yanis; Hélène could confirm."""
    claire, helene = ville.gens["Claire"], ville.gens["Hélène"]
    preuve.se_munir(claire)
    page = claire.aller("/suivi").suivre("Yanis").suivre("ne peut plus entrer").appuyer("Demander à rétablir").chemin
    vue = helene.aller(page).page.content()
    # Both have proved who they are: under a new cookie, the earlier one opens nothing any more.
    for prenom in ("Claire", "Hélène"):
        ville.guichets[prenom] = Guichet.de(ville.gens[prenom])
    return re.search(r"/recuperations/([0-9a-f-]{36})/confirmation", vue).group(1)


def demander_un_lien(guichet, personne):
    courrier = guichet.serveur.courrier
    rang = len(courrier.de(personne.adresse, "Votre lien")) + 1
    assert guichet.envoyer("/connexion", {"adresse": personne.adresse}).vers == "/connexion/attente"
    return courrier.attendre(personne.adresse, "Votre lien", rang).lien.rsplit("/", 1)[1]


def test_la_liste_des_routes_est_entiere(identifiants):
    """chaque adresse des sources est essayée ici"""
    assert len(ROUTES) >= 200
    for route in ROUTES:
        assert "{" not in routes.remplir(route.chemin, identifiants), route


PERMIS = {
    # One may read the sheet of any expert of one's own programme, and an explorer may ask.
    "Nina": ("/experts/",), "Paul": ("/experts/{expert}",), "Karim": ("/experts/{expert}",),
    # Whoever coordinates may help anybody of the programme to come in.
    "Hélène": ("/experts/{expert}", "/invitations/", "/personnes/", "/recuperations/"),
}


@pytest.mark.parametrize("prenom", ["Nina", "Paul", "Karim", "Hélène", "Zoé", "Ali", "Béa", "Omar"])
def test_ce_qui_est_aux_autres_n_existe_pas(prenom, ville, identifiants):
    """l’adresse d’une chose des autres répond comme si elle n’existait pas"""
    guichet = ville.guichet(prenom)
    for route in ROUTES:
        permis = any(route.chemin == debut or debut.endswith("/") and route.chemin.startswith(debut)
                     for debut in PERMIS.get(prenom, ()))
        if "{" not in route.chemin or route.entree == "everyone" or permis:
            continue
        chemin = routes.remplir(route.chemin, identifiants)
        if route.methode == "GET":
            reponses = [guichet.lire(chemin)]
        else:
            reponses = [guichet.envoyer(chemin), guichet.envoyer(chemin, PLAUSIBLE)]
        for reponse in reponses:
            # Where a fresh proof is asked for, it is asked before anything is looked up: of anybody, about anything.
            assert reponse.statut == 404 or (reponse.statut == 401 and route.preuve), (
                f"{prenom} {route} : {reponse.statut} {reponse.titre}")
            assert not any(mot in reponse.html for mot in ("Yanis", "Maëlle", "Kervadec", "Ouldamar", "canari"))
    assert "Convenue" in ville.guichet("Yanis").lire(ville.histoire.rencontre).mots


PLAUSIBLE = {
    "mot": "Bonjour", "accord": "oui", "appris": "x", "projet": "confirme", "humeur": "bonne", "tenue": "oui",
    "remerciement": "merci", "reponse": "lu", "posee": "oui",
}


def test_les_deux_cotes_et_le_conseil_ont_chacun_leurs_pages(ville):
    """même dans sa rencontre, chacun n’a que les pages de son rôle"""
    rencontre = ville.histoire.rencontre
    absents = {
        "Yanis": ["/reponse"], "Maëlle": ["/bilan", "/reponse"],
        "Claire": ["/reponse", "/annulation", "/salle", "/salle/flux", "/salle/relais", "/bilan"],
    }
    for prenom, fins in absents.items():
        for fin in fins:
            assert ville.guichet(prenom).lire(rencontre + fin).statut == 404, f"{prenom} {fin}"
    for prenom, fin in [
        ("Claire", "/annulation"), ("Claire", "/salle/arrivee"), ("Claire", "/salle/signal"),
        ("Claire", "/questions/1"), ("Maëlle", "/bilan"), ("Yanis", "/bilan/lecture"), ("Yanis", "/reponse"),
    ]:
        assert ville.guichet(prenom).envoyer(rencontre + fin, PLAUSIBLE).statut == 404, f"{prenom} {fin}"


def test_sans_etre_entre(ville, identifiants):
    """qui n’est pas entré est conduit à la porte, et n’apprend rien"""
    passant = Guichet(ville.serveur)
    for route in ROUTES:
        if route.entree in ("everyone", "machine"):
            continue
        chemin = routes.remplir(route.chemin, identifiants)
        if route.methode == "GET":
            reponse = passant.lire(chemin)
            assert (reponse.statut, reponse.vers) == (303, "/connexion"), f"{route} : {reponse.statut}"
        else:
            assert passant.envoyer(chemin, PLAUSIBLE).statut == 401, route


def test_la_galerie_et_la_boite_ne_sont_que_de_la_demonstration(ville):
    """sur un vrai serveur, ni galerie, ni boîte aux lettres, ni porte de démonstration"""
    for prenom in ("Hélène", "Yanis"):
        for chemin in routes.de_demonstration():
            assert ville.guichet(prenom).lire(chemin.replace("{", "").replace("}", "")).statut == 404, chemin


def test_un_role_n_ouvre_que_ses_pages(ville, identifiants):
    """une page d’un autre rôle n’existe pas"""
    de = {"explorateur": "Yanis", "expert": "Maëlle", "conseiller": "Claire", "coordinateur": "Hélène"}
    for route in ROUTES:
        if route.entree == "equipe":
            for prenom in ("Yanis", "Maëlle"):
                chemin = routes.remplir(route.chemin, identifiants)
                guichet = ville.guichet(prenom)
                reponse = guichet.lire(chemin) if route.methode == "GET" else guichet.envoyer(chemin)
                assert reponse.statut == 404, f"{prenom} {route}"
        if route.entree == "oneOf":
            chemin = routes.remplir(route.chemin, identifiants)
            for prenom in ("Yanis", "Maëlle", "Claire"):
                guichet = ville.guichet(prenom)
                reponse = guichet.lire(chemin) if route.methode == "GET" else guichet.envoyer(chemin)
                assert reponse.statut == 404, f"{prenom} {route}"
        if route.entree != "role" or "{" in route.chemin:
            continue
        for role, prenom in de.items():
            if role != route.role:
                guichet = ville.guichet(prenom)
                reponse = guichet.lire(route.chemin) if route.methode == "GET" else guichet.envoyer(route.chemin)
                assert reponse.statut == 404, f"{prenom} {route}"


def test_des_identifiants_qui_n_en_sont_pas(ville, identifiants):
    """un identifiant inconnu, long ou tordu n’existe pas"""
    faux = ["x", "0" * 36, "../../etc/passwd", "%00", "'%20OR%201=1--", "01993F00-0000-7000-8000-000000000000",
            "01993f00-0000-7000-8000-000000000000", "%C3%A9" * 36, "9" * 400, "-1", "%F0%9F%91%8B", "%2e%2e%2f"]
    guichets = {"explorateur": "Yanis", "expert": "Maëlle", "conseiller": "Claire", "coordinateur": "Hélène"}
    for route in ROUTES:
        if "{" not in route.chemin or route.chemin in routes.FLUX:
            continue
        guichet = ville.guichet("Claire" if route.entree == "equipe" else guichets.get(route.role, "Yanis"))
        for identifiant in faux:
            chemin = routes.remplir(route.chemin, dict.fromkeys(identifiants, identifiant))
            reponse = guichet.lire(chemin) if route.methode == "GET" else guichet.envoyer(chemin, PLAUSIBLE)
            assert reponse.statut in (404, 410, 400) or (reponse.statut == 401 and route.preuve), f"{route} {identifiant} : {reponse.statut}"


def test_sans_sceau_rien_ne_se_fait(ville, identifiants):
    """un formulaire sans sceau, scellé ailleurs, ou venu d’un autre site ne fait rien"""
    ailleurs = Guichet(ville.serveur).csrf
    faux = [{"csrf": ""}, {"csrf": "n’importe quoi"}, {"csrf": ailleurs}, {"csrf": "A" * 5000},
            {"entetes": {"Sec-Fetch-Site": "cross-site"}}, {"entetes": {"Sec-Fetch-Site": "same-site"}}]
    de = {"explorateur": "Yanis", "expert": "Maëlle", "conseiller": "Claire", "coordinateur": "Hélène"}
    par_entree = {"equipe": "Claire", "oneOf": "Hélène"}
    for route in ROUTES:
        # Nobody here has these roles: for the others their pages do not exist, sealed or not.
        if route.methode != "POST" or route.role in ("mentor", "accompagne", "conseillerNumerique"):
            continue
        # A machine has no form of ours: it signs what it posts.
        if route.entree == "machine":
            continue
        guichet = ville.guichet(par_entree.get(route.entree) or de.get(route.role, "Yanis"))
        for fausse in faux:
            reponse = guichet.envoyer(routes.remplir(route.chemin, identifiants), PLAUSIBLE, **fausse)
            assert (reponse.statut, reponse.titre) == (403, "Cette page a vieilli"), f"{route} {fausse}"
    assert "Convenue" in ville.guichet("Yanis").lire(ville.histoire.rencontre).mots
    assert ville.guichet("Yanis").lire("/compte").statut == 200


def test_l_adresse_d_une_machine_n_existe_que_reliee(ville):
    """où aucun numéro n’est relié, l’adresse des machines n’existe pour personne, sceau ou pas"""
    machines = [route for route in ROUTES if route.entree == "machine"]
    assert machines
    for guichet in (Guichet(ville.serveur), ville.guichet("Hélène")):
        for route in machines:
            reponse = guichet.lire(route.chemin) if route.methode == "GET" else guichet.envoyer(route.chemin, PLAUSIBLE)
            assert reponse.statut == 404, route


def test_un_geste_deux_fois_est_un_seul_acte(ville):
    """envoyée deux fois, ou huit fois au même instant, une demande est une seule rencontre"""
    nina, maelle = ville.guichet("Nina"), ville.gens["Maëlle"]
    expert = re.search(r'href="(/experts/[0-9a-f-]{36})"', nina.lire("/recherche").html).group(1)
    creneau = re.search(r'name="creneau" value="(\d+)"', nina.lire(f"{expert}/demande").html).group(1)
    champs = [("creneau", creneau), ("motivation", gestes.MOTIVATION)] + [("question", q) for q in gestes.QUESTIONS]
    geste, courriels = nouveau_geste(), len(ville.serveur.courrier.de(maelle.adresse, "aimerait"))
    nina.csrf
    with ThreadPoolExecutor(8) as fils:
        reponses = list(fils.map(lambda _: nina.envoyer(f"{expert}/demande", champs, geste), range(8)))
    assert {(r.statut, r.vers) for r in reponses} == {(303, reponses[0].vers)}
    rencontre = reponses[0].vers.split("?")[0]
    assert len(re.findall(r'href="(/rencontres/[0-9a-f-]{36})"', nina.lire("/rencontres").html)) == 1
    # The key of another person's gesture opens nothing.
    assert ville.guichet("Yanis").envoyer(f"{expert}/demande", champs, geste).statut == 404

    geste = nouveau_geste()
    for _ in range(2):
        reponse = ville.guichet("Maëlle").envoyer(f"{rencontre}/reponse", {"accord": "oui", "mot": "Oui"}, geste)
        assert reponse.vers == f"{rencontre}?fait=acceptee"
    # From the page left open in another tab: not the same gesture, and the answer was given already.
    tard = ville.guichet("Maëlle").envoyer(f"{rencontre}/reponse", {"accord": "non", "mot": "Non"})
    assert tard.vers == f"{rencontre}?fait=trop-tard"
    assert "Convenue" in nina.lire(rencontre).mots
    ville.serveur.courrier.attendre(maelle.adresse, "Rencontre convenue", 2)
    assert len(ville.serveur.courrier.de(maelle.adresse, "aimerait")) == courriels + 1


def test_sans_geste(ville):
    """un formulaire sans sa clé est une page qui a vieilli"""
    helene = ville.guichet("Hélène")
    for faux in ("", "pas-une-clé", "0" * 400):
        corps = f"_csrf={helene.csrf.replace('+', '%2B')}&_geste={faux}&adresse=a@b.fr&role=expert".encode()
        reponse = helene.envoyer_brut("/invitations", corps)
        assert (reponse.statut, reponse.titre) == (403, "Cette page a vieilli"), faux


def test_invitations(atelier):
    """une invitation inconnue, servie, retirée ou trop vieille le dit, et n’ouvre rien"""
    histoire = atelier.reunir()
    courrier, helene = histoire.courrier, histoire.coordination
    passant = Guichet(histoire.serveur)
    noms = {"prenom": "Ève", "nom": "Nemo"}

    def finie(chemin):
        assert "Cette invitation est terminée" in passant.lire(chemin).titre
        reponse = passant.envoyer(chemin, noms)
        assert reponse.statut in (404, 410) and "connexion" not in passant.cookies, reponse.statut

    finie(f"/invitation/{secrets.token_urlsafe(24)}")
    for faux in ("court", "x" * 33, "%C3%A9" * 32, "a" * 31 + "%2F"):
        assert passant.lire(f"/invitation/{faux}").statut == 404

    def chemin(adresse):
        return courrier.attendre(adresse, "vous invite").lien.removeprefix(histoire.serveur.origine)

    def inviter(adresse):
        reponse = Guichet.de(helene).envoyer("/invitations", {"adresse": adresse, "role": "expert"})
        assert reponse.vers == "/invitations?fait=envoyee"
        return chemin(adresse)

    servie, retiree, vieille = inviter("a@exemple.example"), inviter("b@exemple.example"), inviter("c@exemple.example")
    entrante = Guichet(histoire.serveur)
    for vide in ({}, {"prenom": "  ", "nom": "\n"}, {"prenom": "x" * 61, "nom": "Nemo"}):
        assert entrante.envoyer(servie, vide).statut == 422
    assert entrante.envoyer(servie, noms).vers == "/accueil" and "connexion" in entrante.cookies
    finie(servie)
    page = Guichet.de(helene).lire("/invitations").html
    retrait = re.search(r'<tr><th[^>]*>b@exemple.*?action="([^"]*)"', page, re.DOTALL).group(1)
    assert Guichet.de(helene).envoyer(retrait).vers == "/invitations?fait=retiree"
    finie(retiree)
    histoire.horloge.avancer(days=14, minutes=1)
    finie(vieille)


def test_liens(atelier):
    """un lien de connexion sert une seule fois, dix minutes, et là où il a été demandé"""
    histoire = atelier.reunir()
    yanis = histoire.explorateur
    ici, ailleurs = Guichet(histoire.serveur), Guichet(histoire.serveur)

    def lien(guichet=ici):
        return f"/connexion/lien/{demander_un_lien(guichet, yanis)}"

    premier = lien()
    # A mail scanner reads it, the person opens it twice: nothing is used up.
    for guichet in (ailleurs, ici, ici):
        assert guichet.lire(premier).statut == 200
    assert "Ce lien a été demandé sur un autre appareil" in ailleurs.lire(premier).mots
    assert ailleurs.envoyer(premier).statut == 410 and "connexion" not in ailleurs.cookies
    assert ici.envoyer(premier).vers == "/accueil" and ici.lire("/rencontres").statut == 200
    assert ici.lire(premier).statut == 410
    assert ici.envoyer(premier).entetes.get_all("Set-Cookie") is None, "servi, il n’ouvre pas une seconde session"
    assert ailleurs.lire(premier).statut == 410 and ailleurs.envoyer(premier).statut == 410

    autre = Guichet(histoire.serveur)
    vieux = lien(autre)
    histoire.horloge.avancer(minutes=11)
    assert autre.lire(vieux).statut == 410 and autre.envoyer(vieux).statut == 410
    assert autre.lire(f"/connexion/lien/{secrets.token_urlsafe(24)}").statut == 410
    assert autre.lire("/connexion/lien/tordu").statut == 404
    assert "connexion" not in autre.cookies


def test_code(atelier):
    """le lien ouvert ailleurs montre un code, qui n’entre que là où l’on a commencé, et cinq essais suffisent"""
    histoire = atelier.reunir()
    yanis = histoire.explorateur
    ici, telephone = Guichet(histoire.serveur), Guichet(histoire.serveur)

    def code():
        page = telephone.lire(f"/connexion/lien/{demander_un_lien(ici, yanis)}")
        return re.sub(r"\D", "", re.search(r'<p class="code">([^<]*)</p>', page.html).group(1))

    juste = code()
    faux = f"{(int(juste) + 1) % 1_000_000:06}"
    for tape in (faux, "", "abc", "１２３４５６", "0" * 2000):
        reponse = ici.envoyer("/connexion/code", {"code": tape})
        assert reponse.statut == 422 and "Ce code n’ouvre pas" in reponse.mots
    assert telephone.envoyer("/connexion/code", {"code": juste}).statut == 422, "il n’entre pas sur l’autre appareil"
    assert ici.envoyer("/connexion/code", {"code": f" {juste[:3]} {juste[3:]} "}).vers == "/accueil"

    ici = Guichet(histoire.serveur)
    juste = code()
    faux = f"{(int(juste) + 1) % 1_000_000:06}"
    for _ in range(5):
        assert ici.envoyer("/connexion/code", {"code": faux}).statut == 422
    assert ici.envoyer("/connexion/code", {"code": juste}).statut == 422, "après cinq essais, le bon code n’ouvre plus"


def test_une_adresse_inconnue_ne_se_devine_pas(atelier):
    """une adresse inconnue a la même réponse qu’une adresse connue, et ne reçoit rien"""
    histoire = atelier.reunir()
    connue, inconnue = histoire.explorateur.adresse, "personne@nulle-part.example"
    reponses = [Guichet(histoire.serveur).envoyer("/connexion", {"adresse": a}) for a in (connue, inconnue)]
    assert len({(r.statut, r.vers, tuple(sorted(r.entetes.keys()))) for r in reponses}) == 1
    histoire.courrier.attendre(connue, "Votre lien")
    assert not histoire.courrier.de(inconnue)
    for tordue in ("", "yanis", "a@b", "a b@c.fr", "a@b.fr, c@d.fr", "a@b.fr\nBcc: c@d.fr", "é@b.fr", "x" * 300 + "@b"):
        reponse = Guichet(histoire.serveur).envoyer("/connexion", {"adresse": tordue})
        assert reponse.statut == 422 and "Écrivez une adresse e-mail complète" in reponse.mots, tordue
        assert reponse.valeur("adresse") == tordue.replace("\n", ""), "ce qui a été tapé reste"


def test_sessions(atelier):
    """une session fermée, forgée ou vieille de trente jours n’ouvre plus rien"""
    histoire = atelier.reunir()
    yanis = Guichet.de(histoire.explorateur)
    for forge in (secrets.token_urlsafe(24), "x", "", "é" * 32, "a" * 4000):
        intrus = Guichet(histoire.serveur, {"connexion": forge.encode().decode("latin-1")})
        assert intrus.lire("/rencontres").vers == "/connexion"
    second = Guichet(histoire.serveur)
    second.envoyer(f"/connexion/lien/{demander_un_lien(second, histoire.explorateur)}")
    assert yanis.envoyer("/compte/connexions/fin").vers == "/compte?fait=fermees"
    assert second.lire("/rencontres").vers == "/connexion" and yanis.lire("/rencontres").statut == 200
    vole = Guichet(histoire.serveur, dict(yanis.cookies))
    assert yanis.envoyer("/deconnexion").vers == "/" and "connexion" not in yanis.cookies
    assert vole.lire("/rencontres").vers == "/connexion"

    maelle = Guichet.de(histoire.experte)
    for jours in (13, 13, 3):
        histoire.horloge.avancer(days=jours)
        assert maelle.lire("/rencontres").statut == 200
    histoire.horloge.avancer(days=2)
    assert maelle.lire("/rencontres").vers == "/connexion"
    revenue = Guichet(histoire.serveur)
    revenue.envoyer(f"/connexion/lien/{demander_un_lien(revenue, histoire.experte)}")
    histoire.horloge.avancer(days=14, minutes=1)
    assert revenue.lire("/rencontres").vers == "/connexion", "deux semaines sans un signe"


def test_on_attend_un_instant_apres_trop_d_essais(atelier):
    """trop de demandes font attendre, avec une phrase et un délai, sans gêner les autres"""
    histoire = atelier.reunir(rate_factor=0.1)
    passant = Guichet(histoire.serveur)
    statuts = [passant.envoyer("/connexion", {"adresse": "a@b.example"}).statut for _ in range(12)]
    assert statuts[:5] == [303] * 5 and statuts[-1] == 429
    reponse = passant.envoyer("/connexion", {"adresse": "a@b.example"})
    assert int(reponse.entetes["Retry-After"]) > 0 and reponse.titre == "Un instant, s’il vous plaît"
    assert Guichet.de(histoire.experte).lire("/rencontres").statut == 200
    histoire.horloge.avancer(minutes=11)
    assert passant.envoyer("/connexion", {"adresse": "a@b.example"}).statut == 303
