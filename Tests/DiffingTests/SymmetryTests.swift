import Diffing
import JSONSyntax
import Testing

/// What holds for any two versions.
@Suite struct SymmetryTests {
  /// The rules of the way back.
  static let mirror: [ChangeIdiom: Set<ChangeIdiom>] = [
    .definitionAdded: [.definitionRemoved], .definitionRemoved: [.definitionAdded],
    .definitionMoved: [.definitionMoved], .fieldAdded: [.fieldRemoved], .fieldRemoved: [.fieldAdded],
    .fieldChanged: [.fieldChanged], .itemAdded: [.itemRemoved], .itemRemoved: [.itemAdded],
    .itemMoved: [.itemMoved], .itemRewritten: [.itemRewritten], .dateLater: [.dateEarlier, .dateReworded],
    .dateEarlier: [.dateLater], .dateReworded: [.dateReworded, .dateLater],
    .promiseSet: [.promiseDropped], .promiseDropped: [.promiseSet],
    .promiseSlipped: [.promisePulledIn, .promiseReworded], .promisePulledIn: [.promiseSlipped],
    .promiseReworded: [.promiseReworded, .promiseSlipped],
    .lifecycleAdvanced: [.lifecycleReopened], .lifecycleSkipped: [.lifecycleReopened],
    .lifecycleReopened: [.lifecycleAdvanced, .lifecycleSkipped, .lifecycleEnded],
    .lifecycleEnded: [.lifecycleReopened], .lifecyclePaused: [.lifecycleResumed],
    .lifecycleResumed: [.lifecyclePaused],
  ]

  /// Numbers that are the same in every run.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  static func initiative(_ dice: inout Dice) -> String {
    var members: [String] = []
    let dates = ["2024-01-10", "2024-02", "2024-Q1", "2024-H1", "2024-12-31"]
    if Bool.random(using: &dice) {
      members.append(#""target": "\#(dates.randomElement(using: &dice) ?? "")""#)
    }
    let ids = ["x", "y", "z"].filter { _ in Bool.random(using: &dice) }.shuffled(using: &dice)
    let items = ids.map { #"{"id": "\#($0)", "target": "\#(dates.randomElement(using: &dice) ?? "")"}"# }
    if !items.isEmpty { members.append(#""milestones": [\#(items.joined(separator: ", "))]"#) }
    let people = ["@a", "@b", "@c", "@d"].filter { _ in Bool.random(using: &dice) }.map { "\"\($0)\"" }
    if Bool.random(using: &dice) { members.append(#""reviewers": [\#(people.joined(separator: ", "))]"#) }
    if Bool.random(using: &dice) {
      let numbers = (0..<4).map { _ in String(Int.random(in: 0..<3, using: &dice)) }.joined(separator: ", ")
      members.append(
        #""custom": {"n": [\#(numbers)], "k": {"deep": \#(Int.random(in: 0..<2, using: &dice))}}"#)
    }
    let states = ["idea", "candidate", "committed", "in-progress", "launched", "cancelled"]
    return Trial.initiative(
      "a", members.joined(separator: ", "), status: states.randomElement(using: &dice) ?? "")
  }

  @Test func eachChangeHasItsWayBack() {
    var dice = Dice(state: 7)
    for _ in 0..<300 {
      let (one, two) = (Self.initiative(&dice), Self.initiative(&dice))
      #expect(Trial.changes(["a.json": one], ["a.json": one]).changes.isEmpty)
      let there = Trial.changes(["a.json": one], ["a.json": two]).changes
      let back = Trial.changes(["a.json": two], ["a.json": one]).changes
      // Positions of items without a key differ on the two sides.
      for change in there where !change.pointer.hasPrefix("/custom/n") {
        let partner = back.first { $0.pointer == change.pointer }
        let mirrors = Self.mirror[change.idiom] ?? []
        let isFine = partner.map { mirrors.contains($0.idiom) || Self.isEndToEnd(change, $0) } ?? false
        #expect(isFine, "\(change.brief) and \(partner?.brief ?? "nothing") between \(one) and \(two)")
      }
      #expect(there.isEmpty == back.isEmpty)
    }
  }

  /// Between two states that both end the lifecycle there is no forward and back.
  static func isEndToEnd(_ left: Change, _ right: Change) -> Bool {
    let ends = ["launched", "cancelled"]
    return ends.contains(left.before?.string ?? "") && ends.contains(right.before?.string ?? "")
  }
}
