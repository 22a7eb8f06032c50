extension Selection {
  /// Adds to `counts`, at each code, how many of these rows bear it.
  func tally(_ codes: Codes, into counts: inout [Int]) {
    guard count > 0 else { return }
    counts.withUnsafeMutableBufferPointer { counts in
      words.withUnsafeBufferPointer { words in
        switch codes {
        case .plain(let values):
          values.withUnsafeBufferPointer { Decompte.plain(words, $0, counts) }
        case .runs(let ends, let codes):
          Decompte.runs(words, words, ends, codes) { counts[$0] &+= $1 }
        }
      }
    }
  }

  /// The same for those of these rows that have their bit in `bits`, each adding `weight`.
  func tally(_ codes: Codes, among bits: Bits, weight: Int, into counts: inout [Int]) {
    if case .runs(let ends, let codes) = codes, case .words(let theirs) = bits, count > 0 {
      words.withUnsafeBufferPointer { words in
        theirs.withUnsafeBufferPointer { theirs in
          Decompte.runs(words, theirs, ends, codes) { counts[$0] &+= weight &* $1 }
        }
      }
    } else {
      var some = [Int](repeating: 0, count: counts.count)
      and(bits).tally(codes, into: &some)
      for code in counts.indices { counts[code] += weight * some[code] }
    }
  }

  /// Adds to `effectifs`, at each code, these rows and the weight of each.
  func tally(_ codes: Codes, weights: [UInt32], into effectifs: inout [Effectif]) {
    guard count > 0 else { return }
    effectifs.withUnsafeMutableBufferPointer { effectifs in
      words.withUnsafeBufferPointer { words in
        weights.withUnsafeBufferPointer { weights in
          func add(_ row: Int, _ code: UInt16) {
            effectifs[Int(code)].rapports &+= 1
            effectifs[Int(code)].participants &+= Int(weights[row])
          }
          switch codes {
          case .plain(let values):
            values.withUnsafeBufferPointer { values in
              for index in words.indices { Decompte.rows(words[index], index) { add($0, values[$0]) } }
            }
          case .runs(let ends, let codes):
            var run = 0
            for index in words.indices {
              Decompte.rows(words[index], index) { row in
                while Int(ends[run]) <= row { run &+= 1 }
                add(row, codes[run])
              }
            }
          }
        }
      }
    }
  }
}

extension Selection {
  /// These rows, and the weight of each; of them, those that have their bit in `bits`, when it is given.
  func sum(_ weights: [UInt32], among bits: [UInt64]? = nil) -> Effectif {
    var effectif = Effectif.zero
    weights.withUnsafeBufferPointer { weights in
      for index in words.indices {
        Decompte.rows(words[index] & (bits?[index] ?? .max), index) { row in
          effectif.rapports &+= 1
          effectif.participants &+= Int(weights[row])
        }
      }
    }
    return effectif
  }
}
