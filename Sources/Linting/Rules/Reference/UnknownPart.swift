public import Diagnostics
internal import JSONSyntax
internal import SchemaChecking
internal import Workspaces

/// Flags a reference to a part, such as an objective, that the definition referred to does not have.
public struct UnknownPart: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "reference/unknown-part", .error,
    summary: "A reference to a part that its definition does not have, such as an objective or a step.",
    why: "What points at nothing counts towards nothing: the objective seems unserved and the step undone.",
    remedy: "Correct the part's id, or add the part to the definition.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "The plan has no such objective",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "idea", "team": "growth",
        "objectives": [⟦"shop-2026/fast"⟧]}
      """#,
      #"{"kind": "plan", "id": "shop-2026", "title": "Shop", "product": "Shop", "period": "2026"}"#,
      RuleExample.growth),
    .bad(
      "The process has no such step",
      #"""
      {"kind": "launch", "id": "new-checkout", "title": "New checkout", "initiative": "checkout",
        "date": "2026-05", "tier": 2, "status": "planned", "process": "launch",
        "checklist": [{"step": ⟦"pres"⟧, "status": "open"}, {"step": "press", "status": "open"}]}
      """#,
      #"""
      {"kind": "process", "id": "launch", "title": "Launch", "purpose": "Nobody is surprised", "status": "adopted",
        "steps": [{"id": "press", "title": "Tell the press", "accountable": "marketing"}]}
      """#,
      #"{"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "idea", "team": "growth"}"#,
      RuleExample.growth),
    .good(
      "The objective is one of the plan's",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "idea", "team": "growth",
        "objectives": ["shop-2026/fast"]}
      """#,
      #"""
      {"kind": "plan", "id": "shop-2026", "title": "Shop", "product": "Shop", "period": "2026",
        "objectives": [{"id": "fast", "title": "Fast", "metric": "wait", "target": 2, "by": "2026-06"}]}
      """#,
      #"{"kind": "metric", "id": "wait", "title": "Wait", "definition": "Seconds", "direction": "down"}"#,
      RuleExample.growth),
  ]

  /// Looks at every link whose field names a part.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let snapshot = context.snapshot
    var parts = Parts(snapshot: snapshot)
    for (position, definition) in snapshot.definitions.enumerated() {
      let source = snapshot.files[definition.file].source
      guard case .definition(let slot) = source.content else { continue }
      let roles = snapshot.library.roles(slot)
      for link in source.links {
        let role = roles[Int(link.role)].field
        guard let list = role.part else { continue }
        let value = JSONValue(document: source.document, index: Int(link.node))
        let holder = role.partOf.map { definition[name: $0]?.index } ?? value.index
        guard let holder, let target = parts.target(of: holder, in: position), let id = id(value, role)
        else { continue }
        let ids = parts.ids(list, of: target)
        if ids.contains(id) { continue }
        let whole = role.partOf == nil ? "\(snapshot.definitions[target].id)/" : ""
        report.report(.unknown(id, list, snapshot.definitions[target], ids, whole), at: value, in: definition)
      }
    }
  }

  /// The id of the part: what follows the slash, or everything where another field names the definition.
  private static func id(_ value: JSONValue, _ role: FieldRole) -> String? {
    guard let text = value.string, role.partOf == nil else { return value.string }
    return text.split(separator: "/", maxSplits: 1).dropFirst().first.map(String.init)
  }
}

/// The parts of definitions, gathered once for each list.
private struct Parts {
  let snapshot: Snapshot
  private var known: [List: Set<String>] = [:]
  private var source = -1
  private var targets: [(node: Int, index: Int, target: Int)] = []

  private struct List: Hashable {
    let definition: Int
    let name: String
  }

  init(snapshot: Snapshot) { self.snapshot = snapshot }

  /// The definition that the reference at `node` of the one at `position` leads to.
  mutating func target(of node: Int, in position: Int) -> Int? {
    if source != position { gather(position) }
    var low = 0
    var high = targets.count
    while low < high {
      let middle = (low + high) / 2
      if targets[middle].node <= node { low = middle + 1 } else { high = middle }
    }
    return low > 0 && targets[low - 1].node == node ? targets[low - 1].target : nil
  }

  private mutating func gather(_ position: Int) {
    source = position
    targets.removeAll(keepingCapacity: true)
    for index in snapshot.outgoing[position] {
      let reference = snapshot.references[Int(index)]
      guard reference.target >= 0 else { continue }
      targets.append((Int(reference.node), Int(index), Int(reference.target)))
    }
    targets.sort { ($0.node, $0.index) < ($1.node, $1.index) }
  }

  /// The keys of the list named `list` of the definition at `target`.
  mutating func ids(_ list: String, of target: Int) -> Set<String> {
    let name = List(definition: target, name: list)
    if let ids = known[name] { return ids }
    let definition = snapshot.definitions[target]
    let key = snapshot.library.shape(of: definition.kind)?[list]?.listKey ?? "id"
    let items = definition[name: list]?.items
    let ids = Set((items?.compactMap { $0[name: key]?.string }) ?? [])
    known[name] = ids
    return ids
  }
}

extension RuleMessage {
  fileprivate static func unknown(
    _ id: String, _ list: String, _ target: Definition, _ known: Set<String>, _ prefix: String
  ) -> Self {
    Self(
      "the \(target.kind) '\(target.id)' has no '\(id)' among its \(list)",
      help: known.isEmpty
        ? "The \(target.kind) has no \(list) yet: add it there, or take the reference out." : "",
      candidates: NearestNames.candidates(for: id, among: known.sorted()).map { prefix + $0 })
  }
}
