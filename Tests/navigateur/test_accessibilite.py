"""Every page, in both languages, narrow and wide, light and dark: axe, words, width, keyboard, no third party."""

import re
from pathlib import Path

import axe_playwright_python
import pytest

import pages

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text()
TOUTES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
# What may still change on a page already looked at, in the same language.
APPARENCE = {"runOnly": {"type": "rule", "values": ["color-contrast", "target-size", "link-in-text-block"]}}
LANGUES = ["fr", "en"]
VUES = [(360, "light", TOUTES), (360, "dark", APPARENCE), (1280, "dark", TOUTES), (1280, "light", APPARENCE)]

# What has the focus, and whether one sees it: its place in the page, its outline, where it stands on the screen.
FOCUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const shown = e.closest('.option')?.querySelector('.option-texte') ?? e;
  const outlined = [e, shown].some((one) => {
    const style = getComputedStyle(one);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
  });
  const box = shown.getBoundingClientRect();
  return {
    rang: [...document.querySelectorAll('*')].indexOf(e), outlined,
    visible: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0
      && box.left < innerWidth,
    nom: e.outerHTML.slice(0, 120),
  };
}"""


class Regard:
    """Looks at pages one after the other and writes down what is wrong, so that a run says everything at once."""

    def __init__(self, navigateur, origine, langue):
        self.contexte = pages.ouvrir(navigateur, origine, langue)
        self.page = self.contexte.new_page()
        self.page.set_default_timeout(15_000)
        self.langue, self.origine, self.chemin, self.defauts = langue, origine, "", []
        self.page.on("console", lambda message: message.type == "error" and self.noter(f"console : {message.text}"))
        self.page.on("pageerror", lambda faute: self.noter(f"script : {faute}"))
        self.page.on("request", lambda demande: demande.url.startswith(origine) or self.noter(f"tiers : {demande.url}"))

    def noter(self, defaut):
        absente = "404" in defaut and self.chemin == "/nulle-part"
        if not absente:
            self.defauts.append(f"{self.chemin} ({self.langue}) {defaut}")

    def regarder(self, chemin):
        self.chemin = chemin
        self.page.goto(chemin)
        self.mots()
        self.page.evaluate(AXE)
        for largeur, couleurs, regles in VUES:
            self.page.set_viewport_size({"width": largeur, "height": 900})
            self.page.emulate_media(color_scheme=couleurs, reduced_motion="reduce")
            self.axe(f"{largeur} {couleurs}", regles)
        self.etroite()

    def mots(self):
        titres = [titre.inner_text() for titre in self.page.locator("h1").all()]
        if len(titres) != 1 or not titres[0].strip():
            self.noter(f"h1 : {titres}")
        if not re.fullmatch(r".+ – Vademecum", self.page.title()):
            self.noter(f"titre : {self.page.title()}")
        if (lang := self.page.locator("html").get_attribute("lang")) != self.langue:
            self.noter(f"lang : {lang}")

    def axe(self, ou, regles):
        for violation in self.page.evaluate("regles => axe.run(document, regles)", regles)["violations"]:
            cibles = [noeud["html"][:160] for noeud in violation["nodes"][:3]]
            self.noter(f"{ou} axe {violation['id']} : {cibles}")

    def etroite(self):
        self.page.set_viewport_size({"width": 320, "height": 700})
        largeur = self.page.evaluate("() => document.documentElement.scrollWidth")
        if largeur > 320:
            self.noter(f"défile de côté : {largeur} px à 320 px")

    def tabuler(self, chemin):
        """Tab through the page: each stop comes after the one before, and shows. A page that puts the focus in its
        middle is left at its end and entered again at its top, once."""
        self.chemin = chemin
        self.page.set_viewport_size({"width": 1280, "height": 900})
        self.page.goto(chemin)
        arrets, tours = [], 0
        for _ in range(200):
            self.page.keyboard.press("Tab")
            focus = self.page.evaluate(FOCUS)
            if focus is None or arrets and focus["rang"] == arrets[0]:
                break
            # A time or a date is one field with several stops of the browser's own.
            if arrets and focus["rang"] == arrets[-1] and 'class="court"' in focus["nom"]:
                continue
            if arrets and focus["rang"] <= arrets[-1]:
                tours += 1
                if tours > 1 or "evitement" not in focus["nom"]:
                    self.noter(f"ordre : {focus['nom']}")
            if not (focus["outlined"] and focus["visible"]):
                self.noter(f"focus invisible : {focus['nom']}")
            arrets.append(focus["rang"])
        if len(arrets) < 3:
            self.noter(f"{len(arrets)} arrêts au clavier")


@pytest.fixture
def regard(navigateur, demonstration):
    ouverts = []

    def look(langue):
        ouverts.append(Regard(navigateur, demonstration.origine, langue))
        return ouverts[-1]

    yield look
    for ouvert in ouverts:
        ouvert.contexte.close()


@pytest.mark.parametrize("langue", LANGUES)
def test_galerie(langue, regard):
    """chaque page de la galerie est accessible, étroite et large, claire et sombre"""
    regard = regard(langue)
    for chemin in pages.galerie(regard.contexte):
        regard.regarder(chemin)
    assert not regard.defauts, "\n".join(regard.defauts)


@pytest.mark.parametrize("langue", LANGUES)
def test_pages_de_tout_le_monde(langue, regard):
    """les pages ouvertes à qui passe sont accessibles"""
    regard = regard(langue)
    for chemin in pages.TOUT_LE_MONDE + pages.atteintes(regard.contexte, "/chartes/rencontres"):
        regard.regarder(chemin)
    assert not regard.defauts, "\n".join(regard.defauts)


@pytest.mark.parametrize("qui, langue", [(qui, "fr") for qui in pages.TROUPE] + [(qui, "en") for qui in pages.ROLES])
def test_pages_de_chacun(qui, langue, regard):
    """chaque page qu’une personne atteint par ses liens est accessible"""
    regard = regard(langue)
    pages.entrer(regard.contexte, qui)
    chemins = pages.atteintes(regard.contexte, en_plus=pages.EN_PLUS.get(qui, ()))
    # The charter is long, the same for all, and looked at with the pages of everybody.
    chemins = [chemin for chemin in chemins if not chemin.startswith("/chartes")]
    assert len(chemins) >= 4, chemins
    for chemin in chemins:
        regard.regarder(chemin)
    assert not regard.defauts, "\n".join(regard.defauts)


def test_le_clavier_fait_le_tour(regard):
    """sur chaque page, le clavier passe dans l’ordre et l’on voit où il est"""
    regard = regard("fr")
    for chemin in pages.galerie(regard.contexte):
        regard.tabuler(chemin)
    assert not regard.defauts, "\n".join(regard.defauts)


class Clavier:
    """Somebody who has no mouse."""

    def __init__(self, page):
        self.page = page

    def aller_sur(self, selecteur):
        for _ in range(120):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("s => document.activeElement.matches(s)", selecteur):
                return self
        raise AssertionError(f"le clavier n’atteint pas {selecteur}")

    def taper(self, mots):
        self.page.keyboard.type(mots)
        return self

    def presser(self, touche="Enter"):
        with self.page.expect_navigation():
            self.page.keyboard.press(touche)
        return self


def test_entrer_et_demander_au_clavier(navigateur, demonstration):
    """on entre et on demande une rencontre au clavier seul"""
    contexte = pages.ouvrir(navigateur, demonstration.origine)
    page = contexte.new_page()
    clavier = Clavier(page)
    page.goto("/connexion")
    clavier.aller_sur('[name="adresse"]').taper("lou.morel@vademecum.example").presser()
    page.goto(lien_recu(contexte))
    clavier.aller_sur('main button').presser()

    clavier.aller_sur('nav a[href="/recherche"]').presser()
    clavier.aller_sur('[name="mots"]').taper("libraire").presser()
    clavier.aller_sur('main a[href^="/experts/"]').presser()
    clavier.aller_sur('main a[href$="/demande"]').presser()
    clavier.aller_sur('[name="creneau"]').page.keyboard.press("Space")
    clavier.aller_sur('[name="motivation"]').taper("Je lis tout le temps et je voudrais en parler toute la journée.")
    for numero, question in enumerate(["Que portez-vous ?", "Que lisez-vous ?", "Que vendez-vous le plus ?"], 1):
        clavier.aller_sur(f"#question-{numero}").taper(question)
    clavier.aller_sur("main form button").presser()
    assert "Votre demande est partie" in page.locator("main").inner_text()
    contexte.close()


def lien_recu(contexte, delai=10):
    """The newest sign-in mail of the demonstration's mailbox."""
    page = contexte.new_page()
    page.goto("/boite")
    for _ in range(delai * 5):
        if page.get_by_role("link", name="Votre lien pour entrer").count():
            break
        page.wait_for_timeout(200)
        page.reload()
    page.get_by_role("link", name="Votre lien pour entrer").first.click()
    lien = page.locator("pre a").first.get_attribute("href")
    page.close()
    return lien
