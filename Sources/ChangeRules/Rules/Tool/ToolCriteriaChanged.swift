public import Diffing
internal import JSONSyntax

/// Tells that a tool on trial is judged by something else.
public struct ToolCriteriaChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/criteria-changed", .risky, watches: ["tool/evaluation/criteria"],
    summary: "What a tool on trial is judged by changes while the trial is under way.",
    why:
      "Criteria that move towards the result always pass: the trial cannot fail any more.",
    remedy: "Keep the criteria until the decision, and write what you learned about them into it.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "One that it fails goes", before: trial,
      change: #"{"evaluation": {"criteria": [{"title": "Cheap", "weight": 1}]}}"#, as: .risky),
    .found(
      "Before it starts", before: trial.replacing(#""trial""#, with: #""evaluating""#),
      change: #"{"evaluation": {"criteria": [{"title": "Cheap", "weight": 1}]}}"#, as: .routine),
    .left(
      "Scores", before: trial,
      change: #"""
        {"evaluation": {"criteria": [{"title": "Cheap", "weight": 1, "score": 3},
         {"title": "Exports", "weight": 3, "score": 1}]}}
        """#),
  ]

  private static let trial = #"""
    {"kind": "tool", "id": "chat", "title": "Chat", "category": "communication", "status": "trial",
     "evaluation": {"criteria": [{"title": "Cheap", "weight": 1}, {"title": "Exports", "weight": 3}]}}
    """#

  /// Asks whether the trial has started.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.was("status", oneOf: "proposed", "evaluating", "trial"),
      change.fields.last?.token != "score",
      change.fields.count != 2 || change.before?.kind == .array
    else { return nil }
    let covered = context.positions(at: "evaluation", "criteria").filter {
      context.changes[$0].fields.last?.token != "score"
    }
    guard context.was("status", oneOf: "trial"), change.idiom != .itemMoved else {
      return Judgement(.routine, covers: covered)
    }
    return Judgement(
      .risky, ChangeReason("trial-under-way", "the trial is under way"),
      words: "Criteria of the trial changed while it is under way", covers: covered)
  }
}
