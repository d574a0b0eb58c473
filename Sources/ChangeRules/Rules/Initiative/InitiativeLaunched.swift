public import Diffing
internal import JSONSyntax

/// Tells that an initiative reached the customers, and by what its success will be seen.
public struct InitiativeLaunched: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/launched", .notable, watches: ["initiative/status"],
    summary: "An initiative is launched; what it was for can now be measured.",
    why: "Work ends with its effect, not with its release: the objectives that it serves say where to look.",
    remedy: "Look at the metrics that are named here, and write down what you learn as an insight.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "With an objective to look at", before: checkout, change: #"{"status": "launched"}"#,
      alongside: [
        #"""
        {"kind": "plan", "id": "shop", "title": "Shop", "product": "Shop", "period": "2026", "status": "active",
         "objectives": [{"id": "faster", "title": "Faster", "metric": "conversion", "target": 0.4,
         "by": "2026-Q2"}]}
        """#
      ], as: .notable),
    .left(
      "It begins", before: checkout.replacing("in-progress", with: "committed"),
      change: #"{"status": "in-progress"}"#),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth",
     "objectives": ["shop/faster"]}
    """#

  /// Names the objectives and when they are looked at.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.fields.count == 1, context.text("status", oneOf: "launched"), context.stageBefore != .ended
    else { return nil }
    let checks = (context.after?.root).items("objectives").compactMap { item -> String? in
      guard let text = item.string else { return nil }
      guard let objective = PlanObjective(text, in: context.head), let metric = objective.metric else {
        return text
      }
      return "\(metric) by \(objective.by ?? "the end of the plan")"
    }
    if checks.isEmpty {
      return Judgement(.notable, ChangeReason("no-objective", "no objective says what it was for"))
    }
    return Judgement(
      .notable, ChangeReason("objectives-to-check", "now to be looked at: \(Clause.list(checks))"))
  }
}
