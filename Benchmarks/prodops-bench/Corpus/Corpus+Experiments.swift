import CivilDates

/// One experiment of the pattern that all products share.
struct ExperimentShape {
  var status: String
  var type: String
  var phase: Product.Initiative.Phase
  /// Which of the initiatives in that phase it tests.
  var slot: Int
  var outcome: String?

  var isOver: Bool { status == "concluded" || status == "stopped" }
  var isLive: Bool { !isOver }
  var hasControl: Bool { type != "beta" }

  static let all: [ExperimentShape] = [
    .init(status: "concluded", type: "ab-test", phase: .launched, slot: 0, outcome: "ship"),
    .init(status: "concluded", type: "ab-test", phase: .launched, slot: 1, outcome: "ship"),
    .init(status: "concluded", type: "ab-test", phase: .launched, slot: 2, outcome: "ship"),
    .init(status: "concluded", type: "rollout", phase: .launched, slot: 3, outcome: "ship"),
    .init(status: "concluded", type: "fake-door", phase: .launched, slot: 4, outcome: "ship"),
    .init(status: "concluded", type: "ab-test", phase: .cancelled, slot: 1, outcome: "inconclusive"),
    .init(status: "concluded", type: "ab-test", phase: .cancelled, slot: 2, outcome: "abandon"),
    .init(status: "concluded", type: "holdout", phase: .cancelled, slot: 3, outcome: "inconclusive"),
    .init(status: "stopped", type: "ab-test", phase: .paused, slot: 0, outcome: "inconclusive"),
    .init(status: "stopped", type: "beta", phase: .cancelled, slot: 4, outcome: "abandon"),
    .init(status: "running", type: "ab-test", phase: .inProgress, slot: 0),
    .init(status: "running", type: "ab-test", phase: .inProgress, slot: 1),
    .init(status: "running", type: "ab-test", phase: .inProgress, slot: 2),
    .init(status: "running", type: "beta", phase: .inProgress, slot: 3),
    .init(status: "running", type: "rollout", phase: .inProgress, slot: 4),
    .init(status: "enrolment-closed", type: "ab-test", phase: .inProgress, slot: 5),
    .init(status: "enrolment-closed", type: "ab-test", phase: .inProgress, slot: 6),
    .init(status: "ready", type: "ab-test", phase: .committed, slot: 0),
    .init(status: "ready", type: "rollout", phase: .committed, slot: 1),
    .init(status: "draft", type: "ab-test", phase: .committed, slot: 2),
    .init(status: "draft", type: "fake-door", phase: .committed, slot: 3),
    .init(status: "draft", type: "holdout", phase: .committed, slot: 4),
  ]
}

extension Corpus {
  mutating func addExperiments(_ product: inout Product) {
    for index in ExperimentShape.all.indices { addExperiment(index, &product) }
  }

