public import ChangeHistory
internal import CivilDates
internal import Diagnostics
internal import Diffing
internal import JSONSyntax

/// The life of a definition for people at a terminal.
public enum HumanLog {
  /// The text; `isReversed` puts the oldest step first.
  public static func render(_ log: DefinitionLog, isReversed: Bool, style: TextStyle) -> String {
    var text = style.paint(TerminalText.escaping(LifeWords.title(log.subject)), .strong)
    text += style.paint(" (\(TerminalText.escaping(log.subject.name)))", .faint) + "\n"
    for entry in isReversed ? log.entries.reversed() : log.entries {
      let step = entry.landing.reference
      let people = TerminalText.escaping(LifeWords.people(step))
      text += "\n\(step.day) \(style.paint(String(step.commit.prefix(8)), .accent)) \(people)\n"
      for line in LifeWords.sentences(of: entry) { text += HumanChanges.line(line.weight, line.text, style) }
    }
    let remarks = LifeWords.remarks(on: log)
    if log.entries.isEmpty { text += "\nNothing changed.\n" }
    if !remarks.isEmpty { text += "\n" }
    for remark in remarks { text += "note: \(TerminalText.escaping(remark))\n" }
    return text
  }
}

/// The life of a definition as Markdown.
public enum MarkdownLog {
  /// The text; `commitLink` is the address of a commit, with `{commit}` for its id.
  public static func render(_ log: DefinitionLog, isReversed: Bool, commitLink: String?) -> String {
    var text =
      "### \(MarkdownText.escaping(LifeWords.title(log.subject))) (\(MarkdownText.code(log.subject.name)))\n"
    for entry in isReversed ? log.entries.reversed() : log.entries {
      let step = entry.landing.reference
      text += "\n**\(step.day)** \(MarkdownText.link(step.commit, commitLink)) "
      text += MarkdownText.escaping(LifeWords.people(step)) + "\n\n"
      for line in LifeWords.sentences(of: entry) {
        text += "- \(MarkdownChanges.badge(line.weight)) \(MarkdownText.escaping(line.text))\n"
      }
    }
    if log.entries.isEmpty { text += "\nNothing changed.\n" }
    for remark in LifeWords.remarks(on: log) { text += "\n> \(MarkdownText.escaping(remark))\n" }
    return text
  }
}

/// The life of a definition as one JSON document.
public enum JSONLog {
  /// The document.
  public static func render(_ log: DefinitionLog, isReversed: Bool, version: String) -> String {
    var writer = JSONWriter()
    var places = ChangePlaces()
    writer.object { writer in
      LifeJSON.head(log.bounds, log.subject, version, to: &writer)
      writer.member("path", log.path.text)
      writer.member("field", log.field)
      writer.member("isLimited", log.isLimited)
      writer.member("formatSteps", log.formatSteps)
      writer.array("entries", of: isReversed ? log.entries.reversed() : log.entries) { writer, entry in
        writer.object { object in
          LifeJSON.landing(entry.landing, to: &object)
          object.member("definition", entry.subject.name)
          object.member("title", entry.subject.title)
          object.member("words", LifeWords.sentences(of: entry).map(\.text))
          object.member("followsUnreadable", entry.followsUnreadable)
          object.member("goesOnAs", entry.heir?.other.name)
          if let version = entry.unreadable {
            object.object("unreadable") {
              $0.member("path", version.path.text)
              $0.member("reason", version.reason)
            }
          } else {
            object.member("unreadable", nil as String?)
          }
          object.array("changes", of: entry.changes) { writer, change in
            writer.object { JSONChanges.write(change, to: &$0, &places) }
          }
        }
      }
    }
    return writer.text
  }
}

/// What the JSON documents of log and blame share.
enum LifeJSON {
  static func head(
    _ bounds: LifeBounds, _ subject: Change.Subject, _ version: String, to writer: inout JSONWriter
  ) {
    writer.member("version", 1)
    writer.object("tool") { tool in
      tool.member("name", "prodops")
      tool.member("version", version)
    }
    writer.member("asked", bounds.name)
    writer.member("definition", subject.name)
    writer.member("title", subject.title)
    writer.member("historyBegins", bounds.start.cutDay?.description)
    writer.member("otherFiles", bounds.otherFiles.map(\.text))
  }

  /// The members of a landed step.
  static func landing(_ landing: Landing, to writer: inout JSONWriter) {
    let step = landing.reference
    writer.member("commit", step.commit)
    writer.member("day", step.day.description)
    writer.member("authors", step.authors.map(\.name))
    writer.member("mergedBy", step.merger?.name)
    writer.array("commits", of: landing.commits) { writer, commit in
      writer.object { authorship(commit, to: &$0) }
    }
  }

  static func authorship(_ commit: Authorship, to writer: inout JSONWriter) {
    writer.member("commit", commit.commit)
    writer.member("day", commit.day.description)
    writer.member("author", commit.author.name)
    writer.member("isBot", commit.author.isBot)
  }
}
