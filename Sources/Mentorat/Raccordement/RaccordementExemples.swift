import Personnes
import Web
import WhatsApp

extension RaccordementPage {
  private static let numero = "+33 1 00 00 00 00"

  static var specimens: [Specimen] {
    [
      Specimen("raccordement", page(["fr": .approuve, "en": .enAttente])),
      Specimen(
        "raccordement-ennuis", page(["fr": .refuse, "en": .suspendu], ennuis: [.jeton, .gabarit], ecartes: 2)),
      Specimen("raccordement-essai", page(essai: bien)), Specimen("raccordement-essai-refuse", page(essai: mal)),
      Specimen("raccordement-absent", RaccordementPage(seal: Exemple.seal, etat: nil)),
    ]
  }

  private static func page(
    _ gabarits: [String: GabaritDeMeta.Etat] = [:], ennuis: [Erreur.Classe] = [], ecartes: Int = 0, essai: Essai? = nil
  ) -> RaccordementPage {
    RaccordementPage(
      seal: Exemple.seal,
      etat: .init(
        origin: "https://accompagner.example", compte: CompteDesAvis(enAttente: 0, ecartes: ecartes),
        numero: EtatDuNumero(gabarits: gabarits, ennuis: ennuis), gabarit: "reponse_attend"),
      essai: essai?.constats(attendu: numero))
  }

  private static let bien = Essai(
    numero: Dit(
      (200, Json.objet(["display_phone_number": .texte(numero), "verified_name": "Accompagner"]).octets),
      NumeroConnu.init),
    compte: .init(
      gabarits: Dit(
        (200, #"{"data": [{"name": "reponse_attend", "language": "fr", "status": "APPROVED"}]}"#.utf8.map { $0 }),
        GabaritDeMeta.liste),
      abonnements: .dit(1)), recu: true)
  private static let mal = Essai(numero: .refuse(Erreur(code: 190)), compte: nil, recu: false)
}
