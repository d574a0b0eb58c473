internal import CivilDates
internal import Diffing
internal import JSONSyntax
internal import Reporting

extension ReportPage {
  /// Kinds whose movements have a section of their own.
  private static let own: Set<String> = ["experiment", "metric", "process", "tool"]

  /// Movements of states: what was finished, ended, reopened, paused, and what went on.
  var lifecycle: [Page.Section] {
    func shown(_ entries: [ChangeReport.Entry]) -> [ChangeReport.Entry] {
      let sections = ReportSection.chosen(by: report.source.sections).sections
      // Where a kind's own section is left out, its movements are told here.
      return entries.filter { entry in
        let kind = entry.change.subject.kind
        guard Self.own.contains(kind), let section = ReportSection(rawValue: Self.section(of: kind)) else {
          return true
        }
        return !sections.contains(section)
      }
    }
    return [
      list("finished", "Finished", shown(report.finished)), list("ended", "Ended", shown(report.ended)),
      list("reopened", "Reopened", shown(report.reopened)),
      list("paused", "Paused and resumed", shown(report.paused)),
      list("advanced", "Moved on", shown(report.advanced)), partsFinished,
    ]
  }

  private static func section(of kind: String) -> String { kind == "process" ? "processes" : kind + "s" }

  private var partsFinished: Page.Section {
    let groups = Self.byDefinition(report.partsFinished)
    let lines = groups.map { entries -> Page.Line in
      let names = entries.prefix(8).map { entry -> String in
        let item = entry.change.fields.last { $0.isItem }?.label ?? entry.change.fields.last?.label ?? ""
        let state = entry.change.after?.string.map { FieldPhrase.lowered(FieldLabels.humanised($0)) } ?? ""
        return ValueWords.cut(item) + (state == "done" ? "" : " (\(ValueWords.cut(state)))")
      }
      let rest = entries.count - names.count
      return Page.Line(
        [
          .subject(entries[0].change.subject),
          .text(": " + Counting.list(names + (rest > 0 ? ["\(rest) more"] : []))),
        ], trace: entries.count == 1 ? words.trace(entries[0]) : nil)
    }
    return Page.Section(
      name: "parts", title: "Parts finished", count: groups.count, blocks: lines.isEmpty ? [] : [.list(lines)]
    )
  }

  // MARK: New and gone

  var newAndGone: [Page.Section] {
    [
      newDefinitions, list("gone", "Gone", report.removed, isWeighed: true),
      list("renamed", "Renamed and replaced", report.renamed),
    ]
  }

  /// What is new, by kind.
  private var newDefinitions: Page.Section {
    var order: [String] = []
    var groups: [String: [ChangeReport.Entry]] = [:]
    for entry in report.added {
      if groups[entry.change.subject.kindLabel] == nil { order.append(entry.change.subject.kindLabel) }
      groups[entry.change.subject.kindLabel, default: []].append(entry)
    }
    let blocks = order.flatMap { kind -> [Page.Block] in
      let entries = groups[kind] ?? []
      let lines = entries.map { entry -> Page.Line in
        let promises = DateWords.ofNew(entry.change.facts.promises)
        return Page.Line(
          [.subject(entry.change.subject), .text(promises)], why: words.why(entry.change),
          trace: words.trace(entry))
      }
      return [.heading(KindWords.count(entries.count, FieldPhrase.lowered(kind))), .list(lines)]
    }
    return Page.Section(name: "new", title: "New", count: report.added.count, blocks: blocks)
  }

  // MARK: Time

  /// Days that went by without an edit.
  var elapsed: Page.Section {
    elapsed(report.elapsed)
  }

  /// Days that went by: who edited the definition last has no part in it.
  func elapsed(_ entries: [ChangeReport.Entry]) -> Page.Section {
    let lines = entries.map { entry in
      var line = words.line(entry, isWeighed: true)
      line.trace = nil
      return line
    }
    return Page.Section(
      name: "elapsed", title: "Days that went by", count: lines.count,
      note: "Nobody edited anything: time did it.", blocks: lines.isEmpty ? [] : [.list(lines)])
  }

  /// What is under way and rests.
  func stale(_ definitions: [StaleDefinition]) -> Page.Section {
    let lines = definitions.map { stale -> Page.Line in
      let since =
        stale.touched.map {
          "last changed \($0), \(DayDistance.words($0.days(until: report.source.day))) ago"
        }
        ?? "not changed since before the history that is known"
      let owner = stale.owner.map { ", owner \(ValueWords.cut($0))" } ?? ""
      return Page.Line([
        .subject(stale.subject),
        .text(
          ": \(FieldPhrase.lowered(FieldLabels.humanised(ValueWords.cut(stale.state)))), \(since)\(owner)"),
      ])
    }
    return Page.Section(
      name: "stale", title: "Under way, and untouched", count: lines.count,
      note: "No change of meaning for \(ChangeReport.staleWeeks) weeks up to \(report.source.day).",
      blocks: lines.isEmpty ? [] : [.list(lines)])
  }
}
