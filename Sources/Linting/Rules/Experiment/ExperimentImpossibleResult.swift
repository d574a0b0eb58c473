public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags results that cannot have been counted.
public struct ExperimentImpossibleResult: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "experiment/impossible-result", .error,
    summary: "A variant has more conversions than participants.",
    why: "One of the two numbers is wrong, and the decision rests on it.",
    remedy: "Count again; conversions are participants who converted, not their orders.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "More orders than guests",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "results": [{"metric": "conversion",
       "asOf": "2026-01-05", "variants": [{"id": "new", "n": 900, "conversions": ⟦1200⟧}]}]}
      """#),
    .good(
      "Fewer",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "results": [{"metric": "conversion",
       "asOf": "2026-01-05", "variants": [{"id": "new", "n": 900, "conversions": 310}]}]}
      """#),
  ]

  /// Compares conversions with participants.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, experiment) in context.all("experiment") {
      for result in experiment.items("results") {
        for variant in result.items("variants") {
          guard let n = variant["n"]?.decimal, let value = variant["conversions"],
            let conversions = value.decimal,
            conversions > n
          else { continue }
          report.report(.tooMany(variant, conversions, n), at: value, in: experiment)
        }
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func tooMany(_ variant: JSONValue, _ conversions: ExactDecimal, _ n: ExactDecimal)
    -> Self
  {
    Self("variant '\(variant.string("id") ?? "")' has \(conversions) conversions among \(n) participants")
  }
}
