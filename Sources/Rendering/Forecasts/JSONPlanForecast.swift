internal import CivilDates
internal import Distributions
internal import Forecasting
internal import JSONSyntax
public import Planning

/// A plan's forecast as one JSON document; `docs/output/plan-forecast.schema.json` describes it.
public enum JSONPlanForecast {
  /// Promises with their chances and days, what decides them, and what that rests on.
  public static func render(_ forecast: PlanForecast, version: String) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.object("tool") { tool in
        tool.member("name", "prodops")
        tool.member("version", version)
      }
      let known = forecast.forecast
      writer.member("asOf", forecast.plan.model.asOf.description)
      writer.object("simulation") { simulation in
        simulation.member("futures", known.runs)
        simulation.member("futuresAsked", known.runsAsked)
        simulation.member("seed", String(known.seed))
        JSONForecast.number("correlationShared", known.correlation.common, to: &simulation)
        JSONForecast.number("correlationTeam", known.correlation.team, to: &simulation)
        JSONForecast.number("beyondHorizon", known.cut.share, to: &simulation)
      }
      writer.array("promises", of: forecast.promises) { writer, promise in
        writer.object { Self.promise(promise, forecast, to: &$0) }
      }
      writer.array("throughput", of: forecast.checks) { writer, check in
        writer.object {
          $0.member("team", check.team)
          $0.member("open", check.open)
          $0.member("weeks", check.weeks)
          $0.member("finished", check.finished)
          $0.member("byEstimates", check.byEstimates?.description)
          $0.member("byThroughput", check.byThroughput?.description)
          JSONForecast.number("gap", check.gap(asOf: forecast.plan.model.asOf), to: &$0)
        }
      }
      writer.array("notes", of: PlanForecastWords(forecast: forecast).notes) { $0.string($1) }
    }
    return writer.text
  }

  private static func promise(
    _ promise: PlanForecast.Promise, _ forecast: PlanForecast, to writer: inout JSONWriter
  ) {
    let items = forecast.plan.model.items
    let target = forecast.target(of: promise)
    writer.member("name", forecast.name(of: promise))
    writer.member("title", promise.title)
    writer.member("due", promise.due?.last.description)
    JSONForecast.number("onTime", promise.chance?.share, to: &writer)
    writer.member("chance", promise.chance.map { ForecastWords.chance($0.share) })
    if case .initiative(let item, _) = promise.subject {
      writer.member("planned", forecast.plan.dates(of: item)?.ships.description)
    } else {
      writer.member("planned", nil as String?)
    }
    writer.member("p50", promise.days.p50?.description)
    writer.member("p80", promise.days.p80?.description)
    writer.member("p95", promise.days.p95?.description)
    JSONForecast.number("shareOfTheWay", promise.share, to: &writer)
    writer.array("critical", of: target.critical ?? []) { writer, critical in
      writer.object {
        $0.member("initiative", items[critical.activity].facts.id)
        JSONForecast.number("share", critical.chance.share, to: &$0)
      }
    }
    writer.array("drivers", of: target.drivers) { writer, driver in
      writer.object {
        $0.member("initiative", items[driver.activity].facts.id)
        JSONForecast.number("correlation", driver.correlation, to: &$0)
        JSONForecast.number("onTimeIfFast", driver.onTimeIfFast, to: &$0)
      }
    }
    writer.array("sensitivity", of: target.sensitivities) { writer, sensitivity in
      writer.object {
        JSONForecast.number("shared", sensitivity.correlation.common, to: &$0)
        JSONForecast.number("team", sensitivity.correlation.team, to: &$0)
        JSONForecast.number("onTime", sensitivity.end.onTime?.share, to: &$0)
      }
    }
  }

  // MARK: Between revisions

  /// What edits make of chances; `docs/output/forecast-changes.schema.json` describes it.
  public static func render(
    _ comparison: ForecastComparison, sides: (base: String, head: String), version: String
  ) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.object("tool") { tool in
        tool.member("name", "prodops")
        tool.member("version", version)
      }
      writer.member("asOf", comparison.after.plan.model.asOf.description)
      writer.member("base", sides.base)
      writer.member("head", sides.head)
      writer.member("futures", comparison.after.forecast.runs)
      writer.member("common", comparison.common)
      writer.array("notes", of: ForecastChangesText.notes(comparison, sides)) { $0.string($1) }
      writer.array("edits", of: comparison.edits) { $0.string(PlanEditWords.name($1)) }
      writer.array("promises", of: comparison.changes) { writer, change in
        writer.object {
          $0.member("name", change.name)
          $0.member("title", change.title)
          $0.member("points", optional: change.points)
          $0.member("days", optional: change.days)
          for (key, side) in [("before", change.before), ("after", change.after)] {
            $0.object(key) { writer in
              writer.member("due", side?.due?.last.description)
              JSONForecast.number("onTime", side?.chance?.share, to: &writer)
              writer.member("p80", side?.days.p80?.description)
            }
          }
          $0.array("causes", of: change.causes) { writer, cause in
            writer.object {
              $0.member("edit", PlanEditWords.name(cause.edit))
              $0.member("points", cause.points)
              $0.member("days", cause.days)
            }
          }
        }
      }
    }
    return writer.text
  }
}

/// Edits of a plan by their names.
enum PlanEditWords {
  /// `initiative:x`, `team:y`, `prodops.json`.
  static func name(_ edit: ScheduleComparison.Edit) -> String {
    switch edit {
    case .settings: "prodops.json"
    case .lock: "schedule.lock.json"
    case .team(let id): "team:\(id)"
    case .initiative(let id): "initiative:\(id)"
    case .others(let count): "\(Counting.words(count, "further edit"))"
    }
  }
}
