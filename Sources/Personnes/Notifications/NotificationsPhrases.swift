import Html

extension NotificationsPage {
  /// What the page says of this device, in each state but the one where it only offers the button.
  static let phrases: [(Etat, Phrase)] = [
    (
      .sans,
      Phrase(
        "Cet appareil ne peut pas être prévenu d’ici, ou JavaScript y est coupé. Ouvrez cette page dans un navigateur récent. En attendant, l’e-mail continue.",
        "This device cannot be notified from here, or JavaScript is off. Open this page in a recent browser. Meanwhile, e-mail goes on."
      )
    ),
    (
      .ecran,
      Phrase(
        "Sur iPhone et iPad, mettez d’abord Vademecum sur l’écran d’accueil\u{a0}: touchez Partager, puis «\u{a0}Sur l’écran d’accueil\u{a0}». Ouvrez-le de là, et revenez à cette page.",
        "On iPhone and iPad, first put Vademecum on the home screen: press Share, then “Add to Home Screen”. Open it from there, and come back to this page."
      )
    ),
    (
      .refuse,
      Phrase(
        "Votre navigateur n’autorise pas ce site à vous prévenir. Pour le permettre, touchez l’icône à gauche de l’adresse du site, autorisez les notifications, puis rouvrez cette page. En attendant, l’e-mail continue.",
        "Your browser does not let this site notify you. To allow it, press the icon to the left of the site’s address, allow notifications, then open this page again. Meanwhile, e-mail goes on."
      )
    ),
    (.ici, Phrase("Cet appareil vous prévient", "This device notifies you")),
    (
      .perdu,
      Phrase(
        "Votre navigateur n’a plus ce qu’il faut pour vous prévenir. Un geste suffit pour recommencer.",
        "Your browser no longer holds what it needs to notify you. One gesture starts it again.")
    ),
  ]
}
