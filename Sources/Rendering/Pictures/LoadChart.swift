internal import CivilDates
internal import Planning

/// What each team has to do week by week, against what it can do: one small chart a team, all on one time axis.
enum LoadChart {
  /// The teams of a chart; the rest is counted.
  static let teams = 16
  static let wideWidth = 860

  /// The picture; nil where no team has work.
  static func picture(_ loads: [TeamLoad]) -> Picture? {
    let loads = sorted(loads)
    guard !loads.isEmpty else { return nil }
    return Picture(
      name: "load", title: "Teams, week by week", description: description(loads), legend: [],
      wide: layout(loads, width: wideWidth), narrow: layout(loads, width: Picture.narrowWidth))
  }

  /// Those with work, the most overloaded first, then by title.
  private static func sorted(_ loads: [TeamLoad]) -> [TeamLoad] {
    func weight(_ load: TeamLoad) -> Int { load.weeks.count { $0.over > 0.005 } }
    return loads.filter { !$0.weeks.isEmpty }.sorted {
      (weight($1), $0.title, $0.team) < (weight($0), $1.title, $1.team)
    }
  }

  private static func description(_ loads: [TeamLoad]) -> String {
    let over = loads.filter { load in load.weeks.contains { $0.over > 0.005 } }
    let crowded = loads.filter { load in
      load.limit.map { limit in load.weeks.contains { $0.atOnce > limit } } ?? false
    }
    var text = "The people at work on initiatives, and on how many of them at once"
    text += over.isEmpty ? "; nobody is asked for more people than there are" : ""
    text += "."
    if !over.isEmpty {
      text +=
        " \(Counting.list(names(over))) \(over.count == 1 ? "is" : "are") asked for more people than there are."
    }
    if !crowded.isEmpty {
      text +=
        " \(Counting.list(names(crowded))) \(crowded.count == 1 ? "works" : "work") on more at once than the limit."
    }
    return text
  }

  private static func names(_ loads: [TeamLoad]) -> [String] {
    let names = loads.prefix(4).map { ValueWords.cut($0.title) }
    return names + (loads.count > 4 ? ["\(Counting.grouped(loads.count - 4)) more"] : [])
  }

  /// The places of everything, for a width in pixels.
  static func layout(_ loads: [TeamLoad], width: Int) -> Drawing {
    var drawing = Drawing(width: width)
    let shown = Array(loads.prefix(teams))
    let isWide = width > 500
    let across = isWide && shown.count > 1 ? 2 : 1
    let gap = 36
    let panel = (width - gap * (across - 1)) / across
    let bins = shown.map { LoadBins($0, width: panel - LoadPanel.left) }
    var y = LoadLegend.draw(bins, in: &drawing) + 10
    for row in stride(from: 0, to: shown.count, by: across) {
      for column in 0..<min(across, shown.count - row) {
        let box = Drawing.Box(
          x: column * (panel + gap), y: y, width: panel, height: LoadPanel.height(bins[row + column]))
        LoadPanel(shown[row + column], bins[row + column], box).draw(in: &drawing)
      }
      y += (row..<min(row + across, shown.count)).map { LoadPanel.height(bins[$0]) }.max() ?? 0
    }
    drawing.height = y
    if loads.count > shown.count {
      drawing.height += 18
      drawing.add(
        "and \(Counting.words(loads.count - shown.count, "team")) more, not drawn here",
        at: Drawing.Point(x: 0, y: drawing.height - 5), within: width)
    }
    return drawing
  }
}

/// The weeks of a team, several of them together where there are too many to be seen.
struct LoadBins: Sendable {
  let bins: [TeamLoad.Week]
  /// How many weeks one bin has.
  let weeks: Int
  let last: Day

  init(_ load: TeamLoad, width: Int) {
    weeks = max((load.weeks.count * 5 + max(width, 1) - 1) / max(width, 1), 1)
    let step = weeks
    bins = stride(from: 0, to: load.weeks.count, by: step).map { start in
      Self.mean(load.weeks[start..<min(start + step, load.weeks.count)])
    }
    last = (load.weeks.last?.first ?? .first).advanced(by: 6)
  }

  private static func mean(_ weeks: ArraySlice<TeamLoad.Week>) -> TeamLoad.Week {
    guard var result = weeks.first, weeks.count > 1 else {
      return weeks.first ?? TeamLoad.Week(first: .first, days: 0)
    }
    let days = weeks.reduce(0) { $0 + $1.days }
    func mean(_ value: (TeamLoad.Week) -> Double) -> Double {
      days > 0 ? weeks.reduce(0) { $0 + value($1) * Double($1.days) } / Double(days) : 0
    }
    result.days = days
    if result.capacity != nil { result.capacity = mean { $0.capacity ?? 0 } }
    result.away = mean(\.away)
    result.over = mean(\.over)
    result.atOnce = weeks.map(\.atOnce).max() ?? 0
    var order: [String] = []
    var sums: [String: Double] = [:]
    for week in weeks {
      for use in week.use {
        if sums[use.initiative] == nil { order.append(use.initiative) }
        sums[use.initiative, default: 0] += use.people * Double(week.days)
      }
    }
    result.use = order.map { TeamLoad.Use(initiative: $0, people: (sums[$0] ?? 0) / Double(max(days, 1))) }
    return result
  }

  var hasOverload: Bool { bins.contains { $0.over > 0.005 } }
  var hasAway: Bool { bins.contains { $0.away > 0.005 } }
  /// The most people that are there or asked for.
  var most: Double { bins.reduce(0) { max($0, $1.capacity ?? 0, $1.people) } }
}
