"""The tables of routes, read in the sources: a URL that is added is tested the same day."""

import re
from dataclasses import dataclass

from serveur import RACINE

LIGNE = re.compile(r'\.(get|post)\(\s*"(/[^"]*)",\s*\.(\w+)(?:\((?:\.(\w+)|Self\.\w+)\))?([^()]*)[()]')
PREUVE = re.compile(r"preuve: \.(\w+)")


@dataclass(frozen=True)
class Route:
    methode: str
    chemin: str
    entree: str
    role: str
    preuve: str

    def __str__(self):
        return f"{self.methode} {self.chemin}"


def toutes():
    """Those of a server in use: the gallery, the mailbox and the cast are of the demonstration only."""
    fichiers = sorted((RACINE / "Sources").rglob("*.swift"))
    trouvees = [Route(m.upper(), chemin, entree, role, "".join(PREUVE.findall(reste))) for fichier in fichiers
                for m, chemin, entree, role, reste in LIGNE.findall(fichier.read_text())]
    return [route for route in trouvees if route.entree != "development"]


def de_demonstration():
    fichiers = (RACINE / "Sources").rglob("*.swift")
    return sorted({chemin for fichier in fichiers for _, chemin, entree, _, _ in LIGNE.findall(fichier.read_text())
                   if entree == "development"})


# Things of the room of digital advisers: nobody in the town of these tests has one.
CHOSES_DU_CONSEIL = [
    "/ateliers/atelier", "/besoins/besoin", "/comptes-rendus/id", "/entretiens/entretien", "/etapes/etape", "/file/lieu",
    "/lieux/lieu", "/mandats/mandat", "/partenaires/partenaire", "/permanences/lieu", "/relais/relais", "/rendez-vous/id",
    "/rendez-vous/lieu", "/tickets/id", "/usagers/usager",
]

# A stream has no end: it is asked for apart.
FLUX = ("/direct", "/rencontres/{id}/salle/flux")


def couvre(chemin, adresse):
    """Whether an address is one of this route's."""
    return re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", chemin), adresse) is not None


def remplir(chemin, identifiants):
    """The address of a route: each word in braces replaced by what it stands for at that place."""
    return re.sub(r"(/[\w-]+)/\{(\w+)\}", lambda m: f"{m[1]}/{identifiants[m[1] + '/' + m[2]]}", chemin)
