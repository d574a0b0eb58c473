public import Diffing
internal import JSONSyntax

/// Tells that there is a new version of a process or template.
public struct ProcessVersionChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "process/version-changed", .notable, watches: ["process/version"],
    summary: "A followed process or a template gets another version.",
    why:
      "What was begun by the old one goes on beside what follows the new one.",
    remedy: "Say what changed, and whether those who are named here have to change over.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Others build on it", before: brief, change: #"{"version": 3}"#, alongside: [process], as: .notable),
    .found("Back to an older one", before: brief, change: #"{"version": 1}"#, as: .risky),
    .left("In a draft", before: brief.replacing("adopted", with: "draft"), change: #"{"version": 3}"#),
  ]

  private static let brief = #"""
    {"kind": "process", "id": "brief", "title": "Brief", "purpose": "Everybody knows why.", "type": "template",
     "status": "adopted", "version": 2, "steps": [{"id": "why", "title": "Why", "accountable": "pm"}]}
    """#
  private static let process = #"""
    {"kind": "process", "id": "launching", "title": "Launching", "purpose": "Nobody is surprised.",
     "status": "adopted", "steps": [{"id": "go", "title": "Go", "accountable": "pm", "template": "brief"}]}
    """#

  /// Names what was begun with the old version.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore == .live, context.stageAfter == .live, let after = context.after else {
      return nil
    }
    let users = LiveUses.referrers(of: after.name, in: context.head).filter {
      $0.field == "steps" || $0.field == "process"
    }.map(\.version)
    var reasons: [ChangeReason] = []
    if !users.isEmpty {
      reasons.append(ChangeReason("begun-before", "\(Clause.names(users)) began with the old version"))
    }
    var judgement = Judgement(.notable)
    if let old = change.before?.decimal, let new = change.after?.decimal, new < old {
      judgement.changeClass = .risky
      reasons.append(ChangeReason("older-version", "what the newer version brought is lost"))
    }
    judgement.reasons = reasons
    return judgement
  }
}
