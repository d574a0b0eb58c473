internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags exclusion groups that are asked for more traffic than there is.
public struct ExperimentExclusionOversubscribed: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "experiment/exclusion-oversubscribed", .error,
    summary:
      "Experiments of one exclusion group that overlap in time take more than all of the traffic "
      + "together.",
    why:
      "They cannot all get their share; the last to start runs short, and nobody planned which one that "
      + "is.",
    remedy: "Lower a share, or let one start when another has ended.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "0.6 and 0.5 of one audience",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "start": "2026-01-01",
       "end": "2026-02-28", "audience": {"dailyUnits": 900, "share": 0.6, "exclusionGroup": "checkout"}}
      """#,
      #"""
      {"kind": "experiment", "id": "two-pages", "title": "Two pages", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": "ready", "start": "2026-02-01",
       "audience": {"dailyUnits": 900, "share": ⟦0.5⟧, "exclusionGroup": "checkout"}}
      """#),
    .good(
      "One after the other",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "start": "2026-01-01",
       "end": "2026-01-31", "audience": {"dailyUnits": 900, "share": 0.6, "exclusionGroup": "checkout"}}
      """#,
      #"""
      {"kind": "experiment", "id": "two-pages", "title": "Two pages", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "variants": [{"id": "old", "control": true, "weight": 1},
       {"id": "new", "weight": 1}], "status": "ready", "start": "2026-02-01",
       "audience": {"dailyUnits": 900, "share": 0.5, "exclusionGroup": "checkout"}}
      """#),
  ]

  /// Adds up the shares of experiments that are ready or running, by group and by day.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    var groups: [String: [Claim]] = [:]
    for (position, experiment) in context.all("experiment")
    where experiment.has("status", oneOf: "ready", "running") {
      guard let audience = experiment["audience"], let group = audience.string("exclusionGroup"),
        let value = audience["share"], let share = value.decimal, share > .zero
      else { continue }
      let start = context.when(experiment["start"])?.first ?? context.asOf
      let end = context.when(experiment["end"])?.last ?? .last
      if start > end { continue }
      groups[group, default: []].append(
        Claim(
          position: position, experiment: experiment, value: value, share: share, start: start,
          end: max(end, context.asOf)))
    }
    for (group, claims) in groups.sorted(by: { $0.key < $1.key }) { sweep(group, claims, &report) }
  }

  /// What an experiment asks of a group.
  private struct Claim {
    let position: Int
    let experiment: Definition
    let value: JSONValue
    let share: ExactDecimal
    let start: Day
    let end: Day
  }

  /// Walks through starts and ends; each claim that begins where the sum passes one is reported.
  private static func sweep(_ group: String, _ claims: [Claim], _ report: inout Reporter) {
    let starts = claims.sorted { ($0.start, $0.position) < ($1.start, $1.position) }
    let ends = claims.sorted { $0.end < $1.end }
    var sum = ExactDecimal.zero
    var over = 0
    for (index, claim) in starts.enumerated() {
      while over < ends.count, ends[over].end < claim.start {
        sum = sum - ends[over].share
        over += 1
      }
      sum += claim.share
      guard sum > ExactDecimal(1) else { continue }
      let others = starts[..<index].suffix(20).filter { $0.end >= claim.start }.map(\.experiment.id)
      report.report(.oversubscribed(group, sum, claim.start, others), at: claim.value, in: claim.experiment)
    }
  }
}

extension RuleMessage {
  fileprivate static func oversubscribed(_ group: String, _ sum: ExactDecimal, _ day: Day, _ others: [String])
    -> Self
  {
    let beside = others.isEmpty ? "" : ", with \(Wording.list(others))"
    return Self("from \(day) on group '\(group)' is asked for \(sum) times its traffic\(beside)")
  }
}
