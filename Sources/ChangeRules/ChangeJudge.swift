public import Diffing
internal import JSONSyntax
public import SchemaChecking
public import Workspaces

/// Gives changes their rules, classes and reasons.
///
/// The rule with the most exact field is asked first; the first that has something to say decides. What no rule
/// judges keeps the class that its field's schema gives.
public struct ChangeJudge: Sendable {
  private struct Watch {
    let pattern: FieldPattern
    let rule: any ChangeRule.Type
    let name: String
  }

  /// The rules of a kind, each list in the order in which they are asked.
  private struct Watches {
    /// Those that watch the definition as a whole.
    private let whole: [Watch]
    /// Those that watch a field by the name of its first step.
    private var named: [String: [Watch]] = [:]
    /// Those that watch any field.
    private let anywhere: [Watch]

    init(_ watches: [Watch]) {
      whole = watches.filter { $0.pattern.tokens.isEmpty }
      anywhere = watches.filter { $0.pattern.tokens.first == .some(nil) }
      for name in Set(watches.compactMap { $0.pattern.tokens.first ?? nil }) {
        named[name] = watches.filter { watch in
          watch.pattern.tokens.first.map { $0 == nil || $0 == name } ?? false
        }
      }
    }

    /// The rules that may watch a field.
    func candidates(_ fields: [FieldStep]) -> [Watch] {
      fields.first.map { named[$0.token] ?? anywhere } ?? whole
    }
  }

  /// How many changes of one definition rules are asked about; the rest keeps the class of its field, so that a file
  /// made to change in a hundred thousand places ends in time.
  public static let changesAsked = 200
  /// How many of its changes a rule sees beside the one that it judges.
  private static let siblingsSeen = 1000

  private let byKind: [String: Watches]
  private let ofAnyKind: Watches
  private let deriving: [any ChangeRule.Type]
  private let settings: [ChangeSetting]

  /// A judge that knows `rules` and holds to `settings`.
  public init(
    _ settings: [ChangeSetting] = [], rules: [any ChangeRule.Type] = ChangeRuleCatalog.rules
  ) {
    var byKind: [String: [Watch]] = [:]
    var ofAnyKind: [Watch] = []
    for rule in rules {
      for text in rule.metadata.watches {
        let watch = Watch(pattern: FieldPattern(text), rule: rule, name: rule.metadata.name)
        if let kind = watch.pattern.kind {
          byKind[kind, default: []].append(watch)
        } else {
          ofAnyKind.append(watch)
        }
      }
    }
    func sorted(_ watches: [Watch]) -> Watches {
      let ordered = watches.enumerated().sorted {
        let (left, right) = ($0.element.pattern, $1.element.pattern)
        return (right.tokens.count, left.wildcards, $0.offset) < (
          left.tokens.count, right.wildcards, $1.offset
        )
      }
      return Watches(ordered.map(\.element))
    }
    self.byKind = byKind.mapValues(sorted)
    self.ofAnyKind = sorted(ofAnyKind)
    deriving = rules
    self.settings = settings
  }

  /// What differs between two snapshots, judged, with what follows from it.
  public func changes(between base: Snapshot, and head: Snapshot, _ context: DiffContext) -> ChangeSet {
    var set = ChangeSet.between(base: base, head: head, context: context)
    let (before, after) = (SnapshotSurroundings(base), SnapshotSurroundings(head))
    var judged: [Change] = []
    judged.reserveCapacity(set.changes.count)
    var start = 0
    while start < set.changes.count {
      let subject = set.changes[start].subject
      var end = start + 1
      while end < set.changes.count, set.changes[end].subject.name == subject.name { end += 1 }
      let former = set.changes[start..<end].lazy.compactMap { $0.facts.previous?.name }.first
      judged += judge(
        Array(set.changes[start..<end]), before: before.definition(former ?? subject.name),
        after: after.definition(subject.name),
        shape: head.library.shape(of: subject.kind) ?? base.library.shape(of: subject.kind), context,
        base: before, head: after)
      start = end
    }
    let all = ChangeSetContext(
      changes: judged, base: before, head: after, context: context, library: head.library, settings: settings)
    for rule in deriving { judged += rule.derive(all).map(settled) }
    set.replaceChanges(judged)
    set.followReferences(in: head)
    return set
  }

  /// What else happened between the sides of `set`, such as days that went by, with the classes that configuration
  /// gives.
  public func add(_ events: [Change], to set: inout ChangeSet) {
    if !events.isEmpty { set.replaceChanges(set.changes + events.map(settled)) }
  }

  /// The changes of one definition, judged; what is part of another change stands in it.
  public func judge(
    _ changes: [Change], before: DefinitionVersion?, after: DefinitionVersion?, shape: Shape?,
    _ context: DiffContext, base: any Surroundings = NoSurroundings(),
    head: any Surroundings = NoSurroundings()
  ) -> [Change] {
    guard let kind = changes.first?.subject.kind else { return changes }
    let watches = byKind[kind]
    var judged = changes
    var holders: [Int: Int] = [:]
    var holding: Set<Int> = []
    // A definition rewritten from end to end is no case for exact judgement: rules walk over its siblings.
    let asked = changes.count > Self.siblingsSeen ? 20 : Self.changesAsked
    let siblings = changes.count > Self.siblingsSeen ? Array(changes.prefix(Self.siblingsSeen)) : changes
    var context = ChangeContext(
      before: before, after: after, shape: shape, changes: siblings, position: 0, context: context,
      base: base, head: head, settings: settings)
    for position in changes.indices where holders.isEmpty || holders[position] == nil {
      context.position = position
      guard position < asked, changes[position].idiom != .definitionMoved,
        let (rule, judgement) = ask(watches, changes[position], context)
      else {
        if changes[position].idiom == .promiseSlipped, position < asked {
          judged[position] = context.countedByDefault()
        }
        settle(&judged[position])
        continue
      }
      judged[position].judgedBy = rule
      judged[position].weight = judgement.changeClass
      for reason in judgement.reasons where !judged[position].reasons.contains(reason) {
        judged[position].reasons.append(reason)
      }
      judged[position].words = judgement.words
      settle(&judged[position])
      for part in judgement.covers
      where part != position && changes.indices.contains(part) && holders[part] == nil
        && !holding.contains(part)
      {
        holders[part] = position
        holding.insert(position)
      }
    }
    guard !holders.isEmpty else { return judged }
    for part in holders.keys.sorted() {
      if let holder = holders[part] { judged[holder].parts.append(changes[part]) }
    }
    return judged.indices.filter { holders[$0] == nil }.map { judged[$0] }
  }

  private func ask(_ watches: Watches?, _ change: Change, _ context: ChangeContext) -> (
    rule: String, Judgement
  )? {
    for list in [watches, ofAnyKind] {
      guard let list else { continue }
      for watch in list.candidates(change.fields) where watch.pattern.covers(change.fields) {
        if let judgement = watch.rule.judge(change, context) { return (watch.name, judgement) }
      }
    }
    return nil
  }

  /// The change with the class that configuration gives its rule.
  private func settled(_ change: Change) -> Change {
    var change = change
    settle(&change)
    return change
  }

  /// Gives a change the class that configuration gives its rule.
  private func settle(_ change: inout Change) {
    for setting in settings {
      guard let changeClass = setting.changeClass.flatMap(ChangeClass.init(name:)) else { continue }
      if setting.selector == change.rule || change.rule.hasPrefix(setting.selector + "/") {
        change.weight = changeClass
      }
    }
  }
}
