internal import CivilDates
internal import Planning

/// One line of a Gantt chart.
struct GanttRow: Sendable {
  /// How far the work is, as far as a bar can tell it.
  enum Stage: Sendable { case running, ready, tentative }

  /// A team's share of the work.
  struct Bar: Sendable {
    let start: Day
    let end: Day
  }

  /// What it waits for.
  struct Link: Sendable {
    let on: String
    var bond = InitiativeFacts.Dependency.Bond.finishStart
  }

  let id: String
  let title: String
  /// The heading under which it stands.
  var group = ""
  /// The team by whose time off it is shaded.
  var team = ""
  var stage = Stage.ready
  /// The shares; without any it takes no time.
  var bars: [Bar] = []
  let start: Day
  let end: Day
  /// The day on which it ships, where a freeze holds it after its end.
  let ships: Day
  /// When work under way was begun.
  var begun: Day?
  /// The last day on which it keeps its promise.
  var target: Day?
  /// How many working days it ships after its promise; negative where it is earlier.
  var late: Int?
  var links: [Link] = []
  /// Whether it is on the chain of causes that leads to the end that the chart is about.
  var isOnChain = false
  /// Whether it decides in many futures when the plan ends.
  var isCritical = false
  /// The days on which it ships in so many of a hundred futures.
  var p50: Day?
  var p80: Day?
  var p95: Day?
  /// The chance that it keeps its promise, from 0 to 1.
  var probability: Double?
  /// From when until when it went before a change.
  var before: (start: Day, ships: Day)?

  /// The last day on which somebody works on it; after it the end may wait for another's end, or for a freeze.
  var worked: Day { bars.map(\.end).max() ?? end }
  /// Whether it ships later than the work on it is done.
  var isHeld: Bool { ships > worked }

  var isLate: Bool { late ?? 0 > 0 }
}

/// Everything that a Gantt chart shows.
struct GanttPlan: Sendable {
  /// A stretch of days with something in particular.
  struct Stretch: Sendable {
    let from: Day
    let to: Day
    let title: String
    /// The teams that it holds for; empty means all.
    var teams: Set<String> = []
  }

  /// The day that counts as today.
  let asOf: Day
  var calendar = WorkCalendar()
  /// The rows, those of one group together.
  var rows: [GanttRow]
  /// Times in which nothing ships.
  var freezes: [Stretch] = []
  /// Days on which teams are away.
  var timeOff: [Stretch] = []
  /// The initiative to whose end the chain leads.
  var chainEnd: GanttRow?

  var isForecast: Bool { rows.contains { $0.p80 != nil || $0.probability != nil } }

  /// The rows of which a drawing of at most `limit` rows consists, in their order: first what is late, what is on the
  /// chain and what is under way, then what starts first.
  func chosen(_ limit: Int) -> [GanttRow] {
    guard rows.count > limit else { return rows }
    func weight(_ row: GanttRow) -> Int {
      row.isOnChain ? 0 : row.isLate ? 1 : row.stage == .running ? 2 : row.stage == .ready ? 3 : 4
    }
    let sorted = rows.indices.sorted {
      (weight(rows[$0]), rows[$0].start, $0) < (weight(rows[$1]), rows[$1].start, $1)
    }
    return sorted.prefix(max(limit, 0)).sorted().map { rows[$0] }
  }
}
