public import Diffing
internal import JSONSyntax

/// Tells that those who leave a tool are to go elsewhere.
public struct ToolSuccessorChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/successor-changed", .risky, watches: ["tool/replacedBy", "tool/retirement/migration"],
    summary: "Those who leave a tool are told to go elsewhere, or nowhere any more.",
    why:
      "Some have moved already: they are now in a place that is no longer the right one.",
    remedy: "Tell those who moved, and say in a note why.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("To another one", before: going, change: #"{"replacedBy": "notes"}"#, as: .risky),
    .found("To none", before: going, change: #"{"replacedBy": null}"#, as: .risky),
    .found(
      "Named for the first time", before: going.replacing(#","replacedBy":"wiki""#, with: ""),
      change: #"{"replacedBy": "wiki"}"#, as: .notable),
    .left("It stays", before: going, change: #"{"status": "adopted", "replacedBy": null}"#),
  ]

  private static let going = #"""
    {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Wiki", "status": "deprecated","replacedBy":"wiki"}
    """#

  /// Asks whether people are on their way.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.was("status", oneOf: "deprecated", "retired"),
      context.text("status", oneOf: "deprecated", "retired")
    else { return nil }
    guard change.before != nil else { return Judgement(.notable) }
    let isGone = change.after == nil
    return Judgement(
      .risky,
      isGone
        ? ChangeReason("no-path", "nobody is told where to go")
        : ChangeReason(
          "another-path", "some may have moved to \(change.before?.string ?? "the old one") already"))
  }
}
