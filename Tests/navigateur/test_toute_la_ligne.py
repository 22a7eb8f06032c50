"""From an empty base to the thanks, as people live it: mails followed, forms without JavaScript, a call by video."""

import re
from datetime import timedelta

import pytest

import gestes
import preuve
import salle
from atelier import MOTEURS, TROUPE
from horloge import PARIS


@pytest.mark.parametrize("moteur", MOTEURS)
def test_de_l_invitation_au_merci(moteur, atelier):
    """d’une base vide au merci, avec un serveur tué entre l’accord et la visio"""
    serveur = atelier.serveur(moteur)
    helene, claire, maelle, yanis = (atelier.personne(identite, serveur) for identite in TROUPE)
    histoire = gestes.Histoire(serveur, helene, claire, maelle, yanis)

    ouvrir(helene, serveur.code)
    inviter_tout_le_monde(histoire)
    gestes.publier_sa_fiche(maelle)
    gestes.donner_ses_heures(maelle)
    demander(histoire)
    gestes.accepter(maelle)
    for qui in (maelle, yanis):
        assert histoire.courrier.attendre(qui.adresse, "Rencontre convenue").calendrier.methode == "REQUEST"

    serveur.tuer()
    serveur.demarrer()
    assert "Convenue" in yanis.aller(histoire.rencontre).vu
    assert f"à {histoire.heure}" in claire.aller("/suivi").vu

    histoire.horloge.aller_a(histoire.debut - timedelta(hours=23, minutes=59))
    for qui in (maelle, yanis):
        histoire.courrier.attendre(qui.adresse, "Demain")
    se_voir(histoire)
    ecrire_le_bilan(histoire)
    histoire.courrier.attendre(maelle.adresse, "vous remercie")
    assert "Merci pour vos croissants" in maelle.aller(histoire.rencontre).vu
    suivre(histoire)
    rien_n_a_casse(serveur)


def ouvrir(helene, code):
    helene.aller("/")
    assert helene.chemin == "/ouverture"
    helene.ecrire(jeton="pas le bon", structure="Mission locale du Perche").appuyer("Ouvrir la structure")
    assert "Ce n’est pas le code affiché dans le terminal" in helene.vu
    assert helene.lu("structure") == "Mission locale du Perche"
    gestes.ouvrir_la_structure(helene, code)
    assert helene.chemin == "/coordination"
    assert helene.aller("/ouverture").page.title().startswith("Cette page n’existe pas")


def inviter_tout_le_monde(histoire):
    helene, claire, maelle, yanis = histoire.coordination, histoire.conseillere, histoire.experte, histoire.explorateur
    gestes.inviter(helene, claire, "conseiller")
    gestes.prendre_sa_place(claire)
    assert claire.chemin == "/suivi" and "Personne encore" in claire.vu
    gestes.inviter(helene, maelle, "expert")
    gestes.inviter(helene, yanis, "explorateur", suivie_par=claire)
    gestes.prendre_sa_place(maelle)
    gestes.prendre_sa_place(yanis)
    assert maelle.chemin == "/rencontres" and yanis.chemin == "/rencontres"
    vu = helene.aller("/coordination").vu
    assert all(prenom in vu for prenom in ("Claire D.", "Maëlle K.", "Yanis O."))


def demander(histoire):
    """With two questions it is held back and nothing is lost; with three it leaves."""
    yanis = histoire.explorateur
    histoire.debut = gestes.ecrire_la_demande(yanis, mots="PATISSIERE l aigle", questions=gestes.QUESTIONS[:2])
    yanis.appuyer("Envoyer ma demande")
    assert "Il vous reste 1 question à écrire" in yanis.vu
    assert yanis.lu("motivation") == gestes.MOTIVATION
    questions = [champ.input_value() for champ in yanis.page.locator('[name="question"]').all()]
    assert questions == [*gestes.QUESTIONS[:2], ""]
    assert yanis.page.locator('[name="creneau"]:checked').count() == 1
    assert not histoire.courrier.de(histoire.experte.adresse, "aimerait")

    yanis.page.locator("#question-3").fill(gestes.QUESTIONS[2])
    histoire.rencontre = gestes.envoyer_la_demande(yanis)
    assert "Demande envoyée" in histoire.conseillere.aller("/suivi").vu


