internal import CivilDates
internal import Diagnostics
public import TrackRecords

/// Forecasts of promises, and what they rest on, for people at a terminal.
public enum HumanForecast {
  /// Promises without a forecast that are named before the rest is counted.
  private static let named = 10
  /// Rows of owners and teams before the rest is counted.
  private static let longest = 20

  // MARK: Open promises

  /// The open promises; `width` how many columns there are, nil for no
  /// limit.
  public static func render(
    _ outlook: PromiseOutlook, on basis: ForecastBasis, style: TextStyle, width: Int?
  ) -> String {
    guard !outlook.forecasts.isEmpty || !outlook.unknown.isEmpty else {
      return "No promise is open on \(outlook.through); --as-of asks for another day.\n"
        + notes([], basis.remarks(through: outlook.through))
    }
    var text = ""
    if !outlook.forecasts.isEmpty { text += table(outlook, style, width) }
    if !outlook.unknown.isEmpty {
      let names = outlook.unknown.prefix(named).map { "\(name($0.promise)) (\($0.state.date))" }
      let more =
        outlook.unknown.count > named ? ["\(Counting.grouped(outlook.unknown.count - named)) more"] : []
      text +=
        TerminalText.escaping(
          "\(Counting.words(outlook.unknown.count, "open promise")) without a forecast, since the history knows too few "
            + "like \(outlook.unknown.count == 1 ? "it" : "them") (\(outlook.parameters.smallestClass) dates on "
            + "\(Counting.words(outlook.parameters.fewestDates, "day")) are needed): "
            + Counting.list(names + more) + ".") + "\n\n"
    }
    return text
      + notes(
        [
          "promises are compared with dates of the last \(DayDistance.words(outlook.parameters.recentDays)) that can be "
            + "judged, where these are enough", ForecastWords.rule(outlook.rule),
        ], basis.remarks(through: outlook.through))
  }

  private static func table(_ outlook: PromiseOutlook, _ style: TextStyle, _ width: Int?) -> String {
    var sentences: [String] = []
    var positions: [String: Int] = [:]
    var rows: [[String]] = []
    for forecast in outlook.forecasts {
      let sentence = ForecastWords.sentence(forecast.reference, forecast.slips)
      let position = positions[sentence] ?? sentences.count
      if position == sentences.count {
        positions[sentence] = position
        sentences.append(sentence)
      }
      let days = [0.5, 0.8, 0.95].map { forecast.day($0).description }
      rows.append(
        [name(forecast.promise), forecast.promise.title ?? "", forecast.state.date.description].map(
          TerminalText.escaping) + [ForecastWords.chance(forecast.holds)] + days + ["[\(position + 1)]"])
    }
    let header = ["PROMISE", "TITLE", "DATE", "HOLDS", "P50", "P80", "P95", "LIKE"]
    if let width { rows = TextTable.cutting(1, of: rows, header: header, to: width) }
    var text = TextTable.render(header: header, rows: rows, style: style)
    text +=
      "\nHOLDS is the chance that it comes by its date, to the nearest 5 %. It comes by P50 one time in two, by P80 "
    text += "four times in five, by P95 19 times in 20.\n\n"
    for (index, sentence) in sentences.enumerated() {
      text += "[\(index + 1)] \(TerminalText.escaping(sentence))\n"
    }
    return text + "\n"
  }

  /// `initiative:search beta`.
  private static func name(_ promise: PromiseHistory) -> String {
    ForecastWords.part(of: promise.pointer).map { "\(promise.definition) \($0)" } ?? promise.definition
  }

  private static func notes(_ notes: [String], _ remarks: [String]) -> String {
    (notes + remarks).map { "note: \($0)\n" }.joined()
  }

  // MARK: Calibration

