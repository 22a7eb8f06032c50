import Html

extension SauvegardeError {
  package var phrase: Phrase {
    switch self {
    case .systeme, .pleine, .dossierAbsent, .inconnu, .formatRecent, .abime, .coupe, .autreCle: fichier
    case .programmeAbsent, .programme, .enCours, .essai: travail
    case .depareilles, .autreMoteur, .versionRecente, .autreSchema, .occupee, .autresCles, .illisibles: restauration
    }
  }

  /// About one file.
  private var fichier: Phrase {
    switch self {
    case .systeme(let path, let reason):
      Phrase(fr: "\(path)\u{a0}: \(reason).", en: "\(path): \(reason).")
    case .pleine(let path):
      Phrase(
        fr:
          "Il n’y a plus de place pour écrire \(path). Les sauvegardes d’avant sont intactes\u{a0}: faites de la place.",
        en: "There is no room left to write \(path). Earlier backups are intact: make room.")
    case .dossierAbsent(let path):
      Phrase(
        fr: "Le dossier \(path) n’est pas là. Branchez son disque, ou créez-le.",
        en: "The folder \(path) is not there. Plug its disk in, or make it.")
    case .inconnu(let path):
      Phrase(
        fr: "\(path) n’est pas une sauvegarde de Vademecum, ou son début est abîmé.",
        en: "\(path) is not a backup of Vademecum, or its beginning is damaged.")
    case .formatRecent(let path):
      Phrase(
        fr: "\(path) a été écrit par une version plus récente. Mettez à jour.",
        en: "\(path) was written by a newer version. Upgrade.")
    case .abime(let path, let bloc):
      Phrase(
        fr: "\(path) est abîmé à partir du bloc \(bloc). Prenez une autre sauvegarde.",
        en: "\(path) is damaged from block \(bloc) on. Take another backup.")
    case .coupe(let path):
      Phrase(
        fr: "\(path) est coupé\u{a0}: la fin manque. Prenez une autre sauvegarde.",
        en: "\(path) is cut: its end is missing. Take another backup.")
    case .autreCle(let path):
      Phrase(
        fr: "\(path) est scellé avec une autre clé maîtresse que celle d’ici. Donnez la bonne clé.",
        en: "\(path) is sealed with another master key than the one here. Give the right key.")
    default: Phrase(fr: "", en: "")
    }
  }

  /// About what was being done.
  private var travail: Phrase {
    switch self {
    case .programmeAbsent(let name):
      Phrase(
        fr: "Le programme \(name) manque\u{a0}: installez postgresql-client.",
        en: "The program \(name) is missing: install postgresql-client.")
    case .programme(let name, let reason):
      Phrase(fr: "\(name) s’est arrêté\u{a0}: \(reason)", en: "\(name) stopped: \(reason)")
    case .enCours(let path):
      Phrase(
        fr: "Une autre sauvegarde travaille déjà dans \(path). Attendez qu’elle ait fini.",
        en: "Another backup is already at work in \(path). Wait until it has ended.")
    case .essai(let defaut):
      Phrase(
        fr: "La copie n’est pas bonne\u{a0}: \(defaut.phrase.fr).", en: "The copy is not good: \(defaut.phrase.en).")
    default: Phrase(fr: "", en: "")
    }
  }

  /// About what stands in the way of restoring.
  private var restauration: Phrase {
    switch self {
    case .depareilles(let donnees, let cles):
      Phrase(
        fr: "\(donnees) et \(cles) ne vont pas ensemble. Prenez deux fichiers de même date, .donnees et .cles.",
        en: "\(donnees) and \(cles) do not go together. Take two files of one date, .donnees and .cles.")
    case .autreMoteur(let fichier, let ici):
      Phrase(
        fr: "Cette sauvegarde vient de \(fichier.rawValue), et ce serveur est réglé pour \(ici.rawValue).",
        en: "This backup comes from \(fichier.rawValue), and this server is set for \(ici.rawValue).")
    case .versionRecente(let noms):
      Phrase(
        fr:
          "Cette sauvegarde vient d’une version plus récente (\(noms.joined(separator: ", "))). Mettez à jour d’abord.",
        en: "This backup comes from a newer version (\(noms.joined(separator: ", "))). Upgrade first.")
    case .autreSchema(let fichier, let ici):
      Phrase(
        fr: "Cette sauvegarde vient du schéma \(fichier), et la base d’ici ouvre \(ici).",
        en: "This backup comes from schema \(fichier), and the base here opens \(ici).")
    case .occupee(let path):
      Phrase(
        fr: "\(path) n’est pas vide\u{a0}: rien n’a été touché. Mettez cette base de côté, puis recommencez.",
        en: "\(path) is not empty: nothing was touched. Put that base aside, then start again.")
    case .autresCles(let path):
      Phrase(
        fr:
          "Les clés de \(path) ne sont pas celles de cette sauvegarde\u{a0}: rien n’a été touché. Mettez-les de côté.",
        en: "The keys in \(path) are not those of this backup: nothing was touched. Put them aside.")
    case .illisibles(let paths):
      Phrase(
        fr:
          "Ces fichiers ne se lisent pas, et nomment peut-être des personnes effacées depuis\u{a0}: \(paths.joined(separator: ", ")). Rien n’a été touché.",
        en:
          "These files cannot be read, and may name people erased since: \(paths.joined(separator: ", ")). Nothing was touched."
      )
    default: Phrase(fr: "", en: "")
    }
  }
}
