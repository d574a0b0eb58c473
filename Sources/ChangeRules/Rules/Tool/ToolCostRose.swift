public import Diffing
internal import JSONSyntax

/// Tells that a tool costs more than before.
public struct ToolCostRose: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/cost-rose", .risky, watches: ["tool/cost", "tool/seats/purchased"],
    summary: "A tool costs noticeably more than before.",
    why:
      "Money that is bound here is missing elsewhere, and renewals are the time to ask whether the tool is worth it.",
    remedy: "Check seats and use before the next renewal, and name who decided.",
    options: [
      .init("percent", 10, "The rise, in percent a year, from which it is notable."),
      .init("riskyPercent", 25, "The rise, in percent a year, from which it is risky."),
    ])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("By half", before: chat, change: #"{"cost": {"amount": 1500}}"#, as: .risky),
    .found("By a fifth", before: chat, change: #"{"cost": {"amount": 1200}}"#, as: .notable),
    .found("By a twentieth", before: chat, change: #"{"cost": {"amount": 1050}}"#, as: .routine),
    .found(
      "By a twentieth, where that is too much", before: chat, change: #"{"cost": {"amount": 1050}}"#,
      as: .notable,
      settings: #"{"percent": 5}"#),
    .found(
      "More seats, each paid for", before: chat.replacing("flat", with: "seat"),
      change: #"{"seats": {"purchased": 150}}"#, as: .risky),
    .found(
      "It was free", before: chat.replacing("1000", with: "0"), change: #"{"cost": {"amount": 100}}"#,
      as: .risky),
    .left(
      "A year's price in place of a month's", before: chat,
      change: #"{"cost": {"amount": 12000, "per": "year"}}"#),
    .left("It got cheaper", before: chat, change: #"{"cost": {"amount": 900}}"#),
  ]

  private static let chat = #"""
    {"kind": "tool", "id": "chat", "title": "Chat", "category": "communication", "status": "adopted",
     "cost": {"amount": 1000, "currency": "EUR", "per": "month", "model": "flat"},
     "seats": {"purchased": 100, "active": 80, "asOf": "2026-01-05"}}
    """#

  /// Compares what a year costs.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore != .ended, context.stageBefore != .first,
      let cost = CostMove(context), cost.new > cost.old,
      change.fields.first?.token == "cost" || context.positions(at: "cost").isEmpty
    else { return nil }
    let covered = context.positions(at: "cost")
    guard let percent = cost.percent else {
      return Judgement(.risky, ChangeReason("was-free", "it was free before"), covers: covered)
    }
    let reason = ChangeReason("cost-rise", "a rise of \(CostMove.words(percent)) a year")
    guard percent >= Double(context.number("percent", of: metadata)) else {
      return Judgement(.routine, reason, covers: covered)
    }
    let isRisky = percent >= Double(context.number("riskyPercent", of: metadata))
    return Judgement(isRisky ? .risky : .notable, reason, covers: covered)
  }
}
