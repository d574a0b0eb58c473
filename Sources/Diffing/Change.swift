public import CivilDates
public import Diagnostics
public import JSONSyntax

/// One change of meaning of one definition.
public struct Change: Sendable {
  /// What was done, whatever it means for the kind at hand.
  public var idiom: ChangeIdiom
  /// The rule of the kind that classified the change; nil where its idiom and its field say enough.
  public var judgedBy: String?
  /// What changed.
  public var subject: Subject
  /// The way to the field; empty where the definition as a whole is meant.
  public var fields: [FieldStep]
  /// The value before, nil where there was none.
  public var before: JSONValue?
  /// The value after, nil where there is none.
  public var after: JSONValue?
  /// The file before, nil where there was none.
  public var pathBefore: RepositoryPath?
  /// The file after, nil where there is none.
  public var pathAfter: RepositoryPath?
  /// What the values are.
  public var meaning = FieldMeaning()
  /// What was found out about the change.
  public var facts = ChangeFacts()
  /// How much it matters.
  public var weight = ChangeClass.notable
  /// Why it matters so much, or what is remarkable.
  public var reasons: [ChangeReason] = []
  /// The change as a sentence without its full stop, where its rule says it better than its two values do; it may
  /// hold what strangers wrote.
  public var words: String?
  /// Changes of the same definition that belong to this one and are told with it.
  public var parts: [Change] = []
  /// What the change follows from, where nothing was edited in the definition itself.
  public var cause: Cause? {
    get { origin?.cause }
    set { origin = newValue.map(Origin.init) }
  }
  private var origin: Origin?

  /// Few changes have a cause: those that have none are the smaller for it.
  private final class Origin: Sendable {
    let cause: Cause

    init(_ cause: Cause) { self.cause = cause }
  }

  /// A change without facts yet.
  public init(
    _ idiom: ChangeIdiom, of subject: Subject, at fields: [FieldStep] = [], before: JSONValue? = nil,
    after: JSONValue? = nil, pathBefore: RepositoryPath? = nil, pathAfter: RepositoryPath? = nil
  ) {
    self.idiom = idiom
    self.subject = subject
    self.fields = fields
    self.before = before
    self.after = after
    self.pathBefore = pathBefore
    self.pathAfter = pathAfter
  }

  /// A change of another definition that this one suffers from.
  public struct Cause: Hashable, Sendable {
    /// The other definition.
    public let subject: Subject
    /// The way to the field of it that changed; empty where the whole is meant.
    public let fields: [FieldStep]
    /// The rule of the change there.
    public let rule: String
    /// The way to the reference by which the definition depends on the other.
    public let via: String

    /// A cause by the definition and the field that changed.
    public init(subject: Subject, fields: [FieldStep], rule: String, via: String) {
      self.subject = subject
      self.fields = fields
      self.rule = rule
      self.via = via
    }
  }

  /// The definition that a change is about.
  public struct Subject: Hashable, Sendable {
    /// All changes of a definition share one.
    private final class Names: Hashable, Sendable {
      let kind: String
      let id: String
      let title: String
      let kindLabel: String

      init(_ kind: String, _ id: String, _ title: String, _ kindLabel: String) {
        (self.kind, self.id, self.title, self.kindLabel) = (kind, id, title, kindLabel)
      }

      static func == (left: Names, right: Names) -> Bool {
        left === right
          || (left.id, left.kind, left.title, left.kindLabel)
            == (right.id, right.kind, right.title, right.kindLabel)
      }

      func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(id)
      }
    }

    private let names: Names

    /// What it says it is.
    public var kind: String { names.kind }
    /// Its id, after the change where there is one.
    public var id: String { names.id }
    /// Its title, after the change where there is one.
    public var title: String { names.title }
    /// What people call its kind.
    public var kindLabel: String { names.kindLabel }

    /// A definition by its names.
    public init(kind: String, id: String, title: String, kindLabel: String) {
      names = Names(kind, id, title, kindLabel)
    }

