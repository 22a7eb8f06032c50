"""First figures: bookings, search and a personal page, then messages through their reading, at 32 connections, each
beside a bare endpoint of the same run; then double bookings, then kills.
usage: python Benchmarks/banc.py [reservations] [messages] [doubles TOURS] [coupures FOIS]"""

import collections
import pathlib
import queue
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from accompagnements import MESSAGE, QUI_NOMME, Accompagnements  # noqa: E402
from population import Personne, Population  # noqa: E402
from serveur import Serveur, fdatasync_median  # noqa: E402

ICI = pathlib.Path(__file__).resolve().parent
CONNEXIONS = 32


def wrk(serveur, requetes, secondes, boucle):
    """Plays requests; answers the summary, the answers one by one, the processor time per request in ms."""
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as entree, tempfile.NamedTemporaryFile("r") as sortie:
        entree.write("\n".join("\t".join(requete) for requete in requetes) + "\n")
        entree.flush()
        avant = serveur.cpu()
        texte = subprocess.run(
            ["wrk", "-t1", f"-c{CONNEXIONS}", f"-d{secondes}s", "--latency", "-s", str(ICI / "charge.lua"),
             serveur.base, "--", entree.name, sortie.name] + (["boucle"] if boucle else []),
            check=True, capture_output=True, text=True).stdout
        cpu = serveur.cpu() - avant
        reponses = [ligne.rstrip("\n").split("\t") for ligne in sortie]
    # Prepared requests may run out before the time does: what counts is until the last answer.
    debit = len(reponses) / max(0.001, float(reponses[-1][2]) - float(reponses[0][2]))
    repartition = texte.split("Latency Distribution")[1]
    p50, p99 = (re.search(rf"{rang}%\s+(\S+)", repartition).group(1) for rang in ("50", "99"))
    return debit, p50, p99, cpu * 1000 / max(1, len(reponses)), reponses


def ligne(nom, debit, p50, p99, cpu, note=""):
    print(f"| {nom} | {debit:,.0f} | {p50} | {p99} | {cpu:.2f} | {note} |", flush=True)


