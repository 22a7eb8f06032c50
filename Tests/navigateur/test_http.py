"""What reaches the server without passing by a page: methods, sizes, broken requests, streams, the end."""

import re
import socket
import threading
import time
from urllib.parse import urlencode

import pytest

import routes
from guichet import AGENT, PROTECTIONS, Guichet, crier

ROUTES = routes.toutes()
JETON = "A" * 32
IDENTIFIANTS = dict.fromkeys(
    ["/rencontres/id", "/experts/expert", "/suivi/personne", "/engagements/id", "/connexions/id", "/invitations/id",
     "/personnes/personne", "/recuperations/id", "/cles/id", "/notifications/id", "/binomes/id", "/messages/message",
     "/demandes/id", "/demandes-de-droits/id", *routes.CHOSES_DU_CONSEIL],
    "01993f00-0000-7000-8000-000000000000",
) | {"/questions/rang": "1", "/lien/jeton": JETON, "/invitation/jeton": JETON, "/adresse/jeton": JETON, "/reponse/jeton": JETON,
     "/chartes/charte": "rencontres", "/export/format": "csv"}


@pytest.fixture(scope="module")
def commune(atelier_commun):
    return atelier_commun.convenir()


@pytest.fixture
def histoire(commune):
    commune.serveur.relever()
    return commune


@pytest.fixture
def yanis(histoire):
    return Guichet.de(histoire.explorateur)


def test_methodes(histoire, yanis):
    """une page demandée autrement répond 405 et dit comment"""
    permises = {}
    for route in ROUTES:
        permises.setdefault(route.chemin, set()).update({"GET", "HEAD"} if route.methode == "GET" else {"POST"})
    for chemin in permises:
        adresse = routes.remplir(chemin, IDENTIFIANTS)
        # A word may stand where another address has an identifier: its methods are allowed too.
        attendues = set().union(*(methodes for autre, methodes in permises.items() if routes.couvre(autre, adresse)))
        for methode in {"GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"} - attendues:
            reponse = yanis.demander(methode, adresse)
            assert reponse.statut == 405, f"{methode} {adresse} : {reponse.statut}"
            assert set(reponse.entetes["Allow"].split(", ")) == attendues, f"{adresse} : {reponse.entetes['Allow']}"
    for methode in ("POST", "PUT"):
        reponse = yanis.demander(methode, "/public/js/salle.js")
        assert (reponse.statut, reponse.entetes["Allow"]) == (405, "GET, HEAD")


def test_head(histoire, yanis):
    """HEAD répond comme GET, sans corps"""
    for route in ROUTES:
        if route.methode == "GET" and route.chemin not in routes.FLUX:
            chemin = routes.remplir(route.chemin, IDENTIFIANTS)
            tete, page = yanis.demander("HEAD", chemin), yanis.lire(chemin)
            assert (tete.statut, tete.corps) == (page.statut, b""), chemin
            assert tete.entetes.get("Content-Type") == page.entetes.get("Content-Type"), chemin


def test_head_d_un_flux(histoire, yanis):
    """HEAD d’un flux répond tout de suite"""
    reponse = yanis.demander("HEAD", "/direct")
    assert reponse.statut in (200, 405) and reponse.corps == b""


def test_fichiers(histoire, yanis):
    """les fichiers publics se gardent, et rien d’autre du dossier ne sort"""
    style = yanis.lire("/chartes/rencontres").html.split('stylesheet" href="')[1].split('"')[0]
    feuille = yanis.lire(style)
    assert feuille.statut == 200 and "immutable" in feuille.entetes["Cache-Control"]
    module = yanis.lire("/public/js/salle.js")
    assert yanis.demander("GET", "/public/js/salle.js", entetes={"If-None-Match": module.entetes["ETag"]}).statut == 304
    for chemin in ("/public/../Package.swift", "/public/js/../../Package.swift", "/public/%2e%2e/Package.swift",
                   "/public/js/%2e%2e%2f%2e%2e%2fPackage.swift", "/public/", "/public/js", "/public//js//salle.js",
                   "/Package.swift", "/.git/config", "/public/js/salle.js%00.css"):
        assert yanis.lire(chemin).statut == 404, chemin


