public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags evidence that has turned out not to hold.
public struct EvidenceRefuted: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/evidence-refuted", .error,
    summary:
      "Evidence that does not hold: a refuted insight, an abandoned test, a study that never took place.",
    why:
      "The reason for the work is gone, and those who see the evidence listed believe that it still stands.",
    remedy: "Look at the case for the initiative again; keep the evidence that holds, and take the rest out.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The insight was refuted",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
        "evidence": [⟦"insight:guests"⟧]}
      """#,
      #"""
      {"kind": "insight", "id": "guests", "title": "Guests leave", "statement": "Guests leave at the log-in",
        "status": "refuted"}
      """#,
      RuleExample.growth),
    .bad(
      "The test was given up",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "candidate", "team": "growth",
        "evidence": [⟦"experiment:guest-button"⟧]}
      """#,
      #"""
      {"kind": "experiment", "id": "guest-button", "title": "Button", "type": "fake-door", "hypothesis": "They click",
        "status": "concluded", "variants": [{"id": "on", "weight": 1}, {"id": "off", "weight": 1}],
        "decision": {"outcome": "abandon", "on": "2025-12-01", "by": "@ana", "because": "Nobody clicked"}}
      """#,
      RuleExample.growth),
    .good(
      "The insight was confirmed",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
        "evidence": ["insight:guests"]}
      """#,
      #"""
      {"kind": "insight", "id": "guests", "title": "Guests leave", "statement": "Guests leave at the log-in",
        "status": "validated"}
      """#,
      RuleExample.growth),
  ]

  /// Looks at the evidence of initiatives that are more than an idea and not over.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, initiative) in context.snapshot.definitions(of: "initiative")

    where context.lifecycles.isLive(initiative) && context.lifecycles.hasBegun(initiative) {
      for value in initiative.items("evidence") {
        let kinds = ["insight", "experiment", "study"]
        guard
          let source = kinds.lazy.compactMap({ context.relations.target(value, kind: $0)?.definition }).first,
          let (fault, place) = fault(of: source)
        else { continue }
        report.report(
          .refuted(source, fault), at: value, in: initiative, notes: [RuleNote("here", at: place, in: source)]
        )
      }
    }
  }

  /// Why `source` does not hold as evidence, and where it says so.
  private static func fault(of source: Definition) -> (text: String, place: JSONValue)? {
    if source.kind == "insight", source.has("status", "refuted") {
      return ("was refuted", source["status"] ?? source.root)
    }
    if source.kind == "study", source.has("status", "cancelled") {
      return ("was cancelled", source["status"] ?? source.root)
    }
    if let outcome = source["decision"]?["outcome"], outcome.isString("abandon") {
      return ("ended with the decision to abandon", outcome)
    }
    return nil
  }
}

extension RuleMessage {
  fileprivate static func refuted(_ source: Definition, _ fault: String) -> Self {
    Self(
      "the \(source.kind) '\(source.id)' \(fault)", discriminator: source.name,
      severity: source.kind == "insight" ? nil : .warning)
  }
}
