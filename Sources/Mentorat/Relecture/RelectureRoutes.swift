import Base
import Chartes
import Discretion
import Foundation
import Html
import Personnes
import Temps
import Web

extension MentoratRoom {
  /// Reads a text while it is being written, and answers what was found. Once nothing in it names anybody it is kept as a
  /// draft, sealed; before that nothing of it is, not even that it was read.
  func readAgain(_ visit: Visit) async throws -> Answer {
    let id: BinomeID = try visit.id("id")
    let visitor = try visit.person()
    let (binome, savoir, lignes) = try await house.database.read { [store] tx in
      let binome = try store.open(id, for: visitor.viewer, in: tx)
      return (
        binome, try store.savoir(of: binome, for: visitor.personne, in: tx),
        try store.lignesAide(of: binome.dispositif, in: tx)
      )
    }
    guard let role = binome.role(of: visitor.personne) else { throw Absent() }
    let texte = Texte(visit.form)
    let nies = Array(visit.form.all("nie").prefix(200))
    let relecture = Relecture(texte, by: role, savoir, relecteur, nies: nies)
    let aide = Aide(relecture.alerte, lignes, Parametres())
    let kept = try await keep(relecture, visit, binome)
    return .json(try Reponse(relecture, aide, garde: kept, visit.langue).json)
  }

  /// Whether the draft is kept.
  private func keep(_ relecture: Relecture, _ visit: Visit, _ binome: Binome) async throws -> Bool {
    let visitor = try visit.person()
    let longest = FormulerSaQuestion.longueur.bornes.upperBound
    guard let enCours = EnCours(visit.form) else { return false }
    if relecture.texte.longueur == 0 {
      try await house.database.write { [store] tx in
        try store.forget(enCours, of: visitor.personne, in: binome, tx: tx)
      }
    }
    guard relecture.trouvailles.isEmpty, !relecture.fichier,
      (1...longest).contains(relecture.texte.longueur)
    else { return false }
    let geste = try? visit.geste()
    return try await house.database.write { [store] tx in
      // Sent meanwhile, or ended: a draft kept now would come back as a ghost.
      guard try !store.wasSent(geste, in: tx), try store.binome(binome.id, for: visitor.viewer, in: tx).clos == nil,
        try store.mayKeep(enCours, of: visitor.personne, in: binome, at: visit.now, tx: tx)
      else { return false }
      try store.keep(relecture.texte, as: enCours, of: visitor.personne, in: binome, tx: tx)
      return true
    }
  }
}

/// What the page's module shows under the fields. It is HTML of ours, already escaped: the module only places it.
private struct Reponse: Encodable {
  let trouvailles: [Passage]
  let html: String
  /// Whether the text is kept as a draft.
  let garde: Bool

  struct Passage: Encodable {
    let partie: String
    let mots: String
    /// The words that the proposition replaces: an elided article goes with its name.
    let avant: String
    let proposition: String
    let certaine: Bool
  }

  init(_ relecture: Relecture, _ aide: Aide?, garde: Bool, _ t: Langue) {
    self.garde = garde
    trouvailles = relecture.parties.flatMap { partie in
      partie.trouvailles.map { Passage($0, in: partie) }
    }
    html =
      group {
        aide?.markup(t)
        if relecture.fichier, let motif = relecture.judge(Parametres()).motif {
          avis(.refus, titre: t(motif.pourquoi)) { p { t(motif.issue) } }
        }
        if !relecture.trouvailles.isEmpty { passages(relecture, t) }
      }.string
  }

  var json: String {
    get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
  }
}

extension Reponse.Passage {
  init(_ trouvaille: Trouvaille, in partie: Relecture.Partie) {
    self.init(
      partie: partie.partie.rawValue, mots: trouvaille.mots(in: partie.texte),
      avant: partie.texte.slice(trouvaille.proposition.place), proposition: trouvaille.proposition.texte,
      certaine: trouvaille.certitude == .certaine)
  }
}

/// What was found, each with its ways out as buttons that the module answers.
private func passages(_ relecture: Relecture, _ t: Langue) -> Markup {
  var rang = -1
  return group {
    p { strong { t("À revoir avant d’envoyer\u{a0}:", "To look at before sending:") } }
    ul(.class("propositions")) {
      for partie in relecture.parties {
        for trouvaille in partie.trouvailles { passage(trouvaille, in: partie, rang: next(&rang), t) }
      }
    }
  }
}

private func next(_ rang: inout Int) -> String {
  rang += 1
  return String(rang)
}

private func passage(_ trouvaille: Trouvaille, in partie: Relecture.Partie, rang: String, _ t: Langue) -> Markup {
  li {
    strong { trouvaille.mots(in: partie.texte) }
    span(.class("soft")) { " \(t(trouvaille.sorte.nom))" }
    Html.div(.class("gestes")) {
      button(.type("button"), .class("bouton discret"), .data("data-remplacer", rang)) {
        t("Écrire «\u{a0}\(trouvaille.proposition.texte)\u{a0}»", "Write “\(trouvaille.proposition.texte)”")
      }
      if trouvaille.certitude == .probable {
        button(.type("button"), .class("bouton discret"), .data("data-nier", rang)) {
          t("Ce mot ne nomme personne", "This word names nobody")
        }
      }
    }
  }
}
