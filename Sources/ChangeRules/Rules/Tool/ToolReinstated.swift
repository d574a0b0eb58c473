public import Diffing
internal import JSONSyntax

/// Tells that a tool that was to go, or had gone, is back.
public struct ToolReinstated: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/reinstated", .notable, watches: ["tool/status"],
    summary: "A tool that was deprecated or retired is taken back into use.",
    why:
      "Those who moved away have two places now, and its vetting and contract may have ended in the meantime.",
    remedy: "Say why in a note, check contract and vetting, and tell those who left.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Deprecated, and it stays after all", before: old, change: #"{"status": "adopted"}"#, as: .notable),
    .found(
      "Retired, and back", before: old.replacing("deprecated", with: "retired"),
      change: #"{"status": "adopted"}"#, as: .risky),
    .left("It goes", before: old, change: #"{"status": "retired"}"#),
  ]

  private static let old = #"""
    {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Wiki", "status": "deprecated"}
    """#

  /// Looks at the state before and after.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.was("status", oneOf: "deprecated", "retired"),
      context.text("status", oneOf: "proposed", "evaluating", "trial", "adopted", "on-hold")
    else { return nil }
    let covered = context.positions(at: "retirement") + context.positions(at: "replacedBy")
    if context.was("status") == "retired" {
      return Judgement(
        .risky, ChangeReason("was-retired", "contract and vetting may have ended since"), covers: covered)
    }
    return Judgement(
      .notable, ChangeReason("announcement-withdrawn", "those who moved away were told otherwise"),
      covers: covered)
  }
}
