internal import Diagnostics
public import Diffing
internal import JSONSyntax

/// What the formats of a diff show, in their order: folded edits, definitions, moves, what could not be read.
public struct ChangeListing: Sendable {
  /// The changes and what belongs to them.
  public let changes: ChangeSet
  /// The tool's version.
  public let version: String
  /// What the two sides are called.
  public let sides: (base: String, head: String)

  /// Changes to be shown.
  public init(_ changes: ChangeSet, sides: (base: String, head: String), version: String) {
    self.changes = changes
    self.sides = sides
    self.version = version
  }

  /// The changes of one definition that are told one by one, the weightiest first.
  struct Group {
    let subject: Change.Subject
    let changes: [Change]
    var weight: ChangeClass { changes.first?.weight ?? .routine }
    var path: String { (changes.first?.pathAfter ?? changes.first?.pathBefore)?.text ?? "" }
  }

  /// The definitions with changes of their own, the weightiest first.
  var groups: [Group] {
    let folded = Set(changes.folds.flatMap(\.members))
    var groups: [(subject: Change.Subject, changes: [Change])] = []
    for (position, change) in changes.changes.enumerated()
    where !folded.contains(position) && change.idiom != .definitionMoved && change.idiom != .dayPassed {
      if groups.last?.subject.name == change.subject.name {
        groups[groups.count - 1].changes.append(change)
      } else {
        groups.append((change.subject, [change]))
      }
    }
    let sorted = groups.map { group in
      Group(subject: group.subject, changes: ChangeWords.byWeight(group.changes))
    }
    return Array(
      sorted.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(
        \.element))
  }

  /// The sentences of a group, with their weight.
  func sentences(of group: Group) -> [(weight: ChangeClass, text: String)] {
    var lines = ChangeWords.sentences(for: group.changes) { change in
      ChangeWords.sentence(for: change) + (referrers(of: change).map { ", \($0)" } ?? "")
    }
    if let reliance = reliance(on: group.subject.name) { lines.append((.routine, reliance)) }
    return lines
  }

  /// Who relies on a definition that changed for the worse, themselves or through others.
  private func reliance(on name: String) -> String? {
    let all = changes.consequences.filter { $0.of == name }
    let direct = all.filter { $0.through.isEmpty }
    guard !direct.isEmpty, !changes.changes.contains(where: { isSaid($0, name) }) else { return nil }
    let shown = direct.prefix(6).map(\.referrer.id)
    let rest = direct.count - shown.count
    let further = all.count - direct.count
    let names = Counting.list(rest > 0 ? shown + ["\(Counting.grouped(rest)) more"] : shown)
    return "Relied on by \(names)"
      + (further > 0 ? ", and through them by \(Counting.grouped(further)) more" : "")
  }

  private func isSaid(_ change: Change, _ name: String) -> Bool {
    change.reasons.contains(.stillReferenced) && (change.facts.previous?.name ?? change.subject.name) == name
  }

  /// What went by between the two sides though nobody edited it, the weightiest first.
  var passed: [Change] { ChangeWords.byWeight(changes.changes.filter { $0.idiom == .dayPassed }) }

  /// An event of time as a sentence that names its definition.
  func sentence(forPassed change: Change) -> String {
    "\(change.subject.kindLabel) \(ValueWords.quoted(change.subject.title)): \(change.words ?? "a day went by")"
  }

  /// The moves of files, which change nothing.
  var moves: [Change] { changes.changes.filter { $0.idiom == .definitionMoved } }

  /// One edit on many definitions as one sentence.
  func sentence(for fold: ChangeFold) -> String {
    let first = changes.changes[fold.members[0]]
    let kind = FieldPhrase.lowered(first.subject.kindLabel)
    let names = fold.members.map { changes.changes[$0].subject.id }
    let shown = names.prefix(5)
    let rest = names.count - shown.count
    let list = shown.joined(separator: ", ") + (rest > 0 ? " and \(Counting.grouped(rest)) more" : "")
    if first.idiom == .scheduleMoved { return "\(moved(fold)): \(list)" }
    return "\(Self.edit(first, hasSameValues: fold.hasSameValues)) in "
      + "\(KindWords.count(names.count, kind)): \(list)"
  }

  /// `By the schedule 12 initiatives ship 1 to 13 days later, because of prodops.json`.
  private func moved(_ fold: ChangeFold) -> String {
    let members = fold.members.map { changes.changes[$0] }
    let days = members.compactMap { $0.facts.schedule?.days }
    let least = days.lazy.map(abs).min() ?? 0
    let most = days.lazy.map(abs).max() ?? 0
    let span =
      least == most
      ? Counting.words(most, "working day") : "\(least) to \(Counting.words(most, "working day"))"
    let because = members[0].facts.schedule?.edits.map { ", because of \($0)" } ?? ""
    return "By the schedule \(Counting.words(members.count, "initiative")) ship \(span) "
      + "\(days.first ?? 0 > 0 ? "later" : "earlier")\(because)"
  }

  private static func edit(_ change: Change, hasSameValues: Bool) -> String {
    if hasSameValues { return ChangeWords.sentence(for: change) }
    let place = FieldPhrase(change.fields)
    let verb =
      switch change.idiom {
      case .fieldAdded, .itemAdded: "added"
      case .promiseSet: "set"
      default: "removed"
      }
    return "\(place.prefix)\(place.field) \(verb)"
  }

  /// Who still refers to a definition that a change is about.
  func referrers(of change: Change) -> String? {
    guard change.reasons.contains(.stillReferenced) else { return nil }
    let name = change.facts.previous?.name ?? change.subject.name
    var names: [String] = []
    for consequence in changes.consequences where consequence.of == name {
      if !names.contains(consequence.referrer.id), names.count <= 6 { names.append(consequence.referrer.id) }
    }
    guard !names.isEmpty else { return nil }
    return "still referred to by " + Counting.list(names.count > 6 ? names.prefix(6) + ["others"] : names)
  }

  /// `4 changes in 2 definitions: 1 breaking, 3 routine`.
  var summary: String {
    let told = changes.changes.filter { $0.idiom != .definitionMoved && $0.idiom != .dayPassed }
    let went = passed.isEmpty ? "" : "; \(Counting.words(passed.count, "date")) went by"
    guard !told.isEmpty else {
      return (moves.isEmpty ? "nothing changed" : "nothing changed in meaning") + went
    }
    let names = Set(told.map(\.subject.name))
    let classes = ChangeClass.allCases.reversed().compactMap { weight -> String? in
      let count = told.count { $0.weight == weight }
      return count > 0 ? "\(Counting.grouped(count)) \(weight.name)" : nil
    }
    return "\(Counting.words(told.count, "change")) in \(Counting.words(names.count, "definition")): "
      + classes.joined(separator: ", ") + went
  }

  /// What is said beside the changes: edits without meaning, files that could not be read.
  var remarks: [String] {
    var remarks: [String] = []
    if !changes.formatOnly.isEmpty {
      remarks.append("\(Counting.words(changes.formatOnly.count, "file")) changed in format only")
    }
    for file in changes.unreadable {
      let when = file.before && file.after ? "on both sides" : file.before ? "before" : "after"
      remarks.append("not readable \(when), so not compared: \(file.path.text)")
    }
    return remarks
  }
}