@pytest.mark.parametrize("taille", [200_000, 5_000_000])
def test_corps_trop_grand(taille, histoire, yanis):
    """un corps de 200 ko ou de 5 Mo est refusé d’une phrase, et le serveur continue"""
    corps = urlencode({"_csrf": yanis.csrf, "motivation": "x" * taille}).encode()
    for chemin in ("/compte", f"{histoire.rencontre}/annulation", "/connexion"):
        try:
            reponse = yanis.envoyer_brut(chemin, corps)
            assert (reponse.statut, reponse.titre) == (413, "C’est trop long pour nous"), f"{chemin} : {reponse.statut}"
        except (BrokenPipeError, ConnectionResetError):
            # Refused while the body was still leaving.
            assert taille > 1_000_000
    assert yanis.lire("/rencontres").statut == 200


@pytest.mark.parametrize("sorte", [
    "application/json", "multipart/form-data; boundary=x", "text/plain", "",
    "application/x-www-form-urlencoded; charset=latin1", pytest.param("x" * 3000, id="très longue"),
])
def test_corps_d_une_autre_sorte(sorte, histoire, yanis):
    """un corps d’une autre sorte n’est pas lu comme un formulaire, et rien ne casse"""
    corps = b'{"_csrf": "x", "prenom": "Intrus"}'
    for chemin in ("/compte", f"{histoire.rencontre}/annulation"):
        reponse = yanis.demander("POST", chemin, corps, {"Content-Type": sorte, "X-Csrf": yanis.csrf})
        assert reponse.statut in (403, 422, 404), f"{chemin} {sorte} : {reponse.statut}"
    assert "Intrus" not in yanis.lire("/compte").html


CORPS = {
    "un pour cent": b"%", "des pour cent": b"%%%=%zz&=&&&=%", "pas de l’UTF-8": b"\xff\xfe=\xff",
    "pas de l’UTF-8, codé": b"prenom=%ff%fe%00&nom=%C3%28", "que des et": b"&" * 60_000, "que des égale": b"=" * 60_000,
    "vingt mille champs": b"a=b&" * 20_000, "que des zéros": bytes(1000),
    "un emoji coupé": b"prenom=" + b"%F0%9F" * 9_000,
}


@pytest.mark.parametrize("nom", CORPS)
def test_corps_tordu(nom, histoire, yanis):
    """un corps mal formé est lu pour ce qu’il est, et rien ne casse"""
    for fin in ("/annulation", "/bilan/brouillon", "/questions/1"):
        chemin = histoire.rencontre + fin
        reponse = yanis.demander("POST", chemin, CORPS[nom], {
            "Content-Type": "application/x-www-form-urlencoded", "X-Csrf": yanis.csrf})
        assert reponse.statut in (403, 404, 413, 422, 303), f"{chemin} : {reponse.statut}"
    reponse = yanis.envoyer_brut("/compte", CORPS[nom], {"X-Csrf": yanis.csrf})
    assert reponse.statut in (413, 422) and "Ouldamar" in yanis.lire("/compte").html


def requete(*lignes, corps=b""):
    return "\r\n".join([*lignes, "", ""]).encode("latin-1") + corps


