import Temps

/// What was seen of the traces.
package struct Constat: Sendable {
  package internal(set) var lignes = 0
  /// Where the chain begins: the newest cut, or nothing.
  package internal(set) var depart = Maillon.origine
  package internal(set) var fin = Maillon.origine
  package internal(set) var tetes = 0
  package internal(set) var derniereTete: Tete?
  package internal(set) var derniereCoupe: Coupe?
  /// Cuts that took away lines already damaged.
  package internal(set) var coupesRompues: [Coupe] = []
  /// The public key that everything was compared with.
  package internal(set) var cle: [UInt8]?
  package internal(set) var attente = Attente()
  /// The first hundred; `nombre` counts them all.
  package private(set) var ruptures: [Rupture] = []
  package private(set) var nombre = 0

  /// Lines that wait to be chained.
  package struct Attente: Sendable {
    package internal(set) var nombre = 0
    package internal(set) var depuis: Instant?
  }

  package var holds: Bool { nombre == 0 }

  mutating func note(_ rupture: Rupture) {
    nombre += 1
    if ruptures.count < 100 { ruptures.append(rupture) }
  }
}

/// What one row gave.
package enum Lecture<Valeur: Sendable>: Sendable {
  case lue(Valeur)
  /// It holds something else than it should; its rank or number, when that can be read.
  case illisible(Int?)
}

/// Goes along the chain once, and says what does not hold. Pure: rows come one after the other, from a table or from
/// memory, and none is kept.
package struct Controle {
  /// The next row, in the order of ranks or numbers; nil at the end.
  package typealias Suite<Valeur: Sendable> = () throws -> Lecture<Valeur>?

  private var constat = Constat()
  private var maillon = Maillon.origine
  private let tetes: Suite<Tete>
  /// The head whose line is still ahead.
  private var tete: Tete?
  private var numero = 0
  private var temoins: [Tete]

  private init(_ tetes: @escaping Suite<Tete>, _ temoins: [Tete], _ cle: [UInt8]?) {
    self.tetes = tetes
    self.temoins = temoins
    constat.cle = cle ?? temoins.first?.cachet.clePublique
  }

  /// - Parameters:
  ///   - temoins: heads kept elsewhere.
  ///   - cle: the server's public key, where it is known. Otherwise all must be signed by one same key: that of the
  ///     first head kept elsewhere, or the first one met.
  package static func run(
    lignes: Suite<LigneDeTrace>, coupes: Suite<Coupe>, tetes: @escaping Suite<Tete>, temoins: [Tete] = [],
    cle: [UInt8]? = nil
  ) throws -> Constat {
    var controle = Controle(tetes, temoins, cle)
    controle.checkTemoins()
    try controle.read(coupes)
    try controle.nextTete()
    while let lecture = try lignes() {
      switch lecture {
      case .lue(let ligne): try controle.follow(ligne)
      case .illisible(let rang): controle.constat.note(.ligneIllisible(rang: rang))
      }
    }
    try controle.finish()
    return controle.constat
  }

  // MARK: Lines

  private mutating func follow(_ ligne: LigneDeTrace) throws {
    guard ligne.rang > constat.depart.rang else { return constat.note(.avantLaCoupe(rang: ligne.rang)) }
    constat.lignes += 1
    try passTetes(before: ligne.rang)
    let expected = maillon.followed(by: ligne)
    if ligne.rang > expected.rang {
      constat.note(.trou(expected.rang, ligne.rang - 1))
    } else if ligne.maillon != expected {
      constat.note(.ligne(rang: ligne.rang))
    }
    // From what is written there, so that one line changed is not said of all that come after.
    maillon = ligne.maillon
    while let here = tete, here.maillon.rang == ligne.rang {
      if here.maillon != maillon { constat.note(.teteContredite(numero: here.numero, rang: ligne.rang)) }
      try nextTete()
    }
  }

  private mutating func finish() throws {
    constat.fin = maillon
    try passTetes(before: maillon.rang)
    while let ahead = tete {
      let (numero, rang) = (ahead.numero, ahead.maillon.rang)
      if rang > maillon.rang {
        constat.note(.finCoupee(numero: numero, rang: rang))
      } else {
        checkAtCut(ahead)
      }
      try nextTete()
    }
    for temoin in temoins {
      constat.note(.temoinAbsent(numero: temoin.numero, rang: temoin.maillon.rang))
    }
  }

  // MARK: Heads

  /// Those whose line is behind: it left at its term, or it should be there.
  private mutating func passTetes(before rang: Int) throws {
    while let behind = tete, behind.maillon.rang < rang {
      if behind.maillon.rang > constat.depart.rang {
        constat.note(.teteSansLigne(numero: behind.numero, rang: behind.maillon.rang))
      } else {
        checkAtCut(behind)
      }
      try nextTete()
    }
  }

  private mutating func checkAtCut(_ tete: Tete) {
    if tete.maillon.rang == constat.depart.rang, tete.maillon != constat.depart {
      constat.note(.teteContredite(numero: tete.numero, rang: tete.maillon.rang))
    }
  }

  private mutating func nextTete() throws {
    let before = tete?.maillon.rang ?? 0
    tete = nil
    while let lecture = try tetes() {
      switch lecture {
      case .illisible(let found):
        constat.note(.tete(numero: found ?? numero + 1, .illisible))
        numero = found ?? numero
      case .lue(let found):
        check(found, after: before)
        tete = found
        return
      }
    }
  }

  private mutating func check(_ found: Tete, after rang: Int) {
    if found.numero != numero &+ 1 { constat.note(.tete(numero: numero &+ 1, .manquante)) }
    if found.maillon.rang < rang { constat.note(.tete(numero: found.numero, .deplacee)) }
    if let defaut = defaut(found.cachet, found.isSigned) { constat.note(.tete(numero: found.numero, defaut)) }
    numero = found.numero
    constat.tetes += 1
    constat.derniereTete = found
    temoins.removeAll { $0.numero == found.numero && $0.maillon == found.maillon && $0.le == found.le }
  }

  private mutating func checkTemoins() {
    for temoin in temoins {
      if let defaut = defaut(temoin.cachet, temoin.isSigned) { constat.note(.temoin(numero: temoin.numero, defaut)) }
    }
  }

  private mutating func defaut(_ cachet: Cachet, _ isSigned: Bool) -> Rupture.Defaut? {
    guard isSigned else { return .sansCachet }
    if constat.cle == nil { constat.cle = cachet.clePublique }
    return cachet.clePublique == constat.cle ? nil : .autreCle
  }

  // MARK: Cuts

  private mutating func read(_ coupes: Suite<Coupe>) throws {
    var numero = 0
    while let lecture = try coupes() {
      guard case .lue(let coupe) = lecture else {
        numero = numero &+ 1
        constat.note(.coupe(numero: numero, .illisible))
        continue
      }
      if coupe.numero != numero &+ 1 { constat.note(.coupe(numero: numero &+ 1, .manquante)) }
      if coupe.maillon.rang <= constat.depart.rang { constat.note(.coupe(numero: coupe.numero, .deplacee)) }
      if let defaut = defaut(coupe.cachet, coupe.isSigned) { constat.note(.coupe(numero: coupe.numero, defaut)) }
      if coupe.rompue != nil { constat.coupesRompues.append(coupe) }
      numero = coupe.numero
      constat.derniereCoupe = coupe
      constat.depart = coupe.maillon
    }
    maillon = constat.depart
  }
}
