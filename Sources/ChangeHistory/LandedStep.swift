public import CivilDates
public import Diagnostics
public import Diffing

/// One step of the first-parent chain: what landed at once, and who made it.
public struct LandedStep: Sendable {
  /// The step as others refer to it.
  public let reference: StepReference
  /// The definitions that the step touched, before and after.
  public var pairs: [VersionPair]
  /// The versions of files that could not be read.
  public var unreadable: [UnreadableVersion]

  /// A step with what it changed.
  public init(_ reference: StepReference, pairs: [VersionPair] = [], unreadable: [UnreadableVersion] = []) {
    self.reference = reference
    self.pairs = pairs
    self.unreadable = unreadable
  }
}

/// A step without what it changed: cheap to keep.
public final class StepReference: Sendable {
  /// The commit, in 40 hexadecimal digits.
  public let commit: String
  /// The day on which it landed.
  public let day: Day
  /// Who made what it brought in, in the order of their first commit; bots among them.
  public let authors: [Contributor]
  /// Who landed it, where that was done by a merge.
  public let merger: Contributor?

  /// A step by its commit, its day and its people.
  public init(commit: String, day: Day, authors: [Contributor], merger: Contributor?) {
    self.commit = commit
    self.day = day
    self.authors = authors
    self.merger = merger
  }
}

/// Somebody who made commits, by the name that the mailmap gives.
public struct Contributor: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The address, which tells people of one name apart.
  public let email: String
  /// Whether it is a program.
  public let isBot: Bool

  /// A person, or a program that a name gives away as one.
  public init(name: String, email: String) {
    self.name = name
    self.email = email
    isBot = Self.soundsLikeBot(name) || Self.soundsLikeBot(String(email.prefix { $0 != "@" }))
  }

  private static func soundsLikeBot(_ name: String) -> Bool {
    let words = name.utf8.split { byte in
      !(byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39))
    }
    return words.contains { isWord($0, "bot") || isWord($0, "robot") }
      || name.utf8.elementsEqual("GitHub".utf8)
  }

  private static func isWord(_ word: Substring.UTF8View, _ other: String) -> Bool {
    word.count == other.utf8.count && zip(word, other.utf8).allSatisfy { $0 | 0x20 == $1 }
  }
}

/// One definition on both sides of a step.
public struct VersionPair: Sendable {
  /// The version before; nil where the definition is new.
  public let before: DefinitionVersion?
  /// The version after; nil where the definition is gone.
  public let after: DefinitionVersion?
  /// Whether there is more before that could not be read, so that the definition is not new.
  public let followsUnreadable: Bool

  /// Two versions of one definition.
  public init(before: DefinitionVersion?, after: DefinitionVersion?, followsUnreadable: Bool = false) {
    self.before = before
    self.after = after
    self.followsUnreadable = followsUnreadable
  }
}

/// A version of a file that could not be read.
public struct UnreadableVersion: Hashable, Sendable {
  /// The file.
  public let path: RepositoryPath
  /// The step that brought it, in 40 hexadecimal digits.
  public let commit: String
  /// The day of the step.
  public let day: Day
  /// Why it could not be read.
  public let reason: String

  /// A version by its file and step.
  public init(path: RepositoryPath, commit: String, day: Day, reason: String) {
    self.path = path
    self.commit = commit
    self.day = day
    self.reason = reason
  }
}

/// Why a history begins where it does.
public enum HistoryStart: Hashable, Sendable {
  /// At the first commit.
  case root
  /// After the commit that was asked for.
  case base
  /// Where a shallow clone was cut, at this day: what stood there is known, how it came about is not.
  case shallow(Day)
  /// After a commit that is not in the repository.
  case missing(Day)

  /// Whether there is more before that is not known.
  public var isCut: Bool {
    switch self {
    case .root, .base: false
    case .shallow, .missing: true
    }
  }

  /// The day of the oldest commit that is here, where there is more before; nil where nothing is missing.
  public var cutDay: Day? {
    switch self {
    case .root, .base: nil
    case .shallow(let day), .missing(let day): day
    }
  }
}

/// Where the state before a period stands that is none of the steps up to its end.
public enum BaseBranch: Hashable, Sendable {
  /// On a branch that left those steps after this commit, in 40 hexadecimal digits, which landed on this day.
  case left(at: String, Day)
  /// On a branch that has no step in common with them.
  case unrelated
}
