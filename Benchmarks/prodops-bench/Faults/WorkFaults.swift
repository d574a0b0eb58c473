extension FaultClass {
  /// Faults in how work hangs together.
  static let work: [FaultClass] = [
    .init("dependency-cycle", "initiative/dependency-cycle", in: ["initiative"]) { patient, stock, _ in
      guard patient.root["status"]?.text == "idea", let other = patient.root[["dependsOn", 0]]?.text,
        stock.patient("initiative", other) != nil
      else { return nil }
      patient.set(["dependsOn"], to: [.string(other), .string(patient.id)])
      return Spot(["dependsOn", 1])
    },
    .init("late-dependency", "initiative/dependency-after-dependent", in: ["initiative"]) {
      patient, stock, random in
      guard patient.root["status"]?.text == "candidate", patient.root["target"]?.text == "2027-Q1",
        patient.root["milestones"] == nil
      else { return nil }
      let later = stock.all("initiative").filter {
        $0.root["status"]?.text == "candidate" && $0.root["target"]?.text == "2027"
          && $0.root["team"] == patient.root["team"] && $0.id != patient.id
      }
      guard !later.isEmpty else { return nil }
      patient.root.change(["dependsOn"]) { list in
        list = .array((list.items ?? []) + [.string(random.pick(later).id)])
      }
      return Spot(["dependsOn", .item((patient.root["dependsOn"]?.items?.count ?? 1) - 1)])
    },
    .init("unknown-step", "launch/unknown-step", in: ["launch"]) { patient, _, random in
      let step = random.pick(["stress-test", "brief-sales", "write-helps"])
      guard var items = patient.root["checklist"]?.items else { return nil }
      items.append(["step": .string(step), "status": "waived"])
      patient.set(["checklist"], to: .array(items))
      return Spot(["checklist", .item(items.count - 1), "step"])
    },
    .init("one-sided-succession", "initiative/superseded-one-sided", in: ["initiative"]) {
      patient, stock, random in
      guard patient.root["status"]?.text == "cancelled", patient.root["supersededBy"] == nil else {
        return nil
      }
      let heirs = stock.all("initiative").filter { $0.root["team"] == patient.root["team"] }
      let heir = random.pick(heirs.filter { $0.root["status"]?.text == "committed" })
      patient.append("supersededBy", [.string(heir.id)])
      return Spot(["supersededBy", 0])
    },
  ]
}
