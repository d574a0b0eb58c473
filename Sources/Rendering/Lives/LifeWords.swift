internal import ChangeHistory
internal import CivilDates
internal import Diagnostics
internal import Diffing
internal import JSONSyntax

/// People by their names.
enum PeopleWords {
  /// The first three, programs only where there is nobody else.
  static func names(_ contributors: [Contributor]) -> String {
    let people = contributors.filter { !$0.isBot }
    let shown = people.isEmpty ? contributors : people
    let names = shown.prefix(3).map { ValueWords.cut($0.name) }
    let rest = shown.count - names.count
    return names.isEmpty ? "somebody" : Counting.list(names + (rest > 0 ? ["\(rest) more"] : []))
  }
}

/// The life of a definition in words; they hold what strangers wrote, and each format escapes them as a whole.
enum LifeWords {
  /// `by Ann Lee, merged by Bo Ruiz`.
  static func people(_ step: StepReference) -> String {
    let merger = step.merger.map { ", merged by \(ValueWords.cut($0.name))" } ?? ""
    return "by \(PeopleWords.names(step.authors))\(merger)"
  }

  /// What a step did, the weightiest first.
  static func sentences(of entry: DefinitionLog.Entry) -> [(weight: ChangeClass, text: String)] {
    if let version = entry.unreadable { return [sentence(for: version)] }
    return sentences(for: entry.changes, followsUnreadable: entry.followsUnreadable, heir: entry.heir)
  }

  /// That a file cannot be read any more.
  static func sentence(for version: UnreadableVersion) -> (weight: ChangeClass, text: String) {
    (.notable, "The file cannot be read from here on (\(version.reason)): \(version.path.text)")
  }

  /// What a step did to one definition, the weightiest first; `heir` is what it goes on as.
  static func sentences(
    for changes: [Change], followsUnreadable: Bool, heir: Kin? = nil
  ) -> [(weight: ChangeClass, text: String)] {
    var lines = ChangeWords.sentences(for: ChangeWords.byWeight(changes)) { change in
      sentence(for: change, followsUnreadable, heir)
    }
    if followsUnreadable, changes.first?.idiom != .definitionAdded {
      lines.append((.routine, "Counted from the last version before it that can be read"))
    }
    return lines
  }

  private static func sentence(for change: Change, _ followsUnreadable: Bool, _ heir: Kin?) -> String {
    switch change.idiom {
    case .definitionAdded where followsUnreadable: return "The first version that can be read"
    case .definitionRenamed, .renameSuspected, .definitionReplaced:
      guard let heir else { break }
      switch heir.relation {
      case .renamed: return "Renamed: it goes on as \(heir.other.name)"
      case .replaced: return "Removed: \(heir.other.name) takes its place"
      case .suspected(let evidence):
        return "Removed: it probably goes on as \(heir.other.name) (\(ChangeWords.evidence(evidence)))"
      }
    default: break
    }
    return ChangeWords.sentence(for: change)
  }

  /// The name under which a definition was known before, or is known after, where a log ends or begins with it.
  static func otherName(in entry: DefinitionLog.Entry) -> String? {
    if let heir = entry.heir { return heir.other.name }
    return entry.changes.first {
      $0.idiom == .renameSuspected || $0.idiom == .definitionReplaced
    }?.facts.previous?.name
  }

  /// `Initiative “Title” (initiative:a)`.
  static func title(_ subject: Change.Subject) -> String {
    "\(subject.kindLabel) \(ValueWords.quoted(subject.title))"
  }

  /// What is said beside the steps of a log.
  static func remarks(on log: DefinitionLog) -> [String] {
    var remarks: [String] = []
    if log.isLimited { remarks.append("older changes are left out; raise --limit to see them") }
    if log.formatSteps > 0 {
      let steps = Counting.words(log.formatSteps, "step")
      remarks.append("\(steps) touched the file without changing what it says")
    }
    if !log.isLimited, let last = log.entries.last, last.heir == nil, let other = otherName(in: last) {
      remarks.append("'prodops log \(other)' tells the life of \(other)")
    }
    return remarks + otherFiles(log.bounds, than: log.path) + start(log.bounds)
  }

  /// That the definition stands in several files, of which one is followed.
  private static func otherFiles(_ bounds: LifeBounds, than path: RepositoryPath) -> [String] {
    guard !bounds.otherFiles.isEmpty else { return [] }
    let others = Enumeration.list(bounds.otherFiles.map(\.text), limit: 4)
    return [
      "this is told of \(path.text); \(others) \(bounds.otherFiles.count == 1 ? "has" : "have") the same kind and "
        + "id: give each definition an id of its own"
    ]
  }

  /// That the history is cut, and what to do about it.
  static func start(_ bounds: LifeBounds) -> [String] { start(bounds.start) }

  /// That a history is cut, and what to do about it.
  static func start(_ start: HistoryStart) -> [String] {
    switch start {
    case .root, .base: []
    case .shallow(let day):
      [
        "the clone is shallow and its history begins on \(day): what was before is not known here; "
          + "set 'fetch-depth: 0' or run 'git fetch --unshallow'"
      ]
    case .missing(let day): ["the history that is here begins on \(day): what was before is not known"]
    }
  }

  // MARK: Blame

  /// A value on one line.
  static func value(_ field: DefinitionBlame.Field) -> String {
    let leaf = field.leaf
    // That an item is in its list: its key is worth a word only where the item has another name.
    if let last = leaf.fields.last, last.isItem, last.label == leaf.value.string { return "listed" }
    if leaf.meaning.sort == .prose, let text = leaf.value.string {
      return ValueWords.quoted(text.split { $0.isWhitespace }.joined(separator: " "))
    }
    return ValueWords.brief(leaf.value, leaf.meaning) ?? Counting.words(leaf.value.count, "part")
  }

  /// The field's way in words.
  static func label(_ field: DefinitionBlame.Field) -> String { FieldPhrase(field.leaf.fields).whole }

  /// What is said beside the fields of a blame.
  static func remarks(on blame: DefinitionBlame) -> [String] {
    var remarks: [String] = []
    if !blame.unreadable.isEmpty {
      let count = blame.unreadable.count
      let days = blame.unreadable.prefix(3).map { "\($0.day) (\($0.commit.prefix(8)))" }
      remarks.append(
        "\(Counting.words(count, "version")) cannot be read and \(count == 1 ? "was" : "were") stepped over: "
          + Counting.list(days + (count > 3 ? ["\(count - 3) more"] : [])))
    }
    return remarks + otherFiles(blame.bounds, than: blame.path) + start(blame.bounds)
  }
}
