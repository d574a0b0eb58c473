internal import Diagnostics
internal import CivilDates
internal import Diffing
internal import JSONSyntax
internal import Reporting

/// The one sentence that a lead reads: what happened, by name.
enum ReportHeadline {
  /// The sentence, with what strangers wrote in it.
  static func sentence(of report: ChangeReport) -> String {
    var clauses = finished(report.finished)
    if let worst = report.slips.first {
      let days = DayDistance.words(worst.entry.change.facts.days ?? 0)
      let name = ValueWords.quoted(worst.entry.change.subject.title)
      clauses.append(
        report.slips.count == 1
          ? "1 date slipped (\(name) by \(days))"
          : "\(Counting.grouped(report.slips.count)) dates slipped (\(name) furthest, by \(days))")
    }
    clauses += states(report.ended)
    if !report.reopened.isEmpty {
      clauses.append("\(kinds(report.reopened)) reopened (\(names(report.reopened)))")
    }
    if !report.dropped.isEmpty {
      clauses.append("\(Counting.words(report.dropped.count, "promised date")) dropped")
    }
    if report.added.count > 12 {
      clauses.append("\(Counting.grouped(report.added.count)) definitions are new")
    } else if !report.added.isEmpty {
      clauses.append("new: \(kinds(report.added))")
    }
    guard let first = clauses.first else { return quiet(report) }
    let all = [ValueWords.capitalised(first)] + clauses.dropFirst()
    return all.joined(separator: "; ") + "."
  }

  private static func quiet(_ report: ChangeReport) -> String {
    report.changeCount == 0
      ? "Nothing changed."
      : "No date slipped and nothing ended; \(Counting.words(report.changeCount, "smaller change"))."
  }

  /// The kinds whose ends are told by name before all others: what people wait for.
  private static let leading = ["initiative", "launch"]

  /// `2 initiatives launched (“A” and “B”)`, and how many of other kinds came to their end.
  private static func finished(_ entries: [ChangeReport.Entry]) -> [String] {
    let kind = leading.first { kind in entries.contains { $0.change.subject.kind == kind } }
    guard let kind = kind ?? entries.first?.change.subject.kind else { return [] }
    let named = states(entries.filter { $0.change.subject.kind == kind })
    let others = entries.filter { $0.change.subject.kind != kind }
    return others.isEmpty ? named : named + ["\(kinds(others)) came to an end"]
  }

  /// `2 initiatives launched (“A” and “B”)`, for each kind and state.
  private static func states(_ entries: [ChangeReport.Entry]) -> [String] {
    var order: [String] = []
    var groups: [String: [ChangeReport.Entry]] = [:]
    for entry in entries {
      let key = entry.change.subject.kind + "\n" + (entry.change.after?.string ?? "")
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(entry)
    }
    return order.compactMap { key in
      guard let group = groups[key], let first = group.first else { return nil }
      let state = first.change.after?.string ?? ""
      return
        "\(kinds(group)) \(FieldPhrase.lowered(FieldLabels.humanised(ValueWords.cut(state)))) (\(names(group)))"
    }
  }

  /// `“A” and “B”`.
  private static func names(_ entries: [ChangeReport.Entry]) -> String {
    let names = entries.prefix(3).map { ValueWords.quoted($0.change.subject.title) }
    let rest = entries.count - names.count
    return Counting.list(names + (rest > 0 ? ["\(Counting.grouped(rest)) more"] : []))
  }

  /// `2 initiatives and 1 study`.
  static func kinds(_ entries: [ChangeReport.Entry]) -> String {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for entry in entries {
      let label = FieldPhrase.lowered(entry.change.subject.kindLabel)
      if counts[label] == nil { order.append(label) }
      counts[label, default: 0] += 1
    }
    return Counting.list(order.map { KindWords.count(counts[$0] ?? 0, $0) })
  }
}

/// Counts of definitions by their kind.
enum KindWords {
  /// `1 study`, `2 studies`.
  static func count(_ count: Int, _ kind: String) -> String {
    Counting.words(count, kind, plural: Plural.of(kind))
  }
}
