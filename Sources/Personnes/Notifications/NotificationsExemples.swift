import Temps
import Web

extension PersonnesRoom {
  /// The page as a script would leave it, in each state.
  static var notificationsSpecimens: [Specimen] {
    let ici = Appareil(
      id: Exemple.id(70), navigateur: "Firefox, Android", depuis: Exemple.now - .days(9), ici: true, adresse: "exemple")
    let ailleurs = Appareil(
      id: Exemple.id(71), navigateur: "Safari, iPhone", depuis: Exemple.now - .days(30), ici: false, adresse: "autre")
    func page(_ appareils: [Appareil], _ montre: NotificationsPage.Etat, fait: String = "") -> NotificationsPage {
      NotificationsPage(
        seal: Exemple.seal, appareils: appareils, cle: "exemple", fuseau: .paris, saisie: Saisie(), fait: fait,
        montre: montre)
    }
    return [
      Specimen("notifications", page([], .pret)),
      Specimen("notifications-sans", page([], .sans)),
      Specimen("notifications-ecran", page([], .ecran)),
      Specimen("notifications-refuse", page([ailleurs], .refuse)),
      Specimen("notifications-ici", page([ici, ailleurs], .ici, fait: "ajoute")),
      Specimen("notifications-ailleurs", page([ailleurs], .pret, fait: "retire")),
      Specimen("notifications-perdu", page([ici], .perdu)),
    ]
  }
}
