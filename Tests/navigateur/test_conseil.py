"""A digital adviser's day: the door, the queue, the thread, the report, the figures, the mandate, the covered screen."""

import re

import pytest

import preuve
from atelier import MOTEURS
from conseil import BESOIN, LIEU, PASSANTE, Accueil, code_montre

DEPART = "Mariannick"
NOMMEE = "Rosalinde"


@pytest.mark.parametrize("moteur", MOTEURS)
def test_une_journee_et_un_mandat(moteur, atelier):
    """de l’ouverture à la fin d’un mandat, sans script"""
    accueil = Accueil(atelier, moteur)
    prendre_rendez_vous(accueil)
    suivre(accueil)
    rendre_compte(accueil)
    regarder_les_chiffres(accueil)
    mandat = ouvrir_un_mandat(accueil)
    agir_sous_mandat(accueil, mandat)
    depasser_le_mandat(accueil, mandat)
    for mots in ("Marchetout", "Benchaouir", "canari", DEPART, NOMMEE, "Vallorbe", "petite-fille", "photos", LIEU):
        assert mots not in accueil.serveur.journal, mots
    assert " 500 " not in accueil.serveur.journal


def prendre_rendez_vous(accueil):
    """Without an account, and back with the code."""
    passante = accueil.atelier.personne(PASSANTE, accueil.serveur)
    passante.aller("/rendez-vous")
    assert LIEU in passante.vu and "Premier rendez-vous libre" in passante.vu
    passante.suivre("Prendre rendez-vous").appuyer("Prendre rendez-vous")
    assert passante.page.locator('[aria-invalid="true"]').count(), passante.vu
    passante.page.locator('[name="creneau"]').first.check()
    passante.ecrire(prenom=DEPART, courriel=PASSANTE.adresse).appuyer("Prendre rendez-vous")
    assert "Gardez ce code" in passante.vu, passante.vu
    code = code_montre(passante)
    retour = accueil.atelier.personne(PASSANTE, accueil.serveur)
    retour.aller("/rendez-vous").suivre("J’ai déjà un rendez-vous")
    retour.ecrire(code="AAAA-AAAA").appuyer("Voir mon rendez-vous")
    assert "Aucun rendez-vous à venir n’a ce code" in retour.vu
    retour.ecrire(code=code.lower().replace("-", " ")).appuyer("Voir mon rendez-vous")
    assert LIEU in retour.vu and retour.page.get_by_role("button", name="Annuler ce rendez-vous").count() == 1
    assert code not in retour.page.url
    assert DEPART in accueil.leila.aller("/journee").vu


def suivre(accueil):
    """From the queue to the closed interview, through a thread with a first name."""
    leila = accueil.leila.aller("/journee")
    assert "Personne n’attend" in leila.vu
    leila.ecrire(prenom=NOMMEE).appuyer("Ajouter à la file")
    assert "Numéro 1 dans la file" in leila.vu
    accueil.serveur.horloge.avancer(minutes=10)
    leila.aller("/journee").page.locator("ol.file").get_by_role("button", name="Recevoir").click()
    assert leila.chemin.startswith("/entretiens/") and f"Entretien avec {NOMMEE}" in leila.vu, leila.vu
    entretien = leila.chemin
    leila.page.get_by_text("Qui est-ce").first.click()
    assert leila.lu("prenom") == NOMMEE
    leila.appuyer("Rattacher à un suivi")
    assert "L’entretien est dans son suivi" in leila.vu

    leila.suivre("Ouvrir son suivi")
    accueil.suivi = leila.chemin
    leila.ecrire(mots=BESOIN).appuyer("Noter ce besoin")
    assert "C’est noté, dans ses mots" in leila.vu and BESOIN in leila.vu
    leila.page.locator('[name="etape"]').fill("Retrouver une photo dans le téléphone.")
    leila.appuyer("Ajouter l’étape")
    assert "Retrouver une photo" in leila.vu

    leila.aller(entretien).ecrire(fait="Appelé Sandrine Vidal au 06 12 34 56 78.").appuyer("Garder mes notes")
    assert "de quoi reconnaître quelqu’un" in leila.vu and "Vidal" in leila.lu("fait"), leila.vu
    leila.aller(entretien).choisir("theme", "email")
    leila.ecrire(fait="Envoyé une première photo par e-mail.")
    leila.page.locator("textarea[name=suite]").fill("Recommencer sans aide.")
    accueil.serveur.horloge.avancer(minutes=22)
    leila.appuyer("Clore et rendre compte")


