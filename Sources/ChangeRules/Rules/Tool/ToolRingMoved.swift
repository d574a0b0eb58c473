public import Diffing
internal import JSONSyntax

/// Tells that a tool comes nearer to the stack, or goes back.
public struct ToolRingMoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/ring-moved", .notable, watches: ["tool/status"],
    summary: "A tool moves between proposal, evaluation and trial, or from the stack back to one of them.",
    why:
      "A step that was left out is a question that nobody asked; a step back says that something did not work.",
    remedy: "Say in a note what was found out, and why a step was left out.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("A trial without an evaluation", before: proposed, change: #"{"status": "trial"}"#, as: .notable),
    .found("Looked at more closely", before: proposed, change: #"{"status": "evaluating"}"#, as: .routine),
    .found(
      "Back from the stack to a trial", before: proposed.replacing("proposed", with: "adopted"),
      change: #"{"status": "trial"}"#, as: .risky),
    .left("It is adopted", before: proposed, change: #"{"status": "adopted"}"#),
  ]

  private static let rings = ["proposed", "evaluating", "trial", "adopted"]
  private static let proposed = #"""
    {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys", "status": "proposed"}
    """#

  /// Counts the steps.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let old = context.was("status").flatMap(rings.firstIndex(of:)),
      let new = context.text("status").flatMap(rings.firstIndex(of:)), new < rings.count - 1
    else { return nil }
    if new == old + 1 { return Judgement(new == 1 ? .routine : .notable) }
    if new > old {
      return Judgement(
        .notable, ChangeReason("skipped", "without \(Clause.list(Array(rings[(old + 1)..<new])))"))
    }
    if old == rings.count - 1 {
      let users = context.after.map { ToolUses.users(of: $0.name, in: context.head) } ?? []
      let text = users.isEmpty ? "teams may have built on it" : "\(Clause.names(users)) built on it"
      return Judgement(.risky, ChangeReason("was-adopted", text))
    }
    return Judgement(.notable)
  }
}
