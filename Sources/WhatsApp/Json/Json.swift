/// Any JSON, as it was written. Meta sends one value as a number here and as a string there: both are read alike.
package enum Json: Sendable, Hashable {
  case rien
  case vrai(Bool)
  /// Its own digits: an identifier must not lose its last ones.
  case nombre(String)
  case texte(String)
  case liste([Json])
  case objet([String: Json])

  /// What stands under a name; `.rien` when nothing does, or when this is no object.
  package subscript(_ nom: String) -> Json {
    if case .objet(let champs) = self { champs[nom] ?? .rien } else { .rien }
  }

  /// A string, or the digits of a number.
  package var mots: String? {
    switch self {
    case .texte(let texte): texte
    case .nombre(let chiffres): chiffres
    case .rien, .vrai, .liste, .objet: nil
    }
  }

  package var entier: Int64? { mots.flatMap { Int64($0) } }

  /// What a list holds; nothing when this is no list.
  package var elements: [Json] { if case .liste(let elements) = self { elements } else { [] } }

  package var estObjet: Bool { if case .objet = self { true } else { false } }
}

extension Json: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByArrayLiteral
{
  package init(stringLiteral texte: String) { self = .texte(texte) }
  package init(booleanLiteral vrai: Bool) { self = .vrai(vrai) }
  package init(arrayLiteral elements: Json...) { self = .liste(elements) }

  package init(dictionaryLiteral champs: (String, Json)...) {
    self = .objet(Dictionary(champs) { _, last in last })
  }
}

extension Json {
  /// One text for one value, whatever the order it came in: names are sorted, nothing is spaced.
  package var octets: [UInt8] {
    var octets: [UInt8] = []
    write(to: &octets)
    return octets
  }

  private func write(to octets: inout [UInt8]) {
    switch self {
    case .rien: octets += "null".utf8
    case .vrai(let vrai): octets += (vrai ? "true" : "false").utf8
    case .nombre(let chiffres): octets += chiffres.utf8
    case .texte(let texte): Self.write(texte, to: &octets)
    case .liste(let elements):
      octets.append(UInt8(ascii: "["))
      for (rang, element) in elements.enumerated() {
        if rang > 0 { octets.append(UInt8(ascii: ",")) }
        element.write(to: &octets)
      }
      octets.append(UInt8(ascii: "]"))
    case .objet(let champs):
      octets.append(UInt8(ascii: "{"))
      for (rang, champ) in champs.sorted(by: { $0.key < $1.key }).enumerated() {
        if rang > 0 { octets.append(UInt8(ascii: ",")) }
        Self.write(champ.key, to: &octets)
        octets.append(UInt8(ascii: ":"))
        champ.value.write(to: &octets)
      }
      octets.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ texte: String, to octets: inout [UInt8]) {
    let hexadecimal = Array("0123456789abcdef".utf8)
    octets.append(UInt8(ascii: "\""))
    for octet in texte.utf8 {
      switch octet {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): octets += [UInt8(ascii: "\\"), octet]
      case 0..<0x20: octets += Array("\\u00".utf8) + [hexadecimal[Int(octet >> 4)], hexadecimal[Int(octet & 15)]]
      default: octets.append(octet)
      }
    }
    octets.append(UInt8(ascii: "\""))
  }
}
