internal import Diffing
internal import JSONSyntax
internal import Reporting

extension MarkdownReport {
  /// Changes of the same field of one kind, which are told together where there are several.
  func alike(_ entries: [ChangeReport.Entry]) -> [[ChangeReport.Entry]] {
    var order: [String] = []
    var groups: [String: [ChangeReport.Entry]] = [:]
    for entry in entries {
      let change = entry.change
      let fields = change.fields.map { $0.isItem ? "*" : $0.token }.joined(separator: "/")
      let key = "\(change.weight.name)\n\(change.rule)\n\(change.subject.kind)\n\(fields)"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(entry)
    }
    return order.flatMap { key -> [[ChangeReport.Entry]] in
      let group = groups[key] ?? []
      return Self.distinct(group).count >= ChangeFold.threshold ? [group] : group.map { [$0] }
    }
  }

  /// One change with everything about it, or several alike in one line.
  func several(_ entries: [ChangeReport.Entry]) -> String {
    guard let first = entries.first, entries.count > 1 else {
      return entries.first.map { sentence($0) } ?? ""
    }
    let change = first.change
    let field = change.fields.filter { !$0.isItem && !$0.isHolder }.map(\.label)
    let label =
      field.first.map { ([$0] + field.dropFirst().map(FieldPhrase.lowered)).joined(separator: ": ") } ?? ""
    let kinds = ReportHeadline.kinds(Self.distinct(entries))
    let groups = byDefinition(entries)
    let shown = groups.prefix(5).map { group -> String in
      let title = ValueWords.quoted(group[0].change.subject.title)
      let values = Self.distinctValues(group)
      return values.isEmpty ? title : "\(title) (\(values))"
    }
    let rest = groups.count - shown.count
    let list = Counting.list(shown + (rest > 0 ? ["\(Counting.grouped(rest)) more"] : []))
    return MarkdownText.escaping("\(label) \(Self.verb(change.idiom)) in \(kinds): \(list)")
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

  private static func distinct(_ entries: [ChangeReport.Entry]) -> [ChangeReport.Entry] {
    var seen: Set<String> = []
    return entries.filter { seen.insert($0.change.subject.name).inserted }
  }

  /// Changes by their definition, in the order of the first of each.
  func byDefinition(_ entries: [ChangeReport.Entry]) -> [[ChangeReport.Entry]] {
    var order: [String] = []
    var groups: [String: [ChangeReport.Entry]] = [:]
    for entry in entries {
      if groups[entry.change.subject.name] == nil { order.append(entry.change.subject.name) }
      groups[entry.change.subject.name, default: []].append(entry)
    }
    return order.compactMap { groups[$0] }
  }

  /// The parts of one definition that were finished, by name.
  func parts(_ entries: [ChangeReport.Entry]) -> String {
    guard let first = entries.first else { return "" }
    let names = entries.prefix(8).map { entry -> String in
      let item = entry.change.fields.last { $0.isItem }?.label ?? entry.change.fields.last?.label ?? ""
      let state = entry.change.after?.string.map { FieldPhrase.lowered(FieldLabels.humanised($0)) } ?? ""
      return ValueWords.cut(item) + (state == "done" ? "" : " (\(ValueWords.cut(state)))")
    }
    let rest = entries.count - names.count
    let list = Counting.list(names + (rest > 0 ? ["\(rest) more"] : []))
    return "\(name(first)): \(MarkdownText.escaping(list))" + (entries.count == 1 ? attribution(first) : "")
  }
}