HOTE = "Host: x"
NUE = b"400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
FORMULAIRE = "Content-Type: application/x-www-form-urlencoded"
TORDUES = {
    "du bruit": b"\x00\x01\x02\xff\r\n\r\n",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200),
    "sans version": b"GET /\r\n\r\n",
    "version inconnue": requete("GET / HTTP/9.9", HOTE),
    "une méthode longue": requete("A" * 70_000 + " / HTTP/1.1", HOTE),
    "une adresse longue": requete("GET /" + "a" * 70_000 + " HTTP/1.1", HOTE),
    "une adresse brute": requete("GET /é\xff HTTP/1.1", HOTE),
    "un NUL dans l’adresse": requete("GET /rencontres\x00 HTTP/1.1", HOTE),
    "une adresse absolue": requete("GET http://ailleurs.example/ HTTP/1.1", HOTE),
    "une étoile": requete("OPTIONS * HTTP/1.1", HOTE),
    "CONNECT": requete("CONNECT ailleurs.example:443 HTTP/1.1", HOTE),
    "un en-tête long": requete("GET / HTTP/1.1", HOTE, "Cookie: " + "a" * 100_000),
    "mille en-têtes": requete("GET / HTTP/1.1", HOTE, *[f"X-{n}: {n}" for n in range(1000)]),
    "mille cookies": requete("GET / HTTP/1.1", HOTE, "Cookie: " + "; ".join(f"c{n}={n}" for n in range(1000))),
    "des cookies vides": requete("GET / HTTP/1.1", HOTE, "Cookie: ;;;=;=;connexion;visite==;\xff"),
    "un en-tête sans nom": requete("GET / HTTP/1.1", HOTE, ": rien", "sans deux-points"),
    "un NUL dans un en-tête": requete("GET / HTTP/1.1", HOTE, "Accept-Language: fr\x00"),
    "des langues tordues": requete("GET / HTTP/1.1", HOTE, "Accept-Language: ;;q=,,,=;q=9e999,*;q=-1," + "en," * 500),
    "deux longueurs": requete(
        "POST /connexion HTTP/1.1", HOTE, "Content-Length: 3", "Content-Length: 30", corps=b"a=b"),
    "une longueur négative": requete("POST /connexion HTTP/1.1", HOTE, "Content-Length: -1"),
    "une longueur immense": requete("POST /connexion HTTP/1.1", HOTE, "Content-Length: 99999999999999999999"),
    "longueur et morceaux": requete(
        "POST /connexion HTTP/1.1", HOTE, FORMULAIRE, "Content-Length: 3", "Transfer-Encoding: chunked",
        corps=b"0\r\n\r\nGET /invite HTTP/1.1\r\nHost: x\r\n\r\n"),
    "des morceaux tordus": requete(
        "POST /connexion HTTP/1.1", HOTE, FORMULAIRE, "Transfer-Encoding: chunked", corps=b"zz\r\nabc\r\n"),
    "un morceau immense": requete(
        "POST /connexion HTTP/1.1", HOTE, FORMULAIRE, "Transfer-Encoding: chunked", corps=b"FFFFFFFFFFFFFFFF\r\nabc"),
    "un corps coupé": requete("POST /connexion HTTP/1.1", HOTE, FORMULAIRE, "Content-Length: 5000", corps=b"adresse=a"),
    "une attente": requete(
        "POST /connexion HTTP/1.1", HOTE, FORMULAIRE, "Content-Length: 1", "Expect: 200-maybe", corps=b"a"),
    "une montée": requete(
        "GET / HTTP/1.1", HOTE, "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAM"),
    "sans hôte": requete("GET / HTTP/1.1"),
}


@pytest.mark.parametrize("nom", TORDUES)
def test_requete_tordue(nom, histoire):
    """une requête mal formée n’a jamais de réponse 5xx, et le serveur continue"""
    recu = crier(histoire.serveur, TORDUES[nom], attente=1)
    # The transport refuses what is not HTTP by itself: a bare 400, and it hangs up.
    reponses = [reponse for reponse in recu.split(b"HTTP/1.1 ")[1:] if reponse != NUE]
    for reponse in reponses:
        assert not reponse.startswith(b"5"), f"{nom} : {reponse[:300]}"
        assert b"x-content-type-options: nosniff" in reponse.lower(), f"{nom} : {reponse[:300]}"
    assert Guichet(histoire.serveur).lire("/sante").statut == 200


def test_on_ne_detourne_pas(histoire):
    """un nom d’hôte forgé ne change ni les liens ni les redirections"""
    passant = Guichet(histoire.serveur)
    entetes = {"Host": "ailleurs.example", "X-Forwarded-Host": "ailleurs.example", "X-Forwarded-Proto": "https"}
    for chemin in ("/", "/rencontres", "/chartes", "/connexion"):
        reponse = passant.demander("GET", chemin, entetes=entetes)
        assert "ailleurs.example" not in reponse.vers + reponse.html
    rang = len(histoire.courrier.de(histoire.experte.adresse, "Votre lien")) + 1
    passant.envoyer("/connexion", {"adresse": histoire.experte.adresse}, entetes=entetes)
    courriel = histoire.courrier.attendre(histoire.experte.adresse, "Votre lien", rang)
    assert courriel.lien.startswith(histoire.serveur.origine) and "ailleurs.example" not in courriel.tout
    for retour in ("//ailleurs.example", "https://ailleurs.example", "/\\ailleurs.example", "\t//ailleurs.example",
                   "/\t/ailleurs.example", "javascript:alert(1)", "", "/\r\nSet-Cookie: x=y", "/\n/ailleurs.example"):
        reponse = passant.envoyer("/langue", {"langue": "en", "retour": retour})
        assert reponse.statut == 303 and re.match(r"/(?![/\\])", reponse.vers), f"{retour} → {reponse.vers}"
        assert "ailleurs" not in reponse.vers.split("/")[1], retour
        assert "x=y" not in str(reponse.entetes.get_all("Set-Cookie"))


