internal import Diffing
internal import JSONSyntax
internal import Reporting

extension ReportPage {
  /// Breaking and risky changes: those of one definition together, those of the same field of many in one line.
  var attention: Page.Section {
    let groups = alike(report.matters)
    let several = groups.filter { $0.count > 1 }
    let stories = Self.byDefinition(groups.filter { $0.count == 1 }.flatMap(\.self)).map { entries in
      Page.Story(
        subject: entries[0].change.subject, state: FieldPhrase.lowered(entries[0].change.subject.kindLabel),
        lines: entries.map { words.inner($0) })
    }
    var blocks: [Page.Block] = []
    if !stories.isEmpty { blocks.append(.stories(stories)) }
    if !several.isEmpty { blocks.append(.list(several.map(together))) }
    return Page.Section(
      name: "attention", title: "What needs a look", count: report.matters.count,
      note: "Changes that others may no longer rely on, apart from dates, which come below.", blocks: blocks)
  }

  /// Changes of the same field of one kind, which are told together where there are several.
  private func alike(_ entries: [ChangeReport.Entry]) -> [[ChangeReport.Entry]] {
    var order: [String] = []
    var groups: [String: [ChangeReport.Entry]] = [:]
    for entry in entries {
      let change = entry.change
      let fields = change.fields.map { $0.isItem ? "*" : $0.token }.joined(separator: "/")
      // What has a reason of its own has a line of its own.
      let own = words.why(change).isEmpty ? "" : "\(change.subject.name)\n\(change.pointer)"
      let key = "\(change.weight.name)\n\(change.rule)\n\(change.subject.kind)\n\(fields)\n\(own)"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(entry)
    }
    return order.flatMap { key -> [[ChangeReport.Entry]] in
      let group = groups[key] ?? []
      return Self.byDefinition(group).count >= ChangeFold.threshold ? [group] : group.map { [$0] }
    }
  }

  /// Several changes alike in one line.
  private func together(_ entries: [ChangeReport.Entry]) -> Page.Line {
    guard let first = entries.first else { return Page.Line([]) }
    let labels = first.change.fields.filter { !$0.isItem && !$0.isHolder }.map(\.label)
    let label =
      labels.first.map { ([$0] + labels.dropFirst().map(FieldPhrase.lowered)).joined(separator: ": ") } ?? ""
    let groups = Self.byDefinition(entries)
    let kinds = ReportHeadline.kinds(groups.map { $0[0] })
    let shown = groups.prefix(5).map { group -> String in
      let title = ValueWords.quoted(group[0].change.subject.title)
      let values = Self.distinctValues(group)
      return values.isEmpty ? title : "\(title) (\(values))"
    }
    let rest = groups.count - shown.count
    let list = Counting.list(shown + (rest > 0 ? ["\(Counting.grouped(rest)) more"] : []))
    return Page.Line(
      [.strong("\(label) \(Self.verb(first.change.idiom)) in \(kinds)"), .text(": \(list)")],
      weight: first.change.weight)
  }

  /// `3 → 5`, or the items that came or went; of several the first three.
  private static func distinctValues(_ entries: [ChangeReport.Entry]) -> String {
    var values: [String] = []
    for entry in entries {
      let change = entry.change
      var text = change.fields.last.map { $0.isItem ? ValueWords.cut($0.label) : "" } ?? ""
      if let old = change.before, let new = change.after,
        let (before, after) = ValueWords.pair(old, new, change.meaning)
      {
        text = "\(before) → \(after)"
      }
      if !text.isEmpty, !values.contains(text) { values.append(text) }
    }
    let more = values.count > 3 ? ["\(values.count - 3) more"] : []
    return (values.prefix(3) + more).joined(separator: ", ")
  }

  private static func verb(_ idiom: ChangeIdiom) -> String {
    switch idiom {
    case .fieldAdded, .itemAdded: "added"
    case .fieldRemoved, .itemRemoved: "removed"
    case .dateLater: "later"
    case .dateEarlier: "earlier"
    default: "changed"
    }
  }

  /// Changes by their definition, in the order of the first of each.
  static func byDefinition(_ entries: [ChangeReport.Entry]) -> [[ChangeReport.Entry]] {
    var order: [String] = []
    var groups: [String: [ChangeReport.Entry]] = [:]
    for entry in entries {
      if groups[entry.change.subject.name] == nil { order.append(entry.change.subject.name) }
      groups[entry.change.subject.name, default: []].append(entry)
    }
    return order.compactMap { groups[$0] }
  }
}
