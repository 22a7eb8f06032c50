import Base
import Chartes
import Html
import Personnes
import Temps
import Web

extension ConseilRoom {
  /// Where one comes, and how one books: with their states.
  static let porteSpecimens: [Specimen] = lieuxSpecimens + permanencesSpecimens + rendezVousSpecimens

  private static var lieuxSpecimens: [Specimen] {
    let form = FormData(pairs: [
      ("nom", "Maison du Pont"), ("adresse", "3 rue du Pont"), ("code_postal", "6111"), ("commune", "Rémalard"),
      ("telephone", "deux"), ("jour", "1"), ("debut", "09:00"), ("fin", "12:00"),
    ])
    let known = FormData(pairs: [
      ("nom", Decor.pont.nom), ("adresse", Decor.pont.adresse), ("code_postal", Decor.pont.codePostal),
      ("commune", Decor.pont.commune), ("telephone", Decor.pont.telephone),
    ])
    return [
      Specimen("lieux", LieuxPage(lieux: [Decor.pont, Decor.bourg], coordonne: true, fait: "garde")),
      Specimen("lieux-vide", LieuxPage(lieux: [], coordonne: false, fait: "")),
      Specimen(
        "lieu",
        LieuPage(
          seal: Exemple.seal, id: Decor.pont.id, form: known, lignes: LigneDeSemaine.lignes(Decor.pont.semaine, .fr),
          saisie: Saisie())),
      Specimen(
        "lieu-reprise",
        LieuPage(
          seal: Exemple.seal, id: nil, form: form, lignes: LigneDeSemaine.lignes(form),
          saisie: Decor.saisie { _ = try LieuSaisi(form) })),
    ]
  }

  private static var permanencesSpecimens: [Specimen] {
    let heures = Decor.semaine([(2, 540, 720), (4, 840, 1020)])
    return [
      Specimen(
        "permanences",
        PermanencesPage(lieux: [(Decor.pont, heures.plages), (Decor.bourg, [])], fait: "garde")),
      Specimen("permanences-vide", PermanencesPage(lieux: [], fait: "")),
      Specimen(
        "permanence",
        PermanencePage(
          seal: Exemple.seal, lieu: Decor.pont, lignes: LigneDeSemaine.lignes(heures, .fr), saisie: Saisie(),
          motif: nil)),
    ]
  }

  private static var rendezVousSpecimens: [Specimen] {
    let libres = [48, 49, 50, 72, 77].compactMap { Decor.creneau($0) }
    let typed = FormData(pairs: [
      ("prenom", "Aline"), ("initiale", "R"), ("theme", Thematique.sante.rawValue),
      ("adaptation", Adaptation.grosCaracteres.rawValue),
    ])
    func page(_ libres: [CreneauLibre], _ form: FormData = .empty, pris: Bool = false, auTelephone: Bool = false)
      -> ReservationPage
    {
      ReservationPage(
        seal: Exemple.seal, lieu: Decor.pont, libres: libres, form: form, saisie: Saisie(), motif: nil, pris: pris,
        now: Decor.now, auTelephone: auTelephone)
    }
    return [
      Specimen(
        "porte",
        PortePage(
          lieux: [(Decor.pont, 2, libres.first?.creneau), (Decor.bourg, 0, libres.last?.creneau)], now: Decor.now)),
      Specimen("porte-vide", PortePage(lieux: [], now: Decor.now)),
      Specimen("reservation", page(libres)),
      Specimen("reservation-deja-prise", page(libres, typed, pris: true)),
      Specimen("reservation-telephone", page(libres, auTelephone: true)), Specimen("reservation-complet", page([])),
    ] + codeSpecimens
  }

  private static var codeSpecimens: [Specimen] {
    let code = CodeEcrit(fingerprint: String(repeating: "3c", count: 16), letters: lettresDuCode)
    let rendezVous = Decor.rendezVous(1, Decor.aline, dans: 48 * 60)
    func retour(_ trouve: RendezVous?, fait: String = "") -> RetourPage {
      RetourPage(
        seal: Exemple.seal, trouve: trouve.map { ($0, Decor.pont) }, code: trouve == nil ? "" : code.imprime,
        saisie: Saisie(), fait: fait, now: Decor.now)
    }
    return [
      Specimen(
        "rendez-vous-pris",
        RendezVousPrisPage(
          rendezVous: rendezVous, lieu: Decor.pont, code: code, now: Decor.now, auTelephone: false)),
      Specimen("rendez-vous-retour", retour(nil)), Specimen("rendez-vous-retrouve", retour(rendezVous)),
      Specimen("rendez-vous-annule", retour(nil, fait: "annule")),
    ]
  }
}
