internal import Diagnostics
internal import JSONSyntax

/// A fault in words for the people who write definitions.
public struct SchemaWords: Hashable, Sendable {
  /// The rule's name.
  public let rule: String
  /// What is wrong, in one sentence without a final full stop.
  public let message: String
  /// What to do about it; empty where the message says it.
  public let help: String
  /// The names that may have been meant, best first.
  public let candidates: [String]
}

extension SchemaFinding {
  /// What is wrong and what to do about it.
  public var words: SchemaWords {
    switch fault {
    case .forbidden:
      say("forbidden-value", "\(subject) may not be given here", "Remove it")
    case .wrongType(let expected, let found):
      say(
        "wrong-type",
        "\(subject) has to be \(Self.listed(expected.map(Self.typeName))), but it is \(Self.typeName(found))",
        typeHelp(expected, found))
    case .notAllowedValue(let allowed, let candidates): notAllowed(allowed, candidates)
    case .unknownProperty(let name, let candidates, let missing): unknown(name, candidates, missing)
    case .missingProperty(let name, _):
      say("missing-property", "'\(Self.shown(name))' is missing", "Add \"\(Self.shown(name))\"")
    case .missingBeside(let name, let because):
      say(
        "missing-property", "'\(Self.shown(name))' is missing, which belongs to '\(Self.shown(because))'",
        "Add \"\(Self.shown(name))\", or remove \"\(Self.shown(because))\"")
    case .patternMismatch, .formatMismatch, .tooShort, .tooLong: textWords
    case .belowMinimum, .aboveMaximum, .notMultiple: numberWords
    case .noBranchMatches(let branches):
      say(
        "no-alternative", "\(subject) is none of what may stand here: \(Self.listed(branches))",
        "Write it as one of these")
    case .severalBranchesMatch(let first, let second):
      say(
        "ambiguous-value",
        "\(subject) can be read in two ways: as \(Self.shown(first)) and as \(Self.shown(second))",
        "Change it so that only one of them fits")
    case .excluded: say("excluded-value", "\(subject) is just what may not stand here", "Change it")
    case .budget:
      say(
        "budget", "Checking this file against its schema takes too many steps",
        "Split the file, or simplify the schema: it refers to its parts over and over")
    case .costlyPattern(let pattern):
      say(
        "costly-pattern", "A regular expression of the schema takes too long: \(Self.shown(pattern))",
        "Rewrite it without repetitions inside of repetitions")
    default: countWords
    }
  }

  private func say(_ rule: String, _ message: String, _ help: String, _ candidates: [String] = [])
    -> SchemaWords
  {
    SchemaWords(rule: "schema/\(rule)", message: message, help: help, candidates: candidates)
  }

  // MARK: Names and values

  private func unknown(_ name: String, _ candidates: [String], _ missing: String?) -> SchemaWords {
    let shown = Self.shown(name)
    let help: String
    if let best = candidates.first {
      help = missing == best ? "Rename it to \"\(best)\", which is missing" : "Did you mean \"\(best)\"?"
    } else {
      help = "Remove it, or put it under \"custom\" or \"labels\" where the definition has these"
    }
    return say("unknown-property", "'\(shown)' is not a property that is known here", help, candidates)
  }

  private func notAllowed(_ allowed: [String], _ candidates: [String]) -> SchemaWords {
    let list = Self.listed(allowed.prefix(12).map(Self.shown)) + (allowed.count > 12 ? " and so on" : "")
    let text = Self.shown(String(decoding: value.text, as: UTF8.self))
    if allowed.count == 1 {
      return say(
        "unknown-value", "\(subject) has to be \(list), but it is \(text)", "Write \(list)", candidates)
    }
    let help = candidates.first.map { "Did you mean \"\($0)\"?" } ?? "Choose one of \(list)"
    return say("unknown-value", "\(subject) cannot be \(text); it is one of \(list)", help, candidates)
  }

  // MARK: Texts, numbers, counts

  private var textWords: SchemaWords {
    switch fault {
    case .patternMismatch(let pattern, let hint):
      if let hint {
        return say(
          "malformed-text", "\(subject) is not \(Self.hint(hint))", "Write it as \(Self.hint(hint))")
      }
      return say(
        "malformed-text", "\(subject) does not have the form that is asked for",
        "It has to match \(Self.shown(pattern))")
    case .formatMismatch(let format):
      return say("malformed-text", "\(subject) is not \(Self.formatName(format))", "")
    case .tooShort(let limit, let count):
      if count == 0 { return say("too-short", "\(subject) is empty", "Write something, or remove it") }
      return say(
        "too-short", "\(subject) has \(Self.counted(count, "character")), but needs at least \(limit)", "")
    case .tooLong(let limit, let count):
      return say(
        "too-long", "\(subject) has \(count) characters, but at most \(limit) are allowed",
        "Shorten it by \(count - limit)")
    default: return countWords
    }
  }

