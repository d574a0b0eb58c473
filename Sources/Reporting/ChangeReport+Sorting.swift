internal import ChangeHistory
internal import Diffing
internal import JSONSyntax

extension ChangeReport {
  /// Puts each net change where a reader looks for it.
  mutating func sort() {
    let net = source.net
    bulk = net.folds.indices.filter { position in
      let rule = net.changes[net.folds[position].members[0]].idiom
      return rule != .promiseSlipped && rule != .promisePulledIn
    }
    let folded = Set(net.folds.lazy.flatMap(\.members))
    for (position, change) in net.changes.enumerated() {
      let entry = entry(of: change)
      let isSlip = change.idiom == .promiseSlipped || change.idiom == .promisePulledIn
      // A slip has its row even where many slipped together.
      guard isSlip || !folded.contains(position) else { continue }
      place(entry)
    }
    matters.sortByWeight()
    slips.sort { Self.further($0, $1) }
    pulledIn.sort { Self.further($0, $1) }
    handovers = Self.folded(handovers)
  }

  private mutating func place(_ entry: Entry) {
    let change = entry.change
    switch change.idiom {
    case .definitionMoved: break
    case .dayPassed: elapsed.append(entry)
    case .definitionAdded: added.append(entry)
    case .definitionRemoved:
      removed.append(entry)
      if change.weight >= .risky { matters.append(entry) }
    case .definitionRenamed, .renameSuspected, .definitionReplaced: renamed.append(entry)
    case .promiseSlipped: slips.append(move(entry))
    case .promisePulledIn: pulledIn.append(move(entry))
    case .promiseSet: promised.append(entry)
    case .promiseDropped:
      if change.reasons.contains(.endedWithIt) { others.append(entry) } else { dropped.append(entry) }
    case .lifecycleEnded where change.fields.count == 1: ended.append(entry)
    case .lifecycleReopened where change.fields.count == 1: reopened.append(entry)
    case .lifecyclePaused where change.fields.count == 1, .lifecycleResumed where change.fields.count == 1:
      paused.append(entry)
    case .lifecycleAdvanced, .lifecycleSkipped:
      if change.facts.isFinal {
        if change.fields.count == 1 { finished.append(entry) } else { partsFinished.append(entry) }
      } else if change.fields.count == 1 {
        advanced.append(entry)
      } else {
        others.append(entry)
      }
    default:
      if let handover = handover(entry) {
        handovers.append(handover)
      } else if change.weight >= .risky {
        matters.append(entry)
      } else {
        others.append(entry)
      }
    }
  }

  func entry(of change: Change) -> Entry {
    let trail = source.history.period.trail(change.subject.name, change.pointer)
    return Entry(change: change, step: trail?.last, steps: trail?.count ?? 0)
  }

  private func move(_ entry: Entry) -> Move {
    let record = source.history.ledger.record(entry.change.subject.name, entry.change.pointer)
    let inPeriod = record?.entries.filter { source.history.period.contains($0.step) } ?? []
    let rule = entry.change.idiom
    return Move(
      entry: entry, slipsEver: record?.slips ?? 0,
      slipsInPeriod: inPeriod.count { $0.idiom == .promiseSlipped },
      totalDays: record?.totalDays ?? 0, notice: inPeriod.last { $0.idiom == rule }?.notice)
  }

  private static func further(_ left: Move, _ right: Move) -> Bool {
    let (first, second) = (left.entry.change, right.entry.change)
    let (days, others) = (first.facts.days?.magnitude ?? 0, second.facts.days?.magnitude ?? 0)
    if days != others { return days > others }
    return (first.subject.name, first.pointer) < (second.subject.name, second.pointer)
  }

  /// A field, and no item of a list, that names a person or a team.
  private func handover(_ entry: Entry) -> Handover? {
    let change = entry.change
    guard change.idiom == .fieldChanged, change.meaning.sort == .person || change.meaning.kinds == ["team"],
      !change.fields.contains(where: \.isItem), let from = change.before?.string,
      let to = change.after?.string
    else { return nil }
    return Handover(label: change.fields.last?.label ?? "", from: from, to: to, entries: [entry])
  }

  private static func folded(_ handovers: [Handover]) -> [Handover] {
    var order: [String] = []
    var groups: [String: Handover] = [:]
    for handover in handovers {
      let key = "\(handover.label)\n\(handover.from)\n\(handover.to)"
      if let group = groups[key] {
        groups[key] = Handover(
          label: group.label, from: group.from, to: group.to, entries: group.entries + handover.entries)
      } else {
        order.append(key)
        groups[key] = handover
      }
    }
    return order.compactMap { groups[$0] }.enumerated()
      .sorted { ($1.element.entries.count, $0.offset) < ($0.element.entries.count, $1.offset) }.map(\.element)
  }

  /// Promises and states that moved in the period and stand where they stood.
  mutating func findReversals() {
    let changed = Set(source.net.changes.lazy.map { "\($0.subject.name)\n\($0.pointer)" })
    let whole = Set(source.net.changes.lazy.filter(\.fields.isEmpty).map(\.subject.name))
    for (name, pointer, trail) in source.history.period.all where trail.count > 1 && trail.values.count > 1 {
      guard !changed.contains("\(name)\n\(pointer)"), !whole.contains(name), let last = trail.values.last,
        last == trail.first ?? ""
      else { continue }
      reversals.append(
        Reversal(
          subject: trail.subject, fields: trail.fields, value: last, between: trail.values.dropLast(),
          steps: trail.count))
    }
  }
}

extension [ChangeReport.Entry] {
  /// The weightiest first, those of one weight in their order.
  fileprivate mutating func sortByWeight() {
    self = enumerated().sorted {
      ($1.element.change.weight, $0.offset) < ($0.element.change.weight, $1.offset)
    }.map(\.element)
  }
}
