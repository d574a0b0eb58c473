internal import CivilDates
internal import Diagnostics
internal import Distributions
internal import Forecasting
internal import Planning

/// What a plan's forecast says, in rows and sentences that no format has escaped yet.
struct PlanForecastWords {
  let forecast: PlanForecast

  private var model: PlanModel { forecast.plan.model }

  /// One row of the table of promises.
  struct Row {
    let name: String
    let title: String
    let promise: String
    let chance: String
    let planned: String
    let p50: String
    let p80: String
    let p95: String
    /// Whether it stands below the initiative that it is a part of.
    let isPart: Bool

    var cells: [String] { [name, title, promise, chance, planned, p50, p80, p95] }
  }

  static let header = ["NAME", "TITLE", "PROMISE", "CHANCE", "PLAN", "P50", "P80", "P95"]

  /// The initiatives in the order of their starts, each with its milestones; then objectives.
  var rows: [Row] {
    var byItem: [Int: [PlanForecast.Promise]] = [:]
    var objectives: [PlanForecast.Promise] = []
    for promise in forecast.promises {
      switch promise.subject {
      case .initiative(let item, _), .milestone(let item, _): byItem[item, default: []].append(promise)
      case .objective: objectives.append(promise)
      }
    }
    return (forecast.plan.byStart.flatMap { byItem[$0] ?? [] } + objectives).map(row)
  }

  private func row(_ promise: PlanForecast.Promise) -> Row {
    var planned = ""
    var name = ""
    var isPart = false
    switch promise.subject {
    case .initiative(let item, _):
      name = model.items[item].facts.id
      planned = forecast.plan.dates(of: item)?.ships.description ?? "no date"
    case .milestone(_, let id):
      name = id
      isPart = true
    case .objective(let objective, _): name = objective
    }
    return Row(
      name: name, title: promise.title, promise: promise.due.map { $0.last.description } ?? "",
      chance: promise.chance.map { ForecastWords.chance($0.share) } ?? "", planned: planned,
      p50: day(promise.days.p50), p80: day(promise.days.p80), p95: day(promise.days.p95), isPart: isPart)
  }

  private func day(_ day: Day?) -> String { day?.description ?? "later" }

  /// How to read the table.
  static let legend =
    "CHANCE is how likely it comes by what was promised, to the nearest 5 %. PLAN is the schedule's one date. It comes "
    + "by P50 one time in two, by P80 four times in five, by P95 19 times in 20: promise P80."

  /// What decides the promises that are not safe: sentences by promise.
  var decisions: [String] {
    forecast.promises.compactMap { promise in
      guard case .initiative(let item, _) = promise.subject, let chance = promise.chance, chance.share < 0.8
      else { return nil }
      let target = forecast.target(of: promise)
      var parts: [String] = []
      for driver in target.drivers {
        let other = model.items[driver.activity].facts
        let name = driver.activity == item ? "its own work" : other.id
        if let fast = driver.onTimeIfFast, fast - chance.share >= 0.05 {
          parts.append("\(name) (\(ForecastWords.chance(fast)) if that goes well)")
        } else {
          parts.append(name)
        }
      }
      let chain = (target.critical ?? []).filter { $0.activity != item && $0.chance.share >= 0.25 }.prefix(3)
      let waits = chain.map {
        "\(model.items[$0.activity].facts.id) in \(ForecastWords.futures($0.chance.share))"
      }
      guard !parts.isEmpty || !waits.isEmpty else { return nil }
      var text = "\(model.items[item].facts.id) (\(ForecastWords.chance(chance.share)))"
      if !parts.isEmpty { text += " is decided most by \(Counting.list(parts))" }
      if !waits.isEmpty { text += "\(parts.isEmpty ? "" : ", and") waits for \(Counting.list(waits))" }
      return text + "."
    }
  }

  /// What the numbers rest on, and what speaks against them.
  var notes: [String] {
    var notes = Self.doubts(forecast.plan)
    notes.append(
      "\(Counting.grouped(forecast.forecast.runs)) futures of the schedule as of \(model.asOf), all in its order; a "
        + "chance is exact to about \(Counting.words(Int((forecast.error * 100).rounded(.up)), "point")).")
    notes += sensitivity
    notes += assumed
    notes += experience
    for check in forecast.checks where check.isRemarkable(asOf: model.asOf) { notes.append(words(check)) }
    let unknown = forecast.checks.filter { !$0.isKnown }.map(\.team)
    if !unknown.isEmpty {
      notes.append(
        "Too few initiatives were finished to check the estimates by a team's pace: "
          + "\(Enumeration.list(unknown, limit: 8)).")
    }
    if forecast.promises.contains(where: { if case .objective = $0.subject { true } else { false } }) {
      notes.append("An objective comes, here, when all initiatives that serve it have shipped.")
    }
    if forecast.promises.contains(where: { $0.share != nil }) {
      notes.append(
        "Milestones on the way have no effort of their own: each is reckoned at the share of the way at which the plan "
          + "puts it, and is as likely as the end.")
    }
    return notes
  }

