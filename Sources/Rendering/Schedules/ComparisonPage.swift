internal import CivilDates
internal import Planning

/// What moves between two schedules, in words and tables.
struct ComparisonPage {
  private let view: ComparisonView
  private let words: EditWords
  private let form: SchedulePage.Form

  init(_ view: ComparisonView, _ form: SchedulePage.Form) {
    self.view = view
    self.form = form
    words = EditWords(view.comparison)
  }

  /// In which order edits are applied, since their shares depend on it.
  static let order =
    "Edits are applied one at a time: the configuration, the committed order, teams by id, initiatives by id. "
    + "What an edit moves is what differs before and after it; the shares add up."

  var page: Page {
    var page = Page()
    page.title = "What moves from \(view.sides.base) to \(view.sides.head)"
    page.eyebrow = view.title
    page.lead = "\(view.stability)."
    page.notes =
      ["Both sides are scheduled as of \(DayWords.day(view.asOf)). \(Self.order)"] + view.lostOrders
    page.sections = [moves, edits, comings, conflicts].filter { !$0.blocks.isEmpty }
    return page
  }

  private func subject(_ change: ScheduleComparison.Change) -> Page.Line {
    if form == .terminal { return Page.Line(ValueWords.cut(change.initiative)) }
    return Page.Line([
      .text(ValueWords.quoted(change.title) + " ("), .code(ValueWords.cut(change.initiative)), .text(")"),
    ])
  }

  private var moves: Page.Section {
    let columns = ["Initiative", "Start", "Ships", "Moves", "Against its promise", "Because of"]
    let rows = view.moved.compactMap { change -> [Page.Line]? in
      guard let before = change.before, let after = change.after else { return nil }
      let days = change.days ?? 0
      return [
        subject(change),
        Page.Line(
          Self.pair(
            start(change, before, in: view.comparison.before), start(change, after, in: view.comparison.after)
          )),
        Page.Line(Self.pair(before.ships.description, after.ships.description)),
        Page.Line(
          days == 0
            ? "ships as before" : "\(Counting.words(abs(days), "day")) \(days > 0 ? "later" : "earlier")"),
        Page.Line(Self.lateness(before.late, after.late)), Page.Line(causes(change)),
      ]
    }
    return Page.Section(
      name: "moves", title: "What moves", count: rows.count,
      blocks: (rows.isEmpty
        ? []
        : [.table(Page.Table(columns: columns.map { Page.Table.Column(title: $0) }, rows: rows))])
        + (ends.isEmpty ? [] : [.list(ends)]))
  }

  /// What ends on another day and moves nothing else, as where it waits for the end of a freeze.
  private var ends: [Page.Line] {
    view.ended.compactMap { change in
      guard let before = change.before, let after = change.after else { return nil }
      return Page.Line(
        "\(words.words(for: change.initiative).name(change.initiative)) ends on \(DayWords.day(after.end)) instead of "
          + "\(DayWords.day(before.end)), and starts and ships as before.")
    }
  }

  private static func pair(_ old: String, _ new: String) -> String { old == new ? new : "\(old) → \(new)" }

  private func start(
    _ change: ScheduleComparison.Change, _ dates: PlanSchedule.Dates, in plan: PlanSchedule
  ) -> String {
    plan.facts(of: change.initiative).map { ScheduleWords.start($0, dates.start) } ?? dates.start.description
  }

  private static func lateness(_ old: Int?, _ new: Int?) -> String {
    guard let new else { return old == nil ? "" : "no promise any more" }
    return "\(DayWords.lateness(new))\(old.map { $0 <= 0 && new > 0 ? ", was in time" : "" } ?? "")"
  }

  /// `checkout +6, team search -2`.
  private func causes(_ change: ScheduleComparison.Change) -> String {
    let shown = change.causes.map { cause in
      "\(EditWords.short(cause.edit)) \(cause.days > 0 ? "+" : "")\(cause.days)"
    }
    return ScheduleWords.shortened(shown, atMost: 4).joined(separator: ", ")
  }

  private var edits: Page.Section {
    let comparison = view.comparison
    // Edits are told by what ships on another day; a start or an end may have moved besides.
    let isShippingAll = view.ended.isEmpty && view.moved.count == comparison.moved
    var lines: [Page.Line] = []
    var still: [String] = []
    for step in comparison.steps {
      let what = words.details(step.edit).joined(separator: ", ")
      let name =
        words.name(step.edit) + (what.isEmpty ? "" : what.hasPrefix("is ") ? " \(what)" : ": \(what)")
      guard !step.isStill else {
        still.append(EditWords.short(step.edit))
        continue
      }
      let effects =
        step.losses.map { words.sentence($0, of: step.edit) }
        + step.misses.map { words.sentence($0, of: step.edit) }
        + step.moves.map { words.sentence($0, of: step.edit) }
      let shown = ScheduleWords.shortened(effects, atMost: 12)
      lines.append(Page.Line("\(name). So \(shown.joined(separator: "; "))."))
    }
    if !still.isEmpty {
      let list = Counting.list(ScheduleWords.shortened(still, atMost: 6))
      lines.append(
        Page.Line(
          "\(Counting.words(still.count, "edit")) \(still.count == 1 ? "moves" : "move") "
            + "\(isShippingAll ? "nothing" : "no day on which something ships"): \(list)."))
    }
    return Page.Section(
      name: "edits", title: "Which edit moves what", count: lines.count,
      blocks: lines.isEmpty ? [] : [.list(lines)])
  }

  private var comings: Page.Section {
    let lines = view.comparison.changes.compactMap { change -> Page.Line? in
      let name = words.words(for: change.initiative).name(change.initiative)
      switch (change.before, change.after) {
      case (nil, let after?):
        let late = after.late.map { ", \(DayWords.lateness($0))" } ?? ""
        if view.comparison.after.facts(of: change.initiative)?.stage == .running {
          return Page.Line("\(name) is under way and planned to end on \(DayWords.day(after.end))\(late).")
        }
        return Page.Line("\(name) is planned \(DayWords.span(after.start, after.end))\(late).")
      case (let before?, nil):
        return Page.Line("\(name) has no dates any more; it was to ship on \(DayWords.day(before.ships)).")
      default: return nil
      }
    }
    return Page.Section(
      name: "comings", title: "What comes and what goes", count: lines.count,
      blocks: lines.isEmpty ? [] : [.list(lines)])
  }

  private var conflicts: Page.Section {
    let after = ScheduleWords(view.comparison.after)
    let lines = view.newConflicts.map { Page.Line("\(after.sentence($0)) \(after.remedy($0))") }
    return Page.Section(
      name: "conflicts", title: "What does not fit together any more", count: lines.count,
      blocks: lines.isEmpty ? [] : [.list(lines)])
  }
}
