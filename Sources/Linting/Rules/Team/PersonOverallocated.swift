internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags somebody whose time is given to teams more than once.
public struct PersonOverallocated: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "team/person-overallocated", .error,
    summary: "Somebody whose allocations to teams add up to more than all of their time.",
    why: "The same hours are planned twice: one of the teams will be late, and nobody has decided which.",
    remedy:
      "Say under \"allocation\" how the person's time is divided, or under \"to\" when it ends in a team.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "More than a whole week",
      #"""
      {"kind": "team", "id": "growth", "title": "Growth", "members": [
        {"id": "ana", "role": "product manager", "allocation": 0.6}
      ]}
      """#,
      #"""
      {"kind": "team", "id": "web", "title": "Web", "members": [
        {"id": "ana", "role": "product manager", "allocation": ⟦0.5⟧}
      ]}
      """#),
    .bad(
      "Without an allocation, all of the time counts",
      #"""
      {"kind": "team", "id": "growth", "title": "Growth", "members": [{"id": "ana", "role": "product manager"}]}
      """#,
      #"""
      {"kind": "team", "id": "web", "title": "Web", "members": [{"id": ⟦"ana"⟧, "role": "product manager"}]}
      """#),
    .good(
      "One team after the other",
      #"""
      {"kind": "team", "id": "growth", "title": "Growth", "members": [
        {"id": "ana", "role": "product manager", "to": "2026-02-28"}
      ]}
      """#,
      #"""
      {"kind": "team", "id": "web", "title": "Web", "members": [
        {"id": "ana", "role": "product manager", "from": "2026-03-01"}
      ]}
      """#),
  ]

  private struct Share {
    let member: Snapshot.Member
    let from: Day
    let to: Day
    /// In millionths, so that sums are exact enough and fast.
    let parts: Int
  }

  /// Adds up everybody's allocations for each day from today on.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let snapshot = context.snapshot
    for (_, members) in snapshot.people.sorted(by: { $0.key < $1.key }) where members.count > 1 {
      let shares = members.compactMap { member -> Share? in
        let days = Relations.days(of: member.value)
        let from = max(days.from ?? .first, context.asOf)
        guard !Relations.isDisbanded(snapshot.definitions[member.team]), from <= days.to ?? .last else {
          return nil
        }
        let allocation = member.value["allocation"]?.decimal?.double ?? 1
        let parts = Int((min(max(allocation, 0), 1) * 1_000_000).rounded())
        return Share(member: member, from: from, to: days.to ?? .last, parts: parts)
      }
      guard let (day, sum) = firstExcess(shares) else { continue }
      let active = shares.filter { $0.from <= day && day <= $0.to && $0.parts > 0 }.map(\.member)
      guard let last = active.last, let id = last.value["id"] else { continue }
      let isStated = active.allSatisfy { $0.value["allocation"] != nil }
      report.report(
        .overallocated(id.string ?? "", sum, active.count, day, isStated), at: last.value["allocation"] ?? id,
        in: snapshot.definitions[last.team],
        notes: active.dropLast().prefix(RuleNote.limit).map { member in
          RuleNote(
            "and here", at: member.value["allocation"] ?? member.value["id"] ?? member.value,
            in: snapshot.definitions[member.team])
        })
    }
  }

  /// The first day on which the shares are more than one person's time, and their sum in millionths.
  private static func firstExcess(_ shares: [Share]) -> (day: Day, sum: Int)? {
    let starts = shares.sorted { $0.from < $1.from }
    let ends = shares.sorted { $0.to < $1.to }
    var ended = 0
    var sum = 0
    for (index, share) in starts.enumerated() {
      while ended < ends.count, ends[ended].to < share.from {
        sum -= ends[ended].parts
        ended += 1
      }
      sum += share.parts
      // All that begins on the day counts before the day is judged.
      if index + 1 < starts.count, starts[index + 1].from == share.from { continue }
      if sum > 1_000_000 { return (share.from, sum) }
    }
    return nil
  }
}

extension RuleMessage {
  fileprivate static func overallocated(_ id: String, _ sum: Int, _ teams: Int, _ day: Day, _ isStated: Bool)
    -> Self
  {
    Self(
      "@\(id) is given to \(teams) teams with \((sum + 5_000) / 10_000) % of their time on \(day)",
      discriminator: Handle.folded(id), severity: isStated ? nil : .warning)
  }
}
