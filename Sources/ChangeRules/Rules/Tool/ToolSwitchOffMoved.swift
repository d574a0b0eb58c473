internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that a tool goes earlier or later than was announced.
public struct ToolSwitchOffMoved: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/switch-off-moved", .risky, watches: ["tool/retirement", "tool/retirement/off"],
    summary: "The day on which a tool is switched off moves, is named or is taken back.",
    why:
      "Those who move away from it planned by that day.",
    remedy: "Move those who still use it first, and tell them the new day yourself.",
    options: [
      .init("days", 30, "The days until a tool is switched off below which its users have no time left.")
    ])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Earlier, while a process uses it", before: going, change: #"{"retirement": {"off": "2026-04-30"}}"#,
      alongside: [process], as: .risky),
    .found(
      "Next week", before: going, change: #"{"retirement": {"off": "2026-01-22"}}"#, alongside: [process],
      as: .breaking),
    .found("Later", before: going, change: #"{"retirement": {"off": "2026-09-30"}}"#, as: .notable),
    .left(
      "It is off already", before: going.replacing("deprecated", with: "retired"),
      change: #"{"retirement": {"off": "2026-04-30"}}"#),
  ]

  private static let going = #"""
    {"kind": "tool", "id": "old-wiki", "title": "Old wiki", "category": "Wiki", "status": "deprecated",
     "retirement": {"announced": "2025-12-01", "off": "2026-06-30"}}
    """#
  private static let process = #"""
    {"kind": "process", "id": "research", "title": "Research", "purpose": "Notes are found.",
     "status": "adopted", "steps": [{"id": "note", "title": "Note", "accountable": "researcher",
     "tools": ["old-wiki"]}]}
    """#

  /// Asks who still uses it, and how much time they have.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore == .live || context.stageBefore == .paused,
      change.fields.count == 1 || change.fields[1].token == "off"
    else { return nil }
    let off = (
      context.when(context.before?.root["retirement"]?["off"]),
      context.when(context.after?.root["retirement"]?["off"])
    )
    guard let new = off.1 else { return off.0 == nil ? nil : Judgement(.notable) }
    if let old = off.0, old.last <= new.last { return old.last < new.last ? Judgement(.notable) : nil }
    let users = context.after.map { ToolUses.users(of: $0.name, in: context.head) } ?? []
    let reason =
      users.isEmpty
      ? nil : ChangeReason("in-use", "\(Clause.names(users)) still \(users.count == 1 ? "uses" : "use") it")
    let isShort = context.day.map { $0.days(until: new.last) < context.number("days", of: metadata) } ?? false
    guard let reason else { return Judgement(off.0 == nil ? .notable : .risky) }
    return Judgement(isShort ? .breaking : off.0 == nil ? .notable : .risky, reason)
  }
}
