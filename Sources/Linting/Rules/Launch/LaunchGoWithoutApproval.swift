public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags launches that go ahead without everybody's yes.
public struct LaunchGoWithoutApproval: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "launch/go-without-approval", .error,
    summary:
      "A launch has its go, and an approval that it asks for has no date, or it is of tier 1 and asks "
      + "for none.",
    why: "Approvals are asked for because somebody has to stand by the launch when it goes wrong.",
    remedy: "Get the approval and write its day in `on`; until then the launch is `planned`.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Legal has not said yes",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": "go", "approvals": [{"by": ⟦"@dana"⟧, "role": "legal"}]}
      """#),
    .bad(
      "A large launch that nobody approved",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 1, "status": ⟦"go"⟧}
      """#),
    .good(
      "Approved",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 1, "status": "go", "approvals": [{"by": "@dana", "on": "2026-01-12"}]}
      """#),
  ]

  /// Looks at the approvals of launches that have their go.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, launch) in context.all("launch") where launch.has("status", "go") {
      let approvals = Array(launch.items("approvals"))
      for item in approvals where item["on"] == nil {
        report.report(.notApproved(item), at: item["by"] ?? item, in: launch)
      }
      if approvals.isEmpty, launch["tier"]?.integer == 1 {
        report.report(.noApproval(launch), field: "status", of: launch)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func notApproved(_ item: JSONValue) -> Self {
    let role = item.string("role").map { " (\($0))" } ?? ""
    return Self("this launch has its go, and \(item.string("by") ?? "somebody")\(role) has not approved it")
  }
  fileprivate static func noApproval(_ launch: Definition) -> Self {
    Self("'\(launch.id)' is of tier 1 and has its go, and nobody approved it")
  }
}
