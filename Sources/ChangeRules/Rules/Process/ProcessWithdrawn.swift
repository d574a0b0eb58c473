public import Diffing
internal import JSONSyntax

/// Tells that a process is no longer to be followed.
public struct ProcessWithdrawn: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "process/withdrawn", .risky, watches: ["process/status"],
    summary: "A followed process is deprecated or retired.",
    why:
      "Without a successor every team goes on as it likes, and launches under way follow something that has no owner.",
    remedy:
      "Name the process that takes its place in `replacedBy`, and let launches under way finish by the old one."
  )

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Without a successor", before: adopted, change: #"{"status": "deprecated"}"#, as: .risky),
    .found(
      "With a successor", before: adopted, change: #"{"status": "deprecated", "replacedBy": "launch-light"}"#,
      as: .notable),
    .found(
      "Retired under a launch", before: adopted,
      change: #"{"status": "retired", "replacedBy": "launch-light"}"#, alongside: [launch], as: .breaking),
    .left(
      "A draft is dropped", before: adopted.replacing("adopted", with: "draft"),
      change: #"{"status": "retired"}"#),
  ]

  private static let adopted = #"""
    {"kind": "process", "id": "launching", "title": "Launching", "purpose": "Nobody is surprised.",
     "status": "adopted", "steps": [{"id": "go", "title": "Go", "accountable": "pm"}]}
    """#

  private static let launch = #"""
    {"kind": "launch", "id": "spring", "title": "Spring", "initiative": "checkout", "date": "2026-01-31",
     "tier": 1, "status": "go", "process": "launching"}
    """#

  /// Asks for the successor, and who still follows it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.was("status", oneOf: "trial", "adopted", "deprecated"),
      context.text("status", oneOf: "deprecated", "retired"), let after = context.after
    else { return nil }
    let users = LiveUses.referrers(of: after.name, in: context.head).filter { $0.field != "replacedBy" }
      .map(\.version)
    let isRetired = context.text("status") == "retired"
    let successor = after.root["replacedBy"]?.string
    let words = (isRetired ? "Retired" : "Deprecated") + (successor.map { ", replaced by \($0)" } ?? "")
    let covered = context.positions(at: "replacedBy") + (isRetired ? context.clearedAway : [])
    if isRetired, !users.isEmpty {
      return Judgement(
        .breaking,
        ChangeReason("in-use", "\(Clause.names(users)) still \(users.count == 1 ? "follows" : "follow") it"),
        words: words, covers: covered)
    }
    let text =
      users.isEmpty
      ? "no successor is named" : "no successor is named to those who follow it: \(Clause.names(users))"
    if successor == nil, !isRetired || context.was("status") != "deprecated" {
      return Judgement(.risky, ChangeReason("no-successor", text), words: words, covers: covered)
    }
    return Judgement(.notable, words: words, covers: covered)
  }
}
