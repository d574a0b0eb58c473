public import Diffing
internal import JSONSyntax

/// Tells that a tool gets no new uses.
public struct ToolPutOnHold: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/put-on-hold", .notable, watches: ["tool/status"],
    summary: "A tool is put on hold: who uses it goes on, and nobody else begins.",
    why:
      "Plans that count on giving it to more people have to wait or look elsewhere.",
    remedy: "Say by when it is decided, and tell the teams that were about to begin.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("No new uses for now", before: adopted, change: #"{"status": "on-hold"}"#, as: .notable),
    .left("It is deprecated", before: adopted, change: #"{"status": "deprecated"}"#),
  ]

  private static let adopted = #"""
    {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Wiki", "status": "adopted"}
    """#

  /// Names those who go on using it.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.text("status", oneOf: "on-hold"), context.was("status", oneOf: "trial", "adopted") else {
      return nil
    }
    let users = context.after.map { ToolUses.users(of: $0.name, in: context.head) } ?? []
    if users.isEmpty { return Judgement(.notable, ChangeReason("no-new-uses", "nobody may begin to use it")) }
    return Judgement(.notable, ChangeReason("no-new-uses", "in use by \(Clause.names(users))"))
  }
}
