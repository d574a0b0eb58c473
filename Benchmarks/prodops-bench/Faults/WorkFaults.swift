extension FaultClass {
  /// Faults in how work hangs together.
  static let work: [FaultClass] = [
    .init("dependency-cycle", "initiative/dependency-cycle", in: ["initiative"]) { patient, stock, _ in
      // A circle is told where the first of its ids waits.
      guard patient.status == "idea", patient.root["dependsOn"] == nil,
        let other = stock.dependents[patient.id].flatMap({ stock.patient("initiative", $0) }),
        patient.id < other.id
      else { return nil }
      patient.append("dependsOn", .strings([other.id]))
      return Spot(["dependsOn", 0], partner: other)
    },
    .init("late-dependency", "initiative/dependency-after-dependent", in: ["initiative"]) {
      patient, stock, random in
      // Those that wait for committed work wait for such that does not: no circle comes of it.
      guard patient.status == "committed", stock.waitsForCommitted(patient) else { return nil }
      let known = patient.root["dependsOn"]?.items ?? []
      let later = stock.draw("initiative", &random) { other in
        other.status == "committed" && !stock.waitsForCommitted(other)
          && !known.contains { ($0.text ?? $0["on"]?.text) == other.id }
      }
      guard let later else { return nil }
      patient.extend("dependsOn", .string(later.id))
      return Spot(["dependsOn", .item(known.count)], partner: later)
    },
    .init("cancelled-dependency", "initiative/depends-on-dead", in: ["initiative"]) {
      patient, stock, random in
      guard patient.status == "candidate", let known = patient.root["dependsOn"]?.items,
        let other = stock.draw("initiative", &random, where: { $0.status == "cancelled" })
      else { return nil }
      patient.extend("dependsOn", .string(other.id))
      return Spot(["dependsOn", .item(known.count)], partner: other)
    },
    .init("one-sided-succession", "initiative/supersedes-one-sided", in: ["initiative"]) {
      patient, stock, random in
      guard patient.status == "cancelled", patient.root["supersededBy"] == nil,
        let heir = stock.draw(
          "initiative", &random,
          where: { $0.status == "committed" && $0.root["team"] == patient.root["team"] })
      else { return nil }
      patient.append("supersededBy", [.string(heir.id)])
      return Spot(["supersededBy", 0], partner: heir)
    },
    .init("refuted-evidence", "initiative/evidence-refuted", in: ["initiative"]) { patient, stock, random in
      guard patient.status == "committed" || patient.status == "in-progress",
        let known = patient.root["evidence"]?.items,
        let insight = stock.draw("insight", &random, where: { $0.status == "refuted" })
      else { return nil }
      patient.extend("evidence", .string("insight:\(insight.id)"))
      return Spot(["evidence", .item(known.count)], partner: insight)
    },
    .init("foreign-objective", "initiative/objective-of-other-plan", in: ["initiative"]) {
      patient, stock, random in
      guard patient.status == "candidate", patient.root["objectives"] != nil,
        let plan = stock.draw("plan", &random, where: { $0.id != patient.root["plan"]?.text }),
        let objective = plan.root[["objectives", 0, "id"]]?.text
      else { return nil }
      patient.set(["objectives", 0], to: .string("\(plan.id)/\(objective)"))
      return Spot(["objectives", 0], partner: plan)
    },
    .init("success-below-baseline", "launch/success-against-direction", in: ["launch"]) { patient, _, _ in
      guard patient.status == "planned" || patient.status == "go", patient.root["success"] != nil
      else { return nil }
      patient.set(["success", 0, "target"], to: .decimal(1, places: 4))
      return Spot(["success", 0, "target"])
    },
    .init("too-many-participants", "insight/participants-exceed-study", in: ["insight"]) {
      patient, _, random in
      guard patient.root[["evidence", 0, "participants"]] != nil else { return nil }
      patient.set(["evidence", 0, "participants"], to: .integer(random.pick(2000...9000)))
      return Spot(["evidence", 0, "participants"])
    },
    .init("same-statement", "insight/duplicate-statement", in: ["insight"]) { patient, stock, random in
      let path = patient.path
      guard patient.status != "refuted",
        let first = stock.draw("insight", &random, where: { $0.status != "refuted" && $0.path < path }),
        let statement = first.root["statement"]
      else { return nil }
      patient.set(["statement"], to: statement)
      return Spot(["statement"], partner: first)
    },
    .init("metric-in-two-roles", "experiment/role-overlap", in: ["experiment"]) { patient, _, _ in
      guard patient.isToCome, let primary = patient.root["primaryMetrics"] else { return nil }
      patient.put("secondaryMetrics", primary)
      return Spot(["secondaryMetrics", 0])
    },
  ]
}

extension Stock {
  /// Whether an initiative depends on one that is committed.
  fileprivate func waitsForCommitted(_ initiative: Patient) -> Bool {
    (initiative.root["dependsOn"]?.items ?? []).contains { item in
      patient("initiative", item.text ?? item["on"]?.text)?.status == "committed"
    }
  }
}
