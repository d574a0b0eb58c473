import ChangeRules
import CivilDates
import Diagnostics
import Diffing
import JSONSyntax
import Testing
import Workspaces

/// What is judged one way is judged the other way: no later without its earlier, no higher without its lower.
@Suite struct MirrorTests {
  /// Rules whose way back nobody has to judge, each with its reason: the class of the field's schema says enough.
  static let exceptions: [String: String] = [
    "initiative/confidence-fell": "more confidence threatens nobody: the field is notable",
    "initiative/remaining-grew": "less work left is what everybody expects: the field is routine",
    "tool/cost-rose": "a tool that costs less is good news: the field is notable",
    "study/count-decreased": "more people who took part is how a study goes: the field is routine",
    "tool/vetting-renewed": "an earlier day of vetting corrects the record: the field is notable",
    "experiment/metric-redefined": "follows from another definition's change, which has its own way back",
  ]

  /// A date or a number that an example moves, and the example the other way round.
  struct Move: CustomTestStringConvertible, Sendable {
    let item: ChangeCase
    let pointer: String
    var testDescription: String { "\(item.testDescription), \(pointer)" }

    static let all: [Move] = ChangeCase.all.flatMap { item -> [Move] in
      guard item.example.expected != nil, item.example.before != nil, item.example.change != nil else {
        return []
      }
      return item.changes().changes.flatMap { [$0] + $0.parts }.compactMap { change in
        isMove(change) && change.judgedBy == item.rule.metadata.name
          ? Move(item: item, pointer: change.pointer) : nil
      }
    }

    private static func isMove(_ change: Change) -> Bool {
      guard let old = change.before, let new = change.after, !change.fields.isEmpty else { return false }
      if old.decimal != nil, new.decimal != nil { return true }
      return (old.content.flatMap { When($0) }) != nil && (new.content.flatMap { When($0) }) != nil
    }
  }

  @Test(arguments: Move.all) func theWayBackIsJudged(_ move: Move) throws {
    let rule = move.item.rule.metadata.name
    if Self.exceptions[rule] != nil { return }
    let back = ChangeJudge().changes(
      between: ChangeCase.snapshot(move.item.after), and: ChangeCase.snapshot(move.item.before),
      DiffContext(day: Day(move.item.example.day)))
    let change = back.changes.first { change in
      change.pointer == move.pointer || change.parts.contains { $0.pointer == move.pointer }
    }
    let found = try #require(change, "the way back changes nothing there")
    #expect(
      found.judgedBy != nil,
      "\(rule) judges one way, and nothing the other: write its mirror, or name the exception with its reason"
    )
  }

  @Test func exceptionsExist() {
    for name in Self.exceptions.keys { #expect(ChangeRuleCatalog.rule(name) != nil, "\(name) is no rule") }
  }
}
