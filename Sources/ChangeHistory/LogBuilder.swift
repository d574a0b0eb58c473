public import ChangeRules
internal import Diagnostics
public import Diffing
internal import JSONSyntax
public import SchemaChecking
public import Workspaces

/// Puts the log of a definition together from the events of its life, the newest first.
public struct LogBuilder: Sendable {
  /// A step of the log, without its people.
  public struct Entry: Sendable {
    /// What happened.
    public let event: LifeEvent
    /// The definition as it was called then.
    public let subject: Change.Subject
    /// What changed.
    public internal(set) var changes: [Change]
    /// The version that the step brought and that cannot be read.
    public let unreadable: UnreadableVersion?
    /// Whether the definition ended here.
    public let isEnd: Bool
  }

  /// The steps, newest first.
  public private(set) var entries: [Entry] = []
  /// Whether there is more than the limit allows.
  public private(set) var isLimited = false
  /// How many steps touched the file without changing what it says.
  public private(set) var formatSteps = 0
  /// The newest version that was met.
  public private(set) var newest: DefinitionVersion?
  private let shape: Shape?
  private let fiscalYearStart: Int
  private let judge: ChangeJudge
  private let field: FieldQuery?
  private let limit: Int?

  /// A log of the changes of `field`, or of all, with at most `limit` steps.
  public init(shape: Shape?, _ configuration: Configuration, field: FieldQuery?, limit: Int?) {
    self.shape = shape
    fiscalYearStart = configuration.fiscalYearStart
    judge = ChangeJudge(configuration.changeRules)
    self.field = field
    self.limit = limit
  }

  /// Takes the next older event; false where no more are wanted.
  public mutating func take(_ event: LifeEvent) -> Bool {
    let entry: Entry
    switch event.deed {
    case .unreadable(let path, let reason):
      let version = UnreadableVersion(
        path: path, commit: event.step.commit, day: event.step.day, reason: reason)
      let subject = newest?.subject(shape)
      entry = Entry(
        event: event, subject: subject ?? Change.Subject(kind: "", id: "", title: path.text, kindLabel: ""),
        changes: [], unreadable: version, isEnd: false)
    case .changed(let before, let after):
      guard let version = after ?? before else { return true }
      if newest == nil { newest = version }
      let all = changes(of: event)
      if all.isEmpty {
        if before != nil { formatSteps += 1 }
        return true
      }
      let changes = asked(all, of: version)
      guard !changes.isEmpty else { return true }
      entry = Entry(
        event: event, subject: version.subject(shape), changes: changes, unreadable: nil, isEnd: after == nil)
    }
    if let limit, entries.count >= limit {
      isLimited = true
      return false
    }
    entries.append(entry)
    return true
  }

  private func changes(
    of event: LifeEvent, slips: (@Sendable (String, String) -> Int)? = nil
  ) -> [Change] {
    let context = DiffContext(fiscalYearStart: fiscalYearStart, day: event.step.day, slips: slips)
    return LifeChanges.changes(of: event, shape: shape, context: context, judge: judge)
  }

  /// The changes of the field that the log is asked for.
  private func asked(_ changes: [Change], of version: DefinitionVersion) -> [Change] {
    guard let field else { return changes }
    let leaves = version.leaves(shape)
    return changes.filter { field.concerns($0, leaves) }
  }
}

extension LogBuilder {
  /// How often each promise moved later in the steps at hand, by the pointer of its date.
  public var slips: [String: Int] {
    entries.reduce(into: [:]) { counts, entry in
      for pointer in Self.slipped(entry.changes) { counts[pointer, default: 0] += 1 }
    }
  }

  /// Lets the rules weigh how often promises had moved later by each step; `total` counts those of the whole life up
  /// to the newest step, in all of its fields.
  public mutating func weighSlips(_ total: [String: Int]) {
    var left = total
    for index in entries.indices {
      let slipped = Self.slipped(entries[index].changes)
      guard !slipped.isEmpty, case .changed(let before, let after) = entries[index].event.deed,
        let version = after ?? before
      else { continue }
      let counts = left
      let changes = changes(of: entries[index].event) { counts[$1] ?? 0 }
      entries[index].changes = asked(changes, of: version)
      for pointer in slipped { left[pointer, default: 1] -= 1 }
    }
  }

