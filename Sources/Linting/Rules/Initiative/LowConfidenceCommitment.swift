public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags a promise that its own authors hardly believe in.
public struct LowConfidenceCommitment: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/low-confidence-commitment", .warning,
    summary: "A committed initiative whose confidence is below \"percent\" (50 unless configured).",
    why: "Others plan with a commitment as with a fact; one that more likely fails than not is a guess.",
    remedy: "Find out what makes it uncertain, or call it a candidate until you know.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "A commitment at one in three",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
        "confidence": ⟦0.3⟧}
      """#,
      RuleExample.growth),
    .good(
      "A candidate may be uncertain",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "candidate", "team": "growth",
        "confidence": 0.3}
      """#,
      RuleExample.growth),
  ]

  /// Looks at the confidence of promised initiatives.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let percent = ExactDecimal(context.number("percent", of: metadata, standard: 50))
    let least = ExactDecimal(
      isNegative: percent.isNegative, digits: percent.digits, exponent: percent.exponent - 2)
    for (_, initiative) in context.snapshot.definitions(of: "initiative") where initiative.isPromised {
      guard let value = initiative["confidence"], let confidence = value.decimal, confidence < least else {
        continue
      }
      report.report(.low(initiative, confidence, least), at: value, in: initiative)
    }
  }
}

extension RuleMessage {
  fileprivate static func low(_ initiative: Definition, _ confidence: ExactDecimal, _ least: ExactDecimal)
    -> Self
  {
    Self("it is \(initiative["status"]?.string ?? "") with a confidence of \(confidence), below \(least)")
  }
}
