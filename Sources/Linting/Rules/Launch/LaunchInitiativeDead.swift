public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags launches of something that will not be built.
public struct LaunchInitiativeDead: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "launch/initiative-cancelled", .error,
    summary: "A launch is planned or has its go, and its initiative is cancelled.",
    why: "Other departments prepare for something that does not come.",
    remedy: "Cancel the launch, or name the initiative that took over.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The initiative is cancelled",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "date": "2026-03-02",
       "tier": 2, "status": "planned", "initiative": ⟦"checkout"⟧}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "team": "growth",
       "status": "cancelled"}
      """#),
    .good(
      "So is the launch",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "date": "2026-03-02", "tier": 2, "status": "cancelled"}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "team": "growth",
       "status": "cancelled"}
      """#),
  ]

  /// Looks at the initiatives of launches that are not over.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, launch) in context.all("launch") where launch.has("status", oneOf: "planned", "go") {
      guard let value = launch["initiative"], let initiative = context.target(value, "initiative"),
        initiative.has("status", "cancelled")
      else { continue }
      report.report(.launchOfNothing(launch, initiative), at: value, in: launch)
    }
  }
}

extension RuleMessage {
  fileprivate static func launchOfNothing(_ launch: Definition, _ initiative: Definition) -> Self {
    let successors = initiative.items("supersededBy").compactMap(\.string)
    return Self(
      "'\(launch.id)' (\(launch.status)) is to launch initiative '\(initiative.id)', which is cancelled",
      help: successors.isEmpty ? "" : "It was superseded by \(Wording.list(successors)).",
      candidates: successors)
  }
}
