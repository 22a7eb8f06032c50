import Html

extension Erreur.Classe {
  /// For people: what happened, and what comes next.
  package var phrase: Phrase {
    switch self {
    case .plusTard:
      Phrase(
        "WhatsApp ne répond pas bien en ce moment. Nous réessayons\u{a0}: rien n’est perdu.",
        "WhatsApp does not answer well right now. We try again: nothing is lost.")
    case .cadence:
      Phrase(
        "Beaucoup de messages partent en même temps. Celui-ci suit, dans un moment.",
        "Many messages are leaving at once. This one follows, in a moment.")
    case .cadencePaire:
      Phrase(
        "WhatsApp demande quelques secondes entre deux messages à la même personne. Celui-ci attend son tour.",
        "WhatsApp asks for some seconds between two messages to the same person. This one waits for its turn.")
    case .fenetreFermee:
      Phrase(
        "WhatsApp se ferme vingt-quatre heures après le dernier message reçu. La réponse attend ici, sur la plateforme.",
        "WhatsApp closes twenty-four hours after the last message received. The answer waits here, on the platform.")
    case .gabarit:
      Phrase(
        "Meta n’accepte pas, ou n’accepte plus, le texte d’annonce de l’association. La réponse attend ici, sur la plateforme.",
        "Meta does not accept, or no longer accepts, the association’s notice. The answer waits here, on the platform.")
    case .jeton:
      Phrase(
        "L’accès de l’association à WhatsApp est terminé. Qui tient le serveur en donne un nouveau\u{a0}; les messages attendent.",
        "The association’s access to WhatsApp is over. Whoever runs the server gives a new one; messages wait.")
    case .compte:
      Phrase(
        "Meta a arrêté le compte WhatsApp de l’association. Qui tient le serveur voit avec Meta\u{a0}; les messages attendent.",
        "Meta has stopped the association’s WhatsApp account. Whoever runs the server sees to it with Meta; messages wait."
      )
    case .destinataire:
      Phrase(
        "Ce numéro ne reçoit pas nos messages sur WhatsApp. La réponse attend ici, sur la plateforme.",
        "This number does not get our messages on WhatsApp. The answer waits here, on the platform.")
    case .jamais:
      Phrase(
        "WhatsApp n’a pas pris ce message. La réponse attend ici, sur la plateforme.",
        "WhatsApp did not take this message. The answer waits here, on the platform.")
    }
  }
}
