internal import Diagnostics
internal import Diffing

/// Changes as Markdown, for a comment on a pull request.
public enum MarkdownChanges {
  /// What a comment of a forge takes, less a margin.
  private static let limit = 60_000

  /// The text; whole definitions are left out at its end where it would be too long, and that is said.
  public static func render(_ list: ChangeListing) -> String {
    var text = "### prodops diff: \(MarkdownText.escaping(list.summary))\n\n"
    var sections = list.groups.map { section($0, list) }
    if !list.changes.folds.isEmpty {
      let lines = list.changes.folds.map { fold in
        let weight = fold.members.map { list.changes.changes[$0].weight }.max() ?? .routine
        return "- \(badge(weight)) \(MarkdownText.escaping(list.sentence(for: fold)))\n"
      }
      sections.append("**The same edit in many definitions**\n" + lines.joined() + "\n")
    }
    if !list.moves.isEmpty {
      let lines = list.moves.map { move in
        "- \(MarkdownText.code(move.subject.name)): \(MarkdownText.code(move.pathBefore?.text ?? "")) → "
          + "\(MarkdownText.code(move.pathAfter?.text ?? ""))\n"
      }
      sections.append(
        "<details><summary>\(Counting.words(lines.count, "file")) moved</summary>\n\n" + lines.joined()
          + "\n</details>\n\n")
    }
    if !list.remarks.isEmpty {
      sections.append(list.remarks.map { "> \(MarkdownText.escaping($0))\n" }.joined(separator: ">\n") + "\n")
    }
    for (index, section) in sections.enumerated() {
      if text.utf8.count + section.utf8.count > limit {
        text +=
          "_\(Counting.words(sections.count - index, "more section")) left out: too long for a comment._\n"
        break
      }
      text += section
    }
    return text
  }

  private static func section(_ group: ChangeListing.Group, _ list: ChangeListing) -> String {
    let title = MarkdownText.escaping("\(group.subject.kindLabel) \(ValueWords.quoted(group.subject.title))")
    var text = "**\(title)** (\(MarkdownText.code(group.subject.name)), \(MarkdownText.code(group.path)))\n"
    for sentence in list.sentences(of: group) {
      text += "- \(badge(sentence.weight)) \(MarkdownText.escaping(sentence.text))\n"
    }
    return text + "\n"
  }

  /// The class, in bold where it matters.
  static func badge(_ weight: ChangeClass) -> String {
    weight >= .risky ? "**\(weight.name)**:" : "\(weight.name):"
  }
}
