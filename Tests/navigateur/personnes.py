"""Somebody in front of a browser. Forms are driven without JavaScript; the room, which needs it, has its own page."""

from dataclasses import dataclass, field

import preuve
import salle


@dataclass
class Identite:
    prenom: str
    nom: str
    adresse: str


# Addresses and last names are canaries: nothing of them may ever be seen from the other side.
HELENE = Identite("Hélène", "Marchandeau", "helene.canari@structure.example")
CLAIRE = Identite("Claire", "Delmassol", "claire.canari@structure.example")
MAELLE = Identite("Maëlle", "Kervadec", "maelle.canari@metiers.example")
YANIS = Identite("Yanis", "Ouldamar", "yanis.canari@maison.example")


@dataclass
class Personne:
    identite: Identite
    navigateur: object
    serveur: object
    reglages: dict = field(default_factory=dict)

    def __post_init__(self):
        # The secret of their code application, once they have one.
        self.code = None
        options = {"java_script_enabled": False, "locale": "fr-FR"} | self.reglages
        self.contexte = self.navigateur.new_context(base_url=self.serveur.origine, **options)
        self.contexte.set_default_timeout(10_000)
        self.page = self.contexte.new_page()
        self.salles = []

    @property
    def prenom(self):
        return self.identite.prenom

    @property
    def adresse(self):
        return self.identite.adresse

    def aller(self, adresse):
        reponse = self.page.goto(adresse)
        assert reponse.status < 500, f"{adresse} : {reponse.status}"
        if self.chemin == "/connexion" and "/connexion" not in adresse and self.entree:
            # The connexion is over: one does as people do, and comes in again.
            preuve.revenir(self)
            self.page.goto(adresse)
        preuve.donner(self)
        return self

    @property
    def entree(self):
        """Whether this browser was signed in."""
        return any(cookie["name"] == "connexion" for cookie in self.contexte.cookies())

    @property
    def chemin(self):
        return self.page.url.removeprefix(self.serveur.origine).split("?")[0]

    @property
    def vu(self):
        """The words of the page, with plain spaces."""
        return " ".join(self.page.locator("main").inner_text().split())

    def appuyer(self, mots):
        self.page.get_by_role("button", name=mots).first.click()
        preuve.donner(self)
        return self

    def suivre(self, mots):
        self.page.get_by_role("link", name=mots).first.click()
        return self

    def ecrire(self, **champs):
        for nom, valeur in champs.items():
            self.page.locator(f'[name="{nom}"]').first.fill(valeur)
        return self

    def choisir(self, nom, valeur):
        self.page.locator(f'[name="{nom}"][value="{valeur}"]').check()
        return self

    def lu(self, nom):
        return self.page.locator(f'[name="{nom}"]').first.input_value()

    def avec_script(self, chemin=None, **options):
        """Another page of the same browser, with JavaScript, camera and microphone."""
        contexte = self.navigateur.new_context(
            base_url=self.serveur.origine, locale="fr-FR", storage_state=self.contexte.storage_state(),
            permissions=["camera", "microphone"], **options)
        contexte.set_default_timeout(10_000)
        salle.compter_les_pistes(contexte)
        self.salles.append(contexte)
        page = contexte.new_page()
        if chemin:
            page.goto(chemin)
        return page

    def fermer(self):
        for contexte in [*self.salles, self.contexte]:
            contexte.close()
