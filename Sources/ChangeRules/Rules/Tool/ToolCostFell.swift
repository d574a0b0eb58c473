public import Diffing
internal import JSONSyntax

/// Tells that a tool costs less than before.
public struct ToolCostFell: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/cost-fell", .notable, watches: ["tool/cost", "tool/seats/purchased"],
    summary: "A tool costs less than before.",
    why:
      "A lower price can mean fewer seats, a smaller plan or a trial price that ends.",
    remedy: "Check what the lower price leaves out, and until when it holds.",
    options: [
      .init("percent", 10, "The fall, in percent a year, from which it is notable.")
    ])

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("By a fifth", before: chat, change: #"{"cost": {"amount": 800}}"#, as: .notable),
    .found("By a twentieth", before: chat, change: #"{"cost": {"amount": 950}}"#, as: .routine),
    .left("It got dearer", before: chat, change: #"{"cost": {"amount": 1500}}"#),
  ]

  private static let chat = #"""
    {"kind": "tool", "id": "chat", "title": "Chat", "category": "communication", "status": "adopted",
     "cost": {"amount": 1000, "currency": "EUR", "per": "month", "model": "flat"},
     "seats": {"purchased": 100, "active": 80, "asOf": "2026-01-05"}}
    """#

  /// Compares what a year costs.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore != .ended, let cost = CostMove(context), cost.new < cost.old,
      change.fields.first?.token == "cost", let percent = cost.percent
    else { return nil }
    let covered = context.positions(at: "cost")
    let isNotable = -percent >= Double(context.number("percent", of: metadata))
    return Judgement(
      isNotable ? .notable : .routine, ChangeReason("cost-fall", "\(CostMove.words(-percent)) less a year"),
      covers: covered)
  }
}
