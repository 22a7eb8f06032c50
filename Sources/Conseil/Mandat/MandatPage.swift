import Base
import Chartes
import Html
import Temps
import Web

/// A mandate: what may be done under it, what was done, how it ends.
struct MandatPage: Page {
  let seals: Seals
  let vu: MandatVu
  let retour: Retour
  let fait: String
  let now: Instant

  private var mandat: Mandat { vu.mandat }
  private var etape: Mandat.Etat { mandat.etat(at: now) }
  private var aujourdhui: Jour { Jour(now, in: vu.fuseau) }

  func titre(_ t: Langue) -> String {
    t("Mandat\u{a0}: \(vu.usager.court(t))", "Mandate: \(vu.usager.court(t))")
  }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t), chapeau: t("Écrit avec ", "Written with ") + vu.court(mandat.conseiller),
      marge: Conseil.marge(retour.motif, sinon: AgirSousMandat.self, t)
    ) {
      annonce(t)
      p { etat(etape.ton, t(etape.phrase)) }
      fiche(lignes(t))
      switch etape {
      case .aSigner: signer(t)
      case .enCours: agir(t)
      case .fini, .retire, .laisse: suite(t)
      }
      journal(t)
      if etape == .enCours { arreter(t) }
      depliant(t("Lire le texte", "Read the text")) { TexteLu(vu).markup }
      autour(t)
    }
  }

  private func annonce(_ t: Langue) -> Markup {
    group {
      if let motif = retour.motif {
        avis(.refus, titre: t(motif.pourquoi)) {
          p { t(motif.issue) }
          p { t("C’est noté dans le journal.", "It is noted in the journal.") }
        }
      }
      if fait == "signe" {
        avis(
          .accord,
          t(
            "C’est signé. Donnez l’attestation à la personne.", "It is signed. Give the certificate to the person."))
      }
      if fait == "note" { avis(.accord, t("C’est noté.", "It is noted.")) }
      if fait == "retire" {
        avis(.accord, t("C’est arrêté, dès maintenant.", "It is stopped, from now on."))
      }
    }
  }

  private func lignes(_ t: Langue) -> [(nom: String, valeur: Markup)] {
    let dernier = t.dateRelative(mandat.dernierJour(in: vu.fuseau), reference: aujourdhui)
    var lignes = [
      (
        nom: t("Pour", "For"),
        valeur: Markup(text: mandat.restantes.map { t($0.phrase) }.joined(separator: t("\u{a0}; ", "; ")))
      ),
      (
        nom: t("Dernier jour", "Last day"),
        valeur: Markup(text: "\(dernier) (\(t(vu.fuseau.heure)))")
      ),
    ]
    if mandat.restantes.isEmpty { lignes.removeFirst() }
    for demarche in mandat.demarches {
      guard let retrait = mandat.retraits[demarche] else { continue }
      let quand = t.dateEtHeure(retrait.le, vu.fuseau, reference: aujourdhui)
      lignes.append((nom: t(retrait.raison.phrase), valeur: Markup(text: "\(t(demarche.phrase)), \(quand)")))
    }
    if let garde = vu.garde {
      lignes.append(
        (
          nom: t("Gardé comme preuve jusqu’au", "Kept as proof until"),
          valeur: Markup(text: t.date(Jour(garde, in: vu.fuseau), reference: nil))
        ))
    }
    return lignes
  }

  private func signer(_ t: Langue) -> Markup {
    group {
      p { t("Rien n’est permis avant les deux signatures.", "Nothing is allowed before both have signed.") }
      gestes { boutonLien("/mandats/\(mandat.id)/signature", t("Lire et signer", "Read and sign")) }
    }
  }

  private func agir(_ t: Langue) -> Markup {
    group {
      h2 { t("Agir", "Act") }
      p(.class("soft")) {
        t(
          "La personne ouvre elle-même ses comptes, ou Aidants Connect le permet. N’écrivez ici ni mot de passe ni code.",
          "The person opens their own accounts, or Aidants Connect allows it. Write no password or code here.")
      }
      formulaire(vers: "/mandats/\(mandat.id)/usages", seals.next()) {
        retour.relire?.markup(t)
        choix(
          "demarche", legende: t("Pour quelle démarche\u{a0}?", "For which procedure?"),
          options: mandat.restantes.map { Option($0.rawValue, t($0.phrase)) },
          choisi: retour.form.has("demarche") ? retour.form.text("demarche") : seule,
          erreur: retour.saisie.phrase("demarche", t))
        zone(
          "fait", label: t("Ce qui est fait", "What is done"),
          aide: t(
            "Par exemple\u{a0}: «\u{a0}Déclaration de ressources envoyée.\u{a0}»",
            "For example: “Statement of income sent.”"),
          valeur: retour.form.raw("fait"), erreur: retour.saisie.phrase("fait", t), lignes: 2, maximum: 500)
        gestes { bouton(t("Noter cet acte", "Note this act")) }
      }
    }
  }

  /// The only procedure, where there is one.
  private var seule: String? { mandat.restantes.count == 1 ? mandat.restantes.first?.rawValue : nil }

  private func suite(_ t: Langue) -> Markup {
    p {
      etape == .laisse
        ? t("Ce texte n’a pas été signé\u{a0}: il ne permet rien.", "This text was not signed: it allows nothing.")
        : t(
          "Ce mandat ne permet plus rien. Faites la démarche avec la personne\u{a0}; si un droit est encore en jeu, préparez-en un autre.",
          "This mandate no longer allows anything. Do the procedure with the person; if a right is still at stake, prepare another one."
        )
    }
  }

  private func journal(_ t: Langue) -> Markup {
    group {
      h2 { t("Le journal", "The journal") }
      if vu.usages.isEmpty {
        p(.class("soft")) { t("Personne n’a encore agi sous ce mandat.", "Nobody has acted under this mandate yet.") }
      }
      frise(vu.usages.map { moment($0, t) })
    }
  }

  private func moment(_ usage: UsageDeMandat, _ t: Langue) -> Moment {
    let quoi = usage.demarche.map { t($0.phrase) } ?? "–"
    let comment =
      usage.motif.map { t("refusé. ", "refused. ") + t($0.pourquoi) } ?? usage.contenu.fait
    return Moment(
      t.dateEtHeure(usage.le, vu.fuseau, reference: aujourdhui), iso: usage.le.iso,
      "\(vu.court(usage.par)), \(quoi)\(t("\u{a0}: ", ": "))\(comment)", ton: usage.issue == .fait ? .accord : .refus)
  }

  private func arreter(_ t: Langue) -> Markup {
    depliant(t("La personne veut arrêter", "The person wants to stop")) {
      p {
        t(
          "C’est immédiat. Elle n’a pas à dire pourquoi.", "It is immediate. They need not say why.")
      }
      gestes {
        if mandat.restantes.count > 1 {
          for demarche in mandat.restantes {
            retirer(demarche.rawValue, t("Arrêter\u{a0}: ", "Stop: ") + t(demarche.phrase), .discret)
          }
        }
        retirer("toutes", t("Tout arrêter", "Stop everything"), .grave)
      }
    }
  }

  private func retirer(_ code: String, _ texte: String, _ style: StyleDeBouton) -> Markup {
    boutonVers(
      "/mandats/\(mandat.id)/retrait", seals.next(), texte, style: style, champs: [(nom: "demarche", valeur: code)])
  }

  private func autour(_ t: Langue) -> Markup {
    gestes {
      if vu.acte != nil {
        a(.href("/mandats/\(mandat.id)/attestation")) { t("L’attestation, à imprimer", "The certificate, to print") }
      }
      a(.href("/usagers/\(mandat.usager)/mandats/nouveau?depuis=\(mandat.id)")) {
        t("En préparer un autre, pareil", "Prepare another one like it")
      }
      a(.href("/usagers/\(mandat.usager)/mandats")) { t("Tous ses mandats", "All their mandates") }
    }
  }
}

extension Retrait.Raison {
  var phrase: Phrase {
    switch self {
    case .parole: Phrase("Arrêté à sa demande", "Stopped at their word")
    case .remplace: Phrase("Repris par un mandat plus récent", "Taken over by a newer mandate")
    }
  }
}
