internal import Diagnostics
internal import Diffing

/// Changes as Markdown, for a comment on a pull request that a later run replaces.
///
/// What matters most stands open at the top, the rest is folded; where the whole would be too long for a comment,
/// definitions are left out from the end, and that is said.
public enum MarkdownChanges {
  /// By this comment a later run finds its own.
  public static let marker = "<!-- prodops:diff -->"
  /// The most bytes of the text: forges take 65,536 characters.
  public static let limit = 65_000

  /// The text.
  public static func render(_ list: ChangeListing) -> String {
    var text = "\(marker)\n<!-- prodops:base=\(sha(list.sides.base)) head=\(sha(list.sides.head)) -->\n"
    text += "### \(MarkdownText.escaping(headline(list)))\n\n"
    text += "\(MarkdownText.escaping(list.summary)).\n\n"
    text += list.remarks.map { "> \(MarkdownText.escaping($0))\n" }.joined(separator: ">\n")
    if !list.remarks.isEmpty { text += "\n" }
    let footer =
      "<sub>\(MarkdownText.code(short(list.sides.base))) → \(MarkdownText.code(short(list.sides.head)))</sub>\n"
    var space = limit - text.utf8.count - footer.utf8.count
    var left = 0
    for section in sections(list) { text += write(section, &space, &left) }
    if left > 0 {
      text +=
        "_\(left == 1 ? "One entry" : "\(Counting.grouped(left)) entries") left out: too long for a comment. "
      text += "`prodops diff` tells all of them._\n\n"
    }
    return text + footer
  }

  /// Blocks under one heading; a section without a heading stands open.
  private struct Section {
    let heading: String?
    let blocks: [String]
  }

  private static func sections(_ list: ChangeListing) -> [Section] {
    var sections: [Section] = []
    let groups = list.groups
    let folds = list.changes.folds.map { fold in
      (
        weight: fold.members.map { list.changes.changes[$0].weight }.max() ?? .routine,
        text: list.sentence(for: fold)
      )
    }
    func blocks(_ weights: ClosedRange<ChangeClass>) -> [String] {
      let own = groups.filter { weights.contains($0.weight) }.map { block($0, list) }
      let shared = folds.filter { weights.contains($0.weight) }
      if shared.isEmpty { return own }
      let lines = shared.map { "- \(badge($0.weight)) \(MarkdownText.escaping($0.text))\n" }.joined()
      return own + ["**The same edit in many definitions**\n\(lines)\n"]
    }
    /// How many definitions the blocks of such weights are about.
    func count(_ weights: ClosedRange<ChangeClass>) -> Int {
      let own = groups.filter { weights.contains($0.weight) }.map(\.subject.name)
      let shared = list.changes.folds.flatMap { fold -> [String] in
        let members = fold.members.map { list.changes.changes[$0] }
        return weights.contains(members.map(\.weight).max() ?? .routine) ? members.map(\.subject.name) : []
      }
      return Set(own + shared).count
    }
    sections.append(Section(heading: nil, blocks: blocks(.risky ... .breaking)))
    let notable = blocks(.notable ... .notable)
    // A short list needs no fold, nor does one that is all there is.
    let size = notable.reduce(0) { $0 + $1.utf8.count }
    let isShort = notable.count <= 5 && size < 3_000 || sections[0].blocks.isEmpty && size < 8_000
    sections.append(
      Section(
        heading: isShort ? nil : "Notable: \(Counting.words(count(.notable ... .notable), "definition"))",
        blocks: notable))
    let passed = list.passed.map {
      "- \(badge($0.weight)) \(MarkdownText.escaping(list.sentence(forPassed: $0)))\n"
    }
    sections.append(
      Section(heading: "\(Counting.words(passed.count, "date")) went by without an edit", blocks: passed))
    let routine = blocks(.routine ... .routine)
    sections.append(
      Section(
        heading: "Routine: \(Counting.words(count(.routine ... .routine), "definition"))", blocks: routine))
    let moves = list.moves.map { move in
      "- \(MarkdownText.code(move.subject.name)): \(MarkdownText.code(move.pathBefore?.text ?? "")) → "
        + "\(MarkdownText.code(move.pathAfter?.text ?? ""))\n"
    }
    sections.append(Section(heading: "\(Counting.words(moves.count, "file")) moved", blocks: moves))
    return sections.filter { !$0.blocks.isEmpty }
  }

  /// The blocks of a section as far as there is space; once one is left out, all that follow are.
  private static func write(_ section: Section, _ space: inout Int, _ left: inout Int) -> String {
    let opening = section.heading.map { "<details><summary>\(MarkdownText.escaping($0))</summary>\n\n" } ?? ""
    let closing = section.heading == nil ? "" : "\n</details>\n\n"
    var text = ""
    // Room for the closing tag and for the sentence that says what is left out.
    let needed = opening.utf8.count + closing.utf8.count + 200
    for block in section.blocks {
      if left > 0 || text.utf8.count + block.utf8.count + needed > space {
        left += 1
      } else {
        text += block
      }
    }
    guard !text.isEmpty else { return "" }
    space -= text.utf8.count + opening.utf8.count + closing.utf8.count
    return opening + text + closing
  }

  private static func block(_ group: ChangeListing.Group, _ list: ChangeListing) -> String {
    let title = MarkdownText.escaping("\(group.subject.kindLabel) \(ValueWords.quoted(group.subject.title))")
    var text = "**\(title)** (\(MarkdownText.code(group.subject.name)), \(MarkdownText.code(group.path)))\n"
    for sentence in list.sentences(of: group) {
      text += "- \(badge(sentence.weight)) \(MarkdownText.escaping(sentence.text))\n"
    }
    return text + "\n"
  }

  /// What matters most, by name.
  private static func headline(_ list: ChangeListing) -> String {
    for weight in [ChangeClass.breaking, .risky] {
      let names = list.groups.filter { $0.weight == weight }.map { ValueWords.quoted($0.subject.title) }
      guard !names.isEmpty else { continue }
      let shown = names.count > 3 ? names.prefix(2) + ["\(names.count - 2) more"] : names[...]
      return "\(weight == .breaking ? "Breaking" : "Risky") for \(Counting.list(Array(shown)))"
    }
    return list.groups.isEmpty && list.changes.folds.isEmpty
      ? "No change of meaning" : "Nothing risky in this change"
  }

  /// The class, in bold where it matters.
  static func badge(_ weight: ChangeClass) -> String {
    weight >= .risky ? "**\(weight.name)**:" : "\(weight.name):"
  }

  /// A commit's id as it may stand in a comment of HTML; anything else is no commit.
  private static func sha(_ side: String) -> String {
    side.utf8.count == 40 && side.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) }
      ? side : "files"
  }

  private static func short(_ side: String) -> String { sha(side) == "files" ? side : String(side.prefix(8)) }
}
