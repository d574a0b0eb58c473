public import Diffing
internal import JSONSyntax

/// Tells that an insight does not hold, or is in doubt.
public struct InsightRefuted: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "insight/refuted", .breaking, watches: ["insight/status"],
    summary: "An insight that was believed turns out not to hold, or is contested.",
    why:
      "Work that was committed because of it has lost its reason, and those who do it do not know yet.",
    remedy: "Decide about each initiative that is named here: stop it, or find evidence that holds.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Committed work rests on it", before: validated, change: #"{"status": "refuted"}"#,
      alongside: [initiative], as: .breaking),
    .found(
      "It is in doubt", before: validated, change: #"{"status": "contested"}"#, alongside: [initiative],
      as: .risky),
    .found(
      "Only an idea rests on it", before: validated, change: #"{"status": "refuted"}"#,
      alongside: [initiative.replacing("committed", with: "idea")], as: .notable),
    .left("It is addressed", before: validated, change: #"{"status": "addressed"}"#, alongside: [initiative]),
  ]

  private static let validated = #"""
    {"kind": "insight", "id": "guests-leave", "title": "Guests leave", "statement": "Guests leave at the log-in.",
     "status": "validated", "confidence": "medium", "review": "2026-06-30", "evidence": [
       {"source": "study:talks", "stance": "supports", "participants": 8},
       {"source": "metric:conversion", "stance": "supports"}]}
    """#
  private static let initiative = #"""
    {"kind": "initiative", "id": "guest-checkout", "title": "Guest checkout", "status": "committed",
     "team": "growth", "evidence": ["insight:guests-leave"]}
    """#

  /// Names the committed work that rests on it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.text("status", oneOf: "refuted", "contested"), let after = context.after else { return nil }
    let isRefuted = context.text("status") == "refuted"
    let citers = InsightUses.committed(InsightUses.citers(of: after.name, in: context.head))
    if context.isAlone {
      return Judgement(isRefuted && !context.was("status", oneOf: "new") ? .risky : .notable)
    }
    if citers.isEmpty {
      return Judgement(.notable, ChangeReason("not-committed-upon", "no committed work rests on it"))
    }
    return Judgement(
      isRefuted ? .breaking : .risky,
      ChangeReason(
        "cited", "\(Clause.names(citers)) \(citers.count == 1 ? "was" : "were") committed because of it"))
  }
}
