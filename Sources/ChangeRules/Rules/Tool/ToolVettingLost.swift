public import Diffing
internal import JSONSyntax

/// Tells that a tool is no longer vetted as it was.
public struct ToolVettingLost: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/vetting-lost", .breaking,
    watches: ["tool/vetting", "tool/vetting/*/status", "tool/vetting/*/until"],
    summary: "A tool in use loses a vetting that it had passed, or keeps it for a shorter time.",
    why:
      "Data lies in it that only belongs into vetted tools.",
    remedy: "Keep the data out until it is vetted again, or move to a tool that passed.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Personal data, and privacy says no", before: vetted,
      change: #"""
        {"vetting": [{"topic": "privacy", "status": "failed", "on": "2026-01-10", "by": "@dana"}]}
        """#,
      as: .breaking),
    .found(
      "Looked at again, with nothing sensitive in it", before: vetted.replacing("personal", with: "internal"),
      change: #"{"vetting": null}"#, as: .risky),
    .found(
      "Valid for a shorter time", before: vetted,
      change: #"""
        {"vetting": [{"topic": "privacy", "status": "passed", "on": "2025-06-01", "by": "@dana",
         "until": "2026-03-01"}]}
        """#,
      as: .notable),
    .left(
      "Passed once more", before: vetted,
      change: #"""
        {"vetting": [{"topic": "privacy", "status": "passed", "on": "2026-01-10", "by": "@dana",
         "until": "2027-01-10"}]}
        """#),
  ]

  private static let vetted = #"""
    {"kind": "tool", "id": "survey-kit", "title": "Survey kit", "category": "Surveys", "status": "adopted",
     "data": {"classification": "personal"}, "vetting": [{"topic": "privacy", "status": "passed",
     "on": "2025-06-01", "by": "@dana", "until": "2026-06-01"}]}
    """#

  /// Compares the topics that were passed with those that the data needs.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard ToolUses.isInUse(context.before?.root), let before = context.before?.root,
      let after = context.after?.root
    else { return nil }
    let kept = Set(ToolVetting.passed(after))
    let lost = ToolVetting.passed(before).filter { !kept.contains($0) }
    guard !lost.isEmpty else {
      guard change.fields.last?.token == "until", let move = DateMove(change, context) else { return nil }
      return move.isLater ? nil : Judgement(.notable)
    }
    guard change.fields.count < 2 || lost.contains(change.fields[1].token) else { return nil }
    let missing = Set(ToolVetting.missing(after))
    let needed = lost.filter(missing.contains)
    let words = "No longer vetted for \(Clause.list(lost))"
    let covered = context.positions(at: "vetting")
    if needed.isEmpty {
      return Judgement(.risky, ChangeReason("vetting-gone", "it is in use"), words: words, covers: covered)
    }
    let data = after["data"]?["classification"]?.string ?? "sensitive"
    return Judgement(
      .breaking, ChangeReason("data-unvetted", "it holds \(data) data"), words: words, covers: covered)
  }
}
