/// Puts faults into a corpus, one into a definition.
struct Seeder {
  static let classes = FaultClass.syntax + FaultClass.schema + FaultClass.references + FaultClass.work

  let stock: Stock
  var random: SplitMix64
  /// The files with a fault.
  private var faulty: Set<String> = []
  /// The files that the faults of others are about.
  private var partners: Set<String> = []

  init(_ stock: Stock, seed: UInt64) {
    self.stock = stock
    random = SplitMix64(seed: seed)
  }

  /// Plants `count` faults, the classes in turn, and gives the changed files with what is wrong in them.
  mutating func plant(_ count: Int) -> [(fault: Fault, bytes: [UInt8])] {
    var planted: [(Fault, [UInt8])] = []
    var failures = 0
    while planted.count < count, failures < Self.classes.count {
      let kind = Self.classes[(planted.count + failures) % Self.classes.count]
      if let result = plant(kind) {
        planted.append(result)
        failures = 0
      } else {
        failures += 1
      }
    }
    return planted.sorted { $0.0.path < $1.0.path }
  }

  private mutating func plant(_ kind: FaultClass) -> (Fault, [UInt8])? {
    for _ in 0..<4000 {
      var patient = random.pick(stock.patients)
      guard kind.kinds.contains(patient.kind), !faulty.contains(patient.path),
        !partners.contains(patient.path), !kind.needsUnreferred || stock.isUnreferred(patient),
        let spot = kind.plant(&patient, stock, &random), !faulty.contains(spot.partner ?? "")
      else { continue }
      faulty.insert(patient.path)
      if let partner = spot.partner { partners.insert(partner) }
      let fault = Fault(
        path: patient.path, pointer: patient.pointer(spot.path),
        line: spot.line ?? patient.root.line(of: spot.path), name: kind.name, rule: kind.rule)
      return (fault, patient.bytes ?? ItemWriter.file(patient.root))
    }
    return nil
  }
}
