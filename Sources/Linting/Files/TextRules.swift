internal import Diagnostics
internal import Workspaces

/// The rules about texts that deceive, and their words.
enum TextRules {
  static let control = RuleMetadata(
    "text/control-character", .error,
    summary: "A control character in a text, or a line break in a one-line field.",
    why: "It can erase or forge what a terminal, a log or a report shows.", remedy: "Take the character out.")
  static let direction = RuleMetadata(
    "text/bidi-control", .error, summary: "An invisible control that changes the direction of writing.",
    why: "What readers see then differs from what tools read.",
    remedy: "Take the character out; Arabic and Hebrew text needs no such control.", isWaivable: false)
  static let invisible = RuleMetadata(
    "text/invisible", .error, summary: "A character that nobody can see.",
    why: "Two names that look the same are then different, and hidden text can be smuggled past a reviewer.",
    remedy: "Delete it and type the text again.")
  static let combining = RuleMetadata(
    "text/combining", .error, summary: "More accents on one letter than any language uses.",
    why: "It makes text unreadable and tools slow.", remedy: "Type the text again.")
  static let confusable = RuleMetadata(
    "text/confusable", .warning, summary: "A word that mixes letters of several scripts that look alike.",
    why: "It looks like another word, but no search and no comparison finds it.",
    remedy: "Type the word again in one script.")
  static let decomposed = RuleMetadata(
    "text/decomposed", .warning, summary: "Letters stored apart from their accents.",
    why: "The same word typed elsewhere is stored otherwise, and the two do not compare as equal.",
    remedy: "Type the text again, or paste it without formatting.")
  static let replacement = RuleMetadata(
    "text/replacement", .warning, summary: "A character that an earlier tool destroyed.",
    why: "The mark U+FFFD stands where a letter was lost in a conversion.", remedy: "Write the lost letter.")
  static let blank = RuleMetadata(
    "text/blank", .error, summary: "A text of nothing but white space.",
    why: "It counts as filled in, but says nothing.", remedy: "Write something, or take the field out.")
  static let secret = RuleMetadata(
    "text/secret", .error, summary: "Something that looks like a password or an access key.",
    why: "Everybody who can read the repository, now or later, can use it.",
    remedy:
      "Revoke it now, take it out, and keep it in a secret store; deleting it here does not undo the leak.")
  static let personalData = RuleMetadata(
    "text/personal-data", .warning, summary: "An e-mail address in a text.",
    why: "Data about people stays in the history for ever and is hard to erase when they ask for it.",
    remedy: "Use the person's @handle, or take it out.")

  static let all = [
    control, direction, invisible, combining, confusable, decomposed, replacement, blank, secret,
    personalData,
  ]

  static func rule(of problem: TextFault.Problem) -> RuleMetadata {
    switch problem {
    case .control: control
    case .direction: direction
    case .invisible: invisible
    case .combining: combining
    case .confusable: confusable
    case .decomposed: decomposed
    case .replacement: replacement
    case .blank: blank
    case .secret: secret
    case .personalData: personalData
    }
  }
}

extension RuleMessage {
  /// A text's fault in words; never repeats a secret.
  static func text(_ problem: TextFault.Problem) -> Self {
    switch problem {
    case .control(let value):
      value == 0x0A || value == 0x0D
        ? Self("this field is one line, but the text has a line break")
        : Self("the text contains the control character \(code(value))")
    case .direction(let value): Self("the text contains the invisible direction control \(code(value))")
    case .invisible(let value): Self("the text contains the invisible character \(code(value))")
    case .combining(let count): Self("a letter carries \(count) combining marks")
    case .confusable(let word, let value):
      Self("'\(word)' mixes Latin letters with the look-alike \(code(value))")
    case .decomposed: Self("the text stores letters apart from their accents")
    case .replacement: Self("the text contains U+FFFD, where an earlier tool lost a character")
    case .blank: Self("the text is blank")
    case .secret(let sort): Self("the text contains what looks like \(sort)")
    case .personalData(let sort): Self("the text contains \(sort)")
    }
  }

  private static func code(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
