/// What the words in braces of a path name, and who may see it. The access matrix is made from it and tested.
package enum Objet: String, Sendable, CaseIterable {
  /// Nothing: the page is about whoever reads it, or about everybody.
  case aucun
  /// Something of the visitor's own: a connexion, a signed text, a key.
  case sien
  /// A meeting, for its two people.
  case rencontre
  /// A meeting, for its two people and whoever accompanies the explorer.
  case rencontreSuivie
  /// The sheet of an expert, for the people of the same dispositif.
  case fiche
  /// An explorer, for whoever accompanies them.
  case personneSuivie
  /// A person of the dispositif, for whoever accompanies or coordinates.
  case acces
  /// An invitation, for who coordinates the dispositif.
  case invitation
  /// A mentor and a mentee, and what they share: for the two of them.
  case binome
  /// A place of an advising programme, and who is at its door: for those who receive there, and who coordinates it.
  case lieu
  /// An appointment, or a number in a queue: for the advisers of the programme.
  case rendezVous, ticket
  /// Somebody received over time: for the advisers who follow them.
  case usager
  /// A mandate: for the advisers who follow the person.
  case mandat
  /// An interview: for who held it, and who follows the person.
  case entretien
  /// An activity report: for who wrote it.
  case compteRendu
  /// A workshop and who is enrolled in it: for the advisers of its programme.
  case atelier
  /// A service one may hand over to: for the advisers of the programme, and who coordinates it.
  case partenaire
  /// A referral: for the advisers who follow the person.
  case relais
  /// A request about somebody’s data: for who coordinates the programme that answers.
  case demandeDeDroit
  /// A secret that opens by itself, or a public text: nobody in particular.
  case ouvert
}

/// What a route leaves in the log of who read or did what.
package enum Tracage: String, Sendable, CaseIterable {
  /// Reading one's own things, or public ones.
  case aucun
  /// Something of another person is read.
  case lecture
  /// Something is done that its object, or the security of an account, remembers.
  case acte
}
