public import ChangeHistory
internal import CivilDates
internal import Diagnostics
internal import Diffing
internal import JSONSyntax

/// How the list of what landed ends: what is said beside its steps.
public struct ChangeListSummary: Sendable {
  /// The commit of the newest step that was looked at, in 40 hexadecimal digits.
  public let head: String
  /// Which changes were wanted.
  public let filter: ChangeFilter
  /// What the steps come to.
  public let counts: ChangeCounts
  /// Why the history begins where it does.
  public let start: HistoryStart
  /// Whether the limit left older steps out.
  public let isLimited: Bool
  /// How many steps changed nothing but the format.
  public let formatSteps: Int

  /// A summary by its parts.
  public init(
    head: String, _ filter: ChangeFilter, _ counts: ChangeCounts, _ start: HistoryStart, isLimited: Bool,
    formatSteps: Int
  ) {
    (self.head, self.filter, self.counts, self.start) = (head, filter, counts, start)
    (self.isLimited, self.formatSteps) = (isLimited, formatSteps)
  }

  /// What is said beside the steps.
  var remarks: [String] {
    var remarks: [String] = []
    if isLimited { remarks.append("older changes are left out; raise --limit to see them") }
    if formatSteps > 0 {
      let steps = Counting.words(formatSteps, "step")
      remarks.append("\(steps) touched definition files without changing what they say")
    }
    return remarks + LifeWords.start(start)
  }

  /// `4,011 changes in 1,367 steps: 12 breaking, 340 risky`.
  var words: String {
    let weights = ChangeClass.allCases.reversed().compactMap { weight in
      let count = counts.all[weight]
      return count > 0 ? "\(Counting.grouped(count)) \(weight.name)" : nil
    }
    let changes = Counting.words(counts.all.total, "change")
    let head = "\(changes) in \(Counting.words(counts.steps, "step"))"
    return weights.isEmpty ? head : "\(head): \(Counting.list(weights))"
  }
}

/// What landed, for people at a terminal: one text for each step.
public enum HumanChangeList {
  /// A step with its changes; lines are broken at `width` columns where one is given.
  public static func entry(
    _ step: StepChanges, _ reference: StepReference, style: TextStyle, width: Int?
  ) -> String {
    let people = TerminalText.escaping(LifeWords.people(reference))
    var text = "\(step.step.day) \(style.paint(String(step.step.commit.prefix(8)), .accent)) \(people)\n"
    for definition in step.definitions {
      let title = LifeWords.title(definition.subject)
      text += style.paint(TerminalText.escaping(title), .strong)
      text += style.paint(" (\(TerminalText.escaping(definition.subject.name)))", .faint) + "\n"
      for line in LifeWords.sentences(of: definition) {
        text += HumanChanges.line(line.weight, line.text, style, width: width)
      }
    }
    for version in step.unreadable {
      let line = LifeWords.sentence(for: version)
      text += HumanChanges.line(line.weight, line.text, style, width: width)
    }
    return text + "\n"
  }

  /// What stands below the steps.
  public static func end(_ summary: ChangeListSummary, style: TextStyle) -> String {
    let notes = summary.remarks.map { "note: \(TerminalText.escaping($0))\n" }.joined()
    return notes + style.paint(summary.words, .strong) + "\n"
  }

  /// The counts alone.
  public static func counts(_ summary: ChangeListSummary, style: TextStyle) -> String {
    let weights = ChangeClass.allCases.reversed() as [ChangeClass]
    let rows = summary.counts.kinds.map { kind, count in
      [kind] + (weights.map { count[$0] } + [count.total]).map(Counting.grouped)
    }
    let header = ["KIND"] + weights.map { $0.name.uppercased() } + ["ALL"]
    let table = rows.isEmpty ? "" : TextTable.render(header: header, rows: rows, style: style) + "\n"
    return table + end(summary, style: style)
  }
}

/// What landed, as Markdown: one text for each step.
public enum MarkdownChangeList {
  /// A step with its changes; `commitLink` is the address of a commit, with `{commit}` for its id.
  public static func entry(_ step: StepChanges, _ reference: StepReference, commitLink: String?) -> String {
    var text = "**\(step.step.day)** \(MarkdownText.link(step.step.commit, commitLink)) "
    text += MarkdownText.escaping(LifeWords.people(reference)) + "\n\n"
    for definition in step.definitions {
      let title = MarkdownText.escaping(LifeWords.title(definition.subject))
      text += "- \(title) (\(MarkdownText.code(definition.subject.name)))\n"
      for line in LifeWords.sentences(of: definition) {
        text += "  - \(MarkdownChanges.badge(line.weight)) \(MarkdownText.escaping(line.text))\n"
      }
    }
    for version in step.unreadable {
      let line = LifeWords.sentence(for: version)
      text += "- \(MarkdownChanges.badge(line.weight)) \(MarkdownText.escaping(line.text))\n"
    }
    return text + "\n"
  }

