/// One fault that was put into a corpus, and where a linter has to find it.
struct Fault {
  var path: String
  /// The value's JSON pointer, items of keyed lists named by their key.
  var pointer: String
  /// The line, from 1.
  var line: Int
  var name: String
  var rule: String
}

/// A sort of fault.
struct FaultClass: Sendable {
  let name: String
  let rule: String
  /// The kinds of definitions that it can be put into.
  let kinds: Set<String>
  /// Whether the definition has to be one that nothing refers to.
  let needsUnreferred: Bool
  /// Puts the fault into a definition and says where; nil where the definition has no place for it.
  let plant: @Sendable (inout Patient, Stock, inout SplitMix64) -> Spot?

  init(
    _ name: String, _ rule: String, in kinds: Set<String> = Stock.kinds, unreferred: Bool = false,
    _ plant: @escaping @Sendable (inout Patient, Stock, inout SplitMix64) -> Spot?
  ) {
    self.name = name
    self.rule = rule
    self.kinds = kinds
    needsUnreferred = unreferred
    self.plant = plant
  }
}

/// Where a fault is: the way to the value, after the change.
struct Spot {
  var path: [Step]
  /// The line, where it is not the one on which the value begins.
  var line: Int?
  /// The other definition that the fault is about: it stays as it is.
  var partner: String?

  init(_ path: [Step], line: Int? = nil, partner: Patient? = nil) {
    self.path = path
    self.line = line
    self.partner = partner?.path
  }
}

/// A definition that gets a fault.
struct Patient {
  let path: String
  let kind: String
  let id: String
  var root: Item
  /// The bytes to write where the canonical form of `root` is not what is wanted.
  var bytes: [UInt8]?

  var status: String? { root["status"]?.text }

  /// Whether it is an experiment that goes on, or is still to begin.
  var isToCome: Bool {
    kind == "experiment" && ["draft", "ready", "running", "enrolment-closed"].contains(status ?? "")
  }

  /// Gives a member a value, whether it has one or not.
  mutating func put(_ name: String, _ value: Item) {
    if root[name] == nil { append(name, value) } else { set([.member(name)], to: value) }
  }

  /// Adds an item to the end of a list.
  mutating func extend(_ name: String, _ item: Item) {
    root.change([.member(name)]) { $0 = .array(($0.items ?? []) + [item]) }
  }

  /// Adds a member at the end.
  mutating func append(_ name: String, _ value: Item) {
    guard case .object(var members) = root else { return }
    members.append(.init(name, value))
    root = .object(members)
  }

  mutating func set(_ path: [Step], to value: Item) { root.change(path) { $0 = value } }

  /// Takes a member away from the object at `path`.
  mutating func remove(_ name: String, at path: [Step]) {
    root.change(path) { object in
      if case .object(let members) = object { object = .object(members.filter { $0.name != name }) }
    }
  }

  /// The pointer of a path; items of keyed lists are named by their key.
  func pointer(_ path: [Step]) -> String {
    var pointer = ""
    var current: Item? = root
    var list = ""
    for step in path {
      let next = current?[step]
      switch step {
      case .member(let name):
        pointer += "/" + Self.escaped(name)
        list = name
      case .item(let position):
        let key = Self.keys["\(kind)/\(list)"] ?? Self.keys[list]
        let ownKey = Self.ordered.contains("\(kind)/\(list)") ? nil : next?.text
        let name = ownKey ?? key.flatMap { next?[$0]?.text } ?? "\(position)"
        pointer += "/" + Self.escaped(name)
      }
      current = next
    }
    return pointer
  }

  private static func escaped(_ text: String) -> String {
    text.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
      .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
  }

  /// Lists of texts in which the order counts; in all others a text is its own name.
  private static let ordered: Set = ["process/checklist", "process/agenda"]

  /// Which member names the items of a list.
  private static let keys = [
    "links": "url", "members": "id", "milestones": "id", "work": "team", "dependsOn": "on", "variants": "id",
    "guardrails": "metric", "results": "metric", "participants": "segment", "insight/evidence": "source",
    "checklist": "step", "audiences": "team", "approvals": "by", "success": "metric", "vetting": "topic",
    "criteria": "title", "integrations": "tool", "adoption": "team", "risks": "title", "targets": "by",
    "plan/objectives": "id", "observations": "date", "steps": "id", "phases": "from", "ramp": "on",
  ]
}
