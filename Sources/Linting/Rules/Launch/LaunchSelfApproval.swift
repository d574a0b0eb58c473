public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags launches that only their owner approves.
public struct LaunchSelfApproval: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "launch/self-approval", .warning,
    summary: "The only approver of a launch of tier 1 or 2 is its owner.",
    why: "Nobody looks a second time.",
    remedy: "Ask somebody who answers for a department that the launch touches.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Ana asks Ana",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": "planned", "owner": "@ana",
       "approvals": [{"by": ⟦"@Ana"⟧}]}
      """#),
    .good(
      "Ana asks Dana",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": "planned", "owner": "@ana",
       "approvals": [{"by": "@dana"}]}
      """#),
  ]

  /// Holds the approvers of launches against their owner.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, launch) in context.all("launch") where launch.has("status", oneOf: "planned", "go") {
      guard let owner = launch["owner"]?.string.map(Handle.folded), launch["tier"]?.integer ?? 3 < 3 else {
        continue
      }
      let approvers = launch.items("approvals").compactMap { $0["by"] }
      guard let first = approvers.first,
        approvers.allSatisfy({ $0.string.map { Handle.folded($0) == owner } ?? false })
      else { continue }
      report.report(.ownApproval(launch, first), at: first, in: launch)
    }
  }
}

extension RuleMessage {
  fileprivate static func ownApproval(_ launch: Definition, _ approver: JSONValue) -> Self {
    Self("\(approver.string ?? "") owns '\(launch.id)' and is its only approver")
  }
}
