/// Whose words they are: said by somebody else, they are told, not meant.
extension Propos {
  /// Quoted, announced ("il m'a dit : …") or signed afterwards ("…, m'a-t-il dit").
  func isReported(_ rangs: Range<Int>) -> Bool {
    isQuoted(rangs.lowerBound) || isAnnounced(rangs) || isSigned(rangs)
  }

  private func isAnnounced(_ rangs: Range<Int>) -> Bool {
    let before = mots[sentence(around: rangs).lowerBound..<rangs.lowerBound]
    guard let verb = before.lastIndex(where: { Paroles.annonces.contains($0) }) else { return false }
    // "Je vous le dis : …" is one's own word.
    let lead = before[..<verb]
    let isOwn = lead.contains { ["je", "j'", "i"].contains($0) }
    if isOwn, lead.contains(where: { ["vous", "te", "t'", "you"].contains($0) }) { return false }
    if mots[verb] == "selon" { return mot(verb + 1) != "moi" }
    let link = mots[(verb + 1)..<rangs.lowerBound]
    if link.contains(":") { return true }
    if link.contains(","), link.first != "," { return false }
    return link.count <= 2 || link.contains { ["que", "qu'"].contains($0) }
  }

  private func isSigned(_ rangs: Range<Int>) -> Bool {
    let after = mots[rangs.upperBound..<sentence(around: rangs).upperBound]
    guard let comma = after.firstIndex(of: ",") else { return false }
    let tail = after[(comma + 1)...].prefix(7)
    guard let first = tail.first, Paroles.incises.contains(first) || Paroles.dits.contains(first) else { return false }
    return tail.contains { Paroles.dits.contains($0) } && !tail.contains { ["je", "j'"].contains($0) }
  }
}

/// Words that give speech to somebody, folded.
private enum Paroles {
  /// What another says, before or after their words.
  static let dits: Set<String> = [
    "dit", "disait", "disaient", "disent", "repete", "repetait", "repetaient", "repetent", "repond", "repondu",
    "repondait", "ecrit", "ecrivait", "crie", "criait", "lance", "lancait", "ordonne", "ordonnait", "explique",
    "expliquait", "murmure", "hurle", "souffle", "glisse", "assure", "affirme", "pretend", "said", "says", "told",
    "wrote",
  ]
  /// What announces words, even those of the one who is written to: "vous dites que …".
  static let annonces = dits.union([
    "dis", "dites", "dire", "dises", "disiez", "disais", "demande", "demandait", "demandent", "repeter", "repetez",
    "repetes", "entendre", "entendu", "entends", "entendez", "ecrire", "ecris", "ecrivez", "selon", "say", "saying",
    "telling", "tells", "asked", "asks", "heard", "sounds",
  ])
  /// "…, m'a-t-il dit", "…, avait lancé mon directeur".
  static let incises: Set<String> = [
    "m'", "me", "t'", "te", "nous", "vous", "lui", "leur", "a", "avait", "ont", "he", "she",
  ]
}
