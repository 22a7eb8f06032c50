"""Passkeys in a real browser, held by a virtual authenticator: made, used, named, removed."""

import pytest

import preuve
import salle

CLE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}


class Appareil:
    """One browser of somebody, with JavaScript and an authenticator of its own."""

    def __init__(self, personne, entree=True, discret=False, **cle):
        self.personne, self.origine = personne, personne.serveur.origine
        etat = personne.contexte.storage_state() if entree else None
        self.contexte = personne.navigateur.new_context(base_url=self.origine, locale="fr-FR", storage_state=etat)
        self.contexte.set_default_timeout(10_000)
        if not discret:
            # Otherwise it enters by itself, before one presses anything.
            self.contexte.add_init_script("PublicKeyCredential.isConditionalMediationAvailable = undefined")
        self.page = self.contexte.new_page()
        self.cdp = self.contexte.new_cdp_session(self.page)
        self.cdp.send("WebAuthn.enable")
        self.cle = self.cdp.send("WebAuthn.addVirtualAuthenticator", {"options": CLE | cle})["authenticatorId"]
        personne.salles.append(self.contexte)

    def aller(self, chemin):
        self.page.goto(chemin)
        return self

    def appuyer(self, mots):
        self.page.get_by_role("button", name=mots).first.click()
        self.page.wait_for_load_state()
        return self

    @property
    def vu(self):
        return " ".join(self.page.locator("main").inner_text().split())

    @property
    def chemin(self):
        return self.page.url.removeprefix(self.origine).split("?")[0]

    def porteur(self, verifie):
        self.cdp.send("WebAuthn.setUserVerified", {"authenticatorId": self.cle, "isUserVerified": verifie})

    def prendre(self, autre):
        """Holds the keys of another device too, as one that is synchronised."""
        cles = autre.cdp.send("WebAuthn.getCredentials", {"authenticatorId": autre.cle})["credentials"]
        for cle in cles:
            self.cdp.send("WebAuthn.addCredential", {"authenticatorId": self.cle, "credential": cle})


@pytest.fixture
def histoire(atelier):
    return atelier.reunir(hote="localhost")


def ajouter(appareil, nom="Mon téléphone"):
    appareil.aller("/compte/cles")
    if "Est-ce bien vous" in appareil.vu:
        preuve.prouver(appareil.personne)
        appareil.contexte.add_cookies(appareil.personne.contexte.cookies())
        appareil.aller("/compte/cles")
    appareil.page.locator('[data-cle="inscription"] [name="nom"]').fill(nom)
    appareil.appuyer("Créer la clé sur cet appareil")
    appareil.page.get_by_text("La clé est gardée").wait_for()


def entrer(appareil):
    appareil.aller("/connexion").appuyer("Utiliser ma clé d’accès")
    appareil.page.wait_for_url("**/rencontres")


def test_une_cle_du_debut_a_la_fin(histoire):
    """on ajoute une clé d’accès, on entre avec elle, on la retire"""
    yanis = histoire.explorateur
    telephone = Appareil(yanis)
    ajouter(telephone)
    assert "Mon téléphone" in telephone.vu and "Pas encore" in telephone.vu
    telephone.appuyer("Me déconnecter")
    entrer(telephone)
    assert "Pas encore" not in telephone.aller("/compte/cles").vu
    assert "Mon téléphone" in telephone.vu

    # A second device, with a key of its own.
    poste = Appareil(yanis, entree=False)
    poste.prendre(telephone)
    entrer(poste)
    poste.cdp.send("WebAuthn.clearCredentials", {"authenticatorId": poste.cle})
    ajouter(poste, "Le poste du salon")
    assert "Mon téléphone" in poste.vu and "Le poste du salon" in poste.vu

    # The first one is lost: its key is renamed, then removed from the second.
    ligne = poste.page.locator("tr", has_text="Mon téléphone")
    ligne.locator("summary").click()
    ligne.locator('[name="nom"]').fill("Téléphone perdu")
    ligne.get_by_role("button", name="Garder ce nom").click()
    assert "Le nom est changé" in poste.vu
    poste.page.locator("tr", has_text="Téléphone perdu").get_by_role("button", name="Retirer").click()
    assert "Cette clé n’ouvre plus rien" in poste.vu and "Téléphone perdu" not in poste.vu
    telephone.appuyer("Me déconnecter")
    telephone.aller("/connexion").appuyer("Utiliser ma clé d’accès")
    telephone.page.get_by_text("n’a pas ouvert de compte").wait_for()
    entrer_encore = Appareil(yanis, entree=False)
    entrer_encore.prendre(poste)
    entrer(entrer_encore)
    sujets = [courriel.sujet for courriel in histoire.courrier.de(yanis.adresse, "Votre accès a changé")]
    assert len(sujets) == 3, "deux ajouts, un retrait"


