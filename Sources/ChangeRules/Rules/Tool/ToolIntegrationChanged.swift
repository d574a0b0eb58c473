public import Diffing
internal import JSONSyntax

/// Tells that data flows between tools in another way.
public struct ToolIntegrationChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/integration-changed", .risky, watches: ["tool/integrations"],
    summary: "A tool is connected to another, or data flows in another direction.",
    why:
      "Where the two are cleared for different data, something sensitive ends up where nobody vetted it.",
    remedy: "Ask the owners of both tools, and write into `data` what exactly flows.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "To a tool for personal data", before: chat,
      change: #"{"integrations": [{"tool": "crm", "direction": "in", "data": "Names"}]}"#, alongside: [crm],
      as: .risky),
    .found(
      "From there to a tool for less", before: crm.replacing("crm", with: "sales"),
      change: #"{"integrations": [{"tool": "chat", "direction": "out"}]}"#, alongside: [chat], as: .risky),
    .found(
      "Between equals", before: chat, change: #"{"integrations": [{"tool": "wiki", "direction": "out"}]}"#,
      alongside: [chat.replacing("chat", with: "wiki")], as: .notable),
    .left(
      "Cut",
      before: chat.replacing(
        #""internal"}"#, with: #""internal"}, "integrations": [{"tool": "crm", "direction": "in"}]"#),
      change: #"{"integrations": null}"#, alongside: [crm]),
  ]

  private static let chat = #"""
    {"kind": "tool", "id": "chat", "title": "Chat", "category": "communication", "status": "adopted",
     "data": {"classification": "internal"}}
    """#
  private static let crm = #"""
    {"kind": "tool", "id": "crm", "title": "Customers", "category": "sales", "status": "adopted",
     "data": {"classification": "personal"}}
    """#

  /// Compares what the two tools are cleared for.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.fields.count >= 2, change.after != nil, ToolUses.isInUse(context.after?.root),
      change.fields.count == 2 || change.fields[2].token == "direction",
      let item = context.after?.root.item("integrations", "tool", change.fields[1].token)
    else { return nil }
    let id = change.fields[1].token
    let covered = context.positions(at: "integrations", id)
    guard let own = DataClass.rank(context.after?.root["data"]),
      let other = context.head.definition("tool:\(id)"), let theirs = DataClass.rank(other.root["data"]),
      own != theirs
    else { return Judgement(.notable, covers: covered) }
    let name = "“\(Clause.title(other))”"
    let goesOut = item["direction"]?.string != "in"
    let (their, ours) = (
      other.root["data"]?["classification"]?.string ?? "",
      context.after?.root["data"]?["classification"]?.string ?? ""
    )
    if theirs > own {
      return Judgement(
        .risky,
        ChangeReason("higher-class", "\(name) holds \(their) data, and this tool is for \(ours) data"),
        covers: covered)
    }
    guard goesOut else { return Judgement(.notable, covers: covered) }
    return Judgement(
      .risky, ChangeReason("lower-class", "\(ours) data can flow to \(name), which is for \(their) data"),
      covers: covered)
  }
}
