"""Being told on one's device: asked for on the page, carried by a push service, shown by the worker, stopped."""

import json
import sqlite3

import pytest

from binome import Binome
from passeur import Abonne, Passeur

PAGE = "/compte/notifications"


@pytest.fixture(scope="module")
def porte():
    porte = Passeur()
    yield porte
    porte.fermer()


@pytest.fixture(scope="module")
def binome(atelier_commun, porte):
    """One pair for all: each test goes on from where the one before left the clock."""
    return Binome(atelier_commun, serveur=atelier_commun.serveur(push_services=porte.origine))


@pytest.fixture
def passeur(porte):
    porte.recus.clear()
    return porte


def telephone(qui, abonne):
    """The browser of somebody, with its script, in front of the page."""
    page = qui.avec_script()
    page.context.grant_permissions(["notifications"])
    page.context.add_init_script(abonne.script)
    page.goto(PAGE)
    return page


def vu(page):
    return " ".join(page.locator("main").inner_text().split())


def s_abonner(page):
    page.get_by_role("button", name="Me prévenir sur cet appareil").click()
    page.wait_for_url("**/compte/notifications?fait=ajoute")
    page.locator('[data-quand="ici"]:visible').wait_for()


def appareils(serveur):
    with sqlite3.connect(f"file:{serveur.donnees}/vademecum.sqlite?mode=ro", uri=True) as base:
        return base.execute("SELECT count(*) FROM abonnement").fetchone()[0]


def test_un_navigateur_qui_refuse(binome, passeur):
    """un refus du navigateur se dit, ce qu’il ne sait pas faire aussi, et rien n’est gardé"""
    page = binome.nour.avec_script()
    page.context.add_init_script(Abonne(passeur).script)
    page.context.add_init_script("""
      Object.defineProperty(Notification, 'permission', { get: () => localStorage.permission ?? 'default' });
      Notification.requestPermission = async () => localStorage.permission = 'denied';
    """)
    page.goto(PAGE)
    page.get_by_role("button", name="Me prévenir sur cet appareil").click()
    page.locator('[data-quand="refuse"]:visible').wait_for()
    page.evaluate("() => localStorage.permission = 'granted'")
    page.context.add_init_script("PushManager.prototype.subscribe = async () => { throw new Error('loin'); };")
    page.context.add_init_script("Notification.requestPermission = async () => 'granted';")
    page.goto(PAGE)
    page.get_by_role("button", name="Me prévenir sur cet appareil").click()
    page.locator("[data-echec]:visible").wait_for()
    assert page.get_by_role("button", name="Me prévenir sur cet appareil").is_enabled()
    page.context.add_init_script("delete globalThis.PushManager; navigator.__proto__.standalone = false;")
    page.goto(PAGE)
    page.locator('[data-quand="ecran"]:visible').wait_for()
    assert appareils(binome.serveur) == 0


def test_arreter_et_recommencer(binome, passeur):
    """on arrête d’un geste, un navigateur qui a oublié le dit, un abonnement fini s’efface"""
    nour, serveur = binome.nour, binome.serveur
    page = telephone(nour, Abonne(passeur))
    s_abonner(page)
    page.evaluate("() => { delete localStorage.abonne; }")
    page.reload()
    page.locator('[data-quand="perdu"]:visible').wait_for()
    s_abonner(page)
    page.get_by_role("button", name="Ne plus me prévenir").click()
    page.wait_for_url("**/compte/notifications?fait=retire")
    assert "C’est arrêté" in vu(page) and appareils(serveur) == 0
    assert page.evaluate("() => localStorage.abonne === undefined"), "le navigateur l’a oublié aussi"
    s_abonner(page)

    passeur.reponses.append(410)
    binome.ecrire("Comment dire non ?")
    marc = binome.marc.aller(binome.adresse)
    marc.suivre("Répondre").ecrire(libre="Qu’est-ce qui vous retient ?").appuyer("Envoyer")
    binome.a(1, 12)
    passeur.attendre()
    page.wait_for_timeout(1500)
    assert appareils(serveur) == 0
    page.reload()
    page.locator('[data-quand~="pret"]:visible').wait_for()


