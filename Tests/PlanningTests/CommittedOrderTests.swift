import CivilDates
import Planning
import Scheduling
import Testing

/// What a committed order keeps: shares have places of their own, and work that gets smaller delays nothing.
@Suite struct CommittedOrderTests {
  private static let monday = Day("2026-01-05") ?? .first

  private static func facts(_ initiatives: [InitiativeFacts], lock: [String]? = nil) -> PlanFacts {
    PlanFacts(
      lock: lock.map { ScheduleLock(order: $0) }, initiatives: initiatives,
      teams: [
        "payments": TeamFacts(id: "payments", capacity: [(nil, 6)]),
        "search": TeamFacts(id: "search", capacity: [(nil, 4)]),
      ])
  }

  private static func plan(_ facts: PlanFacts) -> PlanSchedule {
    PlanSchedule(PlanModel(facts, asOf: monday))
  }

  private static func work(_ team: String, _ days: Double, _ people: Double) -> InitiativeFacts.Work {
    InitiativeFacts.Work(team: team, effort: Effort(days * people / 5), people: people)
  }

  /// Checkout takes all of Payments; one share of Ranking waits for that, the other one begins at once.
  private static func shop(checkout days: Double) -> [InitiativeFacts] {
    [
      InitiativeFacts(id: "checkout", work: [work("payments", days, 6)], rank: 1),
      InitiativeFacts(id: "ranking", work: [work("payments", 1, 4), work("search", 8, 3)], rank: 2),
      InitiativeFacts(id: "synonyms", work: [work("search", 2, 4)], rank: 3),
    ]
  }

  private static func ships(_ plan: PlanSchedule) -> [String: Day] {
    Dictionary(
      uniqueKeysWithValues: plan.model.items.indices.compactMap { item in
        plan.dates(of: item).map { (plan.model.items[item].facts.id, $0.ships) }
      })
  }

  @Test func sharesBetweenWhichOthersStartAreEntriesOfTheirOwn() {
    let first = Self.plan(Self.facts(Self.shop(checkout: 9)))
    let lock = first.lock.order
    #expect(lock == ["checkout", "ranking/search", "synonyms", "ranking/payments"])
    let again = Self.plan(Self.facts(Self.shop(checkout: 9), lock: lock))
    #expect(Self.ships(again) == Self.ships(first) && again.lock.order == lock)
    #expect(again.model.remarks.isEmpty)
    // The share of Search stays where it is when Checkout gets smaller, though the other one comes sooner.
    let cut = Self.plan(Self.facts(Self.shop(checkout: 5), lock: lock))
    for (id, day) in Self.ships(cut) { #expect(Self.ships(first)[id].map { day <= $0 } == true, "\(id)") }
  }

  @Test(arguments: [
    // An id stands for the shares that are not named, wherever the others stand.
    (["ranking/search", "checkout", "ranking", "synonyms"], ["ranking", "checkout", "synonyms"], 0),
    // A share that was added later comes right after the others of its initiative.
    (["synonyms", "ranking/search", "checkout"], ["synonyms", "ranking", "checkout"], 1),
    // Teams and initiatives that are not there are remarked; what is not there yet comes by its rank.
    (["ranking/desk", "gone/search", "synonyms"], ["checkout", "ranking", "synonyms"], 4),
    // What is named twice counts once.
    (["ranking", "ranking/search", "ranking/search", "ranking"], ["checkout", "ranking", "synonyms"], 2),
  ])
  func entriesAreReadAsFarAsTheyCan(_ lock: [String], _ order: [String], _ remarks: Int) {
    let plan = Self.plan(Self.facts(Self.shop(checkout: 9), lock: lock))
    #expect(plan.model.items.sorted { $0.place < $1.place }.map(\.facts.id) == order)
    #expect(plan.model.remarks.count == remarks, "\(plan.model.remarks)")
  }

  /// Whatever efforts shrink under a committed order: nothing ships later.
  ///
  /// With holidays, time off, teams that change and all kinds of dependencies. And committing the order changes no date for
  /// the worse.
  @Test(arguments: 0..<20) func workThatGetsSmallerDelaysNothing(_ batch: UInt64) {
    for seed in 0..<20 {
      var random = SplitMix64(seed: batch * 1000 + UInt64(seed))
      var facts = RandomPlan.facts(&random, from: Self.monday)
      let first = Self.plan(facts)
      facts.lock = first.lock
      let committed = Self.plan(facts)
      let before = Self.ships(first)
      for (id, day) in before {
        #expect(Self.ships(committed)[id].map { $0 <= day } == true, "batch \(batch) seed \(seed) \(id)")
      }
      #expect(committed.lock == first.lock, "batch \(batch) seed \(seed)")
      for _ in 0..<4 {
        var cut = facts
        for index in cut.initiatives.indices where random.chance(40) {
          for share in cut.initiatives[index].work.indices {
            cut.initiatives[index].work[share].effort = cut.initiatives[index].work[share].effort.scaled(
              by: Double(random.below(100)) / 100)
          }
        }
        let after = Self.ships(Self.plan(cut))
        for (id, day) in Self.ships(committed) {
          #expect(after[id].map { $0 <= day } == true, "batch \(batch) seed \(seed) \(id)")
        }
      }
    }
  }
}
