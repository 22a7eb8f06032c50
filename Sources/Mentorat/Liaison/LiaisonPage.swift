import Base
import Chartes
import Html
import Temps
import Web
import WhatsApp

/// WhatsApp beside the site, for oneself: what it implies first, then the choice; later its end, in one gesture.
struct LiaisonPage: Page {
  enum Etat: Sendable {
    case none
    /// The code to send, and until when it serves.
    case waiting(String, until: Instant)
    /// Since when, the last digits of the number, and what kept the last word sent there from arriving.
    case linked(Instant, fin: String?, ennui: Erreur.Classe?)
    /// The pair has ended.
    case closed
  }

  static let accords = ["majeur", "compris"]

  let seal: Sceau
  let binome: BinomeID
  let autre: String
  let etat: Etat
  /// The association's, as one dials it.
  let numero: String
  let choisis: Set<String>
  let saisie: Saisie
  let fuseau: Fuseau
  let now: Instant
  let fait: String

  private var adresse: String { "/binomes/\(binome)/whatsapp" }

  func titre(_ t: Langue) -> String { t("Écrire aussi par WhatsApp", "Writing on WhatsApp too") }

  func contenu(_ t: Langue) -> Markup {
    feuille(
      titre: titre(t),
      chapeau: t("Seulement si vous le voulez. Ici, tout continue pareil.", "Only if you want it. Here, all goes on."),
      marge: [TaireCeQuiIdentifie.self, LireAuxHeuresDites.self].map { (article: any Article.Type) in
        Note(article, charte: "mentorat", t)
      }
    ) {
      if fait == "retire" {
        avis(
          .accord,
          t(
            "WhatsApp est retiré. Nous n’avons plus votre numéro\u{a0}; votre binôme continue ici.",
            "WhatsApp is taken away. We no longer have your number; your pair goes on here."))
      }
      switch etat {
      case .none: choice(t)
      case .waiting(let code, let until): waiting(code, until, t)
      case .linked(let depuis, let fin, let ennui): linked(depuis, fin, ennui, t)
      case .closed: p { t("Ce binôme a pris fin.", "This pair has come to an end.") }
      }
      p { a(.href("/binomes/\(binome)")) { t("Revenir à nos échanges", "Back to our exchanges") } }
    }
  }

  private func choice(_ t: Langue) -> Markup {
    group {
      h2 { t("Ce que cela change", "What it changes") }
      ul {
        li {
          t(
            "WhatsApp appartient à Meta. Vos mots et votre numéro passent par ses machines, aussi hors de l’Union européenne.",
            "WhatsApp belongs to Meta. Your words and your number go through its machines, also outside the European Union."
          )
        }
        li {
          t(
            "Meta sait que vous écrivez à l’association, et quand. Elle lit ce qui lui passe entre les mains.",
            "Meta knows that you write to the association, and when. What passes through its hands, it can read.")
        }
        li {
          t(
            "Les règles restent les mêmes\u{a0}: ni nom, ni image, ni fichier\u{a0}; \(autre) lit aux heures convenues.",
            "The rules stay the same: no name, no picture, no file; \(autre) reads at the hours agreed.")
        }
        li {
          t(
            "Ce que vous écrivez là-bas reste aussi sur votre téléphone.",
            "What you write there also stays on your phone.")
        }
        li { t("Vous pouvez l’enlever quand vous voulez.", "You can take it away whenever you want.") }
      }
      formulaire(vers: adresse, seal) {
        coches(
          "accord", legende: t("Pour choisir WhatsApp", "To choose WhatsApp"),
          options: [
            Option(Self.accords[0], t("J’ai dix-huit ans ou plus", "I am eighteen or older")),
            Option(
              Self.accords[1],
              t(
                "J’accepte que mes mots et mon numéro passent par Meta, hors de l’Union européenne",
                "I accept that my words and my number go through Meta, outside the European Union")),
          ], choisis: choisis, erreur: saisie.phrase("accord", t))
        gestes { bouton(t("Choisir WhatsApp", "Choose WhatsApp")) }
      }
    }
  }

  private func waiting(_ code: String, _ until: Instant, _ t: Langue) -> Markup {
    group {
      p {
        t(
          "Depuis WhatsApp, envoyez ce code, seul, au numéro de l’association\u{a0}:",
          "From WhatsApp, send this code, alone, to the association’s number:")
      }
      p { strong { code } }
      p { strong { numero } }
      p(.class("soft")) {
        t("Il sert jusqu’à ", "It serves until ") + t.heure(until, fuseau) + " (\(t(fuseau.heure))). "
        t(
          "Rechargez ensuite cette page\u{a0}: elle dira que c’est relié.",
          "Then reload this page: it will say that it is linked.")
      }
      gestes { boutonVers("\(adresse)/retrait", seal, t("Renoncer à WhatsApp", "Give up WhatsApp")) }
    }
  }

  private func linked(_ depuis: Instant, _ fin: String?, _ ennui: Erreur.Classe?, _ t: Langue) -> Markup {
    group {
      avis(.accord, t("WhatsApp est relié.", "WhatsApp is linked."))
      if let ennui {
        avis(.attente, titre: t("Le dernier mot n’est pas arrivé là-bas", "The last word did not arrive there")) {
          p { t(ennui.phrase) }
        }
      }
      p {
        t("Depuis ", "Since ") + t.dateEtHeure(depuis, fuseau, reference: Jour(now, in: fuseau)) + "."
        if let fin { t(" Votre numéro finit par \(fin).", " Your number ends in \(fin).") }
      }
      p {
        t(
          "Pour l’enlever\u{a0}: notre copie de votre numéro s’efface, et ce qui allait partir ne part pas. Vos échanges restent ici.",
          "To take it away: our copy of your number is erased, and what was about to leave does not. Your exchanges stay here."
        )
      }
      gestes {
        boutonVers("\(adresse)/retrait", seal, t("Ne plus utiliser WhatsApp", "Stop using WhatsApp"), style: .grave)
      }
    }
  }
}
