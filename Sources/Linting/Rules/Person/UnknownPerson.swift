public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags a handle that is no team's member: once, with all places that name it.
public struct UnknownPerson: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "person/unknown", .warning,
    summary: "A handle that no team has among its members.",
    why: "Work of somebody whom no team knows is counted against nobody's time, and questions reach no one.",
    remedy: "Correct the handle, or add the person to the members of a team.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The owner's handle is misspelt",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "idea", "team": "growth",
        "owner": ⟦"@anna"⟧, "reviewers": ["@anna"]}
      """#,
      RuleExample.growth),
    .good(
      "The owner is a member of a team",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "idea", "team": "growth",
        "owner": "@ana"}
      """#,
      RuleExample.growth),
  ]

  /// Looks at every handle, unless no team says who its members are.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let snapshot = context.snapshot
    guard !snapshot.people.isEmpty else { return }
    var search = NameSearch()
    var known: [String] = []
    for handle in context.people.handles where snapshot.people[handle] == nil {
      guard let places = context.people.places[handle], let first = places.first else { continue }
      if known.isEmpty { known = snapshot.people.keys.sorted() }
      let notes = places.dropFirst().prefix(RuleNote.limit).map { place in
        RuleNote("it is named here as well", at: place.value, in: snapshot.definitions[place.definition])
      }
      report.report(
        .unknown(first.value.string ?? "", places.count, search.candidates(for: handle, among: known)),
        at: first.value, in: snapshot.definitions[first.definition], notes: notes)
    }
  }
}

extension RuleMessage {
  fileprivate static func unknown(_ handle: String, _ places: Int, _ nearest: [String]) -> Self {
    Self(
      "no team knows \(handle)" + (places > 1 ? ", who is named in \(places) places" : ""),
      candidates: nearest.map { "@\($0)" }, discriminator: handle)
  }
}
