internal import Diagnostics
internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that a tool is deprecated or retired.
public struct ToolWithdrawn: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/withdrawn", .breaking, watches: ["tool/status"],
    summary: "A tool in use is deprecated or retired.",
    why:
      "Processes, studies and numbers that rely on it stop working, at once or on a day that somebody else chose.",
    remedy:
      "Name a successor or a migration and a day far enough away, and move those who are named here first.",
    options: [
      .init(
        "days", 90, "The days until a deprecated tool is switched off from which its users have time enough.")
    ])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "A process still uses it", before: adopted, change: #"{"status": "retired"}"#, alongside: [process],
      as: .breaking),
    .found(
      "Deprecated without a word on where to go", before: adopted, change: #"{"status": "deprecated"}"#,
      alongside: [process], as: .breaking),
    .found(
      "With a successor and half a year of time", before: adopted,
      change: #"""
        {"status": "deprecated", "replacedBy": "wiki", "retirement": {"announced": "2026-01-15",
         "off": "2026-07-31"}}
        """#,
      alongside: [process, adopted.replacing("old-wiki", with: "wiki")], as: .risky),
    .found("Nobody uses it", before: adopted, change: #"{"status": "deprecated"}"#, as: .notable),
    .left(
      "A proposal is dropped", before: adopted.replacing("adopted", with: "proposed"),
      change: #"{"status": "retired"}"#),
  ]

  private static let adopted = #"""
    {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Wiki", "status": "adopted"}
    """#
  private static let process = #"""
    {"kind": "process", "id": "research", "title": "Research", "purpose": "Notes are found.",
     "status": "adopted", "steps": [{"id": "note", "title": "Note", "accountable": "researcher",
     "tools": ["old-wiki"]}]}
    """#

  /// Asks who relies on the tool, and whether they know where to go.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.was("status", oneOf: "trial", "adopted", "on-hold", "deprecated"),
      context.text("status", oneOf: "deprecated", "retired"), let after = context.after
    else { return nil }
    let isOff = context.text("status") == "retired"
    let covered =
      context.positions(at: "retirement") + context.positions(at: "replacedBy")
      + (isOff ? context.clearedAway + context.positions(at: "seats") : [])
    let words = words(after, isOff: isOff, context)
    let users = ToolUses.users(of: after.name, in: context.head)
    if !users.isEmpty {
      let reason = ChangeReason(
        "in-use", "\(Clause.names(users)) still \(users.count == 1 ? "uses" : "use") it")
      let isSoft = !isOff && hasPath(after, context)
      return Judgement(
        isSoft ? .risky : .breaking, reason, words: words, covers: covered)
    }
    let teams = after.root.texts("teams")
    if !teams.isEmpty, isOff ? !context.was("status", oneOf: "deprecated") : !hasSuccessor(after) {
      return Judgement(
        .risky,
        ChangeReason(
          "no-path", "\(Enumeration.count(teams.count, "team")) listed, and no word on where to go"),
        words: words, covers: covered)
    }
    if context.isAlone {
      let isAnnounced = isOff ? context.was("status") == "deprecated" : hasSuccessor(after)
      return Judgement(isAnnounced ? .notable : .risky, words: words, covers: covered)
    }
    return Judgement(
      .notable, ChangeReason("unused", "nothing under way refers to it"), words: words, covers: covered)
  }

  private static func hasSuccessor(_ tool: DefinitionVersion) -> Bool {
    tool.root["replacedBy"]?.string != nil || tool.root["retirement"]?["migration"]?.string != nil
  }

  /// Whether those who use the tool know where to go, and have the time.
  private static func hasPath(_ tool: DefinitionVersion, _ context: ChangeContext) -> Bool {
    guard hasSuccessor(tool), let off = context.when(tool.root["retirement"]?["off"]) else { return false }
    guard let day = context.day else { return true }
    return day.days(until: off.last) >= context.number("days", of: metadata)
  }

  private static func words(_ tool: DefinitionVersion, isOff: Bool, _ context: ChangeContext) -> String {
    let successor = tool.root["replacedBy"]?.string.map { id in
      ", replaced by \(context.head.definition("tool:\(id)").map { "“\(Clause.title($0))”" } ?? id)"
    }
    let off = isOff ? nil : tool.root["retirement"]?["off"]?.string.map { ", to be switched off on \($0)" }
    return "\(isOff ? "Retired" : "Deprecated")\(successor ?? "")\(off ?? "")"
  }
}
