/// How a message stands towards the other: whether it hands over a decision, or takes one in their place.
package enum Posture {
  /// Where somebody asks the other to decide in their place, in Unicode scalars of the text as written; none when they
  /// do not. A bare "que dois-je faire ?" counts only when nothing of one's own stands beside it.
  package static func yields(_ text: String) -> [Range<Int>] {
    let propos = Propos(text)
    let thinks = MotsDeCession.reflexion.occur(in: propos.mots.indices, of: propos)
    let arranges = propos.mots.contains { MotsDeCession.rendezVous.contains($0) }
    return find(in: propos) { rang in
      if let end = MotsDeCession.demandes.end(from: rang, in: propos), !isHeld(rang, propos) { return end }
      if !arranges, let end = MotsDeCession.renvois.end(from: rang, in: propos), !isHeld(rang, propos) { return end }
      return thinks ? nil : MotsDeCession.questions.end(from: rang, in: propos)
    }
  }

  /// Where somebody orders rather than helps to think, in Unicode scalars of the text as written; none when they do not.
  package static func orders(_ text: String) -> [Range<Int>] {
    let propos = Propos(text)
    return find(in: propos) { rang in
      guard !propos.isAsked(rang) else { return nil }
      if let end = MotsDOrdre.volontes.end(from: rang, in: propos) { return end }
      if let end = MotsDOrdre.devoirs.end(from: rang, in: propos), owes(rang..<end, propos) { return end }
      if let end = MotsDOrdre.imperatifs.end(from: rang, in: propos), commands(rang..<end, propos) { return end }
      return nil
    }
  }

  /// What is found and said in one's own name, in order, each once.
  private static func find(in propos: Propos, _ end: (Int) -> Int?) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var rang = 0
    while rang < propos.mots.count {
      if let end = end(rang), !propos.isReported(rang..<end) {
        found.append(propos.place(rang..<end))
        rang = end
      } else {
        rang += 1
      }
    }
    return found
  }

  /// "Je ne vous demande pas de …", "si vous décidiez pour moi".
  private static func isHeld(_ rang: Int, _ propos: Propos) -> Bool {
    let before = propos.clause(before: rang)
    return before.contains { MotsDeCession.refus.contains($0) }
      || MotsDeCession.conditions.contains(before.last ?? "")
  }

  /// An order, and not a fact that somebody restates or lives with.
  private static func owes(_ rangs: Range<Int>, _ propos: Propos) -> Bool {
    if MotsDOrdre.reprises.occur(in: propos.sentence(around: rangs), of: propos) { return false }
    guard MotsDOrdre.subordonnants.contains(propos.mot(rangs.lowerBound - 1)) else { return true }
    return ((rangs.lowerBound - 3)..<rangs.lowerBound).contains {
      MotsDOrdre.opinions.end(from: $0, in: propos) == rangs.lowerBound
    }
  }

  /// An order, and not an offer, something arranged between them, or what a third person does.
  private static func commands(_ rangs: Range<Int>, _ propos: Propos) -> Bool {
    let next = propos.mot(rangs.upperBound) == "-" ? rangs.upperBound + 1 : rangs.upperBound
    // "Dites oui ou dites non": a choice is left.
    if propos.mot(next) == "ou" { return false }
    if rangs.count == 1, MotsDOrdre.retenues.contains(propos.mot(next)) { return false }
    if (next...(next + 2)).contains(where: { MotsDOrdre.rencontre.contains(propos.mot($0)) }) { return false }
    let sentence = propos.sentence(around: rangs)
    if MotsDOrdre.offres.occur(in: sentence, of: propos) { return false }
    // After a comma, "refuse" is also what "ton chef" does: "tu" must have been said.
    guard propos.mot(rangs.lowerBound - 1) == ",", Verbes.homographes.contains(propos.mot(rangs.lowerBound)) else {
      return true
    }
    return propos.mots[sentence.lowerBound..<rangs.lowerBound].contains { MotsDOrdre.tutoiement.contains($0) }
  }
}