  /// What became of the dates that were once promised.
  public static func render(_ calibration: Calibration, on basis: ForecastBasis, style: TextStyle)
    -> String
  {
    let total = calibration.total
    guard let share = total.shareMet else {
      return "No date that was promised up to \(calibration.through) can be judged yet.\n"
        + notes([ForecastWords.rule(calibration.rule)], basis.remarks(through: calibration.through))
    }
    var lead =
      "Of \(Counting.words(total.judged, "promised date")) whose day had come by \(calibration.through), "
    lead += "\(ForecastWords.percent(share)) were met"
    if let median = total.medianDays {
      lead += "; half of the others came at most \(DayDistance.words(median)) late"
    }
    var text = style.paint(lead + ".", .strong) + "\n\n"
    let notices = Calibration.Notice.allCases.compactMap { notice in
      calibration.byNotice[notice].map { (ForecastWords.notice(notice), $0) }
    }
    text += groups("SAID BEFORE ITS DAY", notices, style)
    for (title, named, nobody) in [
      ("TEAM", calibration.byTeam, "no team"), ("OWNER", calibration.byOwner, "nobody"),
    ] where named.contains(where: { $0.name != nil && $0.group.judged > 0 }) {
      text += groups(title, named.filter { $0.group.judged > 0 }.map { ($0.name ?? nobody, $0.group) }, style)
    }
    var said = [
      "groups of fewer than \(Calibration.Group.fewest) dates say little",
      "LATE (MEDIAN) counts what is still out for as long as it was followed, LATE (MEAN) only what has come",
    ]
    said.append(ForecastWords.rule(calibration.rule))
    if total.undecided > 0 {
      said.append("\(Counting.words(total.undecided, "date")) left out, since it is too early to judge")
    }
    if total.dropped > 0 {
      said.append("\(Counting.words(total.dropped, "date")) left out that were taken back")
    }
    if calibration.saidAfterwards > 0 {
      said.append(
        "\(Counting.words(calibration.saidAfterwards, "date")) left out that were written down only when their day "
          + "had come")
    }
    return text + notes(said, basis.remarks(through: calibration.through))
  }

  private static func groups(_ title: String, _ groups: [(String, Calibration.Group)], _ style: TextStyle)
    -> String
  {
    let rows = groups.prefix(longest).map { name, group in
      [
        TerminalText.escaping(name), Counting.grouped(group.judged), Counting.grouped(group.met),
        group.shareMet.map(ForecastWords.percent) ?? "", group.medianDays.map(DayDistance.words) ?? "",
        group.meanDays.map { DayDistance.words(Int($0.rounded())) } ?? "",
        group.stillOut > 0 ? Counting.grouped(group.stillOut) : "", group.isSmall ? "few" : "",
      ]
    }
    var text = TextTable.render(
      header: [title, "DATES", "MET", "SHARE", "LATE (MEDIAN)", "LATE (MEAN)", "STILL OUT", ""],
      rows: Array(rows),
      style: style)
    if groups.count > longest { text += "and \(Counting.grouped(groups.count - longest)) more\n" }
    return text + "\n"
  }

  // MARK: Backtest

  /// What forecasts would have been worth.
  public static func render(_ test: Backtest, on basis: ForecastBasis, style: TextStyle) -> String {
    guard let coverage = test.total.coverage else {
      return
        "No forecast of the past can be scored yet: the history up to \(test.through) knows too few dates whose day "
        + "has come.\n" + notes([ForecastWords.rule(test.rule)], basis.remarks(through: test.through))
    }
    let lead =
      "Of \(Counting.words(test.total.scored, "forecast")) made at the first day of each quarter with what was known "
      + "then, \(ForecastWords.percent(coverage)) had what came within their 80 % interval."
    let rows = test.years.map { row("\($0.year)", $0.score) } + [row("all", test.total)]
    let table = TextTable.render(
      header: [
        "YEAR", "FORECASTS", "SCORED", "HELD", "SAID", "COVERED", "LOSS", "IF IT HELD", "IF AVERAGE", "RIPE",
        "COVERED",
      ], rows: rows, style: style)
    let total = test.total
    return style.paint(lead, .strong) + "\n\n" + table + "\n"
      + notes(
        [
          "SAID is the chance to hold that was forecast, on average; HELD is what held",
          "LOSS is the pinball loss in days over the quantiles 10 % to 90 %, beside that of saying that every date holds, "
            + "and that everything slips by the average known then",
          "RIPE are forecasts whose whole interval can be judged whatever came: near the end of history, what is known is "
            + "mostly what held",
          "not scored: \(Counting.grouped(total.censored)) whose end is not known by \(test.through), "
            + "\(Counting.grouped(total.dropped)) taken back, \(Counting.grouped(total.withoutReference)) without a "
            + "forecast, since too few like them were known then",
          ForecastWords.rule(test.rule),
        ], basis.remarks(through: test.through))
  }

  private static func row(_ name: String, _ score: Backtest.Score) -> [String] {
    let shares = [score.shareHeld, score.forecastHeld, score.coverage].map {
      $0.map(ForecastWords.percent) ?? ""
    }
    let losses = [score.pinball, score.pinballOfHolding, score.pinballOfAverage].map {
      $0.map(ForecastWords.tenths) ?? ""
    }
    let ripe = [
      score.ripe > 0 ? Counting.grouped(score.ripe) : "", score.ripeCoverage.map(ForecastWords.percent) ?? "",
    ]
    return [name, Counting.grouped(score.forecasts), Counting.grouped(score.scored)] + shares + losses + ripe
  }
}
