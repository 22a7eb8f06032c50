"""Two programmes in two structures, with somebody of each role in each, and a meeting agreed."""

import hashlib
import sqlite3
import uuid

import gestes
from guichet import Guichet
from personnes import Identite

NINA = Identite("Nina", "Vasseurot", "nina.canari@maison.example")
PAUL = Identite("Paul", "Girardeau", "paul.canari@metiers.example")
KARIM = Identite("Karim", "Benallou", "karim.canari@structure.example")
ZOE = Identite("Zoé", "Tellier", "zoe.canari@ailleurs.example")
ALI = Identite("Ali", "Mansourad", "ali.canari@ailleurs.example")
BEA = Identite("Béa", "Rollinat", "bea.canari@ailleurs.example")
OMAR = Identite("Omar", "Sissokho", "omar.canari@ailleurs.example")

class DeuxStructures:
    def __init__(self, atelier):
        self.histoire = histoire = atelier.convenir()
        self.serveur = histoire.serveur
        self.gens = {qui.prenom: qui for qui in (
            histoire.coordination, histoire.conseillere, histoire.experte, histoire.explorateur)}
        for identite, role, suivie_par in [
            (KARIM, "conseiller", None), (PAUL, "expert", None), (NINA, "explorateur", "Karim"),
            (BEA, "conseiller", None), (ALI, "expert", None), (ZOE, "explorateur", "Béa"), (OMAR, "coordinateur", None),
        ]:
            self._faire_venir(atelier.personne(identite, self.serveur), role, suivie_par)
        self.serveur.terminer()
        self._eloigner(["Béa", "Ali", "Zoé", "Omar"])
        self.serveur.demarrer()
        self.guichets = {prenom: Guichet.de(qui) for prenom, qui in self.gens.items()}

    def _faire_venir(self, personne, role, suivie_par):
        gestes.inviter(self.histoire.coordination, personne, role, suivie_par and self.gens[suivie_par])
        gestes.prendre_sa_place(personne)
        self.gens[personne.prenom] = personne

    def _eloigner(self, prenoms):
        """Another structure cannot be opened by a page: it is written in the base, and these people moved there."""
        base = sqlite3.connect(self.serveur.donnees / "vademecum.sqlite")
        structure, dispositif = str(uuid.uuid4()), str(uuid.uuid4())
        [ancien] = base.execute("SELECT id FROM dispositif").fetchone()
        base.execute("INSERT INTO structure SELECT ?, 'Ailleurs', fuseau, creee FROM structure", [structure])
        base.execute(
            "INSERT INTO dispositif SELECT ?, ?, charte, 'Ailleurs', cree FROM dispositif", [dispositif, structure])
        base.execute("INSERT INTO version SELECT ?, numero, parametres, effet FROM version", [dispositif])
        base.execute(
            "INSERT INTO version_texte SELECT ?, numero, role, langue, contenu, empreinte FROM version_texte",
            [dispositif])
        for prenom in prenoms:
            personne = self._personne(base, prenom)
            for table in ("appartenance", "engagement"):
                base.execute(
                    f"UPDATE {table} SET dispositif = ? WHERE dispositif = ? AND personne = ?",
                    [dispositif, ancien, personne])
        base.commit()
        base.close()

    def _personne(self, base, prenom):
        [jeton] = [c["value"] for c in self.gens[prenom].contexte.cookies() if c["name"] == "connexion"]
        empreinte = hashlib.sha256(jeton.encode()).hexdigest()
        [personne] = base.execute("SELECT personne FROM connexion WHERE jeton = ?", [empreinte]).fetchone()
        return personne

    def guichet(self, prenom):
        return self.guichets[prenom]
