import Chartes
import Html
import Temps
import Web

/// One referral: where it stands, what was answered, what one can do.
struct RelaisPage: Page {
  let seals: Seals
  /// Of the note: what comes back keeps its key.
  let seal: Sceau
  let relais: Relais
  let usager: String
  let partenaire: Partenaire.Contenu
  let retour: Retour
  let fait: String
  let fuseau: Fuseau
  let now: Instant

  func titre(_ t: Langue) -> String { t("Relais vers \(partenaire.nom)", "Referral to \(partenaire.nom)") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), chapeau: usager, marge: marge(t)) {
      avisDe(fait, t)
      retenue(retour, t)
      nouvelles(t)
      p { etat(relais.etat.ton, t(relais.etat.phrase)) }
      if let reponse = relais.reponse { self.reponse(reponse, t) }
      if relais.prochaine == nil, relais.isAwaited { appeler(t) }
      gestes {
        boutonLien("/relais/\(relais.id)/lettre", t("Imprimer la lettre", "Print the letter"), style: .discret)
        a(.href("/usagers/\(relais.usager)")) { t("Revenir au suivi", "Back to the thread") }
      }
      histoire(t)
      depliant(t("La lettre", "The letter")) { citation(relais.contenu.lettre) }
      if relais.retire == nil { suites(t) }
    }
  }

  private func marge(_ t: Langue) -> [Note] {
    Conseil.marge(retour.motif, sinon: PasserLeRelais.self, t)
  }

  private func avisDe(_ fait: String, _ t: Langue) -> Markup {
    switch fait {
    case "parti":
      avis(
        .accord,
        relais.voie == .lien
          ? t(
            "Le lien part vers le service. Nous le lui rappellerons s’il le faut.",
            "The link is on its way. We will remind the service if needed.")
          : t("La lettre est gardée. Imprimez-la pour la personne.", "The letter is saved. Print it for the person."))
    case "note": avis(.accord, t("C’est noté.", "It is noted."))
    case "retire":
      avis(.accord, t("La lettre est fermée. Plus rien ne part.", "The letter is closed. Nothing leaves any more."))
    default: .empty
    }
  }

  /// Shown by the live stream when the service opens or answers.
  private func nouvelles(_ t: Langue) -> Markup {
    p(.data("data-nouveau", "relais"), .hidden) {
      a(.href("/relais/\(relais.id)")) {
        t("Il y a du nouveau. Relire la page.", "There is news. Read the page again.")
      }
    }
  }

  private func reponse(_ reponse: Relais.Reponse, _ t: Langue) -> Markup {
    group {
      p { reponse.enClair(t) }
      if !reponse.mots.isEmpty { citation(reponse.mots, de: relais.par == .service ? partenaire.nom : nil) }
    }
  }

  private func appeler(_ t: Langue) -> Markup {
    avis(.attente, titre: t("Pas de nouvelle\u{a0}: appelez", "No news: call")) {
      p {
        t(
          "Tous les rappels prévus sont partis. Un appel va souvent plus loin. Notez ensuite ce que l’on vous dit.",
          "All the reminders agreed were sent. A call often goes further. Then note what you are told.")
      }
      joindre(partenaire, t)
    }
  }

  private func histoire(_ t: Langue) -> Markup {
    func moment(_ le: Instant, _ phrase: String) -> Moment {
      Moment(t.dateEtHeure(le, fuseau, reference: Jour(now, in: fuseau)), iso: le.iso, phrase)
    }
    var moments = [
      moment(
        relais.parti,
        t("La lettre part, avec son accord\u{a0}: ", "The letter leaves, with their agreement: ")
          + t(relais.accord.phrase).lowercased()
          + ", "
          + t.date(relais.accordLe, reference: nil))
    ]
    if let ouvert = relais.ouvert {
      moments.append(moment(ouvert, t("Le service ouvre la lettre", "The service opens the letter")))
    }
    if let repondu = relais.repondu {
      moments.append(
        moment(
          repondu,
          relais.par == .service
            ? t("Le service répond", "The service answers") : t("L’équipe note la réponse", "The team notes the answer")
        ))
    }
    if let retire = relais.retire {
      moments.append(moment(retire, t("La personne change d’avis", "The person changes their mind")))
    }
    return group {
      h2 { t("Ce qui s’est passé", "What happened") }
      frise(moments)
      if relais.relances > 0 {
        p(.class("soft")) {
          t.count(relais.relances, Phrase("rappel parti", "reminder sent"), Phrase("rappels partis", "reminders sent"))
        }
      }
      if relais.isAwaited, let prochaine = relais.prochaine {
        p(.class("soft")) {
          t("Prochain rappel\u{a0}: ", "Next reminder: ")
            + t.date(Jour(prochaine, in: fuseau), reference: Jour(now, in: fuseau))
        }
      }
    }
  }

  private func suites(_ t: Langue) -> Markup {
    group {
      if relais.isAwaited {
        h2 { t("Ce que l’on vous a dit", "What you were told") }
        noter(t)
      } else {
        depliant(t("Noter autre chose", "Note something else"), ouvert: !retour.form.typed.isEmpty) { noter(t) }
      }
      fermer(t)
    }
  }

  private func noter(_ t: Langue) -> Markup {
    formulaire(vers: "/relais/\(relais.id)/reponse", seal) {
      cache("revision", String(relais.revision))
      retour.relire?.markup(t)
      champsDeReponse(Relais.Reponse.Genre.allCases, retour, auTelephone: true, t)
      gestes { bouton(t("Noter cette réponse", "Note this answer"), style: .discret) }
    }
  }

  private func fermer(_ t: Langue) -> Markup {
    section {
      depliant(t("La personne ne veut plus", "The person no longer wants this")) {
        p {
          t(
            "La lettre se ferme tout de suite. Le service lira seulement que ce n’est plus la peine.",
            "The letter closes at once. The service will only read that it is no longer needed.")
        }
        boutonVers(
          "/relais/\(relais.id)/retrait", seals.next(), t("Fermer la lettre", "Close the letter"), style: .grave)
      }
    }
  }
}