def se_voir(histoire):
    """Two browsers, a camera each; a question ticked by one is ticked for the other."""
    porte = histoire.ouvrir_la_salle()
    cotes = [histoire.explorateur.avec_script(porte), histoire.experte.avec_script(porte)]
    for page in cotes:
        salle.entrer(page)
    salle.attendre_ensemble(*cotes)
    cotes[0].locator('[data-question="2"] button').click()
    for page in cotes:
        page.locator('[data-question="2"] [aria-pressed="true"]').wait_for()
    for page in cotes:
        page.get_by_role("button", name="Quitter la salle").click()
        page.wait_for_url(f"**{histoire.rencontre}")
    assert "(posée)" in histoire.conseillere.aller(histoire.rencontre).vu


def ecrire_le_bilan(histoire):
    yanis = histoire.explorateur
    histoire.horloge.aller_a(histoire.fin + timedelta(minutes=1))
    yanis.aller(histoire.courrier.attendre(yanis.adresse, "Que retenez-vous").lien)
    yanis.ecrire(appris="Se lever tôt me plaît.").appuyer("Garder pour plus tard")
    histoire.horloge.avancer(hours=20)
    yanis.aller(f"{histoire.rencontre}/bilan")
    assert yanis.lu("appris") == "Se lever tôt me plaît."

    yanis.choisir("humeur", "enjouee").choisir("projet", "confirme").ecrire(remerciement="")
    yanis.appuyer("Remettre mon bilan")
    assert yanis.chemin.endswith("/bilan") and yanis.lu("appris") == "Se lever tôt me plaît.", "un merci manque"
    yanis.ecrire(remerciement="Merci pour vos croissants et votre franchise.").appuyer("Remettre mon bilan")
    assert "Votre bilan est remis" in yanis.vu


def suivre(histoire):
    """The counsellor reads and answers; the explorer finds the answer; the expert sees nothing of it."""
    claire, yanis, maelle = histoire.conseillere, histoire.explorateur, histoire.experte
    claire.aller("/suivi")
    assert "Bilan remis" in claire.vu
    claire.suivre("Lire son bilan")
    assert "Se lever tôt me plaît." in claire.vu and "Enjouée" in claire.vu
    claire.ecrire(reponse="Bravo, cherchons un fournil pour un stage.").appuyer("Dire que je l’ai lu")
    assert "cherchons un fournil" in yanis.aller(f"{histoire.rencontre}/bilan").vu
    assert maelle.aller(f"{histoire.rencontre}/bilan").page.title().startswith("Cette page n’existe pas")
    assert "Se lever tôt" not in maelle.aller(histoire.rencontre).vu

    claire.aller("/suivi").suivre("Yanis O.")
    etapes = claire.page.locator(".frise li span:last-child").all_inner_texts()
    attendues = [
        "Arrivée dans le dispositif", "Charte signée", "Demande envoyée", "Rencontre convenue",
        "Arrivée dans la salle", "L’expert ou l’experte est arrivé dans la salle", "Bilan remis", "Merci envoyé",
        "Bilan lu",
    ]
    assert sorted(etapes) == sorted(attendues)


def rien_n_a_casse(serveur):
    graves = [ligne for ligne in serveur.journal.splitlines() if re.search(r" error |status=5\d\d", ligne)]
    assert not graves, graves


