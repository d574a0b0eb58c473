internal import CivilDates
internal import Diagnostics
internal import JSONSyntax
public import Planning

/// A proposed order for people and as data.
public enum ProposalText {
  /// What would be gained, who moves, how much there is to gain at most, and the patch to the committed order.
  public static func human(_ proposal: OrderProposal, style: TextStyle) -> String {
    var text = style.paint(TerminalText.escaping(headline(proposal)), .strong) + "\n"
    if !proposal.moves.isEmpty {
      text += "\n"
      text += TextTable.render(
        header: header, rows: rows(proposal).map { $0.map(TerminalText.escaping) }, style: style)
    }
    text += "\n"
    for note in notes(proposal) { text += "note: \(TerminalText.escaping(note))\n" }
    guard proposal.isBetter else { return text }
    text += "\n" + style.paint("The order that is proposed", .strong) + "\n"
    for (number, id) in proposal.lock.order.enumerated() {
      text += "  \(number + 1). \(TerminalText.escaping(id))\n"
    }
    return text
  }

  /// The same in Markdown.
  public static func markdown(_ proposal: OrderProposal) -> String {
    var text = "# A better order\n\n\(MarkdownText.escaping(headline(proposal)))\n"
    if !proposal.moves.isEmpty {
      text +=
        "\n"
        + MarkdownText.table(
          header: ["Initiative", "Starts", "Ships", "By", "Promise"],
          rows: rows(proposal).map { $0.map(MarkdownText.escaping) })
    }
    text += "\n"
    for note in notes(proposal) { text += "- \(MarkdownText.escaping(note))\n" }
    return text
  }

  private static let header = ["INITIATIVE", "STARTS", "SHIPS", "BY", "PROMISE"]

  private static func rows(_ proposal: OrderProposal) -> [[String]] {
    proposal.moves.map { move in
      [
        move.initiative, pair(move.before.start, move.after.start), pair(move.before.ships, move.after.ships),
        move.days == 0
          ? "" : "\(Counting.words(abs(move.days), "working day")) \(move.days > 0 ? "later" : "earlier")",
        promise(move),
      ]
    }
  }

  private static func pair(_ before: Day, _ after: Day) -> String {
    before == after ? "\(after)" : "\(before) → \(after)"
  }

  private static func promise(_ move: OrderProposal.Move) -> String {
    guard let before = move.before.late, let after = move.after.late else { return "" }
    func words(_ late: Int) -> String {
      late > 0 ? "\(late) late" : late < 0 ? "\(-late) early" : "on the day"
    }
    return before == after ? words(after) : "\(words(before)) → \(words(after))"
  }

  private static func headline(_ proposal: OrderProposal) -> String {
    guard proposal.isBetter else {
      return "No better order was found in \(Counting.words(proposal.tried, "schedule"))."
    }
    var gains: [String] = []
    if proposal.late.before != proposal.late.after {
      gains.append("\(days(proposal.late.before)) behind promises become \(days(proposal.late.after))")
    }
    if proposal.makespan.before != proposal.makespan.after {
      let gain = proposal.makespan.before - proposal.makespan.after
      gains.append("everything has ended \(days(abs(gain))) \(gain > 0 ? "earlier" : "later")")
    }
    if gains.isEmpty { gains.append("promises that matter more come sooner") }
    return "With another order, \(Enumeration.list(gains)); "
      + "\(Counting.words(proposal.moves.count, "initiative")) of \(proposal.current.model.items.count) would move."
  }

  private static func days(_ count: Int) -> String { Counting.words(count, "working day") }

  private static func notes(_ proposal: OrderProposal) -> [String] {
    let bound = proposal.bound
    let why =
      switch bound.cause {
      case .nothing: "nothing is to do"
      case .chain(let last): "the chain of what waits for one another up to \(last) takes so long"
      case .start(let id, let day): "\(id) does not start before \(DayWords.day(day))"
      case .people(let team): "team \(team) has so much to do"
      case .workInProgress(let team): "team \(team) takes on no more at once"
      }
    var notes = [
      "No order can end everything before \(days(bound.makespan)) from today, since \(why); now it is "
        + "\(days(proposal.makespan.before)).",
      proposal.late.after == 0
        ? "Every promise is kept in \(proposal.isBetter ? "the proposed" : "the present") order."
        : bound.late == 0
          ? "Whether every promise can be kept at once is not known; each by itself could be."
          : "At least \(days(bound.late)) behind promises remain in any order: those initiatives are late even with all people to "
            + "themselves.",
    ]
    if !proposal.frozen.isEmpty {
      notes.append(
        "\(Counting.words(proposal.frozen.count, "initiative")) that \(proposal.frozen.count == 1 ? "begins" : "begin") within the "
          + "frozen days \(proposal.frozen.count == 1 ? "keeps its start" : "keep their starts").")
    }
    if proposal.isBetter {
      notes.append(
        "Nothing was changed: 'prodops schedule --optimize --write-lock' writes this order into schedule.lock.json."
      )
    }
    return notes
  }

  /// The proposal as one JSON document; `docs/output/schedule-proposal.schema.json` describes it.
  public static func json(_ proposal: OrderProposal, version: String) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", 1)
      writer.object("tool") { tool in
        tool.member("name", "prodops")
        tool.member("version", version)
      }
      writer.member("asOf", proposal.current.model.asOf.description)
      writer.member("isBetter", proposal.isBetter)
      writer.member("schedules", proposal.tried)
      for (key, pair, least) in [
        ("lateDays", proposal.late, proposal.bound.late),
        ("makespanDays", proposal.makespan, proposal.bound.makespan),
      ] {
        writer.object(key) {
          $0.member("before", pair.before)
          $0.member("after", pair.after)
          $0.member("bound", least)
        }
      }
      writer.member("order", proposal.lock.order)
      writer.member("frozen", proposal.frozen)
      writer.array("moves", of: proposal.moves) { writer, move in
        writer.object {
          $0.member("initiative", move.initiative)
          $0.member("days", move.days)
          for (key, dates) in [("before", move.before), ("after", move.after)] {
            $0.object(key) {
              $0.member("start", dates.start.description)
              $0.member("ships", dates.ships.description)
              $0.member("late", optional: dates.late)
            }
          }
        }
      }
    }
    return writer.text
  }
}
