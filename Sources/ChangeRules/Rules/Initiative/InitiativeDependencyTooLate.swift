public import Diffing
internal import JSONSyntax

/// Tells that an initiative is made to wait for something that comes too late.
public struct InitiativeDependencyTooLate: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/dependency-too-late", .breaking, watches: ["initiative/dependsOn"],
    summary: "A new or tighter dependency comes later than the dates allow.",
    why:
      "The plan is now impossible as it is written: one of the two dates will slip, and nobody has said which.",
    remedy: "Move one of the two dates in the same change, or say with `type` and `lag` what really waits.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "It ends after the start here", before: checkout, change: #"{"dependsOn": ["payments"]}"#,
      alongside: [payments], as: .breaking),
    .found(
      "Nobody relies on a candidate's dates", before: checkout.replacing("committed", with: "candidate"),
      change: #"{"dependsOn": ["payments"]}"#, alongside: [payments], as: .notable),
    .left(
      "There is time enough", before: checkout, change: #"{"dependsOn": ["payments"]}"#,
      alongside: [payments.replacing("2026-06-15", with: "2026-03-15")]),
    .left(
      "A dependency less",
      before: checkout.replacing(#""start""#, with: #""dependsOn": ["payments"], "start""#),
      change: #"{"dependsOn": null}"#, alongside: [payments]),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "start": "2026-04-01", "target": "2026-07-15"}
    """#
  private static let payments = #"""
    {"kind": "initiative", "id": "payments", "title": "Payments", "status": "committed", "team": "growth",
     "target": "2026-06-15"}
    """#

  /// Asks whether the one that it waits for is among those that come too late since.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.fields.count > 1, change.after != nil || change.fields.count > 2, !context.isRecord,
      let misfit = context.unmet.first(where: { $0.name == "initiative:\(change.fields[1].token)" })
    else { return nil }
    return Judgement(
      context.stageAfter == .live ? .breaking : .notable,
      ChangeReason("dependency-too-late", "\(misfit.words) comes too late for its own dates"))
  }
}