    /// `kind:id`.
    public var name: String { "\(kind):\(id)" }
  }

  /// The name of the rule that outputs show and settings select: `experiment/weights-changed`, `field/changed`.
  public var rule: String { judgedBy ?? idiom.rawValue }
  /// What was done.
  public var operation: ChangeIdiom.Operation { facts.isAppended ? .append : idiom.operation }
  /// The JSON pointer of the field, items by their key.
  public var pointer: String { fields.pointer }
}

/// What was found out about a change beyond its two values.
public struct ChangeFacts: Sendable {
  /// How many days later the date is; negative where it is earlier.
  public var days: Int?
  /// How many days were left of the old date; negative where it had passed.
  public var notice: Int?
  /// Whether the new state of the lifecycle is one that ends it.
  public var isFinal = false
  /// Whether it is a new entry at the end of a list that only grows.
  public var isAppended = false
  private var rare: Rare?

  /// Nothing found out yet.
  public init() {}

  /// What few changes have, behind one reference: changes are copied far more often than they are looked into.
  private final class Rare: Sendable {
    let parts: RareParts

    init(_ parts: RareParts) { self.parts = parts }
  }

  private struct RareParts: Sendable {
    var skipped: [String] = []
    var companion: Companion?
    var promises: [Promise] = []
    var evidence: RenameEvidence?
    var previous: Change.Subject?
    var places: (before: Int, after: Int)?
    var schedule: ScheduleMove?
  }

  private mutating func note(_ body: (inout RareParts) -> Void) {
    var parts = rare?.parts ?? RareParts()
    body(&parts)
    rare = Rare(parts)
  }

  /// The states of the lifecycle that were passed over.
  public var skipped: [String] {
    get { rare?.parts.skipped ?? [] }
    set { if rare != nil || !newValue.isEmpty { note { $0.skipped = newValue } } }
  }
  /// How a date moved that the schedule gives.
  public var schedule: ScheduleMove? {
    get { rare?.parts.schedule }
    set { if rare != nil || newValue != nil { note { $0.schedule = newValue } } }
  }
  /// A text that belongs to the date and changed with it.
  public var companion: Companion? {
    get { rare?.parts.companion }
    set { note { $0.companion = newValue } }
  }
  /// Promises within what was added or removed.
  public var promises: [Promise] {
    get { rare?.parts.promises ?? [] }
    set { if rare != nil || !newValue.isEmpty { note { $0.promises = newValue } } }
  }
  /// What speaks for a rename.
  public var evidence: RenameEvidence? {
    get { rare?.parts.evidence }
    set { note { $0.evidence = newValue } }
  }
  /// The other definition of a rename or a replacement, as it was before.
  public var previous: Change.Subject? {
    get { rare?.parts.previous }
    set { note { $0.previous = newValue } }
  }
  /// How the item's place in an ordered list changed, both from 1.
  public var places: (before: Int, after: Int)? {
    get { rare?.parts.places }
    set { note { $0.places = newValue } }
  }

  /// A text that changed together with a date and says the same in other words, such as a release's name.
  public struct Companion: Sendable {
    /// What people call the field.
    public let label: String
    /// The text before.
    public let before: String?
    /// The text after.
    public let after: String?
  }

  /// A move of a date that the schedule gives.
  public struct ScheduleMove: Sendable {
    /// How many working days later it is; negative where it is earlier.
    public let days: Int
    /// The edits elsewhere that moved it, in words; nil where the definition's own edit did.
    public let edits: String?

    /// A move by its working days and what moved it.
    public init(days: Int, edits: String?) {
      self.days = days
      self.edits = edits
    }
  }

  /// A promise inside something that came or went as a whole.
  public struct Promise: Sendable {
    /// The way to it.
    public let fields: [FieldStep]
    /// What it says.
    public let text: String
    /// What that means; nil where it is no date.
    public let when: When?
  }
}

/// What speaks for one definition being another under a new id.
public struct RenameEvidence: Hashable, Sendable {
  /// How much two texts are alike.
  public enum Likeness: String, Hashable, Sendable {
    case same
    /// The same but for digits, case and punctuation.
    case alike
    case different
  }

  /// Whether both stood in the same file.
  public var path: Likeness
  /// Whether both have the same title.
  public var title: Likeness
  /// How many hundredths of the fields are the same.
  public var similarity: Int
}
