import Foundation
public import Scheduling

/// One project of PSPLIB, a library of scheduling problems whose best known schedules are published.
public struct Instance: Sendable {
  /// Its name, such as `j301_1`.
  public let name: String
  /// How long each job takes, the empty first and last one included.
  public let durations: [Int]
  /// For each job those that wait for it.
  public let successors: [[Int]]
  /// For each job what it needs of each resource.
  public let demands: [[Int]]
  /// What there is of each resource.
  public let capacities: [Int]
  /// The makespan of the best known schedule.
  public let best: Int

  /// The project in a file of the library, in the format of its generator ProGen; nil where it is none.
  public init?(path: String, best: Int) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    name = String(path.split(separator: "/").last?.prefix { $0 != "." } ?? "")
    self.best = best
    let lines = text.split(whereSeparator: \.isNewline)
    func rows(_ heading: String, skipping: Int) -> [[Int]] {
      guard let first = lines.firstIndex(where: { $0.hasPrefix(heading) }) else { return [] }
      return lines[min(first + 1 + skipping, lines.count)...].prefix { !$0.hasPrefix("*") }.map { line in
        line.split(separator: " ").compactMap { Int($0) }
      }
    }
    successors = rows("PRECEDENCE RELATIONS", skipping: 1).map { $0.dropFirst(3).map { $0 - 1 } }
    let requests = rows("REQUESTS/DURATIONS", skipping: 2)
    guard requests.allSatisfy({ $0.count > 3 }) else { return nil }
    durations = requests.map { $0[2] }
    demands = requests.map { Array($0.dropFirst(3)) }
    capacities = rows("RESOURCEAVAILABILITIES", skipping: 1).first ?? []
    guard !durations.isEmpty, durations.count == successors.count, !capacities.isEmpty,
      demands.allSatisfy({ $0.count == capacities.count }),
      successors.allSatisfy({ $0.allSatisfy(durations.indices.contains) })
    else { return nil }
  }

  /// All projects of a set (`j30`, `j60`, `j120`) in the library's folder, sorted by parameter group and number.
  public static func all(of set: String, in folder: String) -> [Instance] {
    guard let table = try? String(contentsOfFile: "\(folder)/best_known.csv", encoding: .utf8) else {
      return []
    }
    return table.split(whereSeparator: \.isNewline).compactMap { line in
      let cells = line.split(separator: ",")
      guard cells.count > 1, cells[0].hasPrefix(set), let best = Int(cells[1]) else { return nil }
      return Instance(path: "\(folder)/\(set)/\(cells[0]).sm", best: best)
    }.sorted { ($0.group, $0.number) < ($1.group, $1.number) }
  }

  /// The parameter group, which the name holds after the set: `j301_1` is of the group 1.
  public var group: Int { Int(name.split(separator: "_")[0].dropFirst(durations.count > 100 ? 4 : 3)) ?? 0 }

  /// The number within the group.
  public var number: Int { Int(name.split(separator: "_").last ?? "") ?? 0 }

  /// The project as the engine takes it.
  public var problem: SchedulingProblem {
    var activities = zip(durations, demands).map { duration, demands in
      let needs = demands.enumerated().filter { $0.element > 0 }
      return Activity(
        parts: [
          Part(
            work: duration * Pace.full, demands: needs.map { Demand(resource: $0.offset, units: $0.element) })
        ])
    }
    for (job, successors) in successors.enumerated() {
      for successor in successors { activities[successor].links.append(Link(to: job)) }
    }
    return SchedulingProblem(
      horizon: durations.reduce(0, +), resources: capacities.map { Resource(capacity: $0) },
      activities: activities)
  }

  /// The jobs by their latest finishes, repaired to precedence.
  public var urgentOrder: [Int] {
    let problem = problem
    let latest = problem.latestFinishes()
    let wishes = problem.activities.indices.sorted { (latest[$0], $0) < (latest[$1], $1) }
    return PlacementOrder(wishes, in: problem).parts
  }

  /// What is wrong with a schedule of the project, found without the engine; nil where nothing is.
  public func fault(in spans: [Span?]) -> String? {
    guard spans.count == durations.count else { return "\(name): \(spans.count) jobs of \(durations.count)" }
    var used: [Int: [Int]] = [:]
    for (job, span) in spans.enumerated() {
      guard let span else { return "\(name): job \(job + 1) has no place" }
      guard span.start >= 0, span.count == durations[job] else {
        return "\(name): job \(job + 1) takes \(span)"
      }
      for successor in successors[job] {
        guard let next = spans[successor], next.start >= span.end else {
          return "\(name): job \(successor + 1) starts before job \(job + 1) has ended"
        }
      }
      for day in span.start..<span.end {
        used[day, default: capacities.map { _ in 0 }] = zip(
          used[day] ?? capacities.map { _ in 0 }, demands[job]
        ).map(+)
      }
    }
    for (day, used) in used where zip(used, capacities).contains(where: >) {
      return "\(name): more than there is on day \(day)"
    }
    return nil
  }
}
