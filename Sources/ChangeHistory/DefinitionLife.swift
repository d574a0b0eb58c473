public import CivilDates
public import Diagnostics
public import Diffing

/// A commit with who wrote it.
public struct Authorship: Sendable {
  /// The commit, in 40 hexadecimal digits.
  public let commit: String
  /// The day on which it was written.
  public let day: Day
  /// Who wrote it.
  public let author: Contributor

  /// A commit by its author and day.
  public init(commit: String, day: Day, author: Contributor) {
    self.commit = commit
    self.day = day
    self.author = author
  }
}

/// A landed step with its people.
public struct Landing: Sendable {
  /// The step: its authors are those who changed the definition at hand.
  public let reference: StepReference
  /// The commits that changed the definition at hand, newest first; the step itself where it is no merge, or where
  /// the merge alone did.
  public let commits: [Authorship]

  /// A step with its commits.
  public init(_ reference: StepReference, commits: [Authorship]) {
    self.reference = reference
    self.commits = commits
  }
}

/// Where a definition stands in a history, and where that history begins.
public struct LifeBounds: Sendable {
  /// `kind:id`, as it was asked for.
  public let name: String
  /// Why the history begins where it does.
  public let start: HistoryStart
  /// Further files of the newest tree in which the same kind and id stand, and whose steps are not told.
  public var otherFiles: [RepositoryPath] = []

  /// Bounds of a life.
  public init(name: String, start: HistoryStart) {
    self.name = name
    self.start = start
  }
}

/// The life of a definition: what landed steps did to it.
public struct DefinitionLog: Sendable {
  /// A step that changed it.
  public struct Entry: Sendable {
    /// The step.
    public let landing: Landing
    /// The definition as it was called then.
    public let subject: Change.Subject
    /// What the step changed; empty where a version cannot be read.
    public let changes: [Change]
    /// The version that the step brought and that cannot be read.
    public let unreadable: UnreadableVersion?
    /// Whether versions that cannot be read lie between what was before and what is after.
    public let followsUnreadable: Bool
    /// What the definition goes on as, where the step removed it under this name.
    public let heir: Kin?

    /// An entry of a log.
    public init(_ entry: LogBuilder.Entry, landing: Landing) {
      self.landing = landing
      subject = entry.subject
      changes = entry.changes
      unreadable = entry.unreadable
      followsUnreadable = entry.event.followsUnreadable
      heir = entry.isEnd ? entry.event.kin : nil
    }
  }

  /// What was asked for, and where the history begins.
  public var bounds: LifeBounds
  /// The definition as it is called last.
  public let subject: Change.Subject
  /// The file in which it stands last.
  public let path: RepositoryPath
  /// The steps, newest first.
  public let entries: [Entry]
  /// Whether the limit left older steps out.
  public let isLimited: Bool
  /// How many steps touched the file without changing what it says.
  public let formatSteps: Int
  /// The field that was asked for, as it was written; nil for all.
  public let field: String?

  /// A log.
  public init(
    _ bounds: LifeBounds, of newest: DefinitionVersion, subject: Change.Subject, entries: [Entry],
    builder: LogBuilder, field: String?
  ) {
    self.bounds = bounds
    self.subject = subject
    path = newest.path
    self.entries = entries
    isLimited = builder.isLimited
    formatSteps = builder.formatSteps
    self.field = field
  }
}

/// Who gave each field of a definition its value, and when.
public struct DefinitionBlame: Sendable {
  /// Where a field's value comes from.
  public enum Origin: Sendable {
    /// A landed step, and in it the commit that wrote the value.
    case landed(Landing, Authorship)
    /// The files on disk: no commit has it yet.
    case notCommitted
    /// What lies before the history that is here, which begins on this day.
    case beforeHistory(Day)
  }

  /// A field with its origin.
  public struct Field: Sendable {
    /// The field and its value.
    public let leaf: FieldLeaf
    /// Where the value comes from.
    public let origin: Origin

    /// A field with its origin.
    public init(_ leaf: FieldLeaf, _ origin: Origin) {
      self.leaf = leaf
      self.origin = origin
    }
  }

  /// What was asked for, and where the history begins.
  public var bounds: LifeBounds
  /// The definition.
  public let subject: Change.Subject
  /// Its file.
  public let path: RepositoryPath
  /// The commit that is looked at, in 40 hexadecimal digits.
  public let head: String
  /// Its fields, in the order of the file.
  public let fields: [Field]
  /// Versions that cannot be read and were stepped over, newest first.
  public let unreadable: [UnreadableVersion]

  /// A blame.
  public init(
    _ bounds: LifeBounds, of version: DefinitionVersion, subject: Change.Subject, head: String,
    fields: [Field],
    unreadable: [UnreadableVersion]
  ) {
    self.bounds = bounds
    self.subject = subject
    path = version.path
    self.head = head
    self.fields = fields
    self.unreadable = unreadable
  }
}
