import Base
import Chartes
import Discretion
import Html
import Personnes
import Temps
import Web

/// A note that names somebody, as the room reads it.
private enum Retenue {
  static let note = "Rappeler Mme Bernard au 06 12 34 56 78."
  static let nom = trouvaille(9..<20, .personne, .probable, "une voisine")
  static let telephone = trouvaille(24..<38, .telephone, .certaine, "[numéro de téléphone]")

  static var retour: Retour {
    let notes = NotesRelues(notes: [.init(champ: "mots", texte: note, trouvailles: [nom, telephone])], nies: [])
    let form = FormData(pairs: [("mots", note)])
    do { _ = try notes.enforced(Decor.p) } catch let relire as ARelire {
      return Retour(form: form, motif: relire.motif, relire: relire)
    } catch {}
    return Retour(form: form)
  }

  private static func trouvaille(
    _ place: Range<Int>, _ sorte: Trouvaille.Sorte, _ certitude: Trouvaille.Certitude, _ mots: String
  ) -> Trouvaille {
    Trouvaille(place: place, sorte: sorte, certitude: certitude, proposition: .init(place: place, texte: mots))
  }
}

extension ConseilRoom {
  /// Somebody's thread and the interviews in it, with their states.
  static let suiviSpecimens: [Specimen] = usagerSpecimens + identiteSpecimens + entretienSpecimens

  private static var usagerSpecimens: [Specimen] {
    func liste(_ usagers: [Usager], mots: String = "") -> UsagersPage {
      UsagersPage(
        seal: Exemple.seal, usagers: usagers, mots: mots, form: .empty, saisie: Saisie(), fuseau: .paris,
        now: Decor.now)
    }
    func page(_ usager: Usager, _ besoins: [Besoin], _ retour: Retour = Retour(), fait: String = "") -> UsagerPage {
      UsagerPage(
        seals: Decor.seals, usager: usager, besoins: besoins, entretiens: besoins.isEmpty ? [] : [Decor.tenu],
        retour: retour, fait: fait, fuseau: .paris, now: Decor.now)
    }
    return [
      Specimen("usagers", liste([Decor.anonyme, Decor.suivie])), Specimen("usagers-vide", liste([])),
      Specimen("usagers-introuvable", liste([], mots: "Zoé")),
      Specimen("usager-nouveau", page(Decor.anonyme, [])),
      Specimen("usager", page(Decor.suivie, Decor.besoins, fait: "besoin")),
      Specimen("usager-note-retenue", page(Decor.suivie, Decor.besoins, Retenue.retour)),
    ]
  }

  private static var identiteSpecimens: [Specimen] {
    var changed = Decor.suivie.identite
    (changed.nom, changed.telephone) = ("Rivière", "06 00 00 00 00")
    func page(_ form: FormData, depasse: Identite? = nil) -> IdentitePage {
      IdentitePage(seal: Exemple.seal, usager: Decor.suivie, form: form, saisie: Saisie(), depasse: depasse)
    }
    func partage(_ collegues: [Option]) -> PartagePage {
      PartagePage(seal: Exemple.seal, usager: Decor.suivie, suiveurs: ["Alice M."], collegues: collegues)
    }
    return [
      Specimen("identite", page(Decor.suivie.identite.form)),
      Specimen("identite-depassee", page(Decor.suivie.identite.form, depasse: changed)),
      Specimen("partage", partage([Option(Decor.karim.text, "Karim L.")])), Specimen("partage-seul", partage([])),
      Specimen(
        "journal",
        JournalPage(
          usager: Decor.suivie,
          lignes: [("Alice M.", Decor.now - .minutes(5)), ("Karim L.", Decor.now - .days(6))], fuseau: .paris,
          now: Decor.now)),
    ]
  }

  private static var entretienSpecimens: [Specimen] {
    func page(
      _ entretien: Entretien, _ usager: Usager? = nil, _ besoins: [Besoin] = [], fait: String = "", mien: Bool = true
    ) -> EntretienPage {
      EntretienPage(
        seals: Decor.seals, entretien: entretien, usager: usager, besoins: besoins,
        connus: [Option(Decor.suivie.id.text, "Aline R.")], lieu: Decor.pont, compteRendu: nil, mien: mien,
        retour: Retour(), fait: fait, fuseau: .paris, now: Decor.now)
    }
    return [
      Specimen("entretien-anonyme", page(Decor.entretien(nil, .init(), ilYA: 5, dure: nil))),
      Specimen(
        "entretien-sans-besoin", page(Decor.entretien(Decor.anonyme, .init(), ilYA: 5, dure: nil), Decor.anonyme)),
      Specimen("entretien", page(Decor.tenu, Decor.suivie, Decor.besoins, fait: "rattache")),
      Specimen("entretien-collegue", page(Decor.tenu, Decor.suivie, Decor.besoins, mien: false)),
      Specimen(
        "recapitulatif",
        RecapitulatifPage(
          entretien: Decor.tenu, usager: Decor.suivie, besoins: Decor.besoins, lieu: Decor.pont,
          conseiller: "Alice M.", fuseau: .paris)),
    ]
  }
}
