public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags a second spelling of a person's handle.
public struct HandleSpelling: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "person/spelling", .warning,
    summary: "One person's handle in two spellings.",
    why: "Other tools compare handles letter by letter: a search for one spelling misses half of the work.",
    remedy: "Write the handle everywhere as the person's team does.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "A capital letter too many",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "idea", "team": "growth",
        "owner": ⟦"@Ana"⟧}
      """#,
      RuleExample.growth),
    .good(
      "One spelling everywhere",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "idea", "team": "growth",
        "owner": "@ana"}
      """#,
      RuleExample.growth),
  ]

  private struct Spelling {
    let text: String
    let value: JSONValue
    let definition: Definition
    var count = 1
  }

  /// Gathers the spellings of every handle; the first that a team uses is the right one.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let snapshot = context.snapshot
    for handle in context.people.unevenHandles {
      var spellings: [Spelling] = []
      func add(_ value: JSONValue, _ definition: Definition) {
        guard let text = value.string.map(Handle.plain) else { return }
        if let position = spellings.firstIndex(where: { $0.text == text }) {
          spellings[position].count += 1
        } else if spellings.count < RuleNote.limit {
          spellings.append(Spelling(text: text, value: value, definition: definition))
        }
      }
      let members = snapshot.people[handle] ?? []
      for member in members { if let id = member.value["id"] { add(id, snapshot.definitions[member.team]) } }
      for place in context.people.places[handle] ?? [] {
        add(place.value, snapshot.definitions[place.definition])
      }
      guard spellings.count > 1 else { continue }
      // Where no team knows the person, the spelling used most is taken for the right one.
      let right =
        members.isEmpty ? spellings.indices.max { spellings[$0].count < spellings[$1].count } ?? 0 : 0
      let good = spellings[right]
      for (index, spelling) in spellings.enumerated() where index != right {
        report.report(
          .spelling(spelling.text, good.text, spelling.count), at: spelling.value, in: spelling.definition,
          notes: [RuleNote("it is spelt '\(good.text)' here", at: good.value, in: good.definition)])
      }
    }
  }
}

extension RuleMessage {
  fileprivate static func spelling(_ text: String, _ right: String, _ places: Int) -> Self {
    Self(
      "'\(text)' is '\(right)' in another spelling" + (places > 1 ? ", in \(places) places" : ""),
      candidates: [right], discriminator: text)
  }
}
