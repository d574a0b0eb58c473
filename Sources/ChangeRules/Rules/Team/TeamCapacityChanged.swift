internal import CivilDates
public import Diffing
internal import JSONSyntax

/// Tells that a team can do more or less than was planned.
public struct TeamCapacityChanged: ChangeRule {
  /// What there is to know about it.
  public static let metadata = ChangeRuleMetadata(
    "team/capacity-changed", .risky, watches: ["team/capacity"],
    summary: "A team has fewer or more people at work than was planned.",
    why:
      "Dates were promised by the old number: with fewer people they hold only if something else goes.",
    remedy: "Look at the dates of what is named here before the change is merged, and say what is left out.")

  /// Changes that it judges, and changes that it leaves to others.
  public static let examples: [ChangeExample] = [
    .found(
      "What is promised does not fit any more", before: growth, change: #"{"capacity": 2}"#,
      alongside: [checkout], as: .breaking),
    .found("It still fits", before: growth, change: #"{"capacity": 3}"#, alongside: [checkout], as: .risky),
    .found("Nothing is promised", before: growth, change: #"{"capacity": 3}"#, as: .notable),
    .found("More people", before: growth, change: #"{"capacity": 5}"#, alongside: [checkout], as: .notable),
    .found(
      "Fewer people from a day on; until then the members count", before: members,
      change: #"{"capacity": [{"from": "2026-03-02", "people": 1}]}"#, alongside: [checkout], as: .risky),
    .left(
      "The team is gone", before: growth.replacing("active", with: "disbanded"), change: #"{"capacity": 3}"#),
  ]

  private static let growth = #"""
    {"kind": "team", "id": "growth", "title": "Growth", "status": "active", "members": [], "capacity": 4}
    """#
  private static let members = #"""
    {"kind": "team", "id": "growth", "title": "Growth", "status": "active",
     "members": [{"id": "ana", "role": "engineer"}, {"id": "ben", "role": "engineer"},
      {"id": "cem", "role": "engineer"}, {"id": "dia", "role": "engineer"}]}
    """#
  private static let checkout = #"""
    {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
     "target": "2026-03-31", "work": [{"team": "growth", "effort": 30}]}
    """#

  /// Holds the new number against what is promised.
  public static func judge(_ change: Change, _ context: ChangeContext) -> Judgement? {
    guard context.stageAfter != .ended, context.stageBefore != .ended else { return nil }
    let (old, new) = (TeamCapacity(context.before?.root), TeamCapacity(context.after?.root))
    let start = context.day ?? .first
    let end = context.day.map { $0.advanced(by: 730) } ?? .last
    let (had, has) = (old.personWeeks(from: start, to: end), new.personWeeks(from: start, to: end))
    let covered = context.positions(at: "capacity")
    if has == had {
      return Judgement(.routine, ChangeReason("same-ahead", "nothing changes from today on"), covers: covered)
    }
    if has > had { return Judgement(.notable, covers: covered) }
    let load = TeamLoad(context)
    if let missed = load.firstMissed(old, new, from: start) {
      return Judgement(
        .breaking, ChangeReason("overcommitted", "\(missed.name) no longer fits into the time left"),
        covers: covered)
    }
    if load.initiatives.isEmpty { return Judgement(.notable, covers: covered) }
    return Judgement(
      .risky,
      ChangeReason(
        "committed",
        "\(Clause.names(load.initiatives)) \(load.initiatives.count == 1 ? "counts" : "count") on the team"),
      covers: covered)
  }
}
