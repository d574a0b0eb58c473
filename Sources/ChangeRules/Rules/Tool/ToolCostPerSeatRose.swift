public import Diffing
internal import JSONSyntax

/// Tells that each person who really uses a tool costs more than before.
public struct ToolCostPerSeatRose: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/cost-per-seat-rose", .risky, watches: ["tool/cost", "tool/seats", "tool/seats/active"],
    summary: "A tool costs noticeably more for each person who really uses it.",
    why:
      "The bill stays the same while fewer people work with it: the rest is money for nothing.",
    remedy: "Take back idle seats before the next renewal, or ask why people left the tool.",
    options: [
      .init("percent", 10, "The rise, in percent for each active seat, from which it is notable."),
      .init("riskyPercent", 25, "The rise, in percent for each active seat, from which it is risky."),
    ])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Half of the people are gone", before: chat, change: #"{"seats": {"active": 40}}"#, as: .risky),
    .found("A few less", before: chat, change: #"{"seats": {"active": 70}}"#, as: .notable),
    .left("More people use it", before: chat, change: #"{"seats": {"active": 90}}"#),
  ]

  private static let chat = #"""
    {"kind": "tool", "id": "chat", "title": "Chat", "category": "communication", "status": "adopted",
     "cost": {"amount": 1000, "currency": "EUR", "per": "month", "model": "flat"},
     "seats": {"purchased": 100, "active": 80, "asOf": "2026-01-05"}}
    """#

  /// Compares what a year costs for each active seat.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard ToolUses.isInUse(context.before?.root), let before = context.before?.root,
      let after = context.after?.root, let cost = CostMove(context), cost.new <= cost.old,
      let percent = cost.perActiveSeat(before: before, after: after)?.percent,
      percent >= Double(context.number("percent", of: metadata))
    else { return nil }
    let isRisky = percent >= Double(context.number("riskyPercent", of: metadata))
    return Judgement(
      isRisky ? .risky : .notable,
      ChangeReason("seat-cost-rise", "a rise of \(CostMove.words(percent)) for each active seat"),
      covers: context.positions(at: "seats", "asOf"))
  }
}