def test_la_cle_prouve(histoire):
    """un geste important se fait d’une clé, et ce qui était écrit part avec lui"""
    helene = histoire.coordination
    poste = Appareil(helene)
    ajouter(poste)
    histoire.horloge.avancer(minutes=6)
    poste.aller("/invitations")
    poste.page.locator('[name="adresse"]').fill("dora@exemple.example")
    poste.page.locator('[name="role"][value="conseiller"]').check()
    poste.appuyer("Envoyer l’invitation")
    assert "Est-ce bien vous" in poste.page.locator("h1").inner_text()
    poste.appuyer("Utiliser ma clé d’accès")
    poste.page.get_by_role("button", name="Envoyer ce que j’avais écrit").click()
    assert "L’invitation est partie" in poste.vu
    histoire.courrier.attendre("dora@exemple.example", "vous invite")


def test_doigt_inconnu(histoire):
    """un doigt que l’appareil ne reconnaît pas n’entre pas, et la page le dit"""
    yanis = histoire.explorateur
    telephone = Appareil(yanis)
    ajouter(telephone)
    telephone.appuyer("Me déconnecter")
    telephone.porteur(verifie=False)
    telephone.aller("/connexion").appuyer("Utiliser ma clé d’accès")
    telephone.page.locator("[data-echec]:visible").wait_for()
    assert "Votre appareil n’a pas répondu" in telephone.vu and telephone.chemin == "/connexion"
    telephone.porteur(verifie=True)
    entrer(telephone)


def test_sans_cle_possible(histoire):
    """sans JavaScript, la page des clés le dit et le lien par e-mail reste"""
    yanis = histoire.explorateur
    yanis.aller("/compte/cles")
    assert "Votre façon d’entrer ne change pas" in yanis.vu
    assert not yanis.page.get_by_role("button", name="Créer la clé").is_visible()


def test_la_proposition(histoire):
    """on propose une clé à qui peut en garder une, une seule fois"""
    telephone = Appareil(histoire.explorateur)
    telephone.aller("/rencontres")
    telephone.page.locator("[data-proposition]:visible").wait_for()
    telephone.appuyer("Non merci")
    assert telephone.chemin == "/rencontres"
    telephone.page.wait_for_load_state("networkidle")
    assert telephone.page.locator("[data-proposition]").count() == 0


def test_discrete(histoire):
    """la clé se propose dans le champ de l’adresse, sans qu’on la demande"""
    yanis = histoire.explorateur
    telephone = Appareil(yanis, discret=True)
    ajouter(telephone)
    if not telephone.page.evaluate("PublicKeyCredential.isConditionalMediationAvailable?.()"):
        pytest.skip("ce navigateur n’en a pas")
    telephone.appuyer("Me déconnecter")
    telephone.page.wait_for_url(telephone.origine + "/")
    assert all(cookie["name"] != "connexion" for cookie in telephone.contexte.cookies())
    # The device may answer, and the page leave, before it is wholly loaded.
    telephone.page.goto("/connexion", wait_until="commit")
    telephone.page.wait_for_url("**/rencontres")


def test_suspendu_en_plein_appel(atelier):
    """suspendre quelqu’un en plein appel le fait sortir, et l’autre côté raccroche"""
    histoire = atelier.convenir()
    chemin = histoire.ouvrir_la_salle()
    yanis, maelle = histoire.explorateur.avec_script(chemin), histoire.experte.avec_script(chemin)
    for page in (yanis, maelle):
        salle.entrer(page)
    salle.attendre_ensemble(yanis, maelle)
    helene = histoire.coordination
    helene.aller("/coordination").suivre("Yanis O.").appuyer("Suspendre maintenant")
    assert "L’accès est suspendu ici" in helene.vu
    salle.attendre_etat(yanis, "sortie", delai=1)
    maelle.wait_for_function("() => window.salle.etat !== 'ensemble'", timeout=1_000)
    yanis.goto("/rencontres")
    assert yanis.url.endswith("/connexion")
    helene.appuyer("Rétablir l’accès")
    assert "L’accès est rétabli" in helene.vu


def test_une_connexion_fermee_quitte_l_appel(atelier):
    """fermer une connexion en plein appel coupe l’image des deux côtés, tout de suite"""
    histoire = atelier.convenir()
    chemin = histoire.ouvrir_la_salle()
    voleur = histoire.explorateur.avec_script(chemin)
    maelle = histoire.experte.avec_script(chemin)
    for page in (voleur, maelle):
        salle.entrer(page)
    salle.attendre_ensemble(voleur, maelle)
    # From another device of his own, Yanis closes the one that is in the room.
    autre = atelier.personne(histoire.explorateur.identite, histoire.serveur)
    preuve.revenir(autre)
    autre.aller("/compte").appuyer("Fermer toutes les autres")
    salle.attendre_etat(voleur, "sortie", delai=1)
    maelle.wait_for_function("() => window.salle.etat !== 'ensemble'", timeout=1_000)
    assert "Votre connexion a été fermée" in voleur.locator("main").inner_text()