@pytest.mark.parametrize("moteur", MOTEURS)
def test_invitation_et_rappel(moteur, atelier):
    """chacun reçoit l’invitation et le rappel de la veille"""
    histoire = atelier.convenir(moteur)
    paire = [(histoire.experte, histoire.explorateur), (histoire.explorateur, histoire.experte)]
    evenements = []
    for moi, autre in paire:
        courriel = histoire.courrier.attendre(moi.adresse, "Rencontre convenue")
        evenements.append(courriel.calendrier)
        verifier_l_evenement(courriel.calendrier, moi, autre, histoire)
        rien_de(autre, courriel)
    assert evenements[0].uid == evenements[1].uid and evenements[0].sequence == evenements[1].sequence

    histoire.horloge.aller_a(histoire.debut - timedelta(hours=24, minutes=2))
    histoire.horloge.avancer(minutes=4)
    for moi, autre in paire:
        rappel = histoire.courrier.attendre(moi.adresse, "Demain")
        assert autre.prenom in rappel.sujet and f"à {histoire.heure} (heure de Paris)" in rappel.texte
        assert histoire.rencontre in rappel.lien
        rien_de(autre, rappel)
    histoire.horloge.aller_a(histoire.debut - timedelta(hours=2))
    # One more mail goes round: whatever else was due has left before it.
    histoire.experte.contexte.clear_cookies()
    preuve.revenir(histoire.experte)
    for moi, _ in paire:
        assert len(histoire.courrier.de(moi.adresse, "Demain")) == 1


def verifier_l_evenement(evenement, moi, autre, histoire):
    assert (evenement.methode, evenement.methode_annoncee) == ("REQUEST", "REQUEST")
    assert evenement.debut == histoire.debut and evenement.evenement["DTEND"].dt == histoire.fin
    assert evenement.evenement["DTSTART"].params["TZID"] == "Europe/Paris"
    assert [str(zone["TZID"]) for zone in evenement.calendrier.walk("VTIMEZONE")] == ["Europe/Paris"]
    assert str(evenement.invite) == f"mailto:{moi.adresse}" and evenement.invite.params["RSVP"] == "FALSE"
    assert histoire.rencontre in str(evenement.evenement["URL"])
    for mot in (autre.prenom, autre.identite.nom, autre.adresse, "Pâtissière"):
        assert mot not in evenement.texte.replace("\r\n ", "")


def rien_de(autre, courriel):
    """A first name is all that a mail says of the other one."""
    for mot in (autre.identite.nom, autre.adresse):
        assert mot not in courriel.tout


@pytest.mark.parametrize("delai, classe", [(timedelta(hours=30), "À temps"), (timedelta(hours=3), "Tardive")])
def test_annulation(delai, classe, atelier):
    """une annulation est à temps ou tardive selon le préavis signé, et quitte les deux agendas"""
    histoire = atelier.convenir()
    yanis, maelle = histoire.explorateur, histoire.experte
    avant = {qui.adresse: histoire.courrier.attendre(qui.adresse, "Rencontre convenue") for qui in (yanis, maelle)}
    histoire.horloge.aller_a(histoire.debut - delai)
    yanis.aller(f"{histoire.rencontre}/annulation")
    assert ("Vous prévenez à temps" in yanis.vu) == (classe == "À temps")
    gestes.annuler(yanis, histoire.rencontre, "Ma fille est malade, pardon.")
    assert classe in yanis.vu and "Ma fille est malade" in maelle.aller(histoire.rencontre).vu

    for qui in (yanis, maelle):
        courriel = histoire.courrier.attendre(qui.adresse, "Rencontre annulée")
        invitation, annulation = avant[qui.adresse].calendrier, courriel.calendrier
        assert annulation.methode == annulation.methode_annoncee == "CANCEL"
        assert annulation.uid == invitation.uid and annulation.sequence > invitation.sequence
        assert annulation.debut == invitation.debut and str(annulation.evenement["STATUS"]) == "CANCELLED"
    assert "Ma fille est malade" in histoire.courrier.de(maelle.adresse, "annulée")[0].texte

    histoire.horloge.aller_a(histoire.fin + timedelta(hours=1))
    maelle.contexte.clear_cookies()
    preuve.revenir(maelle)
    rappels = 2 if classe == "Tardive" else 0
    recus = [c for qui in (yanis, maelle) for c in histoire.courrier.de(qui.adresse, "Demain|Que retenez-vous")]
    assert len(recus) == rappels, "les rappels d’une rencontre annulée sont repris"