def rendre_compte(accueil):
    leila = accueil.leila
    assert leila.chemin == "/comptes-rendus/nouveau", leila.vu
    assert leila.page.locator('[name="theme"][value="email"]').is_checked()
    assert leila.lu("jour") == "2027-02-01" and leila.lu("minutes") == "25"
    assert leila.page.locator('[name="canal"][value="lieu_activite"]').is_checked()
    assert leila.page.locator('[name="lieu"] option:checked').inner_text().startswith(LIEU)
    leila.choisir("facon", "avec").choisir("autonomie", "partiellement_autonome").appuyer("Déposer le compte rendu")
    assert "C’est déposé" in leila.vu, leila.vu


def regarder_les_chiffres(accueil):
    """One's own for the adviser; for the coordinator, small numbers hidden, and nobody's name."""
    leila = accueil.leila.aller("/chiffres")
    assert "Vos comptes rendus seulement" in leila.vu
    assert re.search(r"1 comptes? rendus?", leila.vu), leila.vu
    assert "E-mail" in leila.vu and "Faire avec" in leila.vu
    sylvie = accueil.sylvie.aller("/chiffres")
    assert "moins de 5" in sylvie.vu.lower(), sylvie.vu
    assert not re.search(r"\b1 comptes? rendus?", sylvie.vu), sylvie.vu
    for mots in (DEPART, NOMMEE, "petite-fille", "Envoyé une première photo"):
        assert mots not in sylvie.page.content(), mots
    for chemin in (accueil.suivi, "/usagers", "/journee", "/comptes-rendus"):
        assert sylvie.page.goto(chemin).status == 404, chemin


def ouvrir_un_mandat(accueil):
    """Prepared with the person, signed by both on this screen; the adviser proves who they are."""
    leila = accueil.leila
    preuve.se_munir(leila)
    leila.suivre("C’est noté")
    leila.aller(accueil.suivi).suivre("Agir sous mandat").suivre("Préparer")
    assert leila.lu("prenom") == NOMMEE
    leila.appuyer("Écrire le texte à signer")
    assert "Écrivez-le comme sur ses papiers" in leila.vu
    leila.choisir("risque", "allocation").ecrire(avant="2027-02-05", nom="Vallorbe", naissance="1953")
    leila.page.locator('[name="operateur"]').select_option("caf")
    leila.choisir("agent", "injoignable").choisir("exclusion", "aucune").choisir("demarche", "famille_scolarite")
    leila.choisir("jours", "1").appuyer("Écrire le texte à signer")
    assert leila.chemin.endswith("/signature"), leila.vu
    mandat = leila.chemin.removesuffix("/signature")
    leila.ecrire(nom=f"{NOMMEE} Autrement").choisir("accord-ecran", "oui")
    # Later than the proof given a moment ago: it is asked for again, and nothing typed is lost.
    accueil.serveur.horloge.avancer(minutes=10)
    leila.page.get_by_role("button", name="Signer").first.click()
    assert preuve.QUESTION in leila.page.locator("h1").inner_text(), leila.vu
    preuve.donner(leila)
    assert "comme dans le texte" in leila.vu, leila.vu
    leila.ecrire(nom=f"{NOMMEE} Vallorbe").choisir("accord-ecran", "oui").appuyer("Signer")
    assert "C’est signé" in leila.vu, leila.vu
    return mandat