  /// What stands below the steps.
  public static func end(_ summary: ChangeListSummary) -> String {
    "\(MarkdownText.escaping(summary.words)).\n"
      + summary.remarks.map { "\n> \(MarkdownText.escaping($0))\n" }.joined()
  }

  /// The counts alone.
  public static func counts(_ summary: ChangeListSummary) -> String {
    let weights = ChangeClass.allCases.reversed() as [ChangeClass]
    let rows = summary.counts.kinds.map { kind, count in
      [MarkdownText.escaping(kind)] + (weights.map { count[$0] } + [count.total]).map(Counting.grouped)
    }
    let header = ["Kind"] + weights.map { $0.name.capitalizedASCII } + ["All"]
    return (rows.isEmpty ? "" : MarkdownText.table(header: header, rows: rows) + "\n") + end(summary)
  }
}

/// What landed, as one JSON document that is written piece by piece; `docs/output/log-all.schema.json` describes it.
public struct JSONChangeList {
  private var writer = JSONWriter()
  private let hasEntries: Bool

  /// Begins the document; without entries it has the counts alone.
  public init(version: String, hasEntries: Bool) {
    self.hasEntries = hasEntries
    writer.beginObject()
    writer.member("version", 1)
    writer.object("tool") { tool in
      tool.member("name", "prodops")
      tool.member("version", version)
    }
    if hasEntries { writer.beginArray("entries") }
  }

  /// A step with its changes.
  public static func entry(_ step: StepChanges, _ reference: StepReference) -> [UInt8] {
    var writer = JSONWriter(forItemWithin: 2)
    var places = ChangePlaces()
    writer.object { object in
      object.member("commit", step.step.commit)
      object.member("day", step.step.day.description)
      object.member("authors", reference.authors.map(\.name))
      object.member("mergedBy", reference.merger?.name)
      object.array("definitions", of: step.definitions) { writer, definition in
        writer.object { object in
          object.member("definition", definition.subject.name)
          object.member("title", definition.subject.title)
          object.member("words", LifeWords.sentences(of: definition).map(\.text))
          object.member("followsUnreadable", definition.followsUnreadable)
          object.array("changes", of: definition.changes) { writer, change in
            writer.object { JSONChanges.write(change, to: &$0, &places) }
          }
        }
      }
      object.array("unreadable", of: step.unreadable) { writer, version in
        writer.object {
          $0.member("path", version.path.text)
          $0.member("reason", version.reason)
        }
      }
    }
    return writer.bytes
  }

  /// The next piece of the document, with a step.
  public mutating func piece(_ entry: [UInt8]) -> [UInt8] {
    writer.item(entry)
    return writer.drain()
  }

  /// The last piece of the document.
  public mutating func end(_ summary: ChangeListSummary) -> [UInt8] {
    if hasEntries { writer.end() }
    writer.member("head", summary.head)
    writer.member("historyBegins", summary.start.cutDay?.description)
    writer.member("class", summary.filter.least?.name)
    writer.member("kind", summary.filter.kind)
    writer.member("isLimited", summary.isLimited)
    writer.object("summary") { object in
      object.member("steps", summary.counts.steps)
      object.member("formatSteps", summary.formatSteps)
      object.member("unreadable", summary.counts.unreadable)
      Self.write(summary.counts.all, to: &object)
      object.array("kinds", of: summary.counts.kinds) { writer, entry in
        writer.object { object in
          object.member("kind", entry.kind)
          Self.write(entry.count, to: &object)
        }
      }
      object.array("rules", of: summary.counts.rules) { writer, entry in
        writer.object { object in
          object.member("rule", entry.rule)
          object.member("changes", entry.count)
        }
      }
    }
    writer.end()
    return writer.drain() + [0x0A]
  }

  private static func write(_ count: ChangeCounts.ByClass, to writer: inout JSONWriter) {
    writer.member("changes", count.total)
    for weight in ChangeClass.allCases.reversed() { writer.member(weight.name, count[weight]) }
  }
}

extension LifeWords {
  fileprivate static func sentences(
    of definition: StepChanges.Definition
  ) -> [(weight: ChangeClass, text: String)] {
    sentences(for: definition.changes, followsUnreadable: definition.followsUnreadable)
  }
}

extension String {
  fileprivate var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}
