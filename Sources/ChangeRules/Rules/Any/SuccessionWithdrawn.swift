public import Diffing
internal import JSONSyntax

/// Tells that a successor that was named is no longer one.
public struct SuccessionWithdrawn: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "succession/withdrawn", .risky, watches: ["*/replacedBy", "initiative/supersededBy"],
    summary: "A definition no longer names what takes its place, or names another.",
    why: "Those who were told to move have begun to, and now move to the wrong place or to none.",
    remedy: "Tell those who use it where to go, or that they may stay.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found("No successor any more", before: chat, change: #"{"replacedBy": null}"#, as: .risky),
    .found("Another successor", before: chat, change: #"{"replacedBy": "forum"}"#, as: .notable),
    .left("It stays after all", before: chat, change: #"{"replacedBy": null, "status": "adopted"}"#),
    .left(
      "A successor is named", before: chat.replacing(#", "replacedBy": "talk""#, with: ""),
      change: #"{"replacedBy": "talk"}"#),
  ]

  private static let chat = #"""
    {"kind": "process", "id": "chat", "title": "Answer in chat", "purpose": "Quick answers.",
     "status": "deprecated", "replacedBy": "talk",
     "steps": [{"id": "answer", "title": "Answer", "accountable": "support"}]}
    """#

  /// Asks whether another is named.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    switch change.idiom {
    case .fieldChanged where change.fields.count == 1: return Judgement(.notable)
    case .itemRemoved:
      let isReplaced = context.positions(at: "supersededBy").contains {
        context.changes[$0].idiom == .itemAdded
      }
      return isReplaced ? Judgement(.notable) : isReopened(context) ? nil : Judgement(.risky)
    case .fieldRemoved where change.fields.count == 1: return isReopened(context) ? nil : Judgement(.risky)
    default: return nil
    }
  }

  /// Whether it goes on in the same change, so that it needs no successor.
  private static func isReopened(_ context: ChangeContext) -> Bool {
    context.changes.contains { $0.idiom == .lifecycleReopened && $0.fields.count == 1 }
  }
}
