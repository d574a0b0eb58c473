public import Diffing
internal import JSONSyntax

/// Tells that seats were bought, taken back or counted.
public struct ToolSeatsChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/seats-changed", .breaking, watches: ["tool/seats", "tool/seats/purchased", "tool/seats/active"],
    summary: "The seats that are paid for, or the people who use them, change.",
    why:
      "With fewer seats than people, somebody is locked out in the middle of their work, or a bill follows.",
    remedy: "Count who uses the tool before seats are given back.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Fewer seats than people", before: chat, change: #"{"seats": {"purchased": 60}}"#, as: .breaking),
    .found("More people than seats", before: chat, change: #"{"seats": {"active": 120}}"#, as: .risky),
    .found("Fewer seats, and enough", before: chat, change: #"{"seats": {"purchased": 90}}"#, as: .notable),
    .found("Counted anew", before: chat, change: #"{"seats": {"active": 81}}"#, as: .routine),
    .left(
      "A retired tool", before: chat.replacing("adopted", with: "retired"),
      change: #"{"seats": {"purchased": 60}}"#),
  ]

  private static let chat = #"""
    {"kind": "tool", "id": "chat", "title": "Chat", "category": "communication", "status": "adopted",
     "cost": {"amount": 1000, "currency": "EUR", "per": "month", "model": "flat"},
     "seats": {"purchased": 100, "active": 80, "asOf": "2026-01-05"}}
    """#

  /// Holds the seats against the people.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard ToolUses.isInUse(context.before?.root), let old = context.before?.root["seats"],
      let new = context.after?.root["seats"], let had = old["purchased"]?.integer,
      let has = new["purchased"]?.integer, let active = new["active"]?.integer
    else { return nil }
    let covered = context.positions(at: "seats")
    if has < had {
      guard has < active else { return Judgement(.notable, covers: context.positions(at: "seats", "asOf")) }
      return Judgement(
        .breaking, ChangeReason("seats-short", "\(active) people use it and \(has) seats are left"),
        covers: covered)
    }
    if active > has, active > old["active"]?.integer ?? 0 {
      return Judgement(
        .risky, ChangeReason("seats-exceeded", "\(active) people use \(has) seats: a bill is to be expected"),
        covers: covered)
    }
    let isBought = has > had && change.fields.last?.token == "purchased"
    return Judgement(
      isBought ? .notable : .routine,
      covers: context.positions(at: "seats", "asOf")
        + (isBought ? context.positions(at: "seats", "active") : []))
  }
}
