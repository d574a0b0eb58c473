internal import Diagnostics
internal import JSONSyntax

/// The rules about JSON itself, and their words.
enum JSONRules {
  static let empty = RuleMetadata(
    "json/empty", .error, summary: "A file without any JSON in it.",
    why: "An empty definition file is usually an interrupted save: what it declared is lost to everyone.",
    remedy: "Restore the file's content, or delete the file.", isWaivable: false)
  static let byteOrderMark = RuleMetadata(
    "json/byte-order-mark", .warning, summary: "An invisible mark at the start of the file.",
    why: "Some editors on Windows write it; other tools that read the file stumble over it.",
    remedy: "Run 'prodops fmt' on the file, which takes the mark out.")
  static let encoding = RuleMetadata(
    "json/not-utf8", .error, summary: "Bytes that are no UTF-8.",
    why: "Tools would show, and compare, something else than what was meant.",
    remedy: "Save the file as UTF-8 in your editor.", isWaivable: false)
  static let mergeConflict = RuleMetadata(
    "json/merge-conflict", .error, summary: "A merge conflict that nobody resolved.",
    why: "Both versions stand in the file, and no tool can know which one is the plan.",
    remedy: "Choose one of the two versions and delete the lines with <<<<<<<, ======= and >>>>>>>.",
    isWaivable: false)
  static let controlCharacter = RuleMetadata(
    "json/control-character", .error, summary: "A line break or another control character inside a string.",
    why: "JSON does not allow it, and every other tool refuses the file.",
    remedy: "Write a line break as \\n and a tab as \\t.", isWaivable: false)
  static let surrogate = RuleMetadata(
    "json/lone-surrogate", .error, summary: "Half of a character, written as an escape.",
    why: "It stands for nothing and cannot be shown or saved by other tools.",
    remedy: "Write the character itself instead of its escapes.", isWaivable: false)
  static let syntax = RuleMetadata(
    "json/syntax", .error, summary: "Text that is no JSON.",
    why: "What cannot be read is left out of every plan, report and check.",
    remedy: "Mend the text at the place shown.", isWaivable: false)
  static let comment = RuleMetadata(
    "json/comment", .error, summary: "A comment in a .json file.",
    why: "JSON has no comments: other tools refuse the file.",
    remedy: "Put the text into \"notes\", or rename the file to .jsonc.", isWaivable: false)
  static let tooDeep = RuleMetadata(
    "json/too-deep", .error, summary: "Lists and objects nested deeper than the limit.",
    why: "No definition needs it, and it is a known way to make tools crash.",
    remedy: "Flatten the value.", isWaivable: false)
  static let tooManyMembers = RuleMetadata(
    "json/too-many-members", .error, summary: "An object with more members than the limit.",
    why: "No definition needs it, and it makes tools slow.",
    remedy: "Split the object.", isWaivable: false)
  static let duplicateKey = RuleMetadata(
    "json/duplicate-key", .error, summary: "One key twice in one object.",
    why: "Some tools take the first value and some the last: reviewers and tools would see different plans.",
    remedy: "Keep one of the two and delete the other.", isWaivable: false)
  static let notAnObject = RuleMetadata(
    "json/not-an-object", .error, summary: "A file that holds a list or a single value instead of an object.",
    why: "A definition is one object; anything else is left out of every plan, report and check.",
    remedy: "Put each definition into a file of its own, as one object in braces.", isWaivable: false)

  static let all = [
    empty, byteOrderMark, encoding, mergeConflict, controlCharacter, surrogate, syntax, comment, tooDeep,
    tooManyMembers, duplicateKey, notAnObject,
  ]

  /// The rule that tells a fault.
  static func rule(of problem: JSONProblem) -> RuleMetadata {
    switch problem {
    case .empty: empty
    case .byteOrderMark: byteOrderMark
    case .otherEncoding, .invalidUTF8: encoding
    case .mergeConflict: mergeConflict
    case .controlCharacter: controlCharacter
    case .loneSurrogate: surrogate
    case .comment: comment
    case .tooDeep: tooDeep
    case .tooManyMembers: tooManyMembers
    case .duplicateKey: duplicateKey
    default: syntax
    }
  }
}

extension RuleMessage {
  /// A fault of syntax in words; 'prodops fmt' leaves the committed order of the schedule alone.
  static func syntax(_ problem: JSONProblem, inOrder: Bool = false) -> Self {
    switch problem {
    case .empty: Self("the file is empty")
    case .byteOrderMark:
      Self(
        "the file starts with a byte order mark",
        help: inOrder ? "Save the file as UTF-8 without a byte order mark in your editor." : "")
    case .otherEncoding(let name): Self("the file is \(name), not UTF-8")
    case .invalidUTF8: Self("these bytes are no UTF-8")
    case .mergeConflict: Self("a merge conflict was not resolved")
    case .controlCharacter(let byte): Self("a string contains \(named(byte))")
    case .loneSurrogate: Self("this escape is half of a character")
    case .badEscape: Self("this is no escape that JSON knows", help: "Write a backslash itself as \\\\.")
    case .unclosedString: Self("this text has no closing quote", help: "Put a \" at its end.")
    case .unclosed(let bracket):
      Self(
        "the file ends before the '\(bracket)' is closed",
        help:
          "Add the missing '\(bracket == "{" ? "}" : "]")' where the \(bracket == "{" ? "object" : "list") ends."
      )
    case .expected(let what, let found): Self("\(what) should stand here, not '\(found)'")
    case .singleQuotes:
      Self("JSON writes text in double quotes, not single ones", help: "Write \" instead of '.")
    case .unquotedKey: Self("a key has to stand in double quotes", help: "Put \" around it.")
    case .comment: Self("JSON has no comments")
    case .trailingComma: Self("nothing follows this comma", help: "Take the comma out.")
    case .missingComma: Self("a comma is missing before this", help: "Put a comma after the value before it.")
    case .missingColon: Self("a colon is missing before this", help: "Write : between the key and its value.")
    case .badNumber(let text):
      Self("'\(text)' is no number as JSON writes it", help: "Write it like 12, -0.5 or 1e6.")
    case .badLiteral(let text, let suggestion):
      Self(
        "'\(text)' is no value that JSON knows", help: "Put text in double quotes.",
        candidates: suggestion.map { [$0] } ?? [])
    case .unexpectedText(let text): Self("'\(text)' does not belong here", help: "Take it out.")
    case .trailingText:
      Self(
        "something follows after the end of the definition",
        help: "Keep one object in the file and take the rest out.")
    case .tooDeep(let limit): Self("lists and objects are nested deeper than \(limit) levels")
    case .tooManyMembers(let limit): Self("the object has more than \(limit) members")
    case .duplicateKey(let key): Self("the key '\(key)' stands here twice", discriminator: key)
    case .tooManyFaults(let limit): Self("the file has more than \(limit) faults; the rest is not told")
    }
  }

  private static func named(_ byte: UInt8) -> String {
    switch byte {
    case 0x0A, 0x0D: "a line break"
    case 0x09: "a tab"
    default: "a control character (U+00\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true)))"
    }
  }

  /// What the second place of a fault is.
  static func related(_ problem: JSONProblem) -> String {
    if case .duplicateKey = problem { "it stands here first" } else { "it was opened here" }
  }
}
