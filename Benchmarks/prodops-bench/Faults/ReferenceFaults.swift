extension FaultClass {
  /// Faults in what definitions call one another.
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
      guard let items = patient.root["evidence"]?.items, items.count > 2,
        let tool = stock.draw("tool", &random)
      else { return nil }
      let spot: [Step] = ["evidence", .item(items.count - 1), "source"]
      patient.set(spot, to: .string("tool:\(tool.id)"))
      return Spot(spot, partner: tool)
    },
    .init("unknown-person", "person/unknown", in: ["initiative", "insight"]) { patient, _, random in
      guard patient.status == "idea" || patient.status == "new", let owner = patient.root["owner"]?.text
      else { return nil }
      patient.set(["owner"], to: .string("\(owner)-\(patient.id.utf8.count)\(random.below(10_000))"))
      return Spot(["owner"])
    },
    .init("duplicate-id", "reference/duplicate-id", in: ["initiative"], unreferred: true) {
      patient, stock, random in
      let path = patient.path
      guard patient.status == "idea",
        let first = stock.draw("initiative", &random, where: { $0.status == "idea" && $0.path < path })
      else { return nil }
      patient.set(["id"], to: .string(first.id))
      return Spot(["id"], partner: first)
    },
    .init("unknown-step", "reference/unknown-part", in: ["launch"]) { patient, _, random in
      let step = random.pick(["stress-test", "brief-sales", "write-helps"])
      guard let known = patient.root["checklist"]?.items else { return nil }
      patient.extend("checklist", ["step": .string(step), "status": "waived"])
      return Spot(["checklist", .item(known.count), "step"])
    },
    .init("unknown-objective", "reference/unknown-part", in: ["initiative"]) { patient, _, random in
      guard patient.status == "candidate", patient.root["objectives"] != nil,
        let plan = patient.root["plan"]?.text
      else { return nil }
      patient.set(["objectives", 0], to: .string("\(plan)/\(random.pick(["faster", "come-backs", "more"]))"))
      return Spot(["objectives", 0])
    },
    .init("unknown-variant", "reference/unknown-local", in: ["experiment"]) { patient, _, random in
      guard patient.root[["decision", "variant"]] != nil else { return nil }
      patient.set(["decision", "variant"], to: .string(random.pick(["blue", "treatments", "b"])))
      return Spot(["decision", "variant"])
    },
    .init("retired-tool", "tool/retired-in-use", in: ["study"]) { patient, stock, random in
      guard let status = patient.status, ["planned", "recruiting", "fielding"].contains(status),
        let tool = stock.draw(
          "tool", &random, where: { $0.status == "retired" && $0.classification == "personal" })
      else { return nil }
      patient.set(["tools", 1], to: .string(tool.id))
      return Spot(["tools", 1], partner: tool)
    },
    .init("uncleared-tool", "study/tool-not-cleared", in: ["study"]) { patient, stock, random in
      guard let status = patient.status, ["planned", "recruiting", "fielding", "analysing"].contains(status),
        let tool = stock.draw(
          "tool", &random, where: { $0.status == "adopted" && $0.classification != "personal" })
      else { return nil }
      patient.set(["tools", 1], to: .string(tool.id))
      return Spot(["tools", 1], partner: tool)
    },
    .init("dead-source", "metric/source-dead", in: ["metric"]) { patient, stock, random in
      guard patient.status == "active",
        let tool = stock.draw("tool", &random, where: { $0.status == "retired" })
      else { return nil }
      patient.set(["source"], to: .string(tool.id))
      return Spot(["source"], partner: tool)
    },
    .init("retired-metric", "metric/retired-in-use", in: ["experiment"]) { patient, stock, random in
      patient.measure(by: stock.draw("metric", &random) { $0.status == "retired" })
    },
    .init("deprecated-metric", "metric/deprecated-in-use", in: ["experiment"]) { patient, stock, random in
      patient.measure(by: stock.draw("metric", &random) { $0.status == "deprecated" })
    },
  ]
}

extension Patient {
  /// What sort of data a tool may hold.
  fileprivate var classification: String? { root[["data", "classification"]]?.text }

  /// Measures an experiment that is not over by something else besides.
  fileprivate mutating func measure(by metric: Patient?) -> Spot? {
    guard isToCome, let metric else { return nil }
    put("secondaryMetrics", [.string(metric.id)])
    return Spot(["secondaryMetrics", 0], partner: metric)
  }
}