  private var numberWords: SchemaWords {
    switch fault {
    case .belowMinimum(let limit, let isExclusive):
      say("out-of-range", "\(subject) has to be \(isExclusive ? "more than" : "at least") \(limit)", "")
    case .aboveMaximum(let limit, let isExclusive):
      say("out-of-range", "\(subject) has to be \(isExclusive ? "less than" : "at most") \(limit)", "")
    case .notMultiple(let divisor): say("out-of-range", "\(subject) has to be a multiple of \(divisor)", "")
    default: countWords
    }
  }

  private var countWords: SchemaWords {
    switch fault {
    case .tooFewProperties(let limit, let count):
      say(
        "too-few",
        "\(subject) has \(Self.counted(count, "property", "properties")), but needs at least \(limit)", "")
    case .tooManyProperties(let limit, let count):
      say("too-many", "\(subject) has \(count) properties, but at most \(limit) are allowed", "")
    case .tooFewItems(let limit, let count):
      say(
        "too-few", "\(subject) has \(Self.counted(count, "item")), but needs at least \(limit)",
        count == 0 ? "Add one, or remove it" : "")
    case .tooManyItems(let limit, let count):
      say("too-many", "\(subject) has \(count) items, but at most \(limit) are allowed", "")
    case .notUnique:
      say("duplicate-item", "\(subject) has one item twice", "Remove one of them")
    case .tooFewMatches(let limit, let count):
      say(
        "too-few", "\(subject) has \(count) of the items that it needs; at least \(limit) are asked for", "")
    case .tooManyMatches(let limit, let count):
      say("too-many", "\(subject) has \(count) items of a sort of which at most \(limit) are allowed", "")
    default: say("unexpected-item", "\(subject) has more items than are known here", "Remove this one")
    }
  }

  // MARK: Wording

  /// What the value is called: the property it stands at.
  private var subject: String {
    let steps = value.document.steps(to: value.index)
    var name: String?
    var isItem = false
    for step in steps {
      switch step {
      case .member(let member):
        name = member
        isItem = false
      case .item: isItem = true
      }
    }
    if case .notUnique = fault { isItem = false }
    if case .unexpectedItem = fault { isItem = false }
    guard let name else { return isItem ? "An item" : "The definition" }
    return isItem ? "An item of '\(Self.shown(name))'" : "'\(Self.shown(name))'"
  }

  private func typeHelp(_ expected: [String], _ found: String) -> String {
    let text = value.string ?? ""
    let isNumeric = expected.contains { $0 == "number" || $0 == "integer" } && value.kind == .string
    if isNumeric, ExactDecimal(Array(text.utf8)) != nil { return "Remove the quotes: \(Self.shown(text))" }
    if expected == ["string"], found == "number" || found == "boolean" {
      return
        "Put quotes around it: \"\(Self.shown(String(decoding: value.text, as: UTF8.self)))\""
    }
    if expected == ["array"] { return "Put square brackets around it, even for a single item" }
    if expected == ["boolean"], text == "true" || text == "false" || text == "yes" || text == "no" {
      return "Write true or false without quotes"
    }
    if expected == ["integer"], found == "number" { return "Write it without a fraction" }
    return ""
  }

  private static func typeName(_ name: String) -> String {
    switch name {
    case "null": "null"
    case "boolean": "true or false"
    case "integer": "a whole number"
    case "number": "a number"
    case "string": "a text in quotes"
    case "array": "a list in square brackets"
    case "object": "an object in braces"
    default: "unreadable"
    }
  }

  private static func formatName(_ name: String) -> String {
    switch name {
    case "date": "a day that exists, written as YYYY-MM-DD"
    case "when": "a day that exists, or a month, quarter, half or year"
    case "time": "a time such as 14:30:00Z"
    case "date-time": "a time such as 2026-03-31T14:30:00Z"
    case "duration": "a duration such as P3D"
    case "email", "idn-email": "an e-mail address"
    case "hostname", "idn-hostname": "a host name"
    case "ipv4": "an address such as 192.0.2.1"
    case "ipv6": "an address such as 2001:db8::1"
    case "uri", "iri": "a full web address such as https://example.com/plan"
    case "uri-reference", "iri-reference": "a web address"
    case "uuid": "a UUID"
    case "regex": "a regular expression of JavaScript's kind"
    case "json-pointer", "relative-json-pointer": "a JSON pointer such as /a/b"
    default: "of the form '\(name)'"
    }
  }

  private static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
  }

  private static func listed(_ names: [String]) -> String {
    names.isEmpty ? "nothing" : Enumeration.list(names, "or")
  }

  /// A text of a stranger, made visible and cut.
  private static func shown(_ text: String) -> String {
    VisibleText.escaping(VisibleText.beginning(of: text, atMost: 80))
  }

  /// What a schema says of the form of a text: written to be read whole, so that only a flood is cut.
  private static func hint(_ text: String) -> String {
    VisibleText.escaping(VisibleText.beginning(of: text, atMost: 400))
  }
}
