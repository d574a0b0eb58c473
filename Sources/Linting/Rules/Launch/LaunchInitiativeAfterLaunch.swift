internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags launches of something that will not be finished.
public struct LaunchInitiativeAfterLaunch: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "launch/initiative-after-launch", .warning,
    summary: "The initiative of a launch is due after the launch, and so are all its milestones.",
    why: "There is nothing to launch on that day, and everybody but the team plans with it.",
    remedy: "Move the launch, or bring forward what it needs.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Finished in summer, launched in March",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "tier": 2, "status": "planned", "date": ⟦"2026-03-02"⟧}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress",
       "team": "growth", "target": "2026-Q3"}
      """#),
    .good(
      "A first milestone comes before",
      #"""
      {"kind": "launch", "id": "checkout-launch", "title": "Checkout launch", "initiative": "checkout",
       "tier": 2, "status": "planned", "date": "2026-03-02"}
      """#,
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress",
       "team": "growth", "target": "2026-Q3", "milestones": [{"id": "beta", "target": "2026-02-20"}]}
      """#),
  ]

  /// Holds the dates of launches against those of their initiatives.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, launch) in context.all("launch") where launch.has("status", oneOf: "planned", "go") {
      guard let value = launch["date"], let date = context.when(value)?.last,
        let initiative = context.target(launch["initiative"], "initiative"),
        !initiative.has("status", oneOf: "launched", "cancelled"),
        let ready = firstReady(initiative, context),
        date < ready.first
      else { continue }
      let note = initiative["milestones"] ?? initiative["target"]
      report.report(
        .notReady(initiative, ready), at: value, in: launch,
        notes: note.map { [RuleNote("due here", at: $0, in: initiative)] } ?? [])
    }
  }

  /// When the first part of an initiative is to be ready; nil where a part is, or where nobody says.
  private static func firstReady(_ initiative: Definition, _ context: LintContext) -> When? {
    var earliest: When?
    for milestone in initiative.items("milestones") where !milestone.has("status", oneOf: "dropped") {
      if milestone.has("status", oneOf: "done") { return nil }
      guard let target = context.when(milestone["target"]) else { return nil }
      if earliest.map({ target.first < $0.first }) ?? true { earliest = target }
    }
    return earliest ?? context.when(initiative["target"])
  }
}

extension RuleMessage {
  fileprivate static func notReady(_ initiative: Definition, _ ready: When) -> Self {
    Self("no part of initiative '\(initiative.id)' is to be ready before \(ready.first)")
  }
}