def agir_sous_mandat(accueil, mandat):
    leila = accueil.leila.aller(mandat)
    leila.ecrire(fait="Déclaration de ressources envoyée.").appuyer("Noter cet acte")
    assert "C’est noté" in leila.vu and "Déclaration de ressources envoyée" in leila.vu, leila.vu
    leila.suivre("L’attestation, à imprimer")
    assert f"{NOMMEE} Vallorbe" in leila.vu and "Empreinte SHA-256 de l’acte" in leila.vu
    acte = leila.contexte.request.get(f"{mandat}/acte").text()
    assert acte.startswith("VADEMECUM MANDAT") and "Vallorbe" in acte
    assert accueil.sylvie.page.goto(mandat).status == 404


def depasser_le_mandat(accueil, mandat):
    """The page is open before midnight, and pressed after: refused in the words of the article, and noted."""
    leila = accueil.leila
    accueil.a(1, 23, 58)
    leila.aller(mandat).ecrire(fait="Justificatif envoyé.")
    accueil.a(2, 0, 1)
    leila.appuyer("Noter cet acte")
    assert "C’est noté dans le journal" in leila.vu and "refusé." in leila.vu, leila.vu
    assert "Ce mandat est arrivé à sa fin. Faites la démarche avec la personne." in leila.vu, leila.vu
    assert leila.page.get_by_role("button", name="Noter cet acte").count() == 0


TOUCHES = "addEventListener('keydown', () => { sessionStorage.touches = Number(sessionStorage.touches ?? 0) + 1; }, true)"
FACONS, AUTONOMIES = ["pour", "avec", "apprendre"], ["entierement_accompagne", "partiellement_autonome", "autonome"]


def test_un_compte_rendu_au_clavier(atelier):
    """un compte rendu prérempli se dépose au clavier seul, en douze touches au plus, ou d’une seule"""
    accueil = Accueil(atelier)
    page = accueil.leila.avec_script()
    page.add_init_script(TOUCHES)
    for facon, autonomie in zip(FACONS, reversed(AUTONOMIES)):
        page.goto(accueil.compte_rendu())
        page.evaluate("() => { sessionStorage.touches = 0; }")
        choisir_au_clavier(page, "facon", facon)
        choisir_au_clavier(page, "autonomie", autonomie)
        assert page.evaluate("() => [...new FormData(document.querySelector('main form'))].flat()").count(facon) == 1
        deposer_au_clavier(page)
        assert page.evaluate("() => Number(sessionStorage.touches)") <= 12
    page.goto(accueil.compte_rendu())
    page.evaluate("() => { sessionStorage.touches = 0; }")
    deposer_au_clavier(page)
    assert page.evaluate("() => sessionStorage.touches") == "1"
    vu = page.locator("main").inner_text()
    assert all(vu.count(facon) == 1 for facon in ("Faire pour", "Faire avec", "Apprendre à faire")), vu


def choisir_au_clavier(page, nom, valeur):
    """From wherever the keyboard stands: Tab to the question, arrows or the space bar to the answer."""
    pose = "nom => document.activeElement.name === nom"
    for _ in range(5):
        if page.evaluate(pose, nom):
            break
        page.keyboard.press("Tab")
    assert page.evaluate(pose, nom), f"le clavier n’est pas sur {nom}"
    coche = "() => document.activeElement.checked && document.activeElement.value"
    if page.evaluate("() => document.activeElement.value") == valeur:
        page.keyboard.press("Space")
    for _ in range(4):
        if page.evaluate(coche) == valeur:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{valeur} n’est pas atteint")


def deposer_au_clavier(page):
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "C’est déposé" in page.locator("main").inner_text(), page.locator("main").inner_text()


