import Foundation
import Html
import Temps

extension House {
  /// What the house itself keeps about people, whatever its rooms.
  package var donneesPersonnelles: DonneesPersonnelles {
    DonneesPersonnelles(
      traitements: Traitement.deLaMaison,
      tables: TableTenue.faits + TableTenue.journal + TableTenue.envois + TableTenue.coffre,
      rendre: { personne, _, tx in
        [try faits(of: personne, in: tx), try journal(of: personne, in: tx), try courriers(to: personne, in: tx)]
      })
  }

  private func faits(of personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    let fiches = try tx.all(
      "SELECT nom, le FROM fait WHERE personne = \(personne) OR acteur = \(personne) ORDER BY le, id"
    ) { row in
      [
        Rubrique.Champ("quand", Self.quand, .instant(try row[1])),
        Rubrique.Champ("fait", Phrase("Ce qui s’est passé", "What happened"), .texte(try row[0])),
      ]
    }
    return Rubrique("faits", Phrase("Ce qui s’est passé", "What happened"), fiches)
  }

  private func journal(of personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    let fiches = try tx.all(
      """
      SELECT le, geste FROM trace WHERE acteur = \(personne)
      UNION ALL SELECT le, geste FROM trace_attente WHERE acteur = \(personne) ORDER BY 1, 2
      """
    ) { row in
      [
        Rubrique.Champ("quand", Self.quand, .instant(try row[0])),
        Rubrique.Champ("geste", Phrase("Geste", "Action"), .texte(try row[1])),
      ]
    }
    return Rubrique("journal", Phrase("Ce que vous avez fait ici", "What you did here"), fiches)
  }

  /// Those that wait, with their subject; of those that left, only that they did.
  private func courriers(to personne: PersonneID, in tx: Transaction) throws -> Rubrique {
    let owner = Owner.personne(personne)
    let rows = try tx.all(
      "SELECT id, contenu, etat, apres FROM courrier WHERE proprietaire = \(owner.text) ORDER BY apres, id"
    ) { row in
      (
        id: try row[0] as CourrierID, contenu: try row[1] as Sealed, etat: try row[2] as String,
        apres: try row[3] as Instant
      )
    }
    let fiches = try rows.map { row in
      let json =
        row.contenu.bytes.isEmpty
        ? nil : try vault.open(row.contenu, of: owner, at: Place("courrier.contenu", row.id))
      let sujet = json.flatMap { try? JSONDecoder().decode(Courriel.self, from: Data($0.utf8)) }?.sujet
      return [
        Rubrique.Champ("quand", Self.quand, .instant(row.apres)),
        Rubrique.Champ("etat", Phrase("Où en est-il", "Where it stands"), row.etat.envoi),
        Rubrique.Champ("sujet", Phrase("Sujet", "Subject"), sujet.map { .texte($0) } ?? .rien),
      ]
    }
    return Rubrique("courriers", Phrase("Les messages qui vous sont écrits", "Messages written to you"), fiches)
  }

  private static let quand = Phrase("Quand", "When")
}

extension String {
  fileprivate var envoi: Rubrique.Valeur {
    switch self {
    case "parti": .mot(Phrase("parti", "sent"), code: self)
    case "echoue": .mot(Phrase("n’a pas pu partir", "could not be sent"), code: self)
    default: .mot(Phrase("attend", "waiting"), code: self)
    }
  }
}
