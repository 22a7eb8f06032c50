/// The id of a field, from its name. Two names never give the same id.
func identifiant(_ nom: String) -> String {
  var id = "champ-"
  for octet in nom.utf8 {
    switch octet {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      id.unicodeScalars.append(Unicode.Scalar(octet))
    default:
      id += "-\(String(octet, radix: 16))-"
    }
  }
  return id
}
