public import Diffing
internal import JSONSyntax

/// Tells that another team, or none, is responsible for a definition.
public struct TeamHandedOver: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "ownership/team-handed-over", .notable, watches: ["*/team"],
    summary: "Another team is responsible for a definition than before, or none.",
    why:
      "The capacity of the one is set free and that of the other bound: the dates hold only if it has room.",
    remedy: "Check the dates against the plans of the new team, and hand over what is not written down.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("Work under way", before: checkout, change: #"{"team": "payments"}"#, as: .notable),
    .found(
      "Nobody relies on a candidate", before: checkout.replacing("in-progress", with: "candidate"),
      change: #"{"team": "payments"}"#, as: .routine),
    .found("No team any more", before: study, change: #"{"team": null}"#, as: .risky),
    .left("Another owner", before: checkout, change: #"{"owner": "@ben"}"#),
    .left(
      "A team at last", before: study.replacing(#", "team": "research""#, with: ""),
      change: #"{"team": "research"}"#),
  ]

  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "in-progress", "team": "growth"}
    """#
  private static let study = #"""
    {"kind": "study", "id": "carts", "title": "Carts", "status": "fielding", "method": "interview",
     "questions": ["Why do people leave?"], "team": "research"}
    """#

  /// Weighs by where the definition stands.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.fields.count == 1, change.before != nil else { return nil }
    let covered = workHandedOver(change, context)
    switch context.stageBefore {
    case .first: return Judgement(.routine, .notCommitted, covers: covered)
    case .ended: return Judgement(.routine, .alreadyEnded, covers: covered)
    default: return Judgement(change.after == nil ? .risky : .notable, covers: covered)
    }
  }

  /// The work that went from the one team to the other as it was, which is no more and no less work.
  private static func workHandedOver(_ change: Change, _ context: ChangeContext) -> [Int] {
    guard let old = change.before?.string, let new = change.after?.string,
      let given = (context.before?.root).item("work", "team", old),
      let taken = (context.after?.root).item("work", "team", new),
      EffortSize.likely(given["effort"]) == EffortSize.likely(taken["effort"])
    else { return [] }
    return context.positions(at: "work").filter { position in
      let part = context.changes[position]
      guard part.fields.count == 2 else { return false }
      return part.idiom == .itemRemoved && part.fields[1].token == old
        || part.idiom == .itemAdded && part.fields[1].token == new
    }
  }
}
