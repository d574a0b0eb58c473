import CivilDates
import Planning
import Scheduling
import Testing

/// What holds of the reasons of every plan, with work of several teams, under ranks and under committed orders.
@Suite struct ReasonPropertyTests {
  private static let monday = Day("2026-01-05") ?? .first

  private static func plans(_ batch: UInt64) -> [PlanSchedule] {
    (0..<20).flatMap { seed in
      var random = SplitMix64(seed: 90_000 + batch * 1000 + UInt64(seed))
      var facts = RandomPlan.facts(&random, from: monday)
      let first = PlanSchedule(PlanModel(facts, asOf: monday))
      facts.lock = first.lock
      if random.chance(50) {
        let longer = random.below(facts.initiatives.count)
        for share in facts.initiatives[longer].work.indices {
          facts.initiatives[longer].work[share].effort = facts.initiatives[longer].work[share].effort.scaled(
            by: 2)
        }
      }
      return [first, PlanSchedule(PlanModel(facts, asOf: monday))]
    }
  }

  /// The days of a chain follow one another without a gap, and add up to the whole.
  @Test(arguments: 0..<10) func chainsAddUp(_ batch: UInt64) {
    for plan in Self.plans(batch) {
      for item in plan.model.items.indices {
        guard let days = plan.workingDays(to: item) else { continue }
        let chain = plan.chain(to: item)
        #expect(chain.reduce(0) { $0 + $1.days } == days, "\(plan.model.items[item].facts.id) \(chain)")
        for (link, next) in zip(chain, chain.dropFirst()) {
          #expect(plan.model.days.working(from: link.to, to: next.from) == 1)
        }
      }
    }
  }

  /// Every share of an initiative with dates has a reason, and whoever is named was placed before it.
  @Test(arguments: 0..<10) func everyStartHasAReason(_ batch: UInt64) {
    for plan in Self.plans(batch) {
      for item in plan.model.items.indices where plan.dates(of: item) != nil {
        let reasons = plan.startReasons(of: item)
        #expect(reasons.count == plan.model.items[item].shares.count)
        #expect(plan.endReason(of: item) != nil)
        for reason in reasons {
          #expect(reason.ready <= reason.start && reason.waits >= 0)
          if case .people(let team, let others, let needed, let free, _) = reason.cause {
            #expect(!others.isEmpty && needed > free, "\(team) \(reason)")
          }
        }
      }
    }
  }

  /// The shares of the edits in a move are the whole of it, and what an edit moves by itself is its own.
  @Test(arguments: 0..<10) func movesAddUp(_ batch: UInt64) {
    for seed in 0..<20 {
      var random = SplitMix64(seed: 70_000 + batch * 1000 + UInt64(seed))
      let old = RandomPlan.facts(&random, from: Self.monday)
      var new = old
      for _ in 0..<random.pick(1...4) {
        let index = random.below(new.initiatives.count)
        new.initiatives[index].work[0].effort = Effort(Double(random.pick(1...40)) / 4)
        if random.chance(20) { new.initiatives[index].stage = .paused }
        if random.chance(20) { new.teams["team-0"]?.wipLimit = random.pick(1...2) }
      }
      let found = ScheduleComparison(old, new, asOf: Self.monday)
      for change in found.changes {
        guard let days = change.days else { continue }
        #expect(change.causes.reduce(0) { $0 + $1.days } == days, "batch \(batch) seed \(seed)")
      }
      for step in found.steps {
        for move in step.moves {
          #expect((move.connection == .own) == (step.edit == .initiative(move.initiative)))
        }
        #expect(step.losses.allSatisfy { loss in old.initiatives.contains { $0.id == loss.initiative } })
      }
    }
  }

  /// Trying something is no promise that it helps, but what is told is what the plan would be.
  @Test(arguments: 0..<4) func whatIsTriedIsAPlan(_ batch: UInt64) {
    for plan in Self.plans(batch) {
      for item in plan.model.items.indices.prefix(4) {
        for fix in plan.fixes(for: item) {
          #expect(fix.moves.allSatisfy { $0.days != 0 && $0.initiative != plan.model.items[item].facts.id })
          #expect(fix.end != nil || fix.gain == 0)
        }
      }
    }
  }
}
