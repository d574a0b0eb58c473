public import ChangeRules
internal import Diagnostics
internal import Diffing
internal import JSONSyntax

/// What there is to know about change rules, as text, as JSON and as the page that the documentation holds.
public enum ChangeRuleText {
  /// A rule for people at a terminal.
  public static func human(_ metadata: ChangeRuleMetadata, _ style: TextStyle) -> String {
    var text = """
      \(style.paint(metadata.name, .strong)) (a change, usually \(metadata.changeClass.name))

      \(metadata.summary)

      \(style.paint("Why:", .accent)) \(metadata.why)
      \(style.paint("What to do:", .accent)) \(metadata.remedy)

      """
    for option in metadata.options {
      text += "\(style.paint("Threshold:", .accent)) \(option.name) (\(option.standard)): \(option.summary)\n"
    }
    for example in ChangeRuleCatalog.examples(of: metadata.name) {
      let heading = example.expected.map { "\($0.name):" } ?? "left to other rules:"
      text += "\n\(style.paint(heading, .accent)) \(example.title)\n"
      text += ChangeExampleText.diff(example, style).split(separator: "\n").map { "    \($0)\n" }.joined()
    }
    return text
  }

  /// A row for each rule.
  public static func rows(_ rules: [ChangeRuleMetadata]) -> [[String]] {
    rules.map { [$0.name, $0.changeClass.name, $0.summary] }
  }

  /// A rule as a member of a JSON array.
  static func json(_ metadata: ChangeRuleMetadata, to object: inout JSONWriter) {
    object.member("name", metadata.name)
    object.member("area", metadata.area)
    object.member("class", metadata.changeClass.name)
    object.member("summary", metadata.summary)
    object.member("why", metadata.why)
    object.member("remedy", metadata.remedy)
    object.array("options", of: metadata.options) { writer, option in
      writer.object {
        $0.member("name", "\(option.name)")
        $0.member("standard", option.standard)
        $0.member("summary", option.summary)
      }
    }
  }

  /// The page of a rule, as it stands in `docs/changes`.
  public static func markdown(_ metadata: ChangeRuleMetadata) -> String {
    var text = """
      # \(metadata.name)

      \(metadata.summary) Usually **\(metadata.changeClass.name)**.

      ## Why this matters

      \(metadata.why)

      ## What to do

      \(metadata.remedy)

      """
    if !metadata.options.isEmpty {
      text += "\n## Thresholds\n\n| Option | Default | Meaning |\n| --- | --- | --- |\n"
      for option in metadata.options {
        text += "| `\(option.name)` | \(option.standard) | \(option.summary) |\n"
      }
      let options = metadata.options.map { "\"\($0.name)\": \($0.standard)" }.joined(separator: ", ")
      text += "\n```json\n\"diff\": {\"rules\": {\"\(metadata.name)\": {\(options)}}}\n```\n"
    }
    let examples = ChangeRuleCatalog.examples(of: metadata.name)
    if !examples.isEmpty { text += "\n## Examples\n" }
    for example in examples {
      let heading = example.expected.map { "\($0.name.capitalizedFirst)" } ?? "Left to other rules"
      text += "\n\(heading): \(example.title) (on \(example.day))\n\n"
      text += "```diff\n\(ChangeExampleText.diff(example, TextStyle(isColoured: false)))```\n"
    }
    return text
  }

  /// The list of all rules, as it stands in `docs/changes/README.md`.
  public static func index(_ rules: [ChangeRuleMetadata]) -> String {
    var text =
      "# Change rules\n\nThis folder is made from the rules' own descriptions by `prodops-dev generate`. "
      + "What no rule judges has the class that its field's schema gives.\n"
    var area = ""
    for rule in rules {
      if rule.area != area {
        area = rule.area
        text += "\n## \(area)\n\n| Rule | Usual class | Tells |\n| --- | --- | --- |\n"
      }
      let file = rule.name.replacing("/", with: "-")
      text += "| [\(rule.name)](\(file).md) | \(rule.changeClass.name) | \(rule.summary) |\n"
    }
    return text
  }
}

/// Examples of changes as a reader of a pull request sees them.
enum ChangeExampleText {
  /// The definitions that change, line by line, and those that stay.
  static func diff(_ example: ChangeExample, _ style: TextStyle) -> String {
    let pairs =
      [(example.before, example.after)]
      + example.others.map { ($0.before, ChangeExample.after($0.before, $0.change)) }
    var text = ""
    for (before, after) in pairs {
      let (old, new) = (lines(before), lines(after))
      var steps = (old: old[...], new: new[...])
      for step in LineDiff.steps(old, new) {
        switch step {
        case .equal:
          text += "  \(steps.old.popFirst() ?? "")\n"
          steps.new = steps.new.dropFirst()
        case .delete: text += style.paint("- \(steps.old.popFirst() ?? "")", .bad) + "\n"
        case .insert: text += style.paint("+ \(steps.new.popFirst() ?? "")", .good) + "\n"
        }
      }
    }
    for definition in example.alongside { text += lines(definition).map { "  \($0)\n" }.joined() }
    return text
  }

  private static func lines(_ definition: String?) -> [Substring] {
    guard let definition else { return [] }
    let document = JSONDocument.parse(Array(definition.utf8))
    let text = document.formatted().map { String(decoding: $0, as: UTF8.self) } ?? definition
    return text.split(separator: "\n")
  }
}

extension String {
  /// The text with its first letter large.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
