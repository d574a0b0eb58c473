internal import CivilDates
internal import JSONSyntax
internal import Planning

/// What moves between two schedules, as one JSON document; `docs/output/schedule.schema.json` describes it.
public enum JSONComparison {
  /// The document.
  public static func render(_ view: ComparisonView) -> String {
    let comparison = view.comparison
    let words = EditWords(comparison)
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      JSONSchedule.tool(view.version, to: &writer)
      writer.member("base", view.sides.base)
      writer.member("head", view.sides.head)
      writer.member("asOf", view.asOf.description)
      writer.object("summary") { summary in
        summary.member("common", comparison.common)
        summary.member("moved", comparison.moved)
        summary.member("itemDays", comparison.itemDays)
        summary.member("came", comparison.changes.count { $0.before == nil })
        summary.member("went", comparison.changes.count { $0.after == nil })
        summary.member("missed", comparison.misses.count)
        summary.member("words", view.stability)
      }
      writer.array("edits", of: comparison.steps) { writer, step in
        writer.object { JSONComparison.step(step, words, to: &$0) }
      }
      writer.array("changes", of: comparison.changes) { writer, change in
        writer.object { JSONComparison.change(change, comparison, to: &$0) }
      }
      writer.array("notes", of: view.lostOrders) { $0.string($1) }
      JSONSchedule.conflicts("newConflicts", view.newConflicts, ScheduleWords(comparison.after), to: &writer)
    }
    return writer.text
  }

  private static func step(
    _ step: ScheduleComparison.Step, _ words: EditWords, to object: inout JSONWriter
  ) {
    edit(step.edit, to: &object)
    object.member("what", words.details(step.edit))
    object.array("moves", of: step.moves) { writer, move in
      writer.object {
        $0.member("initiative", move.initiative)
        $0.member("days", move.days)
        connection(move.connection, to: &$0)
        $0.member("words", words.sentence(move, of: step.edit))
      }
    }
    object.array("misses", of: step.misses) { writer, miss in
      writer.object {
        $0.member("initiative", miss.initiative)
        $0.member("late", miss.late)
        $0.member("words", words.sentence(miss, of: step.edit))
      }
    }
    object.array("losses", of: step.losses) { writer, loss in
      writer.object {
        $0.member("initiative", loss.initiative)
        $0.member("words", words.sentence(loss, of: step.edit))
      }
    }
  }

  private static func connection(
    _ connection: ScheduleComparison.Connection, to object: inout JSONWriter
  ) {
    switch connection {
    case .own: object.member("through", "itself")
    case .dependency(let path):
      object.member("through", "dependency")
      object.member("path", path)
    case .team(let team):
      object.member("through", "team")
      object.member("team", team)
    case .next(let other, let team):
      object.member("through", "next")
      object.member("path", [other])
      if let team { object.member("team", team) }
    case .others: object.member("through", "others")
    case .everything: object.member("through", "everything")
    }
  }

  /// The members that say which edit is meant.
  private static func edit(_ edit: ScheduleComparison.Edit, to object: inout JSONWriter) {
    switch edit {
    case .settings: object.member("edit", "settings")
    case .lock: object.member("edit", "lock")
    case .team(let id):
      object.member("edit", "team")
      object.member("id", id)
    case .initiative(let id):
      object.member("edit", "initiative")
      object.member("id", id)
    case .others(let count):
      object.member("edit", "others")
      object.member("count", count)
    }
  }

  private static func change(
    _ change: ScheduleComparison.Change, _ comparison: ScheduleComparison, to object: inout JSONWriter
  ) {
    object.member("initiative", change.initiative)
    object.member("title", change.title)
    for (key, dates, plan) in [
      ("before", change.before, comparison.before), ("after", change.after, comparison.after),
    ] {
      if let dates {
        object.object(key) { JSONSchedule.dates(dates, of: plan.facts(of: change.initiative), to: &$0) }
      } else {
        object.member(key, nil as String?)
      }
    }
    object.member("days", change.days)
    object.member("startDays", change.startDays)
    object.member("isEdited", change.isEdited)
    object.array("causes", of: change.causes) { writer, cause in
      writer.object {
        edit(cause.edit, to: &$0)
        $0.member("days", cause.days)
      }
    }
  }
}
