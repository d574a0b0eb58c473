public import Diffing
internal import JSONSyntax

/// Tells that a plan is closed.
public struct PlanClosed: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "plan/closed", .notable, watches: ["plan/status"],
    summary: "A plan is closed: its objectives are what they are.",
    why: "The moment to ask what was reached; work that is still open belongs to no plan from now on.",
    remedy: "Write down which objectives were reached, and move open work to the next plan or stop it.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Nothing is open", before: plan, change: #"{"status": "closed"}"#, as: .notable),
    .found(
      "Work that belongs to it is open", before: plan, change: #"{"status": "closed"}"#,
      alongside: [
        #"""
        {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth",
         "plan": "shop"}
        """#
      ], as: .risky),
    .left(
      "It becomes active", before: plan.replacing("active", with: "draft"), change: #"{"status": "active"}"#),
  ]

  private static let plan = #"""
    {"kind": "plan", "id": "shop", "title": "Shop", "product": "Shop", "period": "2026", "status": "active"}
    """#

  /// Names the open work.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.fields.count == 1, change.after?.string == "closed", let name = context.after?.name else {
      return nil
    }
    let open = context.head.referrers(of: name).compactMap { referrer -> String? in
      guard referrer.version.kind == "initiative", referrer.field == "plan",
        ["committed", "in-progress", "paused"].contains(referrer.version.root["status"]?.string)
      else { return nil }
      return referrer.version.name
    }
    if open.isEmpty { return Judgement(.notable) }
    return Judgement(.risky, ChangeReason("open-work", "still open: \(Clause.list(open))"))
  }
}
