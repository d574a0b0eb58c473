extension FaultClass {
  /// Faults in what definitions say of one another.
  static let references: [FaultClass] = [
    .init("unresolved-reference", "reference/unresolved") { patient, stock, random in
      let places: [(path: [Step], kind: String, target: String)] = [
        (["related", 0], "initiative", "initiative"), (["tools", 0], "study", "tool"),
        (["initiatives", 0], "study", "initiative"), (["feedback", 0, "from"], "insight", "team"),
        (["secondaryMetrics", 0], "experiment", "metric"), (["source"], "metric", "tool"),
        (["stakeholders", 0, "team"], "initiative", "team"), (["training", 0], "tool", "process"),
      ]
      let present = places.filter { $0.kind == patient.kind && patient.root[$0.path] != nil }
      guard !present.isEmpty else { return nil }
      let place = random.pick(present)
      guard let id = patient.root[place.path]?.text else { return nil }
      let wrong = random.chance(50) ? id + "s" : String(id.dropLast()) + "0"
      guard !stock.has(place.target, wrong) else { return nil }
      patient.set(place.path, to: .string(wrong))
      return Spot(place.path)
    },
    .init("unknown-guardrail", "reference/unresolved", in: ["experiment"]) { patient, _, random in
      guard patient.root["results"] == nil, let id = patient.root[["guardrails", 0, "metric"]]?.text
      else { return nil }
      patient.set(["guardrails", 0, "metric"], to: .string(id + random.pick(["-2", "x", "-old"])))
      return Spot(["guardrails", 0, "metric"])
    },
    .init("wrong-kind", "reference/unresolved", in: ["insight"]) { patient, stock, random in
      guard let items = patient.root["evidence"]?.items, items.count > 2 else { return nil }
      let tools = stock.all("tool")
      let spot: [Step] = ["evidence", .item(items.count - 1), "source"]
      patient.set(spot, to: .string("tool:\(random.pick(tools).id)"))
      return Spot(spot)
    },
    .init("unknown-person", "reference/unknown-person", in: ["initiative", "insight"]) { patient, _, random in
      guard patient.root["status"]?.text == "idea" || patient.root["status"]?.text == "new",
        let owner = patient.root["owner"]?.text
      else { return nil }
      patient.set(["owner"], to: .string("\(owner)-\(patient.id.utf8.count)\(random.below(10_000))"))
      return Spot(["owner"])
    },
    .init("duplicate-id", "reference/duplicate-id", in: ["initiative"], unreferred: true) {
      patient, stock, random in
      guard patient.root["status"]?.text == "idea" else { return nil }
      let first = stock.all("initiative").filter {
        $0.path < patient.path && $0.root["status"]?.text == "idea"
      }
      guard !first.isEmpty else { return nil }
      patient.set(["id"], to: .string(random.pick(first).id))
      return Spot(["id"])
    },
    .init("retired-tool", "tool/retired-in-use", in: ["study"]) { patient, stock, random in
      guard let status = patient.root["status"]?.text, ["planned", "recruiting", "fielding"].contains(status)
      else { return nil }
      let retired = stock.all("tool").filter { $0.root["status"]?.text == "retired" }
      guard !retired.isEmpty else { return nil }
      patient.set(["tools", 1], to: .string(random.pick(retired).id))
      return Spot(["tools", 1])
    },
  ]
}
