internal import JSONSyntax

/// The shares of the traffic that an experiment's variants get.
struct ExperimentShares {
  /// For each variant its weight, in the order of the definition; as many variants as its schema allows.
  let weights: [(id: String, weight: Double)]
  /// The variant that the others are compared with.
  let control: String?

  init(_ experiment: JSONValue?) {
    control = experiment?["variants"]?.items.first { $0["control"]?.bool == true }?["id"]?.string
    weights =
      (experiment?["variants"]?.items).map { items in
        items.prefix(100).compactMap { item in
          guard let id = item["id"]?.string else { return nil }
          return (id, max(0, item["weight"]?.decimal?.double ?? 0))
        }
      } ?? []
  }

  /// The variants that get any traffic.
  var live: [String] { weights.filter { $0.weight > 0 }.map(\.id) }

  /// The shares in tenths of a percent, by variant.
  var percentages: [String: Int] {
    let sum = weights.reduce(0) { $0 + $1.weight }
    guard sum > 0, sum.isFinite else { return [:] }
    return Dictionary(
      weights.map { ($0.id, Int(($0.weight / sum * 1000).rounded())) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The shares that are not nothing.
  var portions: [String: Int] { percentages.filter { $0.value > 0 } }

  /// `old 20 %, new 80 %`.
  var words: String {
    if live.isEmpty { return "nobody" }
    let shares = percentages
    return weights.map { variant in
      let share = shares[variant.id] ?? 0
      return "\(variant.id) \(share / 10)\(share % 10 == 0 ? "" : ".\(share % 10)") %"
    }.joined(separator: ", ")
  }
}
