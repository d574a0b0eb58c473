public import ChangeRules
public import Diagnostics
internal import JSONSyntax
internal import Linting

/// What there is to know about rules, as text, as JSON and as the page that the documentation holds.
public enum RuleText {
  /// A rule for people at a terminal.
  public static func human(_ rule: RuleMetadata, _ style: TextStyle) -> String {
    var text = """
      \(style.paint(rule.name, .strong)) (\(rule.severity.name)\(rule.isOnByDefault ? "" : ", off by default"))

      \(rule.summary)

      \(style.paint("Why:", .accent)) \(rule.why)
      \(style.paint("What to do:", .accent)) \(rule.remedy)

      """
    for example in RuleCatalog.examples(of: rule.name) {
      text += "\n\(style.paint(example.isBad ? "Finds:" : "Leaves alone:", .accent)) \(example.title)\n"
      for definition in example.definitions { text += indented(unmarked(definition)) + "\n" }
    }
    if rule.takesWaivers {
      text += "\nTo live with it for a while: \"waivers\": "
      text += "[{\"rule\": \"\(rule.name)\", \"reason\": \"…\", \"until\": \"YYYY-MM-DD\"}]\n"
    }
    return text
  }

  /// A line for each rule.
  public static func table(
    _ rules: [RuleMetadata], changes: [ChangeRuleMetadata], _ style: TextStyle
  ) -> String {
    let rows = rules.map { [$0.name, $0.isOnByDefault ? $0.severity.name : "off", $0.summary] }
    let table =
      rows.isEmpty ? "" : TextTable.render(header: ["RULE", "SEVERITY", "FINDS"], rows: rows, style: style)
    guard !changes.isEmpty else { return table }
    return table + (table.isEmpty ? "" : "\n")
      + TextTable.render(
        header: ["CHANGE RULE", "CLASS", "TELLS"], rows: ChangeRuleText.rows(changes), style: style)
  }

  /// Rules as one JSON document; `docs/output/explain.schema.json` describes it.
  public static func json(_ rules: [RuleMetadata], changes: [ChangeRuleMetadata]) -> String {
    var writer = JSONWriter()
    writer.object { object in
      object.member("version", 1)
      object.array("rules", of: rules) { writer, rule in
        writer.object {
          $0.member("name", rule.name)
          $0.member("area", rule.area)
          $0.member("severity", rule.severity.name)
          $0.member("isOnByDefault", rule.isOnByDefault)
          $0.member("isWaivable", rule.isWaivable)
          $0.member("summary", rule.summary)
          $0.member("why", rule.why)
          $0.member("remedy", rule.remedy)
        }
      }
      object.array("changeRules", of: changes) { writer, rule in
        writer.object { ChangeRuleText.json(rule, to: &$0) }
      }
    }
    return writer.text
  }

  /// The page of a rule, as it stands in `docs/rules`.
  public static func markdown(_ rule: RuleMetadata) -> String {
    var text = """
      # \(rule.name)

      \(rule.summary)

      | Severity | On by default | Can be waived |
      | --- | --- | --- |
      | \(rule.severity.name) | \(rule.isOnByDefault ? "yes" : "no") | \(rule.takesWaivers ? "yes" : "no") |

      ## Why this matters

      \(rule.why)

      ## What to do

      \(rule.remedy)

      """
    let examples = RuleCatalog.examples(of: rule.name)
    if !examples.isEmpty { text += "\n## Examples\n" }
    for example in examples {
      text += "\n\(example.isBad ? "Found" : "Not found"): \(example.title) (as of \(example.asOf))\n\n"
      text += "```json\n" + example.definitions.map(pretty).joined(separator: "\n") + "```\n"
    }
    if rule.takesWaivers {
      text += """

        ## Waiving it

        ```json
        "waivers": [{"rule": "\(rule.name)", "reason": "why we live with it", "until": "2026-12-31"}]
        ```

        """
    }
    return text
  }

  /// The list of all rules, as it stands in `docs/rules/README.md`.
  public static func index(_ rules: [RuleMetadata]) -> String {
    var text = "# Rules\n\nThis folder is made from the rules' own descriptions by `prodops-dev generate`.\n"
    var area = ""
    for rule in rules {
      if rule.area != area {
        area = rule.area
        text += "\n## \(area)\n\n| Rule | Severity | Finds |\n| --- | --- | --- |\n"
      }
      let file = rule.name.replacing("/", with: "-")
      text +=
        "| [\(rule.name)](\(file).md) | \(rule.isOnByDefault ? rule.severity.name : "off") | \(rule.summary) |\n"
    }
    return text
  }

  private static func unmarked(_ definition: String) -> String {
    definition.replacing("⟦", with: "").replacing("⟧", with: "")
  }

  private static func pretty(_ definition: String) -> String {
    let document = JSONDocument.parse(Array(unmarked(definition).utf8))
    return document.formatted().map { String(decoding: $0, as: UTF8.self) } ?? unmarked(definition) + "\n"
  }

  private static func indented(_ text: String) -> String {
    pretty(text).split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
  }
}