  private mutating func addExperiment(_ index: Int, _ product: inout Product) {
    let shape = ExperimentShape.all[index]
    let initiative = product.initiatives[product.initiatives(shape.phase)[shape.slot]]
    let id = "\(shape.type)-\(index + 1)-\(product.id)"
    let primary = product.metrics[[1, 2, 3, 4][index % 4]]
    let guardrail = product.metrics[5 + index % 2]
    let start = experimentStart(shape.status, index)
    let days = index % 3 == 0 && !shape.isOver ? 42 : 28
    let variants = variants(shape, index)
    let trial = Trial(
      start: start, days: days, share: random.pick(5...8), primary: primary, guardrail: guardrail,
      variants: variants)
    var fields: [Item.Member] = [
      .init("type", .string(shape.type)), .init("status", .string(shape.status)),
      .init("hypothesis", .string(hypothesis(primary, product))), .init("initiative", .string(initiative.id)),
      .init("variants", variantItems(shape, variants)),
      .init("primaryMetrics", .strings([primary.id])),
    ]
    if random.chance(50) {
      fields.append(.init("secondaryMetrics", .strings([product.metrics[10 + index % 2].id])))
    }
    fields.append(
      .init(
        "guardrails", [["metric": .string(guardrail.id), "margin": .decimal(random.pick(8...12), places: 2)]])
    )
    var audience: [Item.Member] = [
      .init("segment", .string("\(Prose.capital(random.pick(Words.who))), group \(index + 1)")),
      .init("dailyUnits", .integer(primary.dailyUnits)), .init("share", .decimal(trial.share, places: 2)),
    ]
    if shape.type != "rollout" { audience.append(.init("exclusionGroup", .string(product.id))) }
    fields.append(.init("audience", .object(audience)))
    fields.append(.init("design", design(shape, index)))
    fields.append(.init("start", start.item))
    fields.append(.init("end", trial.end.item))
    if shape.status != "draft", shape.status != "ready" {
      fields.append(.init("phases", phases(shape, trial)))
    }
    if shape.type == "rollout" { fields.append(.init("ramp", ramp(trial))) }
    if shape.status == "concluded" { fields.append(.init("results", results(shape, trial))) }
    if let outcome = shape.outcome {
      fields.append(.init("decision", decision(outcome, trial, product.teams[initiative.team])))
    }
    if shape.isOver, random.chance(50) {
      fields.append(.init("cleanup", ["flags": .strings(["\(id)-flag"]), "by": "2026-06-30"]))
    }
    product.experiments.append(
      .init(
        id: id, isShipped: shape.outcome == "ship", isConcluded: shape.status == "concluded",
        isRollout: shape.type == "rollout"))
    let owner = owner(&product, among: product.teams[initiative.team].members)
    let title = "\(Prose.capital(shape.type)): \(initiative.title.lowercased())"
    add("experiment", id, title, owner: owner, about: product, fields)
  }

  private func experimentStart(_ status: String, _ index: Int) -> Day {
    switch status {
    case "concluded": day(2025, 6, 2).advanced(by: index % 6 * 7)
    case "stopped": day(2025, 8, 4)
    case "running": day(2025, 12, 29).advanced(by: index % 2 * 7)
    case "enrolment-closed": day(2025, 12, 22)
    default: day(2026, 5, 18).advanced(by: index % 3 * 7)
    }
  }

  private func variants(_ shape: ExperimentShape, _ index: Int) -> [String] {
    switch shape.type {
    case "beta": ["invited"]
    case "rollout": ["before", "after"]
    case "fake-door": ["plain", "door"]
    case "holdout": ["held-out", "everyone"]
    default: index % 5 == 1 ? ["control", "short", "guided"] : ["control", "treatment"]
    }
  }

  private func variantItems(_ shape: ExperimentShape, _ variants: [String]) -> Item {
    let weight = shape.status == "enrolment-closed" ? 0 : 1
    return .array(
      variants.enumerated().map { number, id in
        var members: [Item.Member] = [.init("id", .string(id))]
        if variants.count == 3 { members.append(.init("title", .string("The \(id) form"))) }
        if number == 0, shape.hasControl { members.append(.init("control", true)) }
        members.append(.init("weight", .integer(weight)))
        return .object(members)
      })
  }

  private mutating func hypothesis(_ metric: Product.Metric, _ product: Product) -> String {
    let object = random.pick(Words.objects)
    return "If \(object) take one step less, \(metric.title.lowercased()) rises, because"
      + " \(random.pick(Words.who)) stop where they have to wait."
  }

  private mutating func design(_ shape: ExperimentShape, _ index: Int) -> Item {
    var members: [Item.Member] = [
      .init("alpha", .decimal(5, places: 2)), .init("power", .decimal(8, places: 1)),
      .init("mde", ["kind": "relative", "value": .decimal(random.pick(5...10), places: 2)]),
      .init("sides", 2),
    ]
    if shape.status == "running", index % 2 == 1 {
      members.append(.init("method", "group-sequential"))
      members.append(.init("looks", 4))
      members.append(.init("spending", "obrien-fleming"))
    } else {
      members.append(.init("method", "fixed"))
    }
    if shape.type == "ab-test", index % 5 == 1 { members.append(.init("correction", "holm")) }
    if shape.type == "fake-door" { members.append(.init("threshold", .decimal(5, places: 2))) }
    return .object(members)
  }
}
