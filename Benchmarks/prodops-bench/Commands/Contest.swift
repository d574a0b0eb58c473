/// Something measured beside its floor.
struct Contest {
  struct Goal {
    /// At most so many times the floor.
    var ratio: Double?
    /// At most so many seconds.
    var seconds: Double?
    /// At most so many MiB.
    var peakMiB: Double?
  }

  var name: String
  var folder: String
  var command: [String]
  var floorName: String
  var floor: [String]
  /// Where the floor is run, if not in `folder`.
  var floorFolder: String?
  var goal: Goal
  /// Which exit codes say that the work was done.
  var accepted: Set<Int32> = [0]

  struct Row {
    var name: String
    var wall: Double
    var floor: Double
    var cpu: Double
    var floorCPU: Double
    var peakMiB: Double
    var goal: Goal

    var isMet: Bool {
      wall / floor <= goal.ratio ?? .infinity && wall <= goal.seconds ?? .infinity
        && peakMiB <= goal.peakMiB ?? .infinity
    }
  }

  /// Runs both in turn, once to warm up and then `runs` times, and takes the medians.
  func measure(runs: Int) throws -> Row {
    var walls: [Double] = []
    var floors: [Double] = []
    var cpus: [Double] = []
    var floorCPUs: [Double] = []
    var peaks: [Double] = []
    for round in 0...runs {
      let bottom = try Subprocess.run(floor, in: floorFolder ?? folder)
      let top = try Subprocess.run(command, in: folder)
      guard accepted.contains(top.status), bottom.status == 0 else {
        throw Unmeasured(name: name, status: accepted.contains(top.status) ? bottom.status : top.status)
      }
      guard round > 0 else { continue }
      floors.append(bottom.seconds)
      walls.append(top.seconds)
      cpus.append(top.cpu)
      floorCPUs.append(bottom.cpu)
      peaks.append(top.peakMiB)
    }
    return Row(
      name: name, wall: Self.median(walls), floor: Self.median(floors), cpu: Self.median(cpus),
      floorCPU: Self.median(floorCPUs), peakMiB: Self.median(peaks), goal: goal)
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

/// A contest that could not be held.
struct Unmeasured: Error, CustomStringConvertible {
  var name: String
  var status: Int32
  var description: String { "\(name): not measured, exit code \(status)" }
}
