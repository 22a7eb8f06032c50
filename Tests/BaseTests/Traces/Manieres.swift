import Temps
import Troupe

@testable import Base

/// Every manner of lying about the past, drawn at random, by somebody who holds the base but not the master key.
enum Maniere: CaseIterable {
  case retouche, retrait, retraits, echange, debutCoupe, finCoupee, ligneForgee, doublon, refonte
  case teteRetouchee, teteOtee, tetesOtees, teteRejouee, teteForgee
  case coupeRetouchee, coupeOtee, coupeForgee
}

/// Somebody who forges, with a key of their own.
struct Faussaire {
  let vault: Vault
  var hasard: Hasard

  /// `chaine`, changed in this manner: never the same, and never only longer.
  mutating func tamper(_ chaine: Chaine, _ maniere: Maniere) throws -> Chaine {
    while true {
      var forged = chaine
      try change(&forged, maniere)
      if forged != chaine { return forged }
    }
  }

  private mutating func change(_ chaine: inout Chaine, _ maniere: Maniere) throws {
    switch maniere {
    case .retouche: retouch(&chaine)
    case .retrait: remove(&chaine, among: chaine.lignes.indices)
    case .retraits: removeSeveral(&chaine)
    case .echange: swap(&chaine)
    case .debutCoupe: try cutBeginning(&chaine)
    case .finCoupee: cutEnd(&chaine)
    case .ligneForgee: insert(&chaine, forgedLine(after: chaine))
    case .doublon: insert(&chaine, copy(of: chaine.lignes[index(chaine.lignes)]))
    case .refonte: try rewrite(&chaine)
    case .teteRetouchee: retouchHead(&chaine)
    case .teteOtee: chaine.tetes.remove(at: index(chaine.tetes))
    case .tetesOtees: chaine.tetes.removeLast(draw(1...chaine.tetes.count))
    case .teteRejouee: replayHead(&chaine)
    case .teteForgee: try forgeHead(&chaine)
    case .coupeRetouchee: retouchCut(&chaine)
    case .coupeOtee: chaine.coupes.remove(at: index(chaine.coupes))
    case .coupeForgee: try forgeCut(&chaine, leaving: draw(1..<chaine.lignes.count))
    }
  }

  // MARK: Lines

  private mutating func retouch(_ chaine: inout Chaine) {
    let index = index(chaine.lignes)
    switch draw(0...6) {
    case 0: chaine.lignes[index].acteur = PersonneID.someone().text
    case 1: chaine.lignes[index].geste += "s"
    case 2: chaine.lignes[index].objet = String(chaine.lignes[index].objet.dropLast())
    case 3: chaine.lignes[index].le = chaine.lignes[index].le + .milliseconds(coin() ? 1 : -1)
    case 4: chaine.lignes[index].id = ID<TraceTag>.make(at: Fondation.now).text
    case 5: chaine.lignes[index].empreinte = String(chaine.lignes[index].empreinte.reversed())
    case 6 where coin(): chaine.lignes[index].rang = chaine.lignes.last!.rang + draw(2...9)
    default: chaine.lignes[index].rang = chaine.depart.rang - draw(0...9)
    }
  }

  private mutating func remove(_ chaine: inout Chaine, among indices: Range<Int>) {
    chaine.lignes.remove(at: draw(indices))
    if coin() { chaine.lignes.renumber(from: chaine.depart.rang + 1) }
  }

  private mutating func removeSeveral(_ chaine: inout Chaine) {
    let first = index(chaine.lignes)
    chaine.lignes.removeSubrange(first...draw(first...chaine.lignes.count - 1))
    if coin() { chaine.lignes.renumber(from: chaine.depart.rang + 1) }
  }

  private mutating func swap(_ chaine: inout Chaine) {
    chaine.lignes.swapAt(index(chaine.lignes), index(chaine.lignes))
    chaine.lignes.renumber(from: chaine.depart.rang + 1)
  }

  private mutating func cutBeginning(_ chaine: inout Chaine) throws {
    let count = draw(1..<chaine.lignes.count)
    switch draw(0...2) {
    case 0: chaine.lignes.removeFirst(count)
    case 1:
      // The last cut is told to have been made further on.
      let last = chaine.coupes.count - 1
      chaine.coupes[last].maillon = chaine.lignes[count - 1].maillon
      chaine.lignes.removeFirst(count)
    default: try forgeCut(&chaine, leaving: chaine.lignes.count - count)
    }
  }

  private mutating func cutEnd(_ chaine: inout Chaine) {
    chaine.lignes.removeLast(draw(1...chaine.lignes.count))
    let end = chaine.lignes.last?.rang ?? 0
    if coin() { chaine.tetes.removeAll { $0.maillon.rang > end } }
  }

  /// Anywhere but after the end: whoever may write can always add.
  private mutating func insert(_ chaine: inout Chaine, _ ligne: LigneDeTrace) {
    let index = index(chaine.lignes)
    chaine.lignes.insert(ligne, at: index)
    chaine.lignes.renumber(from: chaine.depart.rang + 1)
    if coin() {
      let before = index == 0 ? chaine.depart : chaine.lignes[index - 1].maillon
      chaine.lignes[index].maillon = before.followed(by: ligne)
    }
  }

  private func forgedLine(after chaine: Chaine) -> LigneDeTrace {
    LigneDeTrace(
      rang: 0, id: ID<TraceTag>.make(at: Fondation.now).text, acteur: PersonneID.someone().text, geste: "connexion",
      objet: "autre", le: chaine.lignes[0].le, empreinte: String(repeating: "0", count: 64))
  }

