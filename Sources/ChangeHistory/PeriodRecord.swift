internal import CivilDates
public import Diffing
internal import JSONSyntax

/// What the steps of a period did, kept by field: who touched it last, and how often.
public struct PeriodRecord: Sendable {
  /// The steps that touched one field.
  public struct Trail: Sendable {
    /// The last of them.
    public internal(set) var last: StepReference
    /// How many there were.
    public internal(set) var count = 0
    /// The value before the first of them, as text; nil where there was none.
    public internal(set) var first: String?
    /// The values that were set, the last one last: only of promises and states.
    public internal(set) var values: [String] = []
    /// What the steps did to it.
    public internal(set) var idioms: [ChangeIdiom] = []
    /// What people call the definition and the field.
    public internal(set) var subject: Change.Subject
    /// The way to the field.
    public internal(set) var fields: [FieldStep]
  }

  /// Someone's part in the period.
  public struct Share: Sendable {
    /// Who.
    public let contributor: Contributor
    /// How many steps they had a part in.
    public internal(set) var steps = 0
    /// How many steps they merged for others.
    public internal(set) var merged = 0
  }

  private var trails: [String: [String: Trail]] = [:]
  private var shares: [String: Share] = [:]
  /// The versions of files that could not be read, in the order of history.
  public private(set) var unreadable: [UnreadableVersion] = []
  /// How many steps changed definitions.
  public private(set) var steps = 0
  /// How many steps touched definition files without changing their meaning.
  public private(set) var formatSteps = 0
  /// How many changes the steps made.
  public private(set) var changes = 0
  private var days: Set<Int> = []
  private var commits: Set<String> = []

  /// An empty period.
  public init() {}

  /// On how many days something changed.
  public var activeDays: Int { days.count }

  /// Whether a step that changed definitions belongs to the period.
  public func contains(_ step: StepReference) -> Bool { commits.contains(step.commit) }

  /// The steps that touched a field of a definition.
  public func trail(_ definition: String, _ pointer: String) -> Trail? { trails[definition]?[pointer] }

  /// Every field that was touched, by definition and pointer.
  public var all: [(definition: String, pointer: String, trail: Trail)] {
    trails.keys.sorted().flatMap { name in
      (trails[name] ?? [:]).sorted { $0.key < $1.key }.map { (name, $0.key, $0.value) }
    }
  }

  /// Who had a part, the busiest first; bots are among them.
  public var people: [Share] {
    shares.values.sorted {
      ($1.steps, $1.merged, $0.contributor.name, $0.contributor.email)
        < ($0.steps, $0.merged, $1.contributor.name, $1.contributor.email)
    }
  }

  mutating func rename(_ old: String, to new: String) {
    guard let moved = trails.removeValue(forKey: old) else { return }
    trails[new, default: [:]].merge(moved) { _, earlier in earlier }
  }

  mutating func take(_ change: Change, _ step: StepReference) {
    let name = change.subject.name
    let pointer = change.pointer
    var trail =
      trails[name]?[pointer]
      ?? Trail(last: step, first: change.before?.string, subject: change.subject, fields: change.fields)
    trail.last = step
    trail.count += 1
    let area = change.idiom.area
    if area == "promise" || area == "lifecycle" {
      if trail.values.count < 100 { trail.values.append(change.after?.string ?? "") }
      if trail.idioms.count < 100 { trail.idioms.append(change.idiom) }
    }
    trail.subject = change.subject
    trails[name, default: [:]][pointer] = trail
  }

  mutating func take(_ step: LandedStep, changes count: Int) {
    unreadable += step.unreadable
    guard !step.pairs.isEmpty else { return }
    changes += count
    guard count > 0 else {
      formatSteps += 1
      return
    }
    steps += 1
    commits.insert(step.reference.commit)
    days.insert(step.reference.day.number)
    for author in step.reference.authors { share(of: author) { $0.steps += 1 } }
    if let merger = step.reference.merger, !step.reference.authors.contains(merger) {
      share(of: merger) { $0.merged += 1 }
    }
  }

  private mutating func share(of contributor: Contributor, _ change: (inout Share) -> Void) {
    let key = contributor.email.isEmpty ? contributor.name : contributor.email.lowercased()
    change(&shares[key, default: Share(contributor: contributor)])
  }
}