def test_le_creneau_annule_redevient_libre(atelier):
    """une rencontre annulée libère le créneau"""
    histoire = atelier.convenir()
    gestes.annuler(histoire.experte, histoire.rencontre, "Le four est en panne.")
    assert gestes.ecrire_la_demande(histoire.explorateur) == histoire.debut
    gestes.envoyer_la_demande(histoire.explorateur)


def test_une_demande_retiree(atelier):
    """une demande retirée avant la réponse ne met rien dans l’agenda de l’experte"""
    histoire = atelier.reunir()
    gestes.ecrire_la_demande(histoire.explorateur)
    rencontre = gestes.envoyer_la_demande(histoire.explorateur)
    histoire.courrier.attendre(histoire.experte.adresse, "aimerait découvrir")
    gestes.retirer(histoire.explorateur, rencontre, "J’ai trouvé un stage.")
    courriel = histoire.courrier.attendre(histoire.experte.adresse, "annulée|retire")
    assert courriel.calendrier is None


def test_une_demande_sans_reponse(atelier):
    """une demande sans réponse expire avec un mot et libère le créneau"""
    histoire = atelier.reunir()
    debut = gestes.ecrire_la_demande(histoire.explorateur, rang=2)
    rencontre = gestes.envoyer_la_demande(histoire.explorateur)
    histoire.horloge.avancer(days=5, minutes=1)
    courriel = histoire.courrier.attendre(histoire.explorateur.adresse, "restée sans réponse", delai=40)
    rien_de(histoire.experte, courriel)
    assert "Restée sans réponse" in histoire.explorateur.aller(rencontre).vu
    histoire.experte.aller(f"{rencontre}/reponse")
    assert histoire.experte.page.title().startswith("Cette page n’existe pas")
    assert gestes.ecrire_la_demande(histoire.explorateur) == debut


@pytest.mark.parametrize("moteur", MOTEURS)
def test_parametre_change(moteur, atelier):
    """un paramètre changé fait signer à nouveau, et la rencontre convenue se tient"""
    histoire = atelier.convenir(moteur)
    helene, yanis, maelle = histoire.coordination, histoire.explorateur, histoire.experte
    preavis, duree = '[name="tenir-ses-rendez-vous.preavis"]', '[name="tenir-ses-rendez-vous.duree"]'
    helene.aller("/parametres").page.locator(preavis).fill("48")
    helene.page.locator(duree).fill("50")
    helene.appuyer("Publier cette version")
    assert "Un multiple de 15" in helene.vu and helene.page.locator(preavis).input_value() == "48"
    helene.page.locator(duree).fill("60")
    helene.appuyer("Publier cette version")
    assert "La nouvelle version est publiée" in helene.vu

    signer_la_difference(yanis)
    # The expert has not signed yet: nobody is offered their hours, and what they agreed to stands.
    yanis.aller("/recherche").suivre("Lire sa fiche")
    assert "n’a plus de créneau libre" in yanis.vu
    histoire.horloge.aller_a(histoire.debut - timedelta(hours=30))
    assert "Vous prévenez à temps" in maelle.aller(f"{histoire.rencontre}/annulation").vu, "24 heures ont été signées"
    signer_la_difference(maelle)
    assert "Vous prévenez à temps" in maelle.aller(f"{histoire.rencontre}/annulation").vu

    debut, fin = (instant.astimezone(PARIS).strftime("%H:%M") for instant in (histoire.debut, histoire.fin))
    assert f"de {debut} à {fin}" in yanis.aller(histoire.rencontre).vu
    porte = histoire.ouvrir_la_salle()
    cotes = [qui.avec_script(porte) for qui in (yanis, maelle)]
    for page in cotes:
        salle.entrer(page)
    salle.attendre_ensemble(*cotes)


def signer_la_difference(personne):
    personne.aller("/accueil")
    assert "Votre charte a changé" in personne.page.title()
    assert "Le délai pour prévenir passe de 24 heures à 48 heures." in personne.vu
    assert "La durée d’une rencontre passe de 45 minutes à 60 minutes." in personne.vu
    gestes.signer(personne)
    personne.aller("/engagements")
    assert "version 1" in personne.vu and "version 2" in personne.vu
