public import CivilDates
internal import JSONSyntax

/// Which state of the definitions is shown, and why it is this one.
public struct StateNote: Sendable {
  /// The commit, in 40 hexadecimal digits.
  public let commit: String
  /// The day that counts as today.
  public let day: Day
  /// The choice in words, which may hold what strangers wrote.
  public let words: String

  /// A note on a state.
  public init(commit: String, day: Day, words: String) {
    self.commit = commit
    self.day = day
    self.words = words
  }

  /// The note as a line for people at a terminal.
  public func line(style: TextStyle) -> String { style.paint(TerminalText.escaping(words), .faint) + "\n\n" }

  /// Writes the member `at`.
  static func write(_ note: StateNote?, to writer: inout JSONWriter) {
    guard let note else { return }
    writer.object("at") { at in
      at.member("commit", note.commit)
      at.member("day", note.day.description)
      at.member("words", note.words)
    }
  }
}
