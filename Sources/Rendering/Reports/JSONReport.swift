internal import ChangeHistory
internal import CivilDates
internal import Diagnostics
internal import Diffing
internal import JSONSyntax
public import Reporting

/// A report of a period as one JSON document; `docs/output/report.schema.json` describes it.
public enum JSONReport {
  /// The document.
  public static func render(_ report: ChangeReport, version: String) -> String {
    var writer = JSONWriter()
    var places = ChangePlaces()
    let source = report.source
    writer.object { writer in
      writer.member("version", 1)
      writer.object("tool") { tool in
        tool.member("name", "prodops")
        tool.member("version", version)
      }
      period(source, to: &writer)
      writer.member("headline", ReportHeadline.sentence(of: report))
      writer.object("summary") { summary in
        let record = source.history.period
        summary.member("changes", report.changeCount)
        summary.member("definitions", report.definitionCount)
        summary.member("steps", record.steps)
        summary.member("stepsWithoutMeaning", record.formatSteps)
        summary.member("changesOfSteps", record.changes)
        summary.member("activeDays", record.activeDays)
      }
      moves("slips", report.slips, to: &writer)
      moves("pulledIn", report.pulledIn, to: &writer)
      lists(report, to: &writer)
      JSONLedger.write(report.accounts, to: &writer)
      JSONScheduledDates.write(report.schedule, to: &writer)
      JSONStories.write(report, to: &writer)
      JSONChanges.write(source.net, to: &writer, &places)
      people(report, to: &writer)
      writer.array("unreadableVersions", of: source.history.period.unreadable) { writer, version in
        writer.object {
          $0.member("path", version.path.text)
          $0.member("commit", version.commit)
          $0.member("day", version.day.description)
          $0.member("reason", version.reason)
        }
      }
    }
    return writer.text
  }

  static func period(_ source: ReportSource, to writer: inout JSONWriter) {
    writer.object("period") { period in
      period.member("from", source.firstDay?.description)
      period.member("to", source.lastDay?.description)
      period.member("base", source.base)
      period.member("head", source.head)
      period.member("asOf", source.day.description)
      start(source.start, to: &period)
      branch(source, to: &period)
    }
  }

  private static func branch(_ source: ReportSource, to writer: inout JSONWriter) {
    guard let branch = source.branch else { return writer.member("otherBranch", nil as String?) }
    writer.object("otherBranch") { object in
      if case .left(let commit, let day) = branch {
        object.member("commit", commit)
        object.member("day", day.description)
      } else {
        object.member("commit", nil as String?)
        object.member("day", nil as String?)
      }
      object.member("words", PeriodWords.branch(of: source).joined(separator: " "))
    }
  }

  private static func start(_ start: HistoryStart, to writer: inout JSONWriter) {
    switch start {
    case .root, .base: writer.member("historyBegins", nil as String?)
    case .shallow(let day), .missing(let day): writer.member("historyBegins", day.description)
    }
  }

  static func moves(_ key: String, _ moves: [ChangeReport.Move], to writer: inout JSONWriter) {
    writer.array(key, of: moves) { writer, move in
      writer.object { object in
        object.member("definition", move.entry.change.subject.name)
        object.member("title", move.entry.change.subject.title)
        object.member("pointer", move.entry.change.pointer)
        object.member("from", move.entry.change.before?.string)
        object.member("to", move.entry.change.after?.string)
        object.member("days", move.entry.change.facts.days ?? 0)
        object.member("slipsEver", move.slipsEver)
        object.member("slipsInPeriod", move.slipsInPeriod)
        object.member("totalDays", move.totalDays)
        if let notice = move.notice { object.member("notice", notice) }
        landing(move.entry, to: &object)
        object.member("fingerprint", move.entry.change.fingerprint)
      }
    }
  }

  private static func lists(_ report: ChangeReport, to writer: inout JSONWriter) {
    let lists: [(String, [ChangeReport.Entry])] = [
      ("matters", report.matters), ("finished", report.finished), ("ended", report.ended),
      ("reopened", report.reopened), ("paused", report.paused), ("advanced", report.advanced),
      ("partsFinished", report.partsFinished), ("promised", report.promised), ("dropped", report.dropped),
      ("added", report.added), ("removed", report.removed), ("renamed", report.renamed),
      ("others", report.others), ("elapsed", report.elapsed),
    ]
    for (key, entries) in lists {
      writer.array(key, of: entries) { writer, entry in
        writer.object { object in
          Self.entry(entry, to: &object)
        }
      }
    }
    writer.array("handovers", of: report.handovers) { writer, handover in
      writer.object { object in
        object.member("label", handover.label)
        object.member("from", handover.from)
        object.member("to", handover.to)
        object.member("definitions", handover.entries.map(\.change.subject.name))
      }
    }
    writer.array("reversals", of: report.reversals) { writer, reversal in
      writer.object { object in
        object.member("definition", reversal.subject.name)
        object.member("pointer", reversal.fields.pointer)
        object.member("value", reversal.value)
        object.member("between", reversal.between)
        object.member("steps", reversal.steps)
      }
    }
  }

  static func entry(_ entry: ChangeReport.Entry, to writer: inout JSONWriter) {
    writer.member("fingerprint", entry.change.fingerprint)
    writer.member("definition", entry.change.subject.name)
    writer.member("words", ChangeWords.sentence(for: entry.change))
    landing(entry, to: &writer)
  }

  static func landing(_ entry: ChangeReport.Entry, to writer: inout JSONWriter) {
    guard let step = entry.step else { return writer.member("landed", nil as String?) }
    writer.object("landed") { landed in
      landed.member("commit", step.commit)
      landed.member("day", step.day.description)
      landed.member("authors", step.authors.map(\.name))
      landed.member("steps", entry.steps)
    }
  }

  private static func people(_ report: ChangeReport, to writer: inout JSONWriter) {
    writer.array("people", of: report.source.history.period.people) { writer, share in
      writer.object { object in
        object.member("name", share.contributor.name)
        object.member("isBot", share.contributor.isBot)
        object.member("steps", share.steps)
        object.member("merged", share.merged)
      }
    }
  }
}
