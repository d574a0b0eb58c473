public import CivilDates
public import Diffing
internal import JSONSyntax

/// What was promised when: for each promise every date that was ever said.
public struct PromiseLedger: Sendable {
  /// One promise: a date of a definition.
  public struct Record: Sendable {
    /// `kind:id`, as it is called last.
    public internal(set) var definition: String
    /// The pointer of the date.
    public let pointer: String
    /// What was said, the earliest first.
    public internal(set) var entries: [Entry] = []

    /// How often it slipped.
    public var slips: Int { entries.count { $0.idiom == .promiseSlipped } }
    /// How often it was pulled in.
    public var pullIns: Int { entries.count { $0.idiom == .promisePulledIn } }
    /// How many slips came after the old date had passed.
    public var lateSlips: Int { entries.count { $0.idiom == .promiseSlipped && ($0.notice ?? 0) < 0 } }
    /// How many days later the last date is than the first.
    public var totalDays: Int {
      let known = entries.compactMap(\.last)
      guard let first = known.first, let last = known.last else { return 0 }
      return first.days(until: last)
    }
    /// How often it slipped up to and with the step `commit`.
    public func slips(upTo commit: String) -> Int {
      let end = entries.lastIndex { $0.step.commit == commit } ?? entries.count - 1
      return entries.prefix(end + 1).count { $0.idiom == .promiseSlipped }
    }
  }

  /// One date that was said, or that none was said any more.
  public struct Entry: Sendable {
    /// What happened to the promise.
    public let idiom: ChangeIdiom
    /// The date as it was written; nil where it was dropped.
    public let text: String?
    /// The last day that it means.
    public let last: Day?
    /// How many days later it is than the one before.
    public let days: Int?
    /// How many days were left of the one before; negative where it had passed.
    public let notice: Int?
    /// The step that said it.
    public let step: StepReference
  }

  private var records: [String: [String: Record]] = [:]

  /// Nothing promised yet.
  public init() {}

  /// The promises of a definition, by pointer.
  public func record(_ definition: String, _ pointer: String) -> Record? { records[definition]?[pointer] }

  /// Every promise, by definition and pointer.
  public var all: [Record] {
    records.keys.sorted().flatMap { name in
      (records[name] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
    }
  }

  mutating func rename(_ old: String, to new: String) {
    guard let moved = records.removeValue(forKey: old) else { return }
    for (pointer, record) in moved {
      var record = record
      record.definition = new
      let later = records[new]?[pointer]?.entries ?? []
      record.entries += later
      records[new, default: [:]][pointer] = record
    }
  }

  /// Notes what a change says about promises.
  mutating func take(_ change: Change, _ step: StepReference, _ when: (String) -> Day?) {
    switch change.idiom {
    case .promiseSet, .promiseSlipped, .promisePulledIn, .promiseReworded, .promiseDropped:
      let text = change.idiom == .promiseDropped ? nil : change.after?.string
      note(
        change.subject.name, change.pointer,
        Entry(
          idiom: change.idiom, text: text, last: text.flatMap(when), days: change.facts.days,
          notice: change.facts.notice, step: step))
    default:
      let isGone = change.after == nil
      for promise in change.facts.promises {
        note(
          change.subject.name, promise.fields.pointer,
          Entry(
            idiom: isGone ? .promiseDropped : .promiseSet, text: isGone ? nil : promise.text,
            last: isGone ? nil : promise.when?.last, days: nil, notice: nil, step: step))
      }
    }
  }

  private mutating func note(_ definition: String, _ pointer: String, _ entry: Entry) {
    records[definition, default: [:]][pointer, default: Record(definition: definition, pointer: pointer)]
      .entries.append(entry)
  }
}
