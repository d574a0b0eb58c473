public import Diffing
internal import JSONSyntax

/// Tells that a tool costs more than before.
public struct ToolCostRose: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/cost-rose", .risky, watches: ["tool/cost"],
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
    .found(
      "By a twentieth, where that is too much", before: chat, change: #"{"cost": {"amount": 1050}}"#,
      as: .notable,
      settings: #"{"percent": 5}"#),
    .left("By a twentieth", before: chat, change: #"{"cost": {"amount": 1050}}"#),
    .left(
      "A year's price in place of a month's", before: chat,
      change: #"{"cost": {"amount": 12000, "per": "year"}}"#),
  ]

  private static let chat = #"""
    {"kind": "tool", "id": "chat", "title": "Chat", "category": "communication", "status": "adopted",
     "cost": {"amount": 1000, "currency": "EUR", "per": "month", "model": "flat"}}
    """#

  /// Compares what a year costs.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard let old = YearlyCost(context.before?.root["cost"]),
      let new = YearlyCost(context.after?.root["cost"]),
      old.currency == new.currency, old.amount > 0
    else { return nil }
    let percent = (new.amount / old.amount - 1) * 100
    guard percent >= Double(context.number("percent", of: metadata)) else { return nil }
    let isRisky = percent >= Double(context.number("riskyPercent", of: metadata))
    return Judgement(
      isRisky ? .risky : .notable,
      ChangeReason("cost-rise", "a rise of \(Int(percent.rounded().clamped(to: 0...1e6))) % a year"),
      covers: context.positions(at: "cost"))
  }
}
