internal import Diagnostics
internal import JSONSyntax

/// Something in a text that deceives its reader or breaks what shows it.
public struct TextFault: Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// A control character; line breaks count only in one-line fields.
    case control(UInt32)
    /// A control of writing direction.
    case direction(UInt32)
    /// A character that cannot be seen.
    case invisible(UInt32)
    /// More combining marks in a row than any script uses.
    case combining(count: Int)
    /// A word of one script with letters of another that look alike.
    case confusable(word: String, scalar: UInt32)
    /// Text that is not in normal form C.
    case decomposed
    /// U+FFFD: an earlier tool destroyed what stood here.
    case replacement
    /// Nothing but white space.
    case blank
    /// Something that looks like a credential, by its sort.
    case secret(String)
    /// Something that looks like data about a person, by its sort.
    case personalData(String)
  }

  /// Whether the text holds what looks like a credential.
  var isSecret: Bool { if case .secret = problem { true } else { false } }

  /// What is wrong.
  public let problem: Problem
  /// The string's node.
  public let node: Int
}

extension TextFault.Problem {
  init(_ sort: Secrets.Sort) {
    switch sort {
    case .credential(let words): self = .secret("\(words)")
    case .personal(let words): self = .personalData("\(words)")
    }
  }
}
