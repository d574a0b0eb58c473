public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags promised work without anything that speaks for it.
public struct CommittedWithoutEvidence: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/committed-without-evidence", .warning,
    summary: "A committed initiative without any insight, study or experiment as evidence.",
    why:
      "Once a commitment rests on an opinion, nobody can tell later whether the opinion was wrong or the work.",
    remedy: "Name what speaks for it under \"evidence\"; if there is nothing, find out before building.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Committed on an opinion",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": ⟦"committed"⟧, "team": "growth"}
      """#,
      #"{"kind": "insight", "id": "guests", "title": "Guests leave", "statement": "Guests leave at the log-in"}"#,
      RuleExample.growth),
    .good(
      "An insight speaks for it",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
        "evidence": ["insight:guests"]}
      """#,
      #"{"kind": "insight", "id": "guests", "title": "Guests leave", "statement": "Guests leave at the log-in"}"#,
      RuleExample.growth),
  ]

  /// Looks at promised initiatives, in repositories that keep evidence at all.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let snapshot = context.snapshot
    guard ["insight", "study", "experiment"].contains(where: { snapshot.byKind[$0] != nil }) else { return }
    for (_, initiative) in snapshot.definitions(of: "initiative")
    where initiative.isPromised && (initiative["evidence"]?.count ?? 0) == 0 {
      report.report(.noEvidence(initiative), field: "status", of: initiative)
    }
  }
}

extension RuleMessage {
  fileprivate static func noEvidence(_ initiative: Definition) -> Self {
    Self("it is \(initiative["status"]?.string ?? ""), and no evidence speaks for it")
  }
}