  private func copy(of ligne: LigneDeTrace) -> LigneDeTrace {
    var copy = ligne
    copy.id = ID<TraceTag>.make(at: Fondation.now).text
    return copy
  }

  /// Another past, well made to its end.
  private mutating func rewrite(_ chaine: inout Chaine) throws {
    let index = index(chaine.lignes)
    switch draw(0...2) {
    case 0: chaine.lignes[index].objet += " ou un autre"
    case 1: chaine.lignes.remove(at: index)
    default: chaine.lignes.insert(forgedLine(after: chaine), at: index)
    }
    chaine.lignes.renumber(from: chaine.depart.rang + 1)
    chaine.lignes.rechain(from: min(index, chaine.lignes.count), after: chaine.depart)
    let rang = chaine.depart.rang + index
    switch draw(0...3) {
    case 0: break
    case 1: chaine.tetes.removeAll { $0.maillon.rang > rang }
    case 2: try resign(&chaine, from: rang, with: vault)
    default: try resign(&chaine, from: rang, with: nil)
    }
  }

  /// Heads that say what the lines say now: with a key of one's own, or with the signatures of before.
  private func resign(_ chaine: inout Chaine, from rang: Int, with vault: Vault?) throws {
    for index in chaine.tetes.indices where chaine.tetes[index].maillon.rang > rang {
      let before = chaine.tetes[index]
      guard let ligne = chaine.lignes.first(where: { $0.rang == before.maillon.rang }) else { continue }
      chaine.tetes[index].maillon = ligne.maillon
      guard let vault else { continue }
      chaine.tetes[index] = try Tete(
        numero: before.numero, maillon: ligne.maillon, le: before.le, signedBy: vault)
    }
  }

  // MARK: Heads

  private mutating func retouchHead(_ chaine: inout Chaine) {
    let index = index(chaine.tetes)
    let before = chaine.tetes[index]
    switch draw(0...5) {
    case 0: chaine.tetes[index].numero = chaine.tetes.last!.numero + draw(2...9)
    case 1: chaine.tetes[index].maillon = Maillon(rang: before.maillon.rang + 1, empreinte: before.maillon.empreinte)
    case 2:
      chaine.tetes[index].maillon = Maillon(
        rang: before.maillon.rang, empreinte: String(before.maillon.empreinte.reversed()))
    case 3: chaine.tetes[index].le = before.le + .milliseconds(1)
    case 4: chaine.tetes[index].cachet = flipped(before.cachet)
    default: chaine.tetes[index].cachet = stranger(before.cachet)
    }
    chaine.tetes.sort { $0.numero < $1.numero }
  }

  private mutating func replayHead(_ chaine: inout Chaine) {
    var head = chaine.tetes[index(chaine.tetes)]
    head.numero = chaine.tetes.last!.numero + 1
    chaine.tetes.append(head)
  }

  private mutating func forgeHead(_ chaine: inout Chaine) throws {
    let forged = try Tete(
      numero: chaine.tetes.last!.numero + (coin() ? 1 : 0), maillon: chaine.lignes[index(chaine.lignes)].maillon,
      le: Fondation.now, signedBy: vault)
    chaine.tetes.removeAll { $0.numero == forged.numero }
    chaine.tetes.append(forged)
  }

  // MARK: Cuts

  private mutating func retouchCut(_ chaine: inout Chaine) {
    let index = index(chaine.coupes)
    let before = chaine.coupes[index]
    switch draw(0...6) {
    case 0: chaine.coupes[index].numero = chaine.coupes.last!.numero + draw(2...9)
    case 1: chaine.coupes[index].maillon = Maillon(rang: before.maillon.rang + 1, empreinte: before.maillon.empreinte)
    case 2:
      chaine.coupes[index].maillon = Maillon(
        rang: before.maillon.rang, empreinte: String(before.maillon.empreinte.reversed()))
    case 3: chaine.coupes[index].avant = before.avant - .milliseconds(1)
    case 4: chaine.coupes[index].le = before.le + .milliseconds(1)
    case 5: chaine.coupes[index].rompue = before.rompue == nil ? before.maillon.rang : nil
    default: chaine.coupes[index].cachet = coin() ? flipped(before.cachet) : stranger(before.cachet)
    }
    chaine.coupes.sort { $0.numero < $1.numero }
  }

  /// The first lines leave behind a cut that somebody else signed.
  private mutating func forgeCut(_ chaine: inout Chaine, leaving count: Int) throws {
    let gone = chaine.lignes.count - count
    chaine.coupes.append(
      try Coupe(
        numero: (chaine.coupes.last?.numero ?? 0) + 1, maillon: chaine.lignes[gone - 1].maillon, avant: Fondation.now,
        le: Fondation.now + TraceChain.garde, rompue: nil, signedBy: vault))
    chaine.lignes.removeFirst(gone)
  }

  // MARK: Chance

  private func flipped(_ cachet: Cachet) -> Cachet {
    var signature = cachet.signature
    signature[0] ^= 1
    return Cachet(signature: signature, clePublique: cachet.clePublique)
  }

  private func stranger(_ cachet: Cachet) -> Cachet {
    let other = (try? vault.sign([]))?.clePublique ?? []
    return Cachet(signature: cachet.signature, clePublique: other)
  }

  private mutating func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &hasard) }
  private mutating func draw(_ range: Range<Int>) -> Int { Int.random(in: range, using: &hasard) }
  private mutating func index(_ values: [some Any]) -> Int { draw(0..<values.count) }
  private mutating func coin() -> Bool { Bool.random(using: &hasard) }
}
