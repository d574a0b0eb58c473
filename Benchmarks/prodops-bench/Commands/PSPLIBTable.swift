import ArgumentParser
import Foundation
import PSPLIB
import Scheduling

/// How good schedules are beside the best that are known, and what they cost.
struct PSPLIBTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "psplib",
    abstract: "Schedules the projects of PSPLIB and compares makespans with the best that are known.")

  @Argument(help: "The folder with j30, j60, j120 and best_known.csv.") var folder: String
  @Option(help: "How many schedules the optimiser makes of each project.") var budget = 5_000
  @Option(parsing: .upToNextOption, help: "The seeds; the goals hold for each.") var seeds: [UInt64] = [
    1, 2, 3,
  ]
  @Option(help: "Print makespans and times of these projects only, separated by commas, as CSV.") var only:
    String?

  /// The goals of a set: above the best known in the mean, by the one pass and by the search; seconds for one project.
  private static let goals: [(set: String, pass: Double, search: Double, seconds: Double)] = [
    ("j30", 5.6, 0.15, 0.060), ("j60", 5.8, 0.6, 0.060), ("j120", 11.9, 2.1, 0.060),
  ]

  func run() throws {
    if let only { return printOnly(Set(only.split(separator: ",").map(String.init))) }
    var isMet = true
    print("above the best known, in the mean; processor time per project, every schedule checked apart")
    for goal in Self.goals {
      let instances = Instance.all(of: goal.set, in: folder)
      guard !instances.isEmpty else {
        print("\(goal.set): no projects in \(folder); the others go on")
        continue
      }
      isMet = try table(goal, instances) && isMet
    }
    if !isMet { throw ExitCode(1) }
  }

  private func table(
    _ goal: (set: String, pass: Double, search: Double, seconds: Double), _ instances: [Instance]
  ) throws -> Bool {
    var above = 0.0
    for instance in instances {
      var decoder = FastDecoder(instance.problem)
      decoder.decode(instance.urgentOrder)
      above += try gap(of: decoder, instance)
    }
    let pass = above / Double(instances.count)
    var isMet = pass <= goal.pass
    let count = "\(goal.set), \(instances.count) projects"
    print(Self.line(count, "one pass, latest finish first", pass, goal.pass, nil))
    for seed in seeds {
      var above = 0.0
      var times: [Double] = []
      for instance in instances {
        let problem = instance.problem
        let start = clock()
        let proposal = ScheduleOptimizer(budget: budget, seed: seed).optimize(
          problem, committed: PlacementOrder([], in: problem))
        times.append(Double(clock() - start) / Double(CLOCKS_PER_SEC))
        var decoder = FastDecoder(problem)
        decoder.decode(proposal.order)
        above += try gap(of: decoder, instance)
      }
      times.sort()
      let mean = above / Double(instances.count)
      let late = times[times.count * 95 / 100]
      isMet = isMet && (budget != 5_000 || (mean <= goal.search && late <= goal.seconds))
      print(Self.line("", "\(budget) schedules, seed \(seed)", mean, goal.search, (times, goal.seconds)))
    }
    return isMet
  }

  /// How far a schedule is above the best known one, in percent; throws where it is none.
  private func gap(of decoder: borrowing FastDecoder, _ instance: Instance) throws -> Double {
    var spans: [Span?] = []
    for job in instance.durations.indices { spans.append(decoder.span(of: job)) }
    if let fault = instance.fault(in: spans) { throw ValidationError(fault) }
    return Double(decoder.makespan - instance.best) / Double(instance.best) * 100
  }

  private static func line(
    _ name: String, _ what: String, _ gap: Double, _ goal: Double, _ time: (sorted: [Double], goal: Double)?
  ) -> String {
    var line = name.padding(toLength: 20, withPad: " ", startingAt: 0)
    line += what.padding(toLength: 32, withPad: " ", startingAt: 0)
    line += String(format: "%6.3f %% (at most %.2f)", gap, goal)
    guard let time, let last = time.sorted.last else { return line }
    let mean = time.sorted.reduce(0, +) / Double(time.sorted.count)
    let late = time.sorted[time.sorted.count * 95 / 100]
    return line
      + String(
        format: "  mean %.1f, 95 %% within %.1f (at most %.0f), most %.1f ms", mean * 1e3, late * 1e3,
        time.goal * 1e3, last * 1e3)
  }

  private func printOnly(_ names: Set<String>) {
    for set in ["j30", "j60", "j120"] {
      for instance in Instance.all(of: set, in: folder) where names.contains(instance.name) {
        let problem = instance.problem
        let start = clock()
        let proposal = ScheduleOptimizer(budget: budget, seed: seeds.first ?? 1).optimize(
          problem, committed: PlacementOrder([], in: problem))
        let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        print("\(instance.name),\(proposal.objective.makespan),\(seconds)")
      }
    }
  }
}