def test_de_la_page_au_telephone(binome, passeur):
    """une réponse arrive : le téléphone qui l’a demandé est prévenu, et lui seul peut lire le mot"""
    nour, marc, serveur = binome.nour, binome.marc, binome.serveur
    nour.aller("/compte").suivre("Me prévenir sur cet appareil")
    assert "Ouvrez cette page dans un navigateur récent" in nour.vu, "sans script"
    abonne, autre = Abonne(passeur), Abonne(passeur)
    page = telephone(nour, abonne)
    assert "Rien ne part en dehors des heures" in vu(page)
    s_abonner(page)
    s_abonner(telephone(marc, autre))

    binome.a(1, 19)
    binome.ecrire("Comment dire non ?")
    binome.a(2, 8, 1)
    recu = passeur.attendre()
    assert recu.chemin == autre.chemin
    assert recu.ouvert(autre) == {"texte": "Des messages vous attendent.", "chemin": "/binomes", "langue": "fr"}
    marc.aller(binome.adresse).suivre("Répondre").ecrire(libre="Qu’est-ce qui vous retient ?").appuyer("Envoyer")
    binome.a(2, 10, 2)
    recu = passeur.attendre(2)
    assert recu.chemin == abonne.chemin
    mot = recu.ouvert(abonne)
    assert mot == {"texte": "Une réponse vous attend.", "chemin": binome.adresse, "langue": "fr"}
    declaration = recu.declaration
    assert declaration["aud"] == passeur.origine and declaration["sub"] == serveur.origine
    maintenant = serveur.horloge.maintenant.timestamp()
    assert 0 < declaration["exp"] - maintenant <= 24 * 3600
    assert recu.entetes["Content-Encoding"] == "aes128gcm" and recu.entetes["Urgency"] == "normal"
    # Until six.
    assert 7.5 * 3600 < int(recu.entetes["TTL"]) <= 8 * 3600
    with pytest.raises(Exception):
        recu.ouvert(autre)
    assert len(recu.corps) == len(passeur.recus[0].corps), "la longueur ne dit rien"
    serveur.courrier.attendre(nour.adresse, "Marc vous a écrit")

    le_veilleur(page, serveur, mot)
    page.goto(PAGE)
    page.get_by_role("button", name="Me déconnecter").click()
    page.wait_for_url(serveur.origine + "/")
    assert appareils(serveur) == 1, "il reste celui de Marc"
    for secret in (abonne.adresse, abonne.cles["auth"], "réponse vous attend"):
        assert secret not in serveur.journal


def le_veilleur(page, serveur, mot):
    """The worker itself, given by the browser what the push service would bring."""
    script = page.request.get("/public/js/veilleur.js")
    assert script.headers["content-type"].startswith("text/javascript") and script.headers["cache-control"] == "no-cache"
    cdp = page.context.new_cdp_session(page)
    inscrits = []
    cdp.on("ServiceWorker.workerRegistrationUpdated", lambda dit: inscrits.extend(dit["registrations"]))
    cdp.send("ServiceWorker.enable")
    page.wait_for_timeout(300)
    [inscrit] = {un["registrationId"]: un for un in inscrits if not un["isDeleted"]}.values()
    assert inscrit["scopeURL"] == f"{serveur.origine}/public/js/"
    cdp.send("ServiceWorker.deliverPushMessage", {
        "origin": serveur.origine, "registrationId": inscrit["registrationId"], "data": json.dumps(mot)})
    page.wait_for_function("""async () => {
      const inscription = await navigator.serviceWorker.getRegistration('/public/js/veilleur.js');
      const [vue] = await inscription.getNotifications();
      return vue && vue.title === 'Vademecum' && vue.body === 'Une réponse vous attend.';
    }""")
    [veilleur] = page.context.service_workers
    # A window opens only under a real finger: what would be asked of the browser is noted instead.
    ouvertes = veilleur.evaluate("""async () => {
      const ouvertes = [];
      self.clients.openWindow = async (url) => ouvertes.push(url);
      WindowClient.prototype.focus = async function () { ouvertes.push(`devant ${this.url}`); };
      for (const chemin of [null, '/compte/notifications', 'https://ailleurs.example/x']) {
        const [notification] = await self.registration.getNotifications();
        if (chemin) notification.data.chemin = chemin;
        await self.registration.showNotification('Vademecum', { tag: 'attente', data: notification.data });
        const [montree] = await self.registration.getNotifications();
        const clic = new NotificationEvent('notificationclick', { notification: montree });
        self.dispatchEvent(clic);
        await new Promise((resolve) => setTimeout(resolve, 300));
        await self.registration.showNotification('Vademecum', { tag: 'attente', data: notification.data });
      }
      return ouvertes;
    }""")
    assert ouvertes[0] == serveur.origine + mot["chemin"]
    assert ouvertes[1].startswith(f"devant {serveur.origine}{PAGE}")
    assert len(ouvertes) == 2, "jamais ailleurs qu’ici"


def test_le_manifeste(binome):
    """la page s’installe : manifeste et icônes sont là, et sont de ce site"""
    page = binome.nour.avec_script("/connexion")
    adresse = page.locator('link[rel="manifest"]').get_attribute("href")
    reponse = page.request.get(adresse)
    manifeste = reponse.json()
    assert reponse.headers["content-type"] == "application/manifest+json"
    assert manifeste["start_url"] == "/accueil" and manifeste["display"] == "standalone"
    for icone in manifeste["icons"]:
        image = page.request.get(icone["src"])
        assert image.status == 200 and image.body()[:4] == b"\x89PNG"
        largeur = int.from_bytes(image.body()[16:20], "big")
        assert icone["sizes"] == f"{largeur}x{largeur}"
    cdp = page.context.new_cdp_session(page)
    assert cdp.send("Page.getAppManifest")["errors"] == []


def test_eteint(binome):
    """sans service de notification, la page n’existe pas et rien n’y mène"""
    marc, serveur = binome.marc, binome.serveur
    assert "Me prévenir sur cet appareil" in marc.aller("/compte").vu
    serveur.terminer()
    serveur.reglages["push_services"] = ""
    serveur.demarrer()
    assert "Me prévenir sur cet appareil" not in marc.aller("/compte").vu
    assert marc.contexte.request.get(PAGE).status == 404
