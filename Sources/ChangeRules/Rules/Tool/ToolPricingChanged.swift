public import Diffing
internal import JSONSyntax

/// Tells that a tool is charged in another way.
public struct ToolPricingChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/pricing-changed", .risky, watches: ["tool/cost/model", "tool/cost"],
    summary: "A tool is charged in another way: by use, by seat, or in another currency.",
    why:
      "What is charged by use is known only afterwards, and no budget holds it.",
    remedy: "Agree on a ceiling with the vendor, and watch the first bills.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("By use", before: chat, change: #"{"cost": {"model": "usage"}}"#, as: .risky),
    .found("In another currency", before: chat, change: #"{"cost": {"currency": "USD"}}"#, as: .notable),
    .left("Another price", before: chat, change: #"{"cost": {"amount": 900}}"#),
  ]

  private static let chat = #"""
    {"kind": "tool", "id": "chat", "title": "Chat", "category": "communication", "status": "adopted",
     "cost": {"amount": 1000, "currency": "EUR", "per": "month", "model": "flat"},
     "seats": {"purchased": 100, "active": 80, "asOf": "2026-01-05"}}
    """#

  /// Compares the ways of charging.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore != .ended, let old = context.before?.root["cost"],
      let new = context.after?.root["cost"]
    else { return nil }
    let (model, former) = (new["model"]?.string, old["model"]?.string)
    if model != former, model == "usage" {
      return Judgement(
        .risky, ChangeReason("charged-by-use", "the bill is known only afterwards"),
        covers: context.positions(at: "cost"))
    }
    if model != former || new["currency"]?.string != old["currency"]?.string {
      return Judgement(
        .notable, ChangeReason("not-comparable", "the old and the new price cannot be compared"),
        covers: context.positions(at: "cost"))
    }
    return nil
  }
}
