public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags two current experiments that switch by the same flag.
public struct ExperimentSharedFlag: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "experiment/shared-flag", .warning,
    summary: "Two experiments that are ready or running list the same feature flag.",
    why: "Each of them changes what the other shows, and cleaning up after one ends the other.",
    remedy: "Give each experiment a flag of its own, or merge them.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "One flag for both",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "cleanup": {"flags": ["checkout"],
       "by": "2026-06-30"}}
      """#,
      #"""
      {"kind": "experiment", "id": "two-pages", "title": "Two pages", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "cleanup": {"flags": [⟦"checkout"⟧],
       "by": "2026-06-30"}}
      """#),
    .good(
      "A flag each",
      #"""
      {"kind": "experiment", "id": "one-page", "title": "One page", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "cleanup": {"flags": ["checkout-one"],
       "by": "2026-06-30"}}
      """#,
      #"""
      {"kind": "experiment", "id": "two-pages", "title": "Two pages", "type": "ab-test",
       "hypothesis": "Fewer steps, more orders.", "status": "running", "variants": [{"id": "old",
       "control": true, "weight": 1}, {"id": "new", "weight": 1}], "cleanup": {"flags": ["checkout-two"],
       "by": "2026-06-30"}}
      """#),
  ]

  /// Groups experiments that are ready or running by their flags.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    var owners: [String: (experiment: Definition, value: JSONValue)] = [:]
    for (_, experiment) in context.all("experiment")
    where experiment.has("status", oneOf: "ready", "running", "enrolment-closed") {
      for value in experiment["cleanup"]?.items("flags").map({ $0 }) ?? [] {
        guard let flag = value.string else { continue }
        if let owner = owners[flag], owner.experiment.id != experiment.id {
          let note = RuleNote("the same flag", at: owner.value, in: owner.experiment)
          report.report(.sharedFlag(flag, owner.experiment), at: value, in: experiment, notes: [note])
        } else {
          owners[flag] = (experiment, value)
        }
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func sharedFlag(_ flag: String, _ other: Definition) -> Self {
    Self("flag '\(flag)' also switches experiment '\(other.id)'")
  }
}