def reservations(moteur):
    serveur = Serveur(moteur)
    try:
        serveur.demarre()
        population = Population(serveur, experts=40, explorateurs=80)
        visiteur = population.explorateurs[0]
        print(f"\n### {moteur}, fdatasync médian {fdatasync_median():.2f} ms\n")
        print("| mesure | req/s | p50 | p99 | ms CPU serveur par requête | vérifié |\n|---|---|---|---|---|---|")
        nu = [("GET", "/public/img/favicon.svg", "", "")]
        ligne("point nu (fichier en mémoire)", *wrk(serveur, nu, 4, True)[:4])
        for nom, chemin in [("recherche de métier", "/recherche?mots=metier+01"), ("page personnelle", "/rencontres")]:
            *mesure, reponses = wrk(serveur, [("GET", chemin, visiteur.cookie(), "")], 5, True)
            compte = collections.Counter(statut for statut, *_ in reponses)
            ligne(nom, *mesure, f"{compte['200']} × 200, {len(reponses) - compte['200']} autres")
        envois = []
        for rang, creneau in zip(range(80 * 20), population.creneaux()):
            personne = population.explorateurs[rang % 80]
            expert = population.ids[(rang // 80 + rang) % len(population.ids)]
            corps = urllib.parse.urlencode(population.champs(personne, creneau), doseq=True)
            envois.append(("POST", f"/experts/{expert}/demande", personne.cookie(), corps))
        *mesure, reponses = wrk(serveur, envois, 60, False)
        vers = [vers for statut, vers, _ in reponses if statut == "303" and vers.startswith("/rencontres/")]
        serveur.arrete()
        lignes = {ligne[0] for ligne in serveur.lignes("SELECT id FROM rencontre")}
        acquises = {chemin[len("/rencontres/"):][:36] for chemin in vers}
        assert acquises <= lignes, f"{len(acquises - lignes)} réponses sans rencontre"
        assert len(acquises) == len(vers), "une rencontre répondue deux fois"
        statuts = collections.Counter(statut for statut, *_ in reponses)
        ligne("réservation complète", *mesure, f"{len(acquises)} acquises, toutes présentes ; statuts {dict(statuts)}")
    finally:
        serveur.ferme()


def messages(moteur):
    """A message through its reading to a durable write; the reading alone, of a text that names and is kept nowhere."""
    serveur = Serveur(moteur)
    try:
        serveur.demarre()
        # Ten messages each: no more may wait at once than four openings hold.
        lieu = Accompagnements(serveur, binomes=64)
        print(f"\n### {moteur}, messages, fdatasync médian {fdatasync_median():.2f} ms\n")
        print("| mesure | req/s | p50 | p99 | ms CPU serveur par requête | vérifié |\n|---|---|---|---|---|---|")
        ligne("point nu (fichier en mémoire)", *wrk(serveur, [("GET", "/public/img/favicon.svg", "", "")], 4, True)[:4])

        def envois(fin, mots, combien):
            for rang in range(combien):
                binome = rang % len(lieu.adresses)
                personne = lieu.accompagnes[binome]
                corps = urllib.parse.urlencode(lieu.champs(personne, mots.format(rang=rang)))
                yield "POST", f"{lieu.adresses[binome]}/{fin}", personne.cookie(), corps

        *mesure, reponses = wrk(serveur, list(envois("relecture", QUI_NOMME, 64)), 5, True)
        compte = collections.Counter(statut for statut, *_ in reponses)
        ligne("relecture seule", *mesure, f"statuts {dict(compte)}")
        *mesure, reponses = wrk(serveur, list(envois("messages", MESSAGE, 640)), 60, False)
        compte = collections.Counter(statut for statut, *_ in reponses)
        serveur.arrete()
        [[gardes]] = serveur.lignes("SELECT count(*) FROM message m JOIN formulation f ON f.message = m.id")
        # wrk leaves without the last answers of its connections: what it acknowledged is there, and nothing twice.
        assert compte["200"] <= int(gardes) <= 640, f"{compte['200']} réponses, {gardes} messages"
        [[encours]] = serveur.lignes("SELECT count(*) FROM message_en_cours")
        assert encours == "0", "un texte qui nomme a été gardé"
        ligne("message relu, jugé, écrit durablement", *mesure, f"{gardes} acquis, tous présents ; statuts {dict(compte)}")
    finally:
        serveur.ferme()


def doubles(moteur, tours):
    """32 people ask for the same slot at the same moment: exactly one may have it."""
    serveur = Serveur(moteur)
    try:
        serveur.demarre()
        population = Population(serveur, experts=2, explorateurs=CONNEXIONS)
        creneaux = list(population.creneaux())
        depart, arrivee = threading.Barrier(CONNEXIONS + 1), threading.Barrier(CONNEXIONS + 1)
        gagnants, scene = queue.Queue(), {}
        statuts = collections.Counter()

        def client(personne):
            while True:
                depart.wait()
                if scene["fini"]:
                    return
                try:
                    statut, vers, _ = personne.demande(
                        "POST", f"/experts/{scene['expert']}/demande", population.champs(personne, scene["creneau"]))
                    statuts[statut] += 1
                    if statut == 303:
                        gagnants.put((personne, vers))
                except Exception as erreur:  # noqa: BLE001 - counted, and the run fails below
                    statuts[type(erreur).__name__] += 1
                arrivee.wait()

        fils = [threading.Thread(target=client, args=(personne,), daemon=True) for personne in population.explorateurs]
        for fil in fils:
            fil.start()
        mauvais, debut = 0, time.monotonic()
        for tour in range(tours):
            scene.update(expert=population.ids[tour % 2], creneau=creneaux[tour % len(creneaux)], fini=False)
            depart.wait()
            arrivee.wait()
            tour_gagnants = [gagnants.get() for _ in range(gagnants.qsize())]
            mauvais += len(tour_gagnants) != 1
            for personne, vers in tour_gagnants:
                chemin = urllib.parse.urlsplit(vers).path
                personne.envoie(chemin + "/annulation", {"mot": "Pour la mesure."})
        scene["fini"] = True
        depart.wait()
        print(f"doubles, {moteur} : {tours} tours de {CONNEXIONS}, {mauvais} tours sans exactement un gagnant, "
              f"{time.monotonic() - debut:.0f} s, statuts {dict(statuts)}", flush=True)
        assert mauvais == 0 and set(statuts) <= {303, 422}
    finally:
        serveur.ferme()


def coupures(moteur, fois):
    """Kills the server under 32 writers; what was answered must be there, and nothing twice."""
    serveur = Serveur(moteur)
    try:
        serveur.demarre()
        population = Population(serveur, experts=60, explorateurs=100)
        a_faire, acquises, verrou = queue.Queue(), {}, threading.Lock()
        creneaux = list(population.creneaux())
        for rang in range(100 * 20):
            personne = population.explorateurs[rang % 100]
            expert = population.ids[(rang // 100 + rang) % len(population.ids[:50])]
            a_faire.put((rang, expert, personne, population.champs(personne, creneaux[rang % len(creneaux)])))
        refus = collections.Counter()
        arret = threading.Event()

        def ecrivain():
            while not arret.is_set():
                try:
                    travail = a_faire.get(timeout=0.2)
                except queue.Empty:
                    continue
                rang, expert, personne, champs = travail
                double = Personne(serveur.port)
                double.cookies = dict(personne.cookies)
                try:
                    statut, vers, _ = double.demande("POST", f"/experts/{expert}/demande", champs)
                except Exception:  # noqa: BLE001 - the server was killed: the same form is sent again
                    a_faire.put(travail)
                    time.sleep(0.05)
                    continue
                if statut == 303:
                    with verrou:
                        acquises[rang] = vers.split("?")[0]
                elif statut == 503:
                    a_faire.put(travail)
                else:
                    refus[statut] += 1

        fils = [threading.Thread(target=ecrivain, daemon=True) for _ in range(CONNEXIONS)]
        for fil in fils:
            fil.start()
        faites, reprises = 0, []
        while faites < fois:
            time.sleep(random.uniform(0.02, 0.12))
            serveur.tue()
            faites += 1
            debut = time.monotonic()
            serveur.demarre()
            reprises.append(time.monotonic() - debut)
        while not a_faire.empty():
            time.sleep(0.1)
        time.sleep(1)
        arret.set()
        for fil in fils:
            fil.join(5)
        serveur.arrete()
        lignes = collections.Counter(ligne[0] for ligne in serveur.lignes("SELECT id FROM rencontre"))
        perdues = [vers for vers in acquises.values() if vers[len("/rencontres/"):] not in lignes]
        doubles = serveur.lignes(
            "SELECT explorateur, expert, debut, count(*) FROM rencontre GROUP BY explorateur, expert, debut HAVING count(*) > 1")
        print(f"coupures, {moteur} : {faites} kill -9 sous {CONNEXIONS} écrivains, {len(acquises)} acquises, "
              f"{len(perdues)} perdues, {len(doubles)} doublées, {len(lignes) - len(set(acquises.values()))} non répondues, "
              f"refus {dict(refus)}, reprise médiane {sorted(reprises)[len(reprises) // 2]:.2f} s", flush=True)
        assert not perdues and not doubles and len(set(acquises.values())) == len(acquises) == len(lignes)
    finally:
        serveur.ferme()


def main():
    mots = sys.argv[1:] or ["reservations", "messages", "doubles", "1000", "coupures", "50"]
    nombres = {mot: int(mots[rang + 1]) for rang, mot in enumerate(mots[:-1]) if mots[rang + 1].isdigit()}
    for moteur in ("sqlite", "postgres"):
        if "reservations" in mots:
            reservations(moteur)
        if "messages" in mots:
            messages(moteur)
        if "doubles" in mots:
            doubles(moteur, nombres.get("doubles", 1000))
        if "coupures" in mots:
            coupures(moteur, nombres.get("coupures", 50))


main()
