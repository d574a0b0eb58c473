internal import JSONSyntax

/// The same edit on several definitions of a kind, which is told once.
public struct ChangeFold: Sendable {
  /// The positions of the changes, at least three, in the order of the definitions.
  public let members: [Int]
  /// Whether the values are the same everywhere, or only the field and what was done to it.
  public let hasSameValues: Bool

  /// How many definitions make an edit a bulk edit.
  public static let threshold = 3
  /// How many promises with dates of their own may be told one by one: fewer are worth a line each.
  private static let promiseThreshold = 10
  /// How many dates that the schedule moves may be told one by one.
  private static let scheduleThreshold = 10

  /// The bulk edits among `changes`, the largest first.
  public static func folds(of changes: [Change]) -> [ChangeFold] {
    var groups: [String: [Int]] = [:]
    for (position, change) in changes.enumerated() {
      guard let key = key(of: change) else { continue }
      groups[key, default: []].append(position)
    }
    return groups.values.filter { $0.count >= threshold }
      .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
      .compactMap { members in
        let first = changes[members[0]]
        let isSame = members.allSatisfy {
          first.words != nil
            || same(changes[$0].before, first.before) && same(changes[$0].after, first.after)
        }
        if !isSame, first.idiom.area == "promise", members.count < promiseThreshold { return nil }
        if first.idiom == .scheduleMoved, members.count < scheduleThreshold { return nil }
        return ChangeFold(members: members, hasSameValues: isSame)
      }
  }

  /// What equal edits have in common; nil for changes that are told one by one.
  private static func key(of change: Change) -> String? {
    let place = "\(change.rule)\n\(change.subject.kind)\n\(change.pointer)"
    switch change.idiom {
    case .definitionAdded, .definitionRemoved, .definitionRenamed, .renameSuspected, .definitionReplaced,
      .definitionMoved, .itemRewritten, .lifecycleAdvanced, .lifecycleSkipped, .lifecycleReopened,
      .lifecycleEnded, .lifecyclePaused, .lifecycleResumed, .dayPassed, .scheduleMissed, .scheduleLost:
      return nil
    case .scheduleMoved:
      // Who misses a promise by it is told by name.
      guard change.weight < .risky, let move = change.facts.schedule, let edits = move.edits else {
        return nil
      }
      return "\(place)\n\(move.days > 0)\n\(edits)"
    case .definitionAffected:
      // The cause is told in its own place; what it breaks is told one by one.
      guard change.weight < .breaking, let cause = change.cause else { return nil }
      return "\(place)\n\(cause.subject.name)\n\(cause.fields.pointer)\n\(change.words ?? "")"
    case .itemAdded, .itemRemoved, .fieldAdded, .fieldRemoved, .promiseSet, .promiseDropped:
      // What has a sentence of its own is the same edit only where it says the same.
      if let words = change.words { return "\(place)\n\(words)" }
      guard change.idiom == .itemAdded || change.idiom == .itemRemoved else { return place }
      // A mere position says nothing of what stands there.
      let isNamed = Int(change.fields.last?.token ?? "") == nil
      return isNamed ? place : "\(place)\n\(hash(change.before))\n\(hash(change.after))"
    default:
      if let words = change.words { return "\(place)\n\(words)" }
      return "\(place)\n\(hash(change.before))\n\(hash(change.after))"
    }
  }

  private static func hash(_ value: JSONValue?) -> UInt64 { value.map(SemanticHash.of) ?? 0 }

  private static func same(_ left: JSONValue?, _ right: JSONValue?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return SemanticEquality.areEqual(left, right)
  }
}
