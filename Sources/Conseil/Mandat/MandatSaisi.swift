import Chartes
import Foundation
import Html
import Temps
import Web

/// A mandate as it is asked for: what could be read, and what is missing.
struct MandatSaisi: Sendable {
  let termes: Mandat.Termes
  let demarches: [Demarche]
  let jours: Int
  let langue: Langue
  /// nil when the question was not answered.
  let exclusion: Exclusion?
  let saisie: Saisie

  /// "Is this person a minor, or protected?", with "neither" as an answer.
  enum Exclusion: Sendable, Equatable {
    case aucune
    case cas(AgirSousMandat.Exclusion)

    init?(_ code: String) {
      if code == "aucune" {
        self = .aucune
      } else if let cas = AgirSousMandat.Exclusion(rawValue: code) {
        self = .cas(cas)
      } else {
        return nil
      }
    }
  }

  /// - Parameter jour: today, where the mandate is written.
  init(_ form: FormData, le jour: Jour) {
    var (termes, saisie) = (Mandat.Termes(), Saisie())
    termes.prenom = form.text("prenom")
    termes.nom = form.text("nom")
    for (champ, valeur) in [("prenom", termes.prenom), ("nom", termes.nom)] {
      saisie.note(
        champ, unless: valeur.fits(80) && valeur.contains(where: \.isLetter),
        Phrase("Écrivez-le comme sur ses papiers.", "Write it as on their papers."))
    }
    termes.naissance = Int(form.text("naissance"))
    saisie.note(
      "naissance", unless: termes.naissance.map { (1900...jour.year).contains($0) } ?? false,
      Phrase("Écrivez une année entre 1900 et \(jour.year).", "Write a year between 1900 and \(jour.year)."))
    termes.risque = Risque(rawValue: form.text("risque"))?.rawValue ?? ""
    termes.avant = Self.avant(form, jour, &saisie)
    termes.operateur = Operateur(rawValue: form.text("operateur"))?.rawValue ?? ""
    termes.agent = AgentDemande(rawValue: form.text("agent"))?.rawValue ?? ""
    let codes = Set(form.all("demarche"))
    demarches = Demarche.mandatables.filter { codes.contains($0.rawValue) }
    saisie.note(
      "demarche", unless: codes.isSubset(of: Demarche.mandatables.map(\.rawValue)),
      Phrase(
        "Choisissez dans la liste\u{a0}: un mandat ne couvre rien d’autre.",
        "Choose from the list: a mandate covers nothing else."))
    jours = form.integer("jours") ?? 0
    langue = Langue(rawValue: form.text("langue")) ?? .fr
    // Nobody who turns eighteen only next year signs, whatever was ticked.
    let tooYoung = termes.naissance.map { jour.year - $0 < 18 && $0 <= jour.year } ?? false
    exclusion = tooYoung ? .cas(.mineur) : Exclusion(form.text("exclusion"))
    saisie.note(
      "exclusion", unless: exclusion != nil,
      Phrase("Posez la question, et notez la réponse.", "Ask the question, and note the answer."))
    (self.termes, self.saisie) = (termes, saisie)
  }

  private static func avant(_ form: FormData, _ jour: Jour, _ saisie: inout Saisie) -> String {
    guard let avant = Jour(form.text("avant")) else {
      saisie.note(
        "avant",
        Phrase(
          "Écrivez un jour qui existe\u{a0}: avant quand faut-il agir\u{a0}?",
          "Write a day that exists: by when must somebody act?"))
      return ""
    }
    saisie.note(
      "avant", unless: avant >= jour,
      Phrase("Ce jour est passé. Écrivez celui qui vient.", "That day is past. Write the one to come."))
    saisie.note(
      "avant", unless: avant <= jour.advanced(by: 366),
      Phrase(
        "C’est dans plus d’un an\u{a0}: vous avez le temps de le faire ensemble.",
        "That is more than a year away: there is time to do it together."))
    return avant.iso
  }

  /// What the article judges.
  var ouverture: AgirSousMandat.Ouverture {
    .init(
      risque: !termes.risque.isEmpty, agent: !termes.operateur.isEmpty && !termes.agent.isEmpty, exclusion: exclu,
      duree: jours, demarches: demarches.count)
  }

  /// Who cannot give a mandate here, when that is known.
  var exclu: AgirSousMandat.Exclusion? {
    if case .cas(let cas) = exclusion { cas } else { nil }
  }
}

extension Mandat {
  /// A form that begins with what an earlier mandate said. The risk and the agent are asked about again.
  var form: FormData {
    FormData(
      pairs: [
        ("prenom", termes.prenom), ("nom", termes.nom), ("naissance", termes.naissance.map(String.init) ?? ""),
        ("risque", termes.risque), ("operateur", termes.operateur), ("jours", String(jours)),
        ("langue", langue.rawValue),
      ] + demarches.map { ("demarche", $0.rawValue) })
  }
}
