public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags an initiative that only its own owner has to approve.
public struct SelfApproval: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/self-approval", .warning,
    summary: "An initiative whose only approver is its owner.",
    why: "Approval is a second pair of eyes; with one pair nobody notices what the owner cannot see.",
    remedy: "Name somebody else as an approver, or leave the approvers out.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The owner approves",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "candidate", "team": "growth",
        "owner": "@ana", "approvers": [⟦"@ana"⟧]}
      """#,
      RuleExample.growth),
    .good(
      "Somebody else approves as well",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "candidate", "team": "growth",
        "owner": "@ana", "approvers": ["@ana"], "stakeholders": [{"person": "@ben", "role": "approver"}]}
      """#,
      #"""
      {"kind": "team", "id": "growth", "title": "Growth", "members": [
        {"id": "ana", "role": "product manager"}, {"id": "ben", "role": "engineer"}
      ]}
      """#),
  ]

  /// Gathers the approvers of what is not over, from both lists that can name them.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, initiative) in context.snapshot.definitions(of: "initiative")
    where context.lifecycles.isLive(initiative) {
      guard let owner = initiative["owner"]?.string.map(Handle.folded) else { continue }
      var approvers = Array(initiative.items("approvers"))
      for stakeholder in initiative.items("stakeholders")
      where stakeholder["role"]?.isString("approver") ?? false {
        if let who = stakeholder["person"] ?? stakeholder["team"] { approvers.append(who) }
      }
      guard let first = approvers.first,
        approvers.allSatisfy({ $0.string.map { $0.hasPrefix("@") && Handle.folded($0) == owner } ?? false })
      else { continue }
      report.report(.selfApproval(first), at: first, in: initiative)
    }
  }
}

extension RuleMessage {
  fileprivate static func selfApproval(_ approver: JSONValue) -> Self {
    Self("\(approver.string ?? "") owns it and is the only one to approve it")
  }
}
