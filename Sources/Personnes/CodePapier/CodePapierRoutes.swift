import Base
import Html
import Temps
import Web

extension PersonnesRoom {
  func giveCodePapier(_ visit: Visit) async throws -> Answer {
    let personne: PersonneID = try visit.id("personne")
    let code = try await giveCodePapier(
      to: personne, by: visit.person(), geste: visit.geste(), at: visit.now)
    return .page(try await codePapierPage(code, of: personne, visit))
  }

  func showCodePapier(_ visit: Visit) async throws -> Answer {
    if visit.visitor != nil { return .redirect("/accueil") }
    return .page(EntreePapierPage(seal: visit.seal, saisie: Saisie()))
  }

  func useCodePapier(_ visit: Visit) async throws -> Answer {
    if let code = CodeEcrit(typed: visit.form.text("code"), letters: CodePapier.lettres),
      let jeton = try await enter(with: code, in: visit.browser, navigateur: visit.navigateur, at: visit.now)
    {
      return try await welcome(jeton, visit)
    }
    let saisie = Saisie(
      "code",
      Phrase(
        "Ce code n’ouvre aucun compte. Relisez-le sur le papier. S’il a plus d’un jour, ou s’il a déjà servi, demandez-en un autre.",
        "This code opens no account. Read it again on the paper. If it is more than a day old, or has been used, ask for another."
      ))
    return .again(EntreePapierPage(seal: visit.seal, saisie: saisie))
  }

  func codePapierPage(_ code: CodePapier, of personne: PersonneID, _ visit: Visit) async throws -> CodePapierPage {
    let visitor = try visit.person()
    let prenom = try await house.database.read { [store] tx in
      try store.prenom(of: personne, for: visitor.viewer, in: tx)
    }
    return CodePapierPage(
      personne: personne, prenom: prenom.prenom, code: code.texte.imprime,
      site: origin,
      expire: visit.now + CodePapier.lasts, fuseau: visitor.fuseau)
  }
}

/// The sheet to print and hand over: shown this once.
struct CodePapierPage: Page {
  let personne: PersonneID
  let prenom: String
  let code: String
  /// The site's address, as one types it.
  let site: String
  let expire: Instant
  let fuseau: Fuseau

  func titre(_ t: Langue) -> String { t("Pour \(prenom)", "For \(prenom)") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t)) {
      ol {
        li {
          t("Ouvrez ", "Open ")
          strong { site.replacing("https://", with: "") }
          t(", ou scannez ce QR code.", ", or scan this QR code.")
        }
        li {
          t(
            "Touchez «\u{a0}Entrer\u{a0}», puis «\u{a0}J’ai un code sur papier\u{a0}».",
            "Press “Come in”, then “I have a code on paper”.")
        }
        li { t("Tapez ce code\u{a0}:", "Type this code:") }
      }
      p(.class("code")) { code }
      // Only the address: the code itself is never in one.
      CodeQR("\(site)/connexion/papier")?.dessin(t("QR code du site", "QR code of the site"))
      p {
        t("Il sert une seule fois, jusqu’au ", "It works once only, until ")
        t.dateEtHeure(expire, fuseau, reference: nil)
        t(". Ne le donnez à personne.", ". Give it to nobody.")
      }
      p(.class("soft ecran")) {
        t(
          "Imprimez cette page ou recopiez-la maintenant\u{a0}: le code ne sera plus montré.",
          "Print this page or copy it now: the code will not be shown again.")
      }
      p(.class("ecran")) { a(.href("/personnes/\(personne)")) { t("Retour à son accès", "Back to the access page") } }
    }
  }
}

/// Where a code on paper is typed.
struct EntreePapierPage: Page {
  let seal: Sceau
  let saisie: Saisie

  func titre(_ t: Langue) -> String { t("J’ai un code sur papier", "I have a code on paper") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t)) {
      formulaire(vers: "/connexion/papier", seal) {
        champ(
          "code", label: t("Les huit lettres et chiffres", "The eight letters and digits"),
          aide: t(
            "Majuscules, minuscules, tirets\u{a0}: peu importe.", "Capitals, small letters, dashes: it does not matter."
          ),
          valeur: "", erreur: saisie.phrase("code", t), type: .code, autocomplete: "off")
        gestes {
          bouton(t("Entrer", "Come in"))
          a(.href("/connexion")) { t("J’ai une adresse e-mail", "I have an e-mail address") }
        }
      }
    }
  }
}
