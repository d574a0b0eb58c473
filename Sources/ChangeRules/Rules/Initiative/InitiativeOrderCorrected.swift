internal import Diagnostics
public import Diffing
internal import CivilDates
internal import JSONSyntax

/// Tells that milestones whose dates were out of order are put right.
public struct InitiativeOrderCorrected: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "initiative/order-corrected", .notable, watches: ["initiative/milestones/*/target"],
    summary: "Dates of milestones that contradicted each other are put into order.",
    why:
      "A beta after the general release was a typing mistake: nobody can have relied on it, so it is no slip.",
    remedy: "Nothing, where the dates now say what was meant.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "Alpha and beta were swapped", before: swapped,
      change:
        #"{"milestones": [{"id": "alpha", "target": "2026-03-31"}, {"id": "beta", "target": "2026-06-30"}]}"#,
      as: .notable),
    .found(
      "The same, when both dates are history", before: swapped,
      change:
        #"{"milestones": [{"id": "alpha", "target": "2026-03-31"}, {"id": "beta", "target": "2026-06-30"}]}"#,
      as: .routine, day: "2026-09-01"),
    .left(
      "The order was right before",
      before: swapped.replacing("2026-06-30", with: "2026-02-28"),
      change:
        #"{"milestones": [{"id": "alpha", "target": "2026-02-28"}, {"id": "beta", "target": "2026-06-30"}]}"#),
    .left(
      "Beta is now too late for what waits for it", before: swapped,
      change:
        #"{"milestones": [{"id": "alpha", "target": "2026-03-31"}, {"id": "beta", "target": "2026-09-30"}]}"#,
      alongside: [
        #"""
        {"kind": "initiative", "id": "one-click", "title": "One click", "status": "committed",
         "team": "growth", "start": "2026-07-15", "dependsOn": ["checkout"]}
        """#
      ]),
  ]

  private static let swapped = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "milestones": [{"id": "alpha", "target": "2026-06-30"}, {"id": "beta", "target": "2026-03-31"}]}
    """#

  /// Compares the order of the milestones on both sides; all moved dates are one correction.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard change.facts.days != nil, isOutOfOrder(context.before?.root, context),
      !isOutOfOrder(context.after?.root, context), context.broken.isEmpty
    else { return nil }
    let moved = context.positions(at: "milestones", "*", "target").filter {
      context.changes[$0].facts.days != nil
    }
    let dates = moved.map { position in
      let move = context.changes[position]
      return "\(move.fields.dropLast().last?.label ?? "") \(move.before?.string ?? "") → "
        + "\(move.after?.string ?? "")"
    }
    let isPast = moved.allSatisfy { position in
      guard let day = context.day else { return false }
      return [context.changes[position].before, context.changes[position].after].allSatisfy {
        context.when($0).map { $0.last < day } ?? false
      }
    }
    return Judgement(
      isPast || context.stageBefore != .live ? .routine : .notable, ChangeReason("was-out-of-order"),
      words: "Order of the milestones corrected: \(Enumeration.list(dates, limit: 7))", covers: moved)
  }

  /// Whether a milestone certainly comes before one above it.
  private static func isOutOfOrder(_ root: JSONValue?, _ context: ChangeContext) -> Bool {
    var latest: When?
    for milestone in root.items("milestones") where milestone["status"]?.string != "dropped" {
      guard let when = context.when(milestone["target"]) else { continue }
      if let latest, latest.first > when.last { return true }
      latest = when
    }
    return false
  }
}
