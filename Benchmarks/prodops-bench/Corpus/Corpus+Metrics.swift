import CivilDates

extension Corpus {
  /// What each of a product's metrics is like; the names are told apart by the product.
  private static let shapes: [(name: String, tier: String, isProportion: Bool, direction: String)] = [
    ("Visits with intent", "diagnostic", false, "hold"),
    ("Completed tasks", "kpi", true, "up"),
    ("Returning customers", "kpi", true, "up"),
    ("Basket value", "kpi", false, "up"),
    ("Activated accounts", "kpi", true, "up"),
    ("Failed requests", "health", true, "down"),
    ("Support contacts", "health", true, "down"),
    ("Waiting time", "health", false, "down"),
    ("Abandoned forms", "diagnostic", true, "down"),
    ("Steps per task", "diagnostic", false, "down"),
    ("Filter use", "diagnostic", true, "up"),
    ("Pages per visit", "diagnostic", false, "hold"),
    ("Answers found", "diagnostic", true, "up"),
    ("Clicks on anything", "diagnostic", true, "up"),
  ]
  /// The metric that every second product has retired, and the others have deprecated.
  private static let fading = 13

  mutating func planMetrics(_ product: inout Product) {
    for shape in Self.shapes {
      let baseline =
        shape.isProportion
        ? shape.direction == "down" ? random.pick(180...600) : random.pick(1200...4200)
        : random.pick(30...900) * 1000
      product.metrics.append(
        .init(
          id: "\(Words.slug(shape.name))-\(product.id)", title: "\(shape.name), \(product.name)",
          isProportion: shape.isProportion, direction: shape.direction, baseline: baseline,
          stddev: shape.isProportion ? 0 : baseline * random.pick(5...12) / 10,
          dailyUnits: random.pick(300...900) * 1000))
    }
  }

  mutating func addMetrics(_ product: Product) {
    var product = product
    for index in product.metrics.indices { addMetric(index, &product) }
  }

  private mutating func addMetric(_ index: Int, _ product: inout Product) {
    let shape = Self.shapes[index]
    let metric = product.metrics[index]
    let isFading = index == Self.fading
    let status =
      isFading
      ? product.index % 2 == 1 ? "retired" : "deprecated" : index == 12 ? "proposed" : "active"
    let unit =
      shape.isProportion ? "share of visits" : index == 3 ? "EUR" : index == 7 ? "seconds" : "per visit"
    var fields: [Item.Member] = [
      .init("status", .string(status)),
      .init("tier", .string(index == 1 && product.index == 0 ? "north-star" : shape.tier)),
      .init("type", .string(shape.isProportion ? "proportion" : "mean")),
      .init("direction", .string(shape.direction)), .init("unit", .string(unit)),
      .init("definition", .string(definition(shape.name, shape.isProportion, product))),
      .init("formula", .string(formula(shape.name, shape.isProportion))),
    ]
    let inputs = inputs(index, product)
    if !inputs.isEmpty { fields.append(.init("inputs", .strings(inputs))) }
    fields.append(.init("source", .string(product.tools[0])))
    var baseline: [Item.Member] = [.init("value", .decimal(metric.baseline, places: 4))]
    if !shape.isProportion { baseline.append(.init("stddev", .decimal(metric.stddev, places: 4))) }
    baseline.append(.init("n", .integer(random.pick(20...90) * 1000)))
    baseline.append(.init("asOf", Self.today.advanced(by: -random.pick(9...70)).item))
    fields.append(.init("baseline", .object(baseline)))
    fields.append(.init("dailyUnits", .integer(metric.dailyUnits)))
    if shape.tier == "health" { fields.append(.init("guardrail", true)) }
    if shape.direction != "hold", !isFading { fields.append(.init("targets", targets(metric))) }
    if index != 12, !isFading { fields.append(.init("observations", observations(metric))) }
    if isFading { fields.append(.init("replacedBy", .string(product.metrics[1].id))) }
    if random.chance(50) {
      fields.append(.init("review", .string(random.pick(["2026-Q3", "2026-06", "2026-H2"]))))
    }
    let owner = owner(&product, among: product.others.flatMap(\.members))
    add("metric", metric.id, metric.title, owner: owner, about: product, fields)
  }

  private func inputs(_ index: Int, _ product: Product) -> [String] {
    switch index {
    // What all others are computed from is itself computed from one that is on its way out.
    case 0: [products.first?.metrics[0].id ?? product.metrics[Self.fading].id]
    case Self.fading where product.index == 0: []
    case 1...4: [product.metrics[0].id]
    case 5...8: [product.metrics[0].id, product.metrics[1].id]
    default: [product.metrics[0].id, product.metrics[index - 4].id]
    }
  }

  private mutating func definition(_ name: String, _ isProportion: Bool, _ product: Product) -> String {
    let subject = name.lowercased()
    let place = random.pick(Words.places)
    return isProportion
      ? "The share of visits to \(product.name) that count as \(subject), without robots and staff in \(place)."
      : "The mean of \(subject) over visits to \(product.name) that last a second or more, without \(place)."
  }

  private func formula(_ name: String, _ isProportion: Bool) -> String {
    let column = Words.slug(name)
    return isProportion
      ? "count(visits where \"\(column)\") / count(visits)" : "mean(\"\(column)\") over visits"
  }

  private mutating func targets(_ metric: Product.Metric) -> Item {
    let sign = metric.direction == "up" ? 1 : -1
    let step = metric.baseline * random.pick(3...6) / 100 * sign
    let value = metric.baseline + step
    guard random.chance(40) else { return [["value": .decimal(value, places: 4), "by": "2026-Q4"]] }
    return [
      ["value": .decimal(value, places: 4), "by": "2026-06-30"],
      ["value": .decimal(value + step, places: 4), "by": "2026-Q4"],
    ]
  }

  private mutating func observations(_ metric: Product.Metric) -> Item {
    let count = random.pick(1...4)
    return .array(
      (0..<count).map { index in
        let date = day(2026, 1, 12).advanced(by: (index - count + 1) * 28)
        let value = metric.baseline + metric.baseline * (random.below(41) - 20) / 1000
        return [
          "date": date.item, "value": .decimal(value, places: 4), "n": .integer(random.pick(200...900) * 100),
        ]
      })
  }
}
