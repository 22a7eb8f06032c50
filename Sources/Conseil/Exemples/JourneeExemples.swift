import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  /// The counter and the adviser's day, with their states.
  static let journeeSpecimens: [Specimen] = comptoirSpecimens + jours

  private static var comptoirSpecimens: [Specimen] {
    func page(_ appeles: [Int], enAttente: Int, _ motif: Motif? = nil) -> ComptoirPage {
      ComptoirPage(
        seal: Exemple.seal, lieu: Decor.pont, appeles: appeles, enAttente: enAttente, now: Decor.now, form: .empty,
        saisie: Saisie(), motif: motif)
    }
    let waiting = Decor.p[AccueillirChacun.file]
    let full = AccueillirChacun.judge(.file(enAttente: waiting), Decor.p).motif
    return [
      Specimen("comptoir-vide", page([], enAttente: 0)), Specimen("comptoir", page([14, 13, 12], enAttente: 3)),
      Specimen("comptoir-complet", page([14], enAttente: waiting, full)),
      Specimen("comptoir-numero", NumeroPage(lieu: Decor.pont, numero: 17, avant: 2)),
      Specimen(
        "comptoir-reglage", ComptoirReglagePage(seal: Exemple.seal, autre: Exemple.seal, lieu: Decor.pont)),
    ]
  }

  private static var jours: [Specimen] {
    func ticket(_ numero: Int, _ prenom: String, _ etat: Ticket.Etat = .attend, ilYA minutes: Int) -> Ticket {
      let appele = etat == .appele ? Decor.now - .minutes(1) : nil
      return Ticket(
        id: Exemple.id(270 + numero), lieu: Decor.pont.id, jour: Decor.jour, numero: numero, etat: etat,
        arrive: Decor.now - .minutes(minutes), appele: appele, appelePar: appele.map { _ in Decor.karim },
        contenu: Arrivant(prenom: prenom))
    }
    let rendezVous = [
      Decor.rendezVous(2, Arrivant(prenom: "Ousmane", initiale: "D"), dans: -90, .recu),
      Decor.rendezVous(3, Arrivant(prenom: "Zoé-Maëlle", initiale: "T"), dans: -60),
      Decor.rendezVous(4, Arrivant(), dans: -30, .absent), Decor.rendezVous(5, Decor.aline, dans: 15),
      Decor.rendezVous(6, Arrivant(prenom: "D’Artagnan", initiale: "G"), dans: 60, conseiller: Decor.karim),
    ]
    let file = [
      ticket(14, "Nadia", .appele, ilYA: 22), ticket(15, "", ilYA: 12), ticket(16, "Jean-Baptiste", ilYA: 3),
    ]
    return [
      Specimen("journee-sans-lieu", journee(nil, [])), Specimen("journee-vide", journee(Decor.pont, [Decor.pont])),
      Specimen(
        "journee",
        journee(
          Decor.pont, [Decor.pont, Decor.bourg], rendezVous: rendezVous, file: file,
          enCours: [(Exemple.id(260), "Malik B.", Decor.now - .minutes(25))], manquants: 2, fait: "deja-appele")),
    ]
  }

  private static func journee(
    _ lieu: Lieu?, _ lieux: [Lieu], rendezVous: [RendezVous] = [], file: [Ticket] = [],
    enCours: [(entretien: EntretienID, qui: String, debut: Instant)] = [], manquants: Int = 0, fait: String = ""
  ) -> JourneePage {
    JourneePage(
      seals: Decor.seals, lieu: lieu, lieux: lieux, jour: Decor.jour, moi: Decor.alice, enCours: enCours,
      rendezVous: rendezVous, file: file, conseillers: [Decor.alice: "Alice M.", Decor.karim: "Karim L."],
      manquants: manquants, conseil: nil, retour: Retour(), fait: fait, numero: nil, now: Decor.now)
  }
}
