public import Diffing
internal import JSONSyntax

/// Tells that a contract went into its next term.
public struct ToolContractRenewed: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "tool/contract-renewed", .risky, watches: ["tool/contract/renews"],
    summary: "The renewal date went by and the next one is written down: the contract was renewed.",
    why:
      "Where nothing had been decided, the money is bound for another term because nobody did anything.",
    remedy: "Write the decision about the next renewal under `contract.decision` before its notice day.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "By itself", before: bound, change: #"{"contract": {"renews": "2027-07-01"}}"#, as: .risky,
      day: "2026-07-02"),
    .found(
      "As it was decided", before: bound.replacing(#"true}"#, with: #"true, "decision": "Renew."}"#),
      change: #"{"contract": {"renews": "2027-07-01"}}"#, as: .notable, day: "2026-07-02"),
    .left("Moved before it renews", before: bound, change: #"{"contract": {"renews": "2026-10-01"}}"#),
  ]

  private static let bound = #"""
    {"kind": "tool", "id": "chat", "title": "Chat", "category": "Chat", "status": "adopted",
     "contract": {"start": "2025-07-01", "renews": "2026-07-01", "noticeDays": 60, "autoRenew": true}}
    """#

  /// Asks whether the renewal had been decided.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageBefore != .ended, let move = DateMove(change, context), move.isLater, move.isAfterwards
    else { return nil }
    let contract = context.before?.root["contract"]
    let covered = context.positions(at: "contract", "start") + context.positions(at: "contract", "decision")
    let until = change.after?.string ?? ""
    if contract?["decision"]?.string != nil {
      return Judgement(
        .notable, ChangeReason("renewal-decided", "as it was decided"),
        words: "Contract renewed until \(until)",
        covers: covered)
    }
    let words =
      contract?["autoRenew"]?.bool == true
      ? "Contract renewed by itself until \(until)" : "Contract renewed until \(until)"
    return Judgement(
      .risky, ChangeReason("no-decision", "no decision had been written down"), words: words, covers: covered)
  }
}
