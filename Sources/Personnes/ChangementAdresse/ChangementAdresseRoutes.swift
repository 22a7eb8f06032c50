import Base
import Chartes
import Html
import Temps
import Web

extension PersonnesRoom {
  func showChangementAdresse(_ visit: Visit) async throws -> Answer {
    .page(try await changementAdressePage(visit, saisie: Saisie()))
  }

  func askChangementAdresse(_ visit: Visit) async throws -> Answer {
    guard let nouvelle = Adresse(visit.form.text("adresse")) else {
      return .again(try await changementAdressePage(visit, saisie: Saisie("adresse", .adresseAttendue)))
    }
    return .redirect(
      try await askChangementAdresse(nouvelle, by: visit.person(), geste: visit.geste(), at: visit.now))
  }

  /// From one of the two mailboxes. Reading it confirms nothing: mail scanners read too.
  func showConfirmationAdresse(_ visit: Visit) async throws -> Answer {
    let jeton = try visit.token("jeton")
    let found = try await house.database.read { [store] tx in
      try store.changementAdresse(jeton, at: visit.now, in: tx)
    }
    guard let found else { return .gone(ConfirmationAdressePage(seal: visit.seal, jeton: "", etat: .finie)) }
    return .page(ConfirmationAdressePage(seal: visit.seal, jeton: jeton.text, etat: .demandee(found.1)))
  }

  func confirmAdresse(_ visit: Visit) async throws -> Answer {
    let etat: ConfirmationAdressePage.Etat =
      switch try await confirmAdresse(visit.token("jeton"), at: visit.now) {
      case .attend(let cote): .attend(cote)
      case .faite: .faite
      case nil: .finie
      }
    let page = ConfirmationAdressePage(seal: visit.seal, jeton: "", etat: etat)
    return etat == .finie ? .gone(page) : .page(page)
  }

  private func changementAdressePage(_ visit: Visit, saisie: Saisie) async throws -> ChangementAdressePage {
    let visitor = try visit.person()
    return try await house.database.read { [store] tx in
      ChangementAdressePage(
        seal: visit.seal, actuelle: try store.personne(visitor.personne, for: visitor.viewer, in: tx).adresse,
        enCours: try store.changementAdresse(of: visitor.viewer, at: visit.now, in: tx),
        typed: visit.form.raw("adresse"), saisie: saisie)
    }
  }
}

struct ChangementAdressePage: Page {
  let seal: Sceau
  let actuelle: String
  let enCours: ChangementAdresse?
  let typed: String
  let saisie: Saisie

  func titre(_ t: Langue) -> String { t("Mon adresse e-mail", "My e-mail address") }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t), marge: [Note(GarderSonAcces.self, charte: "rencontres", t)]) {
      p {
        if actuelle.isEmpty {
          t("Vous n’en avez pas encore ici.", "You have none here yet.")
        } else {
          t("Aujourd’hui\u{a0}: ", "Today: ") + actuelle
        }
      }
      if let enCours { waiting(enCours, t) }
      formulaire(vers: "/compte/adresse", seal) {
        champ(
          "adresse", label: t("Votre nouvelle adresse", "Your new address"),
          aide: actuelle.isEmpty
            ? t("Un message y arrive, à confirmer.", "A message arrives there, to confirm.")
            : t(
              "Un message arrive dans chacune des deux boîtes. L’adresse change quand vous avez confirmé des deux côtés.",
              "A message arrives in each of the two mailboxes. The address changes once you have confirmed on both sides."
            ), valeur: typed, erreur: saisie.phrase("adresse", t), type: .email, autocomplete: "email")
        gestes { bouton(t("Changer d’adresse", "Change my address")) }
      }
      p(.class("soft")) {
        t(
          "L’ancienne boîte ne s’ouvre plus\u{a0}? Demandez un code imprimé à la personne qui vous accompagne. Une fois entré avec ce code, la nouvelle boîte suffit.",
          "The earlier mailbox does not open any more? Ask the person who accompanies you for a printed code. Once in with that code, the new mailbox is enough."
        )
      }
      p { a(.href("/compte")) { t("Retour à mon compte", "Back to my account") } }
    }
  }

  private func waiting(_ enCours: ChangementAdresse, _ t: Langue) -> Markup {
    avis(.attente) {
      p {
        t("En attente pour \(enCours.nouvelle)\u{a0}: ", "Waiting for \(enCours.nouvelle): ")
        switch (enCours.nouvelleConfirmee, enCours.ancienneConfirmee) {
        case (true, false):
          t("il reste à confirmer depuis l’ancienne boîte.", "confirm from the earlier mailbox too.")
        case (false, true): t("il reste à confirmer depuis la nouvelle boîte.", "confirm from the new mailbox too.")
        default: t("confirmez depuis les deux boîtes.", "confirm from both mailboxes.")
        }
      }
    }
  }
}

/// What the button of one of the two letters opens.
struct ConfirmationAdressePage: Page {
  enum Etat: Sendable, Equatable {
    case demandee(ChangementAdresse.Cote)
    case attend(ChangementAdresse.Cote)
    case faite, finie
  }

  let seal: Sceau
  let jeton: String
  let etat: Etat

  func titre(_ t: Langue) -> String {
    switch etat {
    case .demandee: t("Changer d’adresse\u{a0}?", "Change address?")
    case .attend: t("C’est noté", "It is noted")
    case .faite: t("Votre adresse a changé", "Your address has changed")
    case .finie: t("Ce lien a déjà servi, ou il est trop ancien", "This link has already been used, or is too old")
    }
  }

  func contenu(_ t: Langue) -> Markup {
    feuille(titre: titre(t)) {
      switch etat {
      case .demandee(let cote):
        p {
          cote == .nouvelle
            ? t(
              "Vous entrerez avec cette adresse, et vos messages y arriveront.",
              "You will come in with this address, and your messages will arrive there.")
            : t(
              "Quand les deux boîtes auront confirmé, celle-ci ne recevra plus nos messages.",
              "Once both mailboxes have confirmed, this one will receive our messages no more.")
        }
        formulaire(vers: "/adresse/\(jeton)", seal) { gestes { bouton(t("Je confirme", "I confirm")) } }
      case .attend(let cote):
        p {
          cote == .nouvelle
            ? t("Confirmez aussi depuis l’ancienne boîte.", "Confirm from the earlier mailbox too.")
            : t("Confirmez aussi depuis la nouvelle boîte.", "Confirm from the new mailbox too.")
        }
      case .faite:
        p { t("Vos prochains messages y arrivent.", "Your next messages arrive there.") }
        gestes { boutonLien("/accueil", t("Continuer", "Go on")) }
      case .finie:
        p {
          t(
            "Votre adresse du moment est dans «\u{a0}Mon adresse e-mail\u{a0}». Vous pouvez y refaire une demande.",
            "Your present address is in “My e-mail address”. You can ask again there.")
        }
        gestes { boutonLien("/compte/adresse", t("Voir mon adresse e-mail", "See my e-mail address")) }
      }
    }
  }
}
