internal import ChangeHistory
internal import CivilDates
internal import JSONSyntax
public import TrackRecords

/// Forecasts of promises, and what they rest on, as one JSON document; `docs/output/forecast.schema.json` describes it.
public enum JSONForecast {
  /// The open promises.
  public static func render(_ outlook: PromiseOutlook, on basis: ForecastBasis, version: String) -> String {
    document(outlook.through, outlook.rule, basis, version) { writer in
      parameters(outlook.parameters, to: &writer)
      writer.array("promises", of: outlook.forecasts) { writer, forecast in
        writer.object { Self.forecast(forecast, to: &$0) }
      }
      writer.array("withoutForecast", of: outlook.unknown) { writer, unknown in
        writer.object { promise(unknown.promise, unknown.state, to: &$0) }
      }
    }
  }

  /// What became of the dates that were once promised.
  public static func render(_ calibration: Calibration, on basis: ForecastBasis, version: String) -> String {
    document(calibration.through, calibration.rule, basis, version) { writer in
      writer.object("calibration") { writer in
        writer.member("saidAfterwards", calibration.saidAfterwards)
        writer.object("total") { group(calibration.total, to: &$0) }
        writer.array("byNotice", of: Calibration.Notice.allCases) { writer, notice in
          writer.object {
            $0.member("notice", ForecastWords.notice(notice))
            group(calibration.byNotice[notice] ?? Calibration.Group(), to: &$0)
          }
        }
        for (key, groups) in [("byTeam", calibration.byTeam), ("byOwner", calibration.byOwner)] {
          writer.array(key, of: groups) { writer, named in
            writer.object {
              $0.member("name", named.name)
              group(named.group, to: &$0)
            }
          }
        }
      }
    }
  }

  /// What forecasts would have been worth.
  public static func render(_ test: Backtest, on basis: ForecastBasis, version: String) -> String {
    document(test.through, test.rule, basis, version) { writer in
      parameters(test.parameters, to: &writer)
      writer.object("backtest") { writer in
        writer.array("years", of: test.years) { writer, year in
          writer.object {
            $0.member("year", year.year)
            score(year.score, to: &$0)
          }
        }
        writer.object("total") { score(test.total, to: &$0) }
      }
    }
  }

  private static func document(
    _ through: Day, _ rule: OutcomeRule, _ basis: ForecastBasis, _ version: String,
    _ body: (inout JSONWriter) -> Void
  ) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.object("tool") { tool in
        tool.member("name", "prodops")
        tool.member("version", version)
      }
      writer.member("asOf", through.description)
      writer.member("historyBegins", basis.start.cutDay?.description)
      writer.object("outcomes") { outcomes in
        switch rule {
        case .settled(let days):
          outcomes.member("rule", "settled")
          outcomes.member("afterDays", days)
        case .recorded: outcomes.member("rule", "recorded")
        }
      }
      writer.member("lastCommit", basis.lastDay.description)
      writer.array("untold", of: basis.untold) { writer, untold in
        writer.object {
          $0.member("kind", untold.family.kind)
          $0.member("part", untold.family.part)
          $0.member("promises", untold.count)
        }
      }
      body(&writer)
    }
    return writer.text
  }

  private static func parameters(_ parameters: ForecastParameters, to writer: inout JSONWriter) {
    writer.object("parameters") { writer in
      writer.member("smallestClass", parameters.smallestClass)
      writer.member("fewestDates", parameters.fewestDates)
      writer.member("recentDays", parameters.recentDays)
      number("intervalShare", parameters.intervalShare, to: &writer)
    }
  }

  private static func promise(
    _ promise: PromiseHistory, _ state: PromiseHistory.State, to writer: inout JSONWriter
  ) {
    writer.member("definition", promise.definition)
    writer.member("pointer", promise.pointer)
    writer.member("title", promise.title)
    writer.member("owner", promise.owner)
    writer.member("team", promise.team)
    writer.member("date", state.date.description)
    writer.member("said", state.said.description)
    writer.member("slips", state.slips)
  }

  private static func forecast(_ forecast: PromiseForecast, to writer: inout JSONWriter) {
    promise(forecast.promise, forecast.state, to: &writer)
    number("holds", forecast.holds, to: &writer)
    writer.member("chance", ForecastWords.chance(forecast.holds))
    for (key, level) in [("p10", 0.1), ("p50", 0.5), ("p80", 0.8), ("p90", 0.9), ("p95", 0.95)] {
      writer.member(key, forecast.day(level).description)
    }
    writer.object("interval80") { interval in
      interval.member("from", forecast.intervalDays.lowerBound.description)
      interval.member("to", forecast.intervalDays.upperBound.description)
    }
    writer.object("reference") { reference in
      let known = forecast.reference
      reference.member("words", ForecastWords.sentence(known, forecast.slips))
      reference.member("kind", known.family?.kind)
      reference.member("part", known.family?.part)
      reference.key("hadSlipped")
      reference.raw(Array((known.hadSlipped.map { $0 ? "true" : "false" } ?? "null").utf8))
      reference.member("weeksLeft", known.weeksLeft)
      reference.member("isShorter", known.isShorter)
      reference.member("recentDays", optional: known.recentDays)
      reference.member("dates", known.size)
      reference.member("promises", known.promises)
      reference.member("days", known.dates)
      reference.member("open", known.open)
      reference.array("slips", of: forecast.slips.lumps) { writer, lump in
        writer.object {
          $0.member("days", lump.days)
          number("share", lump.share, to: &$0)
        }
      }
    }
  }

  private static func group(_ group: Calibration.Group, to writer: inout JSONWriter) {
    writer.member("judged", group.judged)
    writer.member("met", group.met)
    number("share", group.shareMet, to: &writer)
    writer.member("missed", group.missedBy.count)
    writer.member("stillOut", group.stillOut)
    writer.member("medianDays", optional: group.medianDays)
    number("meanDays", group.meanDays, to: &writer)
    writer.member("dropped", group.dropped)
    writer.member("undecided", group.undecided)
    writer.member("isSmall", group.isSmall)
  }

  private static func score(_ score: Backtest.Score, to writer: inout JSONWriter) {
    writer.member("forecasts", score.forecasts)
    writer.member("withoutReference", score.withoutReference)
    writer.member("scored", score.scored)
    writer.member("censored", score.censored)
    writer.member("dropped", score.dropped)
    number("held", score.shareHeld, to: &writer)
    number("forecastHeld", score.forecastHeld, to: &writer)
    number("coverage", score.coverage, to: &writer)
    number("quantileCoverage", score.quantileCoverage, to: &writer)
    number("pinball", score.pinball, to: &writer)
    number("pinballOfHolding", score.pinballOfHolding, to: &writer)
    number("pinballOfAverage", score.pinballOfAverage, to: &writer)
    writer.member("ripe", score.ripe)
    number("ripeCoverage", score.ripeCoverage, to: &writer)
  }

  /// At most four decimals, so that the last bits of sums never show.
  static func number(_ key: String, _ value: Double?, to writer: inout JSONWriter) {
    guard let value else { return writer.member(key, nil as String?) }
    let units = Int((value * 10_000).rounded())
    var decimals = String(units.magnitude % 10_000 + 10_000).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    let text = "\(units < 0 ? "-" : "")\(units.magnitude / 10_000)" + (decimals.isEmpty ? "" : ".\(decimals)")
    writer.key(key)
    writer.raw(Array(text.utf8))
  }
}