def test_la_langue_revient_sur_une_page_qui_s_ouvre(histoire):
    """changer de langue sur une page refusée ramène à une page qui s’ouvre"""
    for guichet, chemin, champs in [
        (Guichet(histoire.serveur), "/connexion/code", {"code": "rien"}),
        (Guichet(histoire.serveur), "/connexion", {"adresse": "rien"}),
        (Guichet.de(histoire.explorateur), f"{histoire.rencontre}/annulation", {"mot": ""}),
        (Guichet.de(histoire.coordination), "/invitations", {"adresse": ""}),
        (Guichet.de(histoire.experte), "/disponibilite", {"jour": "1", "debut": "19:00", "fin": "18:00"}),
    ]:
        refus = guichet.envoyer(chemin, champs)
        assert refus.statut == 422
        retour = refus.html.split('name="retour" value="')[1].split('"')[0]
        suite = guichet.envoyer("/langue", {"langue": "en", "retour": retour})
        assert guichet.lire(suite.vers).statut == 200, f"{chemin} → {suite.vers}"
        guichet.envoyer("/langue", {"langue": "fr", "retour": "/"})


def ecouter(serveur, guichet, chemin):
    """Opens a live stream; answers the socket once the first words came."""
    cookie = "; ".join(f"{nom}={valeur}" for nom, valeur in guichet.cookies.items())
    prise = socket.create_connection(("127.0.0.1", serveur.port), timeout=5)
    prise.sendall(requete(f"GET {chemin} HTTP/1.1", HOTE, f"Cookie: {cookie}", f"User-Agent: {AGENT}", "Accept: text/event-stream"))
    recu = b""
    while b"retry:" not in recu:
        morceau = prise.recv(4096)
        assert morceau, recu
        recu += morceau
    for nom, valeur in PROTECTIONS.items():
        assert f"{nom}: {valeur}".encode().lower() in recu.lower()
    return prise


def test_le_flux_dit_qu_il_y_a_du_nouveau(histoire):
    """le flux dit que quelque chose a changé, jamais quoi"""
    maelle = Guichet.de(histoire.experte)
    prise = ecouter(histoire.serveur, maelle, "/direct")
    Guichet.de(histoire.explorateur).envoyer(f"{histoire.rencontre}/annulation", {"mot": "Un secret de famille."})
    prise.settimeout(5)
    recu = prise.recv(4096)
    assert b"event: change" in recu and b"secret" not in recu and histoire.rencontre[12:].encode() not in recu
    maelle.envoyer("/deconnexion")
    limite = time.monotonic() + 5
    while prise.recv(4096):
        assert time.monotonic() < limite, "le flux d’une session fermée se ferme"


def test_sigterm_avec_des_flux_ouverts(atelier):
    """à SIGTERM, des flux ouverts n’empêchent pas de finir en moins de cinq secondes"""
    histoire = atelier.convenir()
    histoire.ouvrir_la_salle()
    yanis, maelle = Guichet.de(histoire.explorateur), Guichet.de(histoire.experte)
    prises = [ecouter(histoire.serveur, yanis, "/direct"), ecouter(histoire.serveur, maelle, "/direct"),
              ecouter(histoire.serveur, yanis, f"{histoire.rencontre}/salle/flux")]
    assert histoire.serveur.terminer(5) < 5 and histoire.serveur.processus.returncode == 0
    for prise in prises:
        prise.close()
    histoire.serveur.demarrer()
    assert yanis.lire("/rencontres").statut == 200


def test_sigterm_avec_une_requete_qui_traine(atelier):
    """à SIGTERM, une requête qui ne finit pas d’arriver n’empêche pas de finir en moins de cinq secondes"""
    serveur = atelier.serveur()
    with socket.create_connection(("127.0.0.1", serveur.port)) as prise:
        prise.sendall(requete("POST /connexion HTTP/1.1", HOTE, "Content-Length: 5000", corps=b"adresse="))
        # The server has it in hand when it answers another.
        assert Guichet(serveur).lire("/sante").statut == 200
        assert serveur.terminer(5) < 5 and serveur.processus.returncode == 0


def test_cent_lecteurs(histoire):
    """cent lecteurs à la fois ont tous leur page"""
    maelle = Guichet.de(histoire.coordination)
    statuts = []

    def read():
        statuts.append(maelle.lire("/coordination").statut)

    fils = [threading.Thread(target=read) for _ in range(100)]
    for fil in fils:
        fil.start()
    for fil in fils:
        fil.join()
    assert statuts == [200] * 100
