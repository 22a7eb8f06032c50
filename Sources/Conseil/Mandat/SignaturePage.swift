import Chartes
import Html
import Temps
import Web

/// Reading and signing, with the person. The screen is handed over, or the text is printed.
struct SignaturePage: Page {
  let seals: Seals
  let vu: MandatVu
  let retour: Retour

  var modules: [String] { ["scan"] }

  func titre(_ t: Langue) -> String { t("Lire et signer", "Read and sign") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t), chapeau: vu.usager.court(t),
      marge: Conseil.marge(retour.motif, sinon: AgirSousMandat.self, t)
    ) {
      retenue(retour, t)
      p(.class("a-l-ecran soft")) {
        t(
          "Lisez ce texte ensemble. Donnez l’écran à la personne, ou imprimez cette page.",
          "Read this text together. Hand the screen over, or print this page.")
      }
      TexteLu(vu).markup
      div(.class("a-l-ecran")) {
        hr
        ecran(t)
        h2 { t("Ou sur papier", "Or on paper") }
        papier(t)
        gestes {
          boutonVers(
            "/mandats/\(vu.mandat.id)/retrait", seals.next(), t("Ne pas signer", "Do not sign"),
            champs: [(nom: "demarche", valeur: "toutes")])
        }
      }
      div(.class("sur-papier")) {
        p { t("Date et signature de la personne\u{a0}:", "Date and signature of the person:") }
        p { t("Date et signature de qui l’aide\u{a0}:", "Date and signature of whoever helps them:") }
        p(.class("empreinte")) { "SHA-256 \(vu.mandat.empreinte)" }
      }
    }
  }

  private var isPaper: Bool { retour.form.text("maniere") == SignatureSaisie.Maniere.papier.rawValue }

  private func typed(_ nom: String) -> String { retour.form.raw(nom) }

  private func ecran(_ t: Langue) -> Markup {
    let lu = vu.mandat.langue
    return group {
      h2 { t("Sur cet écran", "On this screen") }
      p { t("C’est à la personne d’écrire et de cocher.", "It is for the person to write and to tick.") }
      formulaire(vers: "/mandats/\(vu.mandat.id)/signature", seals.next()) {
        caches(.ecran)
        div(.lang(lu)) {
          champ(
            "nom", label: lu("Votre prénom et votre nom", "Your first and last name"), valeur: typed("nom"),
            erreur: retour.saisie.phrase("nom", lu), autocomplete: "off", maximum: 200)
          caseACocher(
            "accord-ecran",
            label: lu(
              "J’ai lu ce texte, ou on me l’a lu. Je suis d’accord.", "I read this text, or it was read to me. I agree."
            ),
            cochee: typed("accord-ecran") == "oui", erreur: retour.saisie.phrase("accord-ecran", lu), requis: true)
        }
        p(.class("soft")) {
          t(
            "Reprenez ensuite l’écran\u{a0}: vous signez en prouvant que c’est bien vous.",
            "Then take the screen back: you sign by proving that it is you.")
        }
        div(.lang(lu)) { gestes { bouton(lu("Signer ce mandat", "Sign this mandate")) } }
      }
    }
  }

  private func papier(_ t: Langue) -> Markup {
    depliant(t("Signer à la main", "Sign by hand"), ouvert: isPaper) {
      p {
        t(
          "Imprimez cette page, signez tous les deux, et laissez un exemplaire à la personne.",
          "Print this page, both sign, and leave a copy with the person.")
      }
      formulaire(vers: "/mandats/\(vu.mandat.id)/signature", seals.next()) {
        caches(.papier)
        if isPaper { retour.relire?.markup(t) }
        scan(t)
        champ(
          "scan", label: t("L’empreinte SHA-256 du scan", "The SHA-256 fingerprint of the scan"), valeur: typed("scan"),
          erreur: retour.saisie.phrase("scan", t), type: .code, autocomplete: "off", maximum: 120, facultatif: t)
        champ(
          "coffre", label: t("Où le papier est gardé", "Where the paper is kept"),
          aide: t(
            "Par exemple\u{a0}: coffre de l’accueil, classeur bleu.", "For example: safe at the desk, blue binder."),
          valeur: typed("coffre"), erreur: retour.saisie.phrase("coffre", t), autocomplete: "off", maximum: 200,
          facultatif: t)
        caseACocher(
          "accord-papier",
          label: t(
            "J’ai vu la personne signer ce texte, et aucun autre.", "I saw the person sign this text, and no other."),
          cochee: typed("accord-papier") == "oui", erreur: retour.saisie.phrase("accord-papier", t), requis: true)
        gestes { bouton(t("Le papier est signé", "The paper is signed"), style: .discret) }
      }
    }
  }

  private func caches(_ maniere: SignatureSaisie.Maniere) -> Markup {
    group {
      cache("maniere", maniere.rawValue)
      cache("empreinte", vu.mandat.empreinte)
    }
  }

  /// Shown by its module, where the browser can compute. The file has no name: it is never sent.
  private func scan(_ t: Langue) -> Markup {
    div(.class("champ"), .data("data-scan", "champ-scan"), .hidden) {
      label(.for("fichier-scan")) {
        t("Le scan, pour en calculer l’empreinte", "The scan, to compute its fingerprint")
      }
      p(.class("aide")) { t("Le fichier reste sur cet appareil.", "The file stays on this device.") }
      input(.type("file"), .id("fichier-scan"))
      p(.class("soft"), .role("status")) {
        span(.data("data-etat", "fait"), .hidden) {
          t("L’empreinte est écrite plus bas.", "The fingerprint is written below.")
        }
        span(.data("data-etat", "illisible"), .hidden) {
          t("Ce fichier n’a pas pu être lu. Essayez-en un autre.", "This file could not be read. Try another one.")
        }
      }
    }
  }
}

/// The text that is signed, as it reads: each part under its heading. In its own language, whoever looks at it.
struct TexteLu {
  let texte: String
  let langue: Langue

  init(_ vu: MandatVu) { (texte, langue) = (vu.texte, vu.mandat.langue) }

  var markup: Markup {
    let parties = texte.split(separator: "\n\n").map { $0.split(separator: "\n").map(String.init) }
    return section(.class("lecture"), .lang(langue)) {
      for (rang, partie) in parties.enumerated() { self.partie(partie, isTitle: rang == 0) }
    }
  }

  private func partie(_ lignes: [String], isTitle: Bool) -> Markup {
    let points = lignes.filter { $0.hasPrefix(TexteDuMandat.point) }
    return group {
      if let titre = lignes.first { isTitle ? h2 { titre } : h3 { titre } }
      if !points.isEmpty { ul { for point in points { li { String(point.dropFirst(TexteDuMandat.point.count)) } } } }
      for ligne in lignes.dropFirst() where !ligne.hasPrefix(TexteDuMandat.point) { p { ligne } }
    }
  }
}
