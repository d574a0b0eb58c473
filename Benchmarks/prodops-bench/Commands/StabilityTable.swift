import ArgumentParser
import Foundation
import PSPLIB
import Scheduling

/// How much of a plan moves when one job grows by a fifth, the committed order being kept.
struct StabilityTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stability",
    abstract:
      "Lengthens single jobs of PSPLIB's projects and counts which others move that do not wait for them.")

  @Argument(help: "The folder with j30, j60, j120 and best_known.csv.") var folder: String

  func run() throws {
    var isMet = true
    for (set, goal) in [("j60", 8.5), ("j120", 15.0)] {
      let instances = Instance.all(of: set, in: folder).filter { $0.number == 1 }
      guard !instances.isEmpty else {
        print("\(set): no projects in \(folder); the others go on")
        continue
      }
      var count = Count()
      for instance in instances { count.add(instance) }
      let share = Double(count.moved) / Double(max(1, count.jobs)) * 100
      isMet = isMet && share <= goal
      print(
        set.padding(toLength: 6, withPad: " ", startingAt: 0)
          + String(
            format:
              "%d edits: %.1f %% of the jobs that do not wait move (at most %.1f), by %.2f days in the mean",
            count.edits, share, goal, Double(count.days) / Double(max(1, count.jobs))))
    }
    if !isMet { throw ExitCode(1) }
  }
}

private struct Count {
  var edits = 0
  var jobs = 0
  var moved = 0
  var days = 0
  private var random = SplitMix64(seed: 7)

  /// Commits an optimised order, then lengthens five jobs, one at a time.
  mutating func add(_ instance: Instance) {
    let problem = instance.problem
    let order = ScheduleOptimizer().optimize(problem, committed: PlacementOrder([], in: problem)).order
    var decoder = FastDecoder(problem)
    decoder.decode(order)
    let before = problem.activities.indices.map { decoder.start(of: $0) }
    let works = instance.durations.map { $0 * Pace.full }
    let real = instance.durations.indices.filter { instance.durations[$0] > 0 }
    var longer = problem
    longer.horizon *= 2
    var other = FastDecoder(longer)
    for _ in 0..<5 {
      let job = random.pick(real)
      var changed = works
      changed[job] += max(1, instance.durations[job] / 5) * Pace.full
      other.decode(order, works: changed)
      var waiting: Set<Int> = [job]
      var open = [job]
      while let next = open.popLast() {
        for successor in instance.successors[next] where waiting.insert(successor).inserted {
          open.append(successor)
        }
      }
      edits += 1
      for unrelated in real where !waiting.contains(unrelated) {
        let shift = abs(other.start(of: unrelated) - before[unrelated])
        jobs += 1
        moved += shift > 0 ? 1 : 0
        days += shift
      }
    }
  }
}
