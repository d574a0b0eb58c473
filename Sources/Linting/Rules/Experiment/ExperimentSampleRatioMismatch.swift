internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags results whose variants were not filled as their weights say.
public struct ExperimentSampleRatioMismatch: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "experiment/sample-ratio-mismatch", .warning,
    summary:
      "The participants of a primary metric are split differently from the weights, beyond chance "
      + "(chi-square, p < 0.001).",
    why:
      "Something else than chance decided who saw what: a redirect that fails, a bot, a bug. The result "
      + "then means nothing.",
    remedy: "Find out where participants were lost before anybody reads the result.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Half and half was meant",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "primaryMetrics": ["conversion"],
       "results": [{"metric": "conversion", "asOf": "2026-01-05", "variants": ⟦[{"id": "old", "n": 10000},
       {"id": "new", "n": 9400}]⟧}]}
      """#),
    .good(
      "Within chance",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "primaryMetrics": ["conversion"],
       "results": [{"metric": "conversion", "asOf": "2026-01-05", "variants": [{"id": "old", "n": 10000},
       {"id": "new", "n": 9900}]}]}
      """#),
    .good(
      "The split changed on the way",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "primaryMetrics": ["conversion"],
       "phases": [{"from": "2025-12-01", "weights": {"old": 9, "new": 1}, "share": 1, "reason": "Start"},
       {"from": "2025-12-15", "weights": {"old": 1, "new": 1}, "share": 1, "reason": "Safe"}],
       "results": [{"metric": "conversion", "asOf": "2026-01-05", "variants": [{"id": "old", "n": 10000},
       {"id": "new", "n": 4000}]}]}
      """#),
  ]

  /// Tests the participants of primary metrics against the weights in force, where those stayed the same.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, experiment) in context.all("experiment") {
      let primary = Set(experiment.items("primaryMetrics").compactMap(\.string))
      for result in experiment.items("results") where result.string("metric").map(primary.contains) ?? false {
        guard let variants = result["variants"], let day = context.day(result["asOf"]),
          let weights = weights(of: experiment, until: day, context),
          let statistic = statistic(variants, weights), statistic.value > statistic.critical
        else { continue }
        report.report(.mismatch(variants, weights), at: variants, in: experiment)
      }
    }
  }

  /// The values that chi-square exceeds once in a thousand times, for one to ten degrees of freedom.
  private static let critical = [
    10.828, 13.816, 16.266, 18.467, 20.515, 22.458, 24.322, 26.124, 27.877, 29.588,
  ]

  /// The weights by variant while enrolment went on, up to `day`; nil where their proportions changed.
  private static func weights(of experiment: Definition, until day: Day, _ context: LintContext) -> [String:
    Double]?
  {
    var inForce: [String: Double]?
    for phase in experiment.items("phases") {
      guard let from = context.day(phase["from"]), from <= day, let members = phase["weights"]?.members else {
        continue
      }
      let weights = shares(members.map { ($0.name, $0.value) })
      if weights.isEmpty { continue }
      if let inForce, inForce != weights { return nil }
      inForce = weights
    }
    let own = inForce ?? shares(experiment.items("variants").map { ($0.string("id") ?? "", $0["weight"]) })
    return own.isEmpty ? nil : own
  }

  /// Weights by their sum; nothing where the sum is zero.
  private static func shares(_ weights: [(id: String, value: JSONValue?)]) -> [String: Double] {
    let total = weights.reduce(ExactDecimal.zero) { $0 + ($1.value?.decimal ?? .zero) }.double
    guard total > 0 else { return [:] }
    return Dictionary(
      weights.map { ($0.id, ($0.value?.decimal?.double ?? 0) / total) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Chi-square of participants against `shares`, and its bound; nil where they do not fit or are too few.
  private static func statistic(_ variants: JSONValue, _ shares: [String: Double]) -> (
    value: Double, critical: Double
  )? {
    let counts = variants.items.map {
      (share: shares[$0.string("id") ?? ""] ?? 0, n: $0["n"]?.decimal?.double ?? 0)
    }
    let total = counts.reduce(0) { $0 + $1.n }
    let positive = shares.values.filter { $0 > 0 }.count
    guard counts.count == positive, counts.count >= 2, counts.count <= critical.count + 1,
      counts.allSatisfy({ $0.share > 0 && $0.share * total >= 5 })
    else { return nil }
    let value = counts.reduce(0) { sum, item in
      let expected = item.share * total
      return sum + (item.n - expected) * (item.n - expected) / expected
    }
    return (value, critical[counts.count - 2])
  }
}

extension RuleMessage {
  fileprivate static func mismatch(_ variants: JSONValue, _ shares: [String: Double]) -> Self {
    let counts = variants.items.map { "\($0.string("id") ?? ""): \($0["n"]?.decimal?.description ?? "")" }
    let wanted = variants.items.map { item in
      let tenths = Int(((shares[item.string("id") ?? ""] ?? 0) * 1000).rounded())
      return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
    return Self(
      "participants (\(Wording.list(counts))) are not split as the weights say "
        + "(\(wanted.prefix(4).joined(separator: " : ")))"
    )
  }
}
