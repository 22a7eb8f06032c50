import Chartes
import Discretion
import Html
import Web

/// The notes of a form, read again in memory before anything of them is kept: what is certain is held back, what is likely
/// is replaced or said to name nobody.
struct NotesRelues: Sendable {
  struct Note: Sendable {
    let champ: String
    let texte: String
    let trouvailles: [Trouvaille]
  }

  let notes: [Note]
  /// Said to name nobody, now or in an earlier step of the form.
  let nies: [String]

  /// Beyond, nothing is read and nothing is kept: no note is that long.
  static let longest = 4000
}

extension NotesRelues {
  /// - Parameters:
  ///   - champs: the fields that hold free words.
  ///   - allowed: the names that may stand there: the person's own first name.
  init(_ form: FormData, champs: [String], allowed: [String], _ relecteur: Relecteur) {
    let issues = Issues(form)
    let nies = issues.nies(form)
    let denied = Set(nies.map { Relecteur.key($0) })
    self.nies = nies
    notes = champs.filter { !form.text($0).isEmpty }.map { champ in
      let typed = String(form.text(champ).prefix(Self.longest))
      let chosen = relecteur.read(typed, allowed: allowed).filter { issues.replaces($0.mots(in: typed)) }
      let texte = chosen.isEmpty ? typed : Relecteur.replace(chosen, in: typed)
      // What is certain is never waved through: only doubt may be.
      let left = relecteur.read(texte, allowed: allowed).filter { trouvaille in
        trouvaille.isCertain || !denied.contains(Relecteur.key(trouvaille.mots(in: texte)))
      }
      return Note(champ: champ, texte: texte, trouvailles: left)
    }
  }

  subscript(_ champ: String) -> String { notes.first { $0.champ == champ }?.texte ?? "" }

  /// Each passage that is left, with its words.
  var found: [(mots: String, trouvaille: Trouvaille)] {
    notes.flatMap { note in note.trouvailles.map { (mots: $0.mots(in: note.texte), trouvaille: $0) } }
  }

  /// - Throws: `ARelire` while something still names somebody.
  func enforced(_ p: Parametres) throws -> NotesRelues {
    let files = notes.count { Collage.isFile($0.texte) }
    let verdict = ResterDiscret.judge(
      .init(
        certains: files + found.count(where: \.trouvaille.isCertain),
        probables: found.count { !$0.trouvaille.isCertain }), p)
    if let motif = verdict.motif, !verdict.passes { throw ARelire(notes: self, motif: motif) }
    return self
  }
}

/// A note names somebody: the page comes back with what was typed and the ways out. Nothing was kept.
struct ARelire: Error {
  let notes: NotesRelues
  let motif: Motif

  /// What the author chose to replace is replaced already.
  func form(_ typed: FormData) -> FormData {
    FormData(
      pairs: typed.typed.map { pair in
        (pair.nom, notes.notes.first { $0.champ == pair.nom }?.texte ?? pair.valeur)
      }.filter { !$0.0.hasPrefix("mot-") && !$0.0.hasPrefix("issue-") && $0.0 != "nie" })
  }

  /// The fields that `NotesRelues` reads next time.
  func markup(_ t: Langue) -> Markup {
    group {
      for nie in notes.nies { cache("nie", nie) }
      if !notes.found.isEmpty { issues(notes.found, t) }
    }
  }
}
