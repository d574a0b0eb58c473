internal import CivilDates
internal import Planning

/// Lines from what comes first to what waits for it, so that one can follow them.
///
/// A line leaves its bar sideways, runs up or down in a lane just inside the bar that waits, and ends there with an
/// arrow head. Lines that run in one lane over the same rows are moved apart.
struct GanttLinks {
  /// Where a row's bar stands.
  struct Place {
    let row: GanttRow
    /// From the first to the last pixel of the bar.
    let start: Int
    let end: Int
    let top: Int
    let bottom: Int
    /// The room of the row: lines between rows run at its edges.
    let above: Int
    let below: Int
    /// Its number among the rows.
    let number: Int

    var middle: Int { (top + bottom) / 2 }
  }

  /// A line with its head.
  struct Route {
    let line: [Drawing.Point]
    let head: [Drawing.Point]
    let isOnChain: Bool
  }

  private static let farthest = 14

  private(set) var routes: [Route] = []
  /// How many dependencies between drawn rows are not drawn, as they would lead too far or be too many.
  private(set) var dropped = 0
  /// The lanes that are taken: pixels across to stretches of pixels down, with the row that the line leads to.
  private var taken: [Int: [(from: Int, to: Int, leadsTo: Int)]] = [:]
  private let plot: ClosedRange<Int>

  /// At most `limit` lines between the rows at `places`, within the pixels of `plot`.
  init(_ places: [Place], atMost limit: Int, plot: ClosedRange<Int>) {
    self.plot = plot
    let byID = Dictionary(places.map { ($0.row.id, $0) }) { first, _ in first }
    var found: [(from: Place, to: Place, link: GanttRow.Link)] = []
    for place in places {
      for link in place.row.links {
        // What is done or given up has no row and needs no line.
        guard let other = byID[link.on], other.number != place.number else { continue }
        found.append((other, place, link))
      }
    }
    func weight(_ entry: (from: Place, to: Place, link: GanttRow.Link)) -> (Int, Int, Int, Int) {
      (
        entry.from.row.isOnChain && entry.to.row.isOnChain ? 0 : 1,
        abs(entry.from.number - entry.to.number), entry.from.number, entry.to.number
      )
    }
    found.sort { weight($0) < weight($1) }
    // Nobody follows a line past so many rows, unless it is one of few.
    let near = found.filter { weight($0).0 == 0 || weight($0).1 <= Self.farthest }
    dropped = found.count - min(near.count, limit)
    for entry in near.prefix(limit) { add(entry.from, entry.to, entry.link) }
  }

  private mutating func add(_ from: Place, _ to: Place, _ link: GanttRow.Link) {
    let isDown = from.number < to.number
    let isChain = from.row.isOnChain && to.row.isOnChain
    let leaving = Drawing.Point(x: from.end, y: from.middle)
    let gap = isDown ? from.below : from.above
    switch link.bond {
    case .startStart:
      let x = lane(near: from.start + 3, from.middle, to.middle, leadsTo: to.number)
      let begin = Drawing.Point(x: x, y: isDown ? from.bottom : from.top)
      if to.start > x + 6 {
        let tip = Drawing.Point(x: to.start - 1, y: to.middle)
        finish([begin, Drawing.Point(x: x, y: to.middle)], at: tip, pointing: (1, 0), isChain)
      } else {
        enter(to, [begin], at: min(x, max(to.end - 2, to.start)), isDown, isChain)
      }
    case .finishStart, .finishFinish:
      let wanted = link.bond == .finishStart ? to.start + 3 : max(to.end - 3, to.start)
      let x = lane(near: wanted, from.middle, to.middle, leadsTo: to.number)
      if x >= from.end { return enter(to, [leaving], at: x, isDown, isChain) }
      // What waits starts before: around the end, and back between the rows.
      let out = min(from.end + 4, plot.upperBound)
      enter(
        to, [leaving, Drawing.Point(x: out, y: from.middle), Drawing.Point(x: out, y: gap)], at: x, isDown,
        isChain)
    }
  }

  /// From the last point across to `x`, and then up or down to the bar.
  private mutating func enter(
    _ place: Place, _ points: [Drawing.Point], at x: Int, _ isDown: Bool, _ isChain: Bool
  ) {
    var points = points
    if let last = points.last, last.x != x { points.append(Drawing.Point(x: x, y: last.y)) }
    finish(
      points, at: Drawing.Point(x: x, y: isDown ? place.top - 1 : place.bottom + 1),
      pointing: (0, isDown ? 1 : -1), isChain)
  }

  private mutating func finish(
    _ points: [Drawing.Point], at tip: Drawing.Point, pointing way: (x: Int, y: Int), _ isChain: Bool
  ) {
    let back = Drawing.Point(x: tip.x - 4 * way.x, y: tip.y - 4 * way.y)
    routes.append(
      Route(
        line: points + [tip],
        head: [
          Drawing.Point(x: back.x - 3 * way.y, y: back.y - 3 * way.x), tip,
          Drawing.Point(x: back.x + 3 * way.y, y: back.y + 3 * way.x),
        ], isOnChain: isChain))
  }

  /// A lane near `x` in which no line to another row runs over the same rows.
  private mutating func lane(near x: Int, _ from: Int, _ to: Int, leadsTo row: Int) -> Int {
    let stretch = (from: min(from, to), to: max(from, to), leadsTo: row)
    let lanes = (0..<5).map { min(max(x + $0 * 3, plot.lowerBound), plot.upperBound) }
    let free = lanes.first { lane in
      !(lane - 1...lane + 1).contains { near in
        taken[near, default: []].contains {
          $0.leadsTo != row && $0.from < stretch.to && stretch.from < $0.to
        }
      }
    }
    let chosen = free ?? lanes[0]
    taken[chosen, default: []].append(stretch)
    return chosen
  }
}