  /// Why not everything that a plan says can be true, in the state named `side` where there are two.
  static func doubts(_ plan: PlanSchedule, in side: String? = nil) -> [String] {
    var doubts = plan.model.facts.isOrderLost ? [ScheduleWords.lostOrder(in: side)] : []
    if !plan.conflicts.isEmpty {
      doubts.append(
        "Something does not fit together\(side.map { " in \($0)" } ?? ""): 'prodops schedule' tells what.")
    }
    return doubts
  }

  /// What becomes of the least safe promise where less or more is shared.
  private var sensitivity: [String] {
    let rows = forecast.promises.filter { $0.chance != nil && $0.share == nil }
    guard
      let open = rows.min(by: {
        abs(($0.chance?.share ?? 0) - 0.5) < abs(($1.chance?.share ?? 0) - 0.5)
      }), let chance = open.chance
    else { return [] }
    let shares = forecast.target(of: open).sensitivities.compactMap { sensitivity in
      sensitivity.end.onTime.map { (sensitivity.correlation, $0.share) }
    }
    guard let alone = shares.first(where: { $0.0.own == 1 }), let strong = shares.last, shares.count > 1
    else {
      return []
    }
    let chances = ForecastWords.compared([chance.share, alone.1, strong.1])
    return [
      "Work is taken to run late together to a degree (correlation "
        + "\(ForecastWords.tenths(forecast.forecast.correlation.common + forecast.forecast.correlation.team)) within a "
        + "team). For '\(forecast.name(of: open))' (\(chances[0])): without any it would be "
        + "\(chances[1]), with 0.5 \(chances[2])."
    ]
  }

  /// What finished initiatives took, where that is far from what had been estimated.
  private var experience: [String] {
    let ratios = model.records.items.map { $0.actual / $0.estimated }.sorted()
    guard ratios.count >= TeamRecords.fewestItems else { return [] }
    let middle = ratios[ratios.count / 2]
    guard middle > 1.5 || middle < 0.67 else { return [] }
    return [
      "The \(Counting.words(ratios.count, "finished initiative")) took "
        + "\(ForecastWords.tenths(ratios[0])) to \(ForecastWords.tenths(ratios[ratios.count - 1])) times what had been "
        + "estimated, half of them more than \(ForecastWords.tenths(middle)) times (from start to end, at the people they "
        + "name). The ranges of the open ones are taken at their word: if they are no better, everything comes "
        + "\(middle > 1 ? "later" : "earlier") than it says here."
    ]
  }

  /// Where estimates or their ranges are not stated.
  private var assumed: [String] {
    var bySource: [(text: String, names: [String])] = []
    for item in model.items {
      for share in item.shares {
        guard let text = source(share) else { continue }
        let name = "\(item.facts.id) (\(share.team))"
        if let known = bySource.firstIndex(where: { $0.text == text }) {
          bySource[known].names.append(name)
        } else {
          bySource.append((text, [name]))
        }
      }
    }
    return bySource.map { "\($0.text): \(Enumeration.list($0.names, limit: 8))." }
  }

  private func source(_ share: PlanModel.Share) -> String? {
    switch share.source {
    case .settings: return "No effort stated, the default of prodops.json taken"
    case .record(let count):
      return "No effort stated, what \(Counting.words(count, "finished initiative")) took is taken"
    case .stated: break
    }
    switch share.estimate.source {
    case .stated: return nil
    case .record(let record):
      let whose = record.team.isEmpty ? "all teams" : "team \(record.team)"
      return
        "One number for an effort, spread as \(Counting.words(record.items, "finished initiative")) of \(whose) were "
        + "(\(ForecastWords.tenths(record.ratios.low)) to \(ForecastWords.tenths(record.ratios.high)) times the estimate)"
    case .assumed(let ratios):
      return
        "One number for an effort, a range of \(ForecastWords.hundredths(ratios.low)) to "
        + "\(ForecastWords.hundredths(ratios.high)) times it assumed"
    case .none: return "One number for an effort, taken as certain"
    }
  }

  private func words(_ check: ThroughputCheck) -> String {
    let estimates = check.byEstimates.map(\.description) ?? "after the horizon"
    let weeks = check.byThroughput.map(\.description) ?? "later than in ten years"
    var text =
      "Team \(check.team) is through with its \(Counting.words(check.open, "open initiative")) by \(estimates) (P80 by "
      + "estimates), but by \(weeks) if it goes on finishing as before: \(check.finished) in "
      + "\(Counting.words(check.weeks, "week"))"
    let doubts = check.doubts.map { doubt in
      switch doubt {
      case .fewWeeks: "only few weeks are known"
      case .nothingFinished: "nothing was finished in them"
      case .erratic: "the weeks differ much"
      case .drifting: "its pace has changed"
      }
    }
    if !doubts.isEmpty { text += "; do not rely on that: \(Counting.list(doubts))" }
    return text + "."
  }
}

extension PlanForecast {
  /// How exact a chance of one half is: half the width of its 95 % interval.
  var error: Double {
    Chance(hits: forecast.runs / 2, tries: max(forecast.runs, 1)).error
  }
}