  private static func slipped(_ changes: [Change]) -> [String] {
    changes.lazy.flatMap { [$0] + $0.parts }.filter { $0.idiom == .promiseSlipped }.map(\.pointer)
  }
}

/// What the events of a life changed: the one place where they are compared and classified.
public enum LifeChanges {
  /// The changes of an event, as a diff of the step would tell them, judged by the definition alone.
  public static func changes(
    of event: LifeEvent, shape: Shape?, context: DiffContext, judge: ChangeJudge
  ) -> [Change] {
    guard case .changed(let before, let after) = event.deed else { return [] }
    let found = found(in: event, shape: shape, context: context)
    return judge.judge(
      found, before: before ?? event.kin?.other, after: after ?? event.kin?.other, shape: shape, context)
  }

  private static func found(in event: LifeEvent, shape: Shape?, context: DiffContext) -> [Change] {
    guard case .changed(let before, let after) = event.deed else { return [] }
    guard let kin = event.kin, before == nil || after == nil else {
      return DefinitionDiff.changes(before: before, after: after, shape: shape, context: context)
    }
    switch kin.relation {
    case .renamed, .suspected:
      var changes = DefinitionDiff.changes(
        before: before ?? kin.other, after: after ?? kin.other, shape: shape, context: context)
      guard case .suspected(let evidence) = kin.relation else { return changes }
      for index in changes.indices where changes[index].idiom == .definitionRenamed {
        changes[index].idiom = .renameSuspected
        changes[index].facts.evidence = evidence
      }
      return changes
    case .replaced:
      let (old, new) = (before ?? kin.other, after ?? kin.other)
      var change = Change(
        .definitionReplaced, of: new.subject(shape), before: old.root, after: new.root, pathBefore: old.path,
        pathAfter: new.path)
      change.facts.previous = old.subject(shape)
      return [change]
    }
  }
}

/// A field that a log is asked for: a pointer, or names that follow each other on the way to it.
public struct FieldQuery: Sendable {
  /// What was asked for.
  public let text: String
  private let tokens: [String]
  private let isPointer: Bool

  /// Reads `/milestones/beta/target`, `milestones.beta.target`, `beta.target` or `target`; nil for an empty text.
  public init?(_ text: String) {
    self.text = text
    isPointer = text.utf8.first == 0x2F
    tokens =
      isPointer
      ? JSONPointer.tokens(text) ?? []
      : text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if tokens.isEmpty || tokens.contains("") { return nil }
  }

  /// The name, where only one was asked for.
  public var singleName: String? { tokens.count == 1 ? tokens[0] : nil }

  /// Whether a change is one of the field, of something inside it, or of something that came or went with it;
  /// `leaves` are those of the definition after the change, or before it where it is gone.
  func concerns(_ change: Change, _ leaves: [FieldLeaf]) -> Bool {
    let way = change.fields.map(\.token)
    if matches(way) { return true }
    // A text that says a date in other words is told with the date.
    if let companion = change.facts.companion, let last = tokens.last, !way.isEmpty,
      companion.label == FieldLabels.humanised(last), matches(way.dropLast() + [last])
    {
      return true
    }
    guard change.before == nil || change.after == nil || way.isEmpty else { return false }
    guard change.before != nil || change.after != nil else { return false }
    return leaves.contains { leaf in
      let inner = leaf.fields.map(\.token)
      return inner.starts(with: way) && matches(inner)
    }
  }

  private func matches(_ way: [String]) -> Bool {
    guard way.count >= tokens.count else { return false }
    let last = isPointer ? 0 : way.count - tokens.count
    return (0...last).contains { way[$0..<($0 + tokens.count)].elementsEqual(tokens) }
  }
}
