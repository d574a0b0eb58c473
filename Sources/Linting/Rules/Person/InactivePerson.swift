internal import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags somebody who has left every team and still answers for something.
public struct InactivePerson: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "person/inactive", .error,
    summary: "Somebody who has left and still owns or leads something.",
    why: "Nobody answers for it: questions go unanswered, and decisions wait for a person who is gone.",
    remedy: "Agree on a new owner, and name the new owner here.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The owner has left",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "committed", "team": "growth",
        "owner": ⟦"@ben"⟧}
      """#,
      #"""
      {"kind": "team", "id": "growth", "title": "Growth", "members": [
        {"id": "ana", "role": "product manager"},
        {"id": "ben", "role": "engineer", "to": "2025-11-30"}
      ]}
      """#),
    .good(
      "What the owner has finished stays theirs",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "launched", "team": "growth",
        "owner": "@ben"}
      """#,
      #"""
      {"kind": "team", "id": "growth", "title": "Growth", "members": [
        {"id": "ana", "role": "product manager"},
        {"id": "ben", "role": "engineer", "to": "2025-11-30"}
      ]}
      """#),
  ]

  /// Looks at the single handles that stand at the top of living definitions.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let snapshot = context.snapshot
    for handle in context.people.handles {
      guard let members = snapshot.people[handle], let last = lastDay(members, asOf: context.asOf) else {
        continue
      }
      for place in context.people.places[handle] ?? [] {
        let definition = snapshot.definitions[place.definition]
        guard context.lifecycles.isLive(definition) else { continue }
        let field = definition.root.members.first { $0.value.index == place.value.index }
        guard let field else { continue }
        report.report(
          .inactive(place.value.string ?? "", last, field.name), at: place.value, in: definition,
          notes: members.prefix(RuleNote.limit).compactMap { member in
            member.value["to"].map {
              RuleNote("the last day here", at: $0, in: snapshot.definitions[member.team])
            }
          })
      }
    }
  }

  /// The last day of somebody who is in no team any more.
  private static func lastDay(_ members: [Snapshot.Member], asOf: Day) -> Day? {
    var last: Day?
    for member in members {
      guard let to = Relations.days(of: member.value).to, to < asOf else { return nil }
      last = max(last ?? to, to)
    }
    return last
  }
}

extension RuleMessage {
  fileprivate static func inactive(_ handle: String, _ last: Day, _ field: String) -> Self {
    Self("\(handle) left on \(last) and is still the \(field)", discriminator: field)
  }
}
