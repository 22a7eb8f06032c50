import Base
import Chartes
import Html
import Personnes
import Temps

/// What we answer on WhatsApp. None of it repeats what was written.
enum MotWhatsApp: Sendable {
  case relie, pris, image, autre, lien, retire, dejaRemis
  case retenu(Motif)
  case conseil(Motif)
  case aide(Aide)
  case horsDesHeures(Instant)

  /// - Parameter page: the pair's, where one writes with help.
  func texte(_ t: Langue, page: String, autre prenom: String, heures: Heures) -> String {
    switch self {
    case .relie:
      t(
        "WhatsApp est relié. Ce que vous écrivez ici suit les règles que vous avez signées\u{a0}: ni nom, ni image. Pour l’enlever\u{a0}: \(page)/whatsapp",
        "WhatsApp is linked. What you write here follows the rules you signed: no name, no picture. To take it away: \(page)/whatsapp"
      )
    case .pris:
      t(
        "Ce numéro sert déjà à un binôme. Enlevez-le d’abord là-bas\u{a0}: \(page)/whatsapp",
        "This number serves a pair already. First take it away there: \(page)/whatsapp")
    case .image:
      t(
        "Les images et les fichiers ne passent pas\u{a0}: ils pourraient montrer quelqu’un. Le vôtre n’a pas été ouvert. Dites avec vos mots ce qu’il montre.",
        "Pictures and files do not pass: they could show somebody. Yours was not opened. Say in your own words what it shows."
      )
    case .autre:
      t(
        "Ici ne passent que des mots. Ce que vous avez envoyé n’a pas été gardé.",
        "Only words pass here. What you sent was not kept.")
    case .lien: t("Vos échanges sont ici\u{a0}: \(page)", "Your exchanges are here: \(page)")
    case .retire:
      t("Votre message est retiré. Il n’en reste rien.", "Your message is taken back. Nothing of it remains.")
    case .dejaRemis:
      t(
        "Votre message venait d’être remis\u{a0}: il reste dans vos échanges. Écrivez-en un autre pour préciser.",
        "Your message had just been delivered: it stays in your exchanges. Write another one to say more.")
    case .retenu(let motif):
      t(motif.pourquoi) + " " + t(motif.issue) + " "
        + t("Pour écrire avec de l’aide\u{a0}: \(page)#ecrire", "To write with some help: \(page)#ecrire")
    case .conseil(let motif):
      t("C’est transmis. ", "It is passed on. ") + t(motif.pourquoi) + " "
        + t(
          "Tant qu’il n’est pas lu, vous pouvez encore le changer.", "Until it is read, you can still change it.")
    case .aide(let aide):
      ([t(aide.motif.pourquoi), t(aide.motif.issue)]
        + aide.lignes.map { "\($0.numero)\(t("\u{a0}: ", ": "))\(t($0.nom)). \(t($0.heures))." })
        .joined(separator: "\n")
    case .horsDesHeures(let arrivee):
      t(
        "C’est gardé. \(prenom) pourra vous lire dès \(heures.quand(arrivee)). D’ici là, vous pouvez le changer ou le retirer.",
        "It is kept. \(prenom) can read it from \(heures.quand(arrivee)). Until then, you can change it or take it back."
      )
    }
  }

  /// The one answer to somebody who is of no pair.
  static func inconnu(_ origin: String) -> String {
    let phrase = Phrase(
      "Bonjour. Ce numéro sert à des personnes qui s’écrivent dans un accompagnement. Ce que vous avez envoyé n’a pas été gardé. Pour en savoir plus\u{a0}: \(origin). En danger, appelez le 112.",
      "Hello. This number serves people who write to each other in a programme. What you sent was not kept. To know more: \(origin). In danger, call 112."
    )
    // Nobody knows which one they read.
    return Langue.allCases.map { $0(phrase) }.joined(separator: "\n\n")
  }
}

extension MentoratRoom {
  func say(_ mot: MotWhatsApp, to liaison: Liaison, at now: Instant, in tx: Transaction) throws {
    let viewer = Viewer.person(liaison.personne)
    let personne = try personnes.personne(liaison.personne, for: viewer, in: tx)
    let binome = try store.binome(liaison.binome, for: viewer, in: tx)
    let autre = try personnes.prenom(
      of: binome.other(than: liaison.personne), for: viewer, personne.langue, in: tx)
    let fuseauDuMentor = try store.enVigueur(binome, in: tx)?.termes.fuseau ?? personne.fuseau
    let heures = Heures(t: personne.langue, fuseau: personne.fuseau, autre: fuseauDuMentor, now: now)
    let texte = mot.texte(
      personne.langue, page: "\(origin)/binomes/\(binome.id)", autre: autre.prenom, heures: heures)
    try say(texte, to: liaison, at: now, in: tx)
  }

  /// Answers that have just arrived, to whoever chose WhatsApp: their words while it is open, else only that they wait.
  func relay(_ messages: [MessageID], to personne: PersonneID, of binome: Binome, at now: Instant, in tx: Transaction)
    throws
  {
    guard whatsApp != nil, !messages.isEmpty,
      let liaison = try store.liaison(of: personne, in: binome, tx: tx), liaison.identite != nil
    else { return }
    guard liaison.isOpen(at: now) else {
      try store.keepWaiting(messages, for: liaison, in: tx)
      return try sayThatSomethingWaits(to: liaison, at: now, in: tx)
    }
    let reader = try personnes.personne(personne, for: .person(personne), in: tx)
    let autre = try personnes.prenom(of: binome.other(than: personne), for: .person(personne), reader.langue, in: tx)
    for id in messages {
      let message = try store.message(id, of: binome, for: personne, at: now, in: tx)
      guard let mots = message.texte?.ensemble, mots.count <= Self.plusLongTexte else {
        try say(.lien, to: liaison, at: now, in: tx)
        continue
      }
      let texte = reader.langue("\(autre.prenom) vous répond\u{a0}:", "\(autre.prenom) answers you:") + "\n\n" + mots
      try say(texte, to: liaison, at: now, in: tx)
    }
  }

  /// What only waited until now, to whoever touched the button that says so: that opened WhatsApp for another day.
  func sayWhatWaits(to liaison: Liaison, at now: Instant, in tx: Transaction) throws {
    let binome = try store.binome(liaison.binome, for: .person(liaison.personne), in: tx)
    let waiting = try store.takeWaiting(for: liaison, of: binome, at: now, in: tx)
    guard !waiting.isEmpty else { return try say(.lien, to: liaison, at: now, in: tx) }
    try relay(waiting, to: liaison.personne, of: binome, at: now, in: tx)
  }

  /// At an opening, a mentor who chose WhatsApp learns there that something waits; the words are read on the site.
  func relayThatSomethingWaits(to personne: PersonneID, of binome: Binome, at now: Instant, in tx: Transaction) throws {
    guard whatsApp != nil, let liaison = try store.liaison(of: personne, in: binome, tx: tx), liaison.identite != nil
    else { return }
    if liaison.isOpen(at: now) {
      try say(.lien, to: liaison, at: now, in: tx)
    } else {
      try sayThatSomethingWaits(to: liaison, at: now, in: tx)
    }
  }
}
