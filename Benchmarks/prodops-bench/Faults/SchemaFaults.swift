extension FaultClass {
  /// Faults that a schema shows.
  static let schema: [FaultClass] = [
    .init("misspelt-key", "schema/unknown-property") { patient, _, random in
      let misspellings = [
        "description": "descripton", "notes": "note", "tags": "tgas", "links": "linkss", "labels": "lables",
      ]
      let present = misspellings.keys.sorted().filter { patient.root[$0] != nil }
      guard !present.isEmpty, case .object(var members) = patient.root else { return nil }
      let name = random.pick(present)
      let wrong = misspellings[name] ?? name
      for index in members.indices where members[index].name == name { members[index].name = wrong }
      patient.root = .object(members)
      return Spot([.member(wrong)])
    },
    .init("wrong-enum-value", "schema/unknown-value") { patient, _, random in
      patient.replace(
        [
          (["confidence"], "insight", "mediun"), (["risks", 0, "likelihood"], "initiative", "hihg"),
          (["integrations", 0, "direction"], "tool", "outwards"), (["type"], "process", "play-book"),
          (["feedback", 0, "status"], "process", "resolvd"),
          (["stakeholders", 0, "role"], "initiative", "informd"),
        ], &random)
    },
    .init("missing-property", "schema/missing-property") { patient, _, random in
      let places: [(path: [Step], kind: String, name: String)] = [
        (["links", 0], patient.kind, "title"), (["risks", 0], "initiative", "impact"),
        (["decisions", 0], "initiative", "why"), (["vacancies", 0], "team", "since"),
        (["feedback", 0], "insight", "text"), (["rice"], "initiative", "reach"),
      ]
      let present = places.filter { $0.kind == patient.kind && patient.root[$0.path] != nil }
      guard !present.isEmpty else { return nil }
      let place = random.pick(present)
      patient.remove(place.name, at: place.path)
      return Spot(place.path)
    },
    .init("wrong-type", "schema/wrong-type") { patient, _, random in
      patient.replace(
        [
          (["tags"], patient.kind, "mobile"), (["rice", "reach"], "initiative", "1200"),
          (["evidence", 0, "participants"], "insight", "12"), (["notes"], patient.kind, ["One note"]),
          (["feedback", 0, "count"], "insight", "3"),
        ], &random)
    },
    .init("out-of-range", "schema/out-of-range") { patient, _, random in
      patient.replace(
        [
          (["rice", "confidence"], "initiative", .number("1.7")), (["rice", "impact"], "initiative", 250),
          (["feedback", 0, "count"], "insight", -3), (["evidence", 0, "participants"], "insight", -8),
        ], &random)
    },
    .init("malformed-id", "schema/malformed-text", unreferred: true) { patient, _, random in
      let wrong = random.pick([
        patient.id.uppercased(), patient.id + "_2", "-" + patient.id, patient.id + " new",
      ])
      patient.set(["id"], to: .string(wrong))
      return Spot(["id"])
    },
    .init("impossible-date", "schema/malformed-text") { patient, _, random in
      patient.replace(
        [
          (["observed"], "insight", "2025-02-30"), (["feedback", 0, "on"], "insight", "2025-13-04"),
          (["consent", "retainUntil"], "study", "2027-11-31"),
          (["decisions", 0, "on"], "initiative", "2025-06-31"),
          (["timeOff", 0, "to"], "team", "2026-09-31"),
        ], &random)
    },
    .init("duplicate-item", "schema/duplicate-item") { patient, _, random in
      let lists: [(path: [Step], kind: String)] = [
        (["tags"], patient.kind), (["capabilities"], "tool"), (["approvers"], "plan"),
        (["questions"], "study"), (["related"], "initiative"),
      ]
      let present = lists.filter { $0.kind == patient.kind && patient.root[$0.path] != nil }
      guard !present.isEmpty else { return nil }
      let list = random.pick(present)
      guard var items = patient.root[list.path]?.items, let first = items.first else { return nil }
      items.append(first)
      patient.set(list.path, to: .array(items))
      return Spot(list.path + [.item(items.count - 1)])
    },
  ]
}

extension Patient {
  /// Puts a wrong value in the place of one of those that the definition has.
  mutating func replace(
    _ places: [(path: [Step], kind: String, wrong: Item)], _ random: inout SplitMix64
  ) -> Spot? {
    let present = places.filter { $0.kind == kind && root[$0.path] != nil }
    guard !present.isEmpty else { return nil }
    let place = random.pick(present)
    set(place.path, to: place.wrong)
    return Spot(place.path)
  }
}
