internal import CivilDates
internal import JSONSyntax
internal import Planning

/// A schedule as one JSON document; `docs/output/schedule.schema.json` describes it.
public enum JSONSchedule {
  /// The document.
  public static func render(_ view: ScheduleView) -> String {
    let words = ScheduleWords(view.plan)
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      tool(view.version, to: &writer)
      StateNote.write(view.note, to: &writer)
      writer.member("asOf", view.plan.model.asOf.description)
      writer.member("team", view.team)
      writer.member("hasLock", view.plan.model.facts.lock != nil)
      let turns = view.plan.turns
      writer.array("initiatives", of: view.rows) { writer, row in
        writer.object { object in
          initiative(row, words, to: &object)
          object.member("turn", turns[row.item])
        }
      }
      writer.member("order", view.plan.lock.order)
      conflicts("conflicts", view.conflicts, words, to: &writer)
      writer.array("leftOut", of: view.leftOut) { writer, item in
        writer.object { leftOut(item.facts, item.why, words, to: &$0) }
      }
      remarks(view.remarks, words, to: &writer)
    }
    return writer.text
  }

  static func tool(_ version: String, to writer: inout JSONWriter) {
    writer.object("tool") { tool in
      tool.member("name", "prodops")
      tool.member("version", version)
    }
  }

  /// The members of an initiative with its dates, shares and reasons.
  static func initiative(_ row: ScheduleView.Row, _ words: ScheduleWords, to object: inout JSONWriter) {
    let item = words.plan.model.items[row.item]
    object.member("id", row.facts.id)
    object.member("title", row.facts.title)
    object.member("status", row.facts.status)
    object.member("isUnderWay", row.isUnderWay)
    object.member("plan", row.facts.plan)
    object.member("rank", row.facts.rank)
    dates(row.dates, of: row.facts, to: &object)
    if let due = item.due {
      object.object("promise") { promise in
        promise.member("milestone", row.facts.promise?.milestone?.id)
        promise.member("day", due.last.description)
      }
    } else {
      object.member("promise", nil as String?)
    }
    object.member("placedBy", code(item.placedBy))
    object.member("pulledBy", words.plan.pulledBy(row.item).map { words.plan.model.items[$0].facts.id })
    let open = words.plan.openDependencies(of: row.item)
    object.array("shares", of: row.shares) { writer, share in
      writer.object { JSONSchedule.share(share, open, words, to: &$0) }
    }
    object.member("ends", words.ends(row.item))
  }

  /// `begun`, `start`, `end`, `ships`, `freeze` and `late`.
  static func dates(_ dates: PlanSchedule.Dates, of facts: InitiativeFacts?, to object: inout JSONWriter) {
    object.member("begun", facts?.begun(by: dates.start)?.description)
    object.member("start", dates.start.description)
    object.member("end", dates.end.description)
    object.member("ships", dates.ships.description)
    object.member("freeze", dates.freeze?.title)
    object.member("late", dates.late)
  }

  private static func share(
    _ placed: PlanSchedule.PlacedShare, _ open: Int, _ words: ScheduleWords, to object: inout JSONWriter
  ) {
    object.member("team", placed.share.team)
    number("people", placed.share.people, to: &object)
    effort("effort", placed.share.effort, to: &object)
    object.member("effortFrom", code(placed.share.source))
    if let rest = placed.share.rest { number("left", rest.left, to: &object) }
    object.member("start", placed.start.description)
    object.member("end", placed.end.description)
    object.member("days", placed.days)
    let reason = placed.reason
    object.object("reason") { writer in
      cause(reason.cause, to: &writer)
      writer.member("ready", reason.ready.description)
      writer.member("waits", reason.waits)
      writer.member("clause", words.clause(reason))
      writer.member("sentence", words.sentence(reason, days: placed.days, dependencies: open))
    }
  }

  /// `code` and what the cause names.
  private static func cause(_ cause: StartReason.Cause, to writer: inout JSONWriter) {
    var (initiatives, team): ([String], String?) = ([], nil)
    switch cause {
    case .today: writer.member("code", "today")
    case .running: writer.member("code", "under-way")
    case .pinned: writer.member("code", "pinned")
    case .notBefore: writer.member("code", "not-before")
    case .afterFinished(let other, let lag, _):
      writer.member("code", "dependency")
      writer.member("bond", code(.finishStart))
      writer.member("lag", lag)
      initiatives = [other]
    case .dependency(let other, let bond, let lag):
      writer.member("code", "dependency")
      writer.member("bond", code(bond))
      writer.member("lag", lag)
      initiatives = [other]
    case .people(let other, let others, let needed, let free, let all):
      writer.member("code", "people")
      number("needed", needed, to: &writer)
      number("free", free, to: &writer)
      number("all", all, to: &writer)
      (initiatives, team) = (others, other)
    case .workInProgress(let other, let others, let limit):
      writer.member("code", "work-in-progress")
      writer.member("limit", limit)
      (initiatives, team) = (others, other)
    case .team(let other, let needed, let all):
      writer.member("code", "team")
      number("needed", needed, to: &writer)
      number("all", all, to: &writer)
      team = other
    case .timeOff(let other):
      writer.member("code", "time-off")
      team = other
    }
    writer.member("team", team)
    writer.member("initiatives", initiatives)
  }

  static func conflicts(
    _ key: String, _ conflicts: [PlanSchedule.Conflict], _ words: ScheduleWords,
    to writer: inout JSONWriter
  ) {
    writer.array(key, of: conflicts) { writer, conflict in
      writer.object {
        $0.member("code", conflict.code)
        $0.member("team", conflict.team)
        $0.member("initiatives", conflict.initiatives)
        $0.member("words", words.sentence(conflict))
        $0.member("remedy", words.remedy(conflict))
      }
    }
  }

  static func leftOut(
    _ facts: InitiativeFacts, _ why: PlanModel.LeftOut, _ words: ScheduleWords, to writer: inout JSONWriter
  ) {
    writer.member("id", facts.id)
    writer.member("title", facts.title)
    writer.member("status", facts.status)
    writer.member("code", code(why))
    if case .waits(let other) = why { writer.member("waitsFor", other) }
    writer.member("words", words.clause(why))
    writer.member("remedy", words.remedy(why, facts))
  }

  static func remarks(_ remarks: [PlanModel.Remark], _ words: ScheduleWords, to writer: inout JSONWriter) {
    writer.array("remarks", of: remarks) { writer, remark in
      writer.object {
        $0.member("code", remark.code)
        $0.member("initiative", remark.initiative)
        $0.member("team", remark.team)
        $0.member("words", words.sentence(remark))
      }
    }
  }

  // MARK: Values

  static func number(_ key: String, _ value: Double, to writer: inout JSONWriter) {
    writer.key(key)
    writer.raw(Array(DayWords.decimal(value).utf8))
  }

  private static func effort(_ key: String, _ effort: Effort, to writer: inout JSONWriter) {
    writer.object(key) {
      number("low", effort.low, to: &$0)
      number("likely", effort.likely, to: &$0)
      number("high", effort.high, to: &$0)
    }
  }

  static func code(_ bond: InitiativeFacts.Dependency.Bond) -> String {
    switch bond {
    case .finishStart: "finish-start"
    case .startStart: "start-start"
    case .finishFinish: "finish-finish"
    }
  }

  private static func code(_ why: PlanModel.LeftOut) -> String {
    switch why {
    case .done: "done"
    case .dropped: "dropped"
    case .paused: "paused"
    case .noEffort: "no-effort"
    case .waits: "waits"
    }
  }

  private static func code(_ place: PlanModel.PlacedBy) -> String {
    switch place {
    case .lock: "lock"
    case .rank: "rank"
    case .latestFinish: "latest-finish"
    case .id: "id"
    }
  }

  private static func code(_ source: PlanModel.EffortSource) -> String {
    switch source {
    case .stated: "stated"
    case .settings: "settings"
    case .record: "record"
    }
  }
}

extension JSONWriter {
  /// Writes a member with an integer, or null.
  mutating func member(_ key: String, _ value: Int?) {
    if let value { member(key, value) } else { member(key, nil as String?) }
  }
}
