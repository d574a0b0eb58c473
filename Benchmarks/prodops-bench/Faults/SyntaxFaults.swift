extension FaultClass {
  /// Faults that any reader of JSON ought to see.
  static let syntax: [FaultClass] = [
    .init("duplicate-key", "json/duplicate-key") { patient, _, random in
      let names = ["notes", "tags", "description"].filter { patient.root[$0] != nil }
      guard !names.isEmpty else { return nil }
      let name = random.pick(names)
      patient.append(name, patient.root[name] ?? "")
      return Spot([.member(name)])
    },
    .init("trailing-comma", "json/syntax") { patient, _, _ in
      var bytes = ItemWriter.file(patient.root)
      guard bytes.suffix(3) == [0x0A, 0x7D, 0x0A] else { return nil }
      bytes.insert(0x2C, at: bytes.count - 3)
      patient.bytes = bytes
      return Spot([], line: patient.root.lines - 1)
    },
  ]
}
