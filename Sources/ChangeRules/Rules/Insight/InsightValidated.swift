public import Diffing
internal import JSONSyntax

/// Tells that an insight may be built upon.
public struct InsightValidated: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "insight/validated", .notable, watches: ["insight/status"],
    summary: "An insight is validated, addressed, or believed again.",
    why:
      "From now on plans cite it: it should have something to stand on.",
    remedy: "Name the evidence for it, and say what settled the doubt where it was refuted before.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "With evidence", before: validated.replacing("validated", with: "new"),
      change: #"{"status": "validated"}"#, as: .notable),
    .found(
      "Without evidence", before: validated.replacing("validated", with: "new"),
      change: #"{"status": "validated", "evidence": null}"#, as: .risky),
    .found(
      "It was refuted", before: validated.replacing("validated", with: "refuted"),
      change: #"{"status": "validated"}"#, as: .risky),
    .left("It is refuted", before: validated, change: #"{"status": "refuted"}"#),
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

  /// Asks for the evidence.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.text("status", oneOf: "validated", "addressed", "new"), context.was("status") != nil,
      let after = context.after?.root
    else { return nil }
    let before = context.before?.root
    if context.was("status", oneOf: "refuted") || context.was("status", oneOf: "contested"),
      !InsightEvidence(after).isNewer(than: InsightEvidence(before))
    {
      return Judgement(
        .risky,
        ChangeReason("no-new-evidence", "it was \(context.was("status") ?? "") and nothing new speaks for it")
      )
    }
    if context.text("status") == "new" { return Judgement(.notable) }
    if context.text("status") == "validated", InsightEvidence(after).supporting.isEmpty {
      return Judgement(.risky, ChangeReason("no-evidence", "no evidence for it is named"))
    }
    return Judgement(.notable)
  }
}
