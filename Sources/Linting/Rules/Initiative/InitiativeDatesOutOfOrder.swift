internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags an initiative that starts after its own end.
public struct InitiativeDatesOutOfOrder: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/dates-out-of-order", .error,
    summary: "An initiative that starts, or may start, only after its target.",
    why: "No schedule can keep such dates, so one of them is not what was agreed.",
    remedy: "Correct the date that is wrong.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The start is after the target",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "candidate", "team": "growth",
        "start": ⟦"2026-07-01"⟧, "target": "2026-Q2"}
      """#,
      RuleExample.growth),
    .good(
      "Start and target in one quarter",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "candidate", "team": "growth",
        "start": "2026-Q2", "target": "2026-Q2"}
      """#,
      RuleExample.growth),
  ]

  /// Compares start and earliest start with the latest date.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    for (_, initiative) in context.snapshot.definitions(of: "initiative") {
      guard let finish = context.relations.finish(of: initiative) else { continue }
      let notes = [RuleNote("the end is here", at: finish.value, in: initiative)]
      if let start = context.relations.term("start", of: initiative), start.when.first > finish.when.last {
        report.report(
          .reversed("starts", start.value, finish.value), at: start.value, in: initiative, notes: notes)
      }
      if let earliest = context.relations.term("notBefore", of: initiative),
        earliest.when.first > finish.when.last
      {
        report.report(
          .reversed("may not start before", earliest.value, finish.value), at: earliest.value, in: initiative,
          notes: notes)
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func reversed(_ verb: String, _ start: JSONValue, _ finish: JSONValue) -> Self {
    Self("it \(verb) \(start.string ?? ""), after its end on \(finish.string ?? "")")
  }
}
