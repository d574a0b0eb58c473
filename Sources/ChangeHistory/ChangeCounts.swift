public import Diffing

/// How many changes landed: by class, kind and rule.
public struct ChangeCounts: Sendable {
  /// Numbers for each class.
  public struct ByClass: Sendable {
    private var counts = Array(repeating: 0, count: ChangeClass.allCases.count)

    /// The changes of a class.
    public internal(set) subscript(weight: ChangeClass) -> Int {
      get { counts[weight.rawValue] }
      set { counts[weight.rawValue] = newValue }
    }

    /// The changes of all classes.
    public var total: Int { counts.reduce(0, +) }

    mutating func add(_ other: ByClass) {
      for index in counts.indices { counts[index] += other.counts[index] }
    }
  }

  /// How many steps changed something, or brought something that cannot be read.
  public private(set) var steps = 0
  /// How many versions of files cannot be read.
  public private(set) var unreadable = 0
  /// All changes.
  public private(set) var all = ByClass()
  private var byKind: [String: ByClass] = [:]
  private var byRule: [String: Int] = [:]

  /// Nothing yet.
  public init() {}

  /// What one step changed.
  public init(of step: StepChanges) {
    steps = 1
    unreadable = step.unreadable.count
    for definition in step.definitions {
      for change in definition.changes {
        all[change.weight] += 1
        byKind[definition.subject.kind, default: ByClass()][change.weight] += 1
        byRule[change.rule, default: 0] += 1
      }
    }
  }

  /// Adds what other steps changed.
  public mutating func add(_ other: ChangeCounts) {
    steps += other.steps
    unreadable += other.unreadable
    all.add(other.all)
    for (kind, count) in other.byKind { byKind[kind, default: ByClass()].add(count) }
    for (rule, count) in other.byRule { byRule[rule, default: 0] += count }
  }

  /// The changes of each kind of definition, by its name.
  public var kinds: [(kind: String, count: ByClass)] {
    byKind.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The changes that each rule judged, the most frequent first.
  public var rules: [(rule: String, count: Int)] {
    byRule.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}
