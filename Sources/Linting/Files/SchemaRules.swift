internal import Diagnostics

/// The rules that the schemas carry: one for each way in which a value can disagree.
enum SchemaRules {
  static let all: [RuleMetadata] = [
    rule(
      "unknown-property", "A property that the kind does not have.",
      "A misspelt property is a promise that nobody reads: what it says has no effect.",
      "Correct its name, or move it into \"custom\"."),
    rule(
      "missing-property", "A required property that is missing.",
      "Without it other people and tools cannot use the definition.", "Add the property."),
    rule(
      "wrong-type", "A value of the wrong sort, such as a text where a number belongs.",
      "Tools cannot calculate with it.", "Write the value as the message says."),
    rule(
      "unknown-value", "A value that is none of those the field knows.",
      "Reports and schedules leave out what they cannot place.",
      "Choose one of the values that the message lists."),
    rule(
      "malformed-text", "A text that does not have the form its field asks for.",
      "Dates, ids, handles and addresses are used by tools, which need their exact form.",
      "Write it in the form that the message shows."),
    rule(
      "out-of-range", "A number outside the range that makes sense.",
      "One such number ruins every sum that it goes into.", "Correct the number."),
    rule(
      "too-short", "A text that is empty or too short.", "It counts as filled in, but says nothing.",
      "Write something, or take the field out."),
    rule(
      "too-long", "A text that is longer than its field allows.",
      "Long titles break tables, and long texts hide what matters.",
      "Shorten it, or move detail into \"description\" or \"notes\"."),
    rule(
      "too-few", "A list or object with fewer parts than needed.", "It cannot do its job as it is.",
      "Add what is missing."),
    rule(
      "too-many", "A list or object with more parts than allowed.", "It makes tools slow and readers lost.",
      "Split it."),
    rule(
      "duplicate-item", "One item twice in a list.",
      "One of the two is a mistake, and changing one leaves the other behind.", "Remove one of them."),
    rule("unexpected-item", "More items than the list has places.", "Nothing reads it.", "Remove it."),
    rule(
      "no-alternative", "A value that fits none of its alternatives.", "Tools cannot tell what is meant.",
      "Write it as one of the alternatives."),
    rule(
      "ambiguous-value", "A value that fits two alternatives at once.",
      "Tools cannot tell which one is meant.", "Change it so that one fits."),
    rule(
      "excluded-value", "A value that is explicitly excluded.", "It is known to cause trouble here.",
      "Choose another value."),
    rule(
      "forbidden-value", "A value where none may stand.",
      "Nothing reads it, or it contradicts what stands beside it.", "Remove it."),
    rule(
      "budget", "A file that takes too many steps to check.", "It would make every check slow.",
      "Split the file, or simplify the schema."),
    rule(
      "costly-pattern", "A regular expression of a schema that takes too long.",
      "One text could stop every check.", "Rewrite it without repetitions inside of repetitions."),
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  private static func rule(_ name: String, _ summary: String, _ why: String, _ remedy: String) -> RuleMetadata
  {
    RuleMetadata("schema/" + name, .error, summary: summary, why: why, remedy: remedy)
  }

  static func rule(named name: String) -> RuleMetadata {
    byName[name] ?? RuleMetadata(name, .error, summary: "", why: "", remedy: "")
  }
}
