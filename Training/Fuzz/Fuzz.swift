import Foundation

/// Any bytes: what is found must stand inside the text, in order, and the rewording must be possible.
@_cdecl("LLVMFuzzerTestOneInput") public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  let scalars = text.unicodeScalars.count
  var carnet = Carnet()
  let found = lecteur.read(text, carnet: &carnet)
  var end = 0
  for one in found {
    precondition(one.place.lowerBound >= end && one.place.upperBound <= scalars && !one.place.isEmpty)
    precondition(one.proposition.place.lowerBound >= 0 && one.proposition.place.upperBound == one.place.upperBound)
    end = one.place.upperBound
  }
  _ = Relecteur.replace(found, in: text)
  for wound in Egards.wounds(text) { precondition(wound.place.upperBound <= scalars) }
  _ = Egards.greets(text)
  _ = lecteur.alert(text)
  return 0
}

private let lecteur: Relecteur = {
  let path = ProcessInfo.processInfo.environment["MODEL"] ?? "Models/discretion.model"
  guard let data = try? Data(contentsOf: URL(filePath: path)),
    let modele = try? Modele(bytes: data)
  else { fatalError("MODEL: \(path)") }
  return Relecteur(modele: modele)
}()
