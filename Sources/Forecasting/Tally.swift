internal import Distributions

/// What is counted over runs; runs that were counted apart add up to the same, however they were divided.
struct Tally: Sendable {
  var activities: [Histogram]
  var targets: [Histogram]
  var cut = 0
  /// For each target, one after the other, for each activity the runs in which it is on the target's chain.
  var critical: [UInt32] = []
  var chainRuns = 0
  /// For each kept run, one after the other, the work of each activity and the end of each target.
  var keptWorks: [Int32] = []
  var keptEnds: [Int32] = []

  init(activities: Int, targets: Int, followed: Int, horizon: Int) {
    self.activities = [Histogram](repeating: Histogram(limit: horizon), count: activities)
    self.targets = [Histogram](repeating: Histogram(limit: horizon), count: targets)
    critical = [UInt32](repeating: 0, count: activities * followed)
  }

  /// Adds the runs that come after these.
  mutating func add(_ later: Tally) {
    for place in activities.indices { activities[place].add(later.activities[place]) }
    for place in targets.indices { targets[place].add(later.targets[place]) }
    for place in critical.indices { critical[place] += later.critical[place] }
    cut += later.cut
    chainRuns += later.chainRuns
    keptWorks += later.keptWorks
    keptEnds += later.keptEnds
  }
}
