internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags an objective that would make its metric worse.
public struct ObjectiveAgainstDirection: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "plan/objective-against-direction", .error,
    summary: "A target on the wrong side of the baseline for the metric's direction.",
    why:
      "It is mostly a typing mistake; left alone, a plan that makes things worse is reported as a success.",
    remedy: "Correct the target or the baseline, or the direction of the metric.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "A wait that should get longer",
      #"""
      {"kind": "plan", "id": "shop-2026", "title": "Shop", "product": "Shop", "period": "2026", "objectives": [
        {"id": "fast", "title": "Fast", "metric": "wait", "baseline": 4, "target": ⟦40⟧, "by": "2026-06"}
      ]}
      """#,
      #"{"kind": "metric", "id": "wait", "title": "Wait", "definition": "Seconds", "direction": "down"}"#),
    .good(
      "A wait that should get shorter",
      #"""
      {"kind": "plan", "id": "shop-2026", "title": "Shop", "product": "Shop", "period": "2026", "objectives": [
        {"id": "fast", "title": "Fast", "metric": "wait", "baseline": 4, "target": 2, "by": "2026-06"}
      ]}
      """#,
      #"{"kind": "metric", "id": "wait", "title": "Wait", "definition": "Seconds", "direction": "down"}"#),
  ]

  /// Compares targets with the objective's own baseline, or with the metric's from before the plan.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, plan) in context.snapshot.definitions(of: "plan") where context.lifecycles.isLive(plan) {
      let period = context.relations.period(of: plan)
      for objective in plan.items("objectives") {
        guard let metric = context.relations.target(objective["metric"], kind: "metric")?.definition,
          let value = objective["target"], let target = value.decimal
        else { continue }
        var base: (value: JSONValue, owner: Definition)? = objective["baseline"].map { ($0, plan) }
        if base == nil, let known = metric["baseline"], let number = known["value"],
          let day = known["asOf"]?.content.flatMap(Day.init(iso:)), let period, day < period.first
        {
          base = (number, metric)
        }
        guard let base, let start = base.value.decimal else { continue }
        let isWorse =
          metric.has("direction", "up") ? target < start : metric.has("direction", "down") && target > start
        guard isWorse else { continue }
        report.report(
          .against(metric, target, start, base.owner.kind == "plan"), at: value, in: plan,
          notes: [RuleNote("the baseline", at: base.value, in: base.owner)])
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func against(
    _ metric: Definition, _ target: ExactDecimal, _ start: ExactDecimal, _ isOwn: Bool
  ) -> Self {
    Self(
      "'\(metric.id)' should go \(metric["direction"]?.string ?? ""), but \(target) is \(target < start ? "below" : "above") the baseline of \(start)",
      severity: isOwn ? nil : .warning)
  }
}