# What somebody passing by can read: each word that is painted, with nothing of the cover's.
LISIBLE = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const read = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest('.voile, template, script')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const top = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2)
        .find((one) => getComputedStyle(one).visibility === 'visible');
      if (top && !top.closest('.voile') && parent.checkVisibility({ visibilityProperty: true })) read.push(node.data);
    }
  }
  return read;
}"""


def suivi_ouvert(atelier):
    """Leïla in front of the thread of somebody who is named, with a script and a clock that one moves."""
    accueil = Accueil(atelier)
    preuve.se_munir(accueil.leila)
    accueil.leila.suivre("C’est noté")
    accueil.leila.aller("/usagers").ecrire(prenom=NOMMEE).appuyer("Ouvrir ce suivi")
    page = accueil.leila.avec_script()
    page.clock.install()
    page.goto(accueil.leila.chemin)
    return accueil, page


def test_l_ecran_se_cache(atelier):
    """Échap cache la page et la rend avec ce qui était tapé ; laissée seule, elle se verrouille, et le serveur aussi"""
    accueil, page = suivi_ouvert(atelier)
    page.locator('[name="mots"]').fill(BESOIN)
    assert any(NOMMEE in mots for mots in page.evaluate(LISIBLE))

    page.keyboard.press("Escape")
    cachee(page)
    assert page.locator(".voile").get_by_role("button").first.evaluate("e => e === document.activeElement")
    page.keyboard.press("Escape")
    montree(page)
    page.keyboard.press("End")
    page.keyboard.type(" Et les retrouver.")

    page.clock.fast_forward("04:50")
    assert not page.locator(".voile").count(), "les minutes de la charte ne sont pas passées"
    with page.expect_response("**/verrou"):
        page.clock.fast_forward("00:20")
    cachee(page)
    page.keyboard.press("Escape")
    cachee(page)
    assert page.context.request.get("/usagers").status == 401
    assert page.context.request.get(page.url).status == 401 and NOMMEE not in page.context.request.get(page.url).text()

    # In another tab, where they show who they are.
    autre = page.context.new_page()
    autre.goto("/accueil")
    assert preuve.QUESTION in autre.locator("h1").inner_text()
    autre.locator('[name="code"]').fill(accueil.leila.code.code())
    autre.get_by_role("button", name="C’est moi").click()
    assert page.context.request.get("/usagers").status == 200
    page.bring_to_front()
    page.clock.fast_forward("00:06")
    page.locator(".voile").wait_for(state="detached")
    montree(page)
    assert page.locator('[name="mots"]').input_value() == f"{BESOIN} Et les retrouver."
    page.get_by_role("button", name="Noter ce besoin").click()
    assert "C’est noté, dans ses mots" in page.locator("main").inner_text()


def test_l_ecran_reste_cache_sans_reseau(atelier):
    """le réseau coupé, une page verrouillée reste couverte même quand un autre onglet sert ; le serveur l’apprend ensuite"""
    accueil, page = suivi_ouvert(atelier)
    page.context.set_offline(True)
    page.clock.fast_forward("05:10")
    cachee(page)
    # Another tab of the same browser says that somebody is there.
    page.evaluate("() => localStorage.setItem('activite', String(Date.now()))")
    page.clock.fast_forward("00:11")
    page.keyboard.press("Escape")
    cachee(page)
    page.context.set_offline(False)
    with page.expect_response("**/verrou"):
        page.clock.fast_forward("00:06")
    cachee(page)
    assert page.context.request.get("/usagers").status == 401


def cachee(page):
    assert page.locator(".voile").is_visible() and page.evaluate(LISIBLE) == []
    assert page.evaluate("() => [...document.body.children].every((e) => e.inert || e.matches('.voile, template'))")
    assert page.title() == "Vademecum" and NOMMEE not in page.title()


def montree(page):
    assert not page.locator(".voile").count() and NOMMEE in page.title()
    assert not page.evaluate("() => [...document.body.children].some((e) => e.inert)")
    assert BESOIN in page.locator('[name="mots"]').input_value()
    assert any(NOMMEE in mots for mots in page.evaluate(LISIBLE))
