public import Diagnostics
internal import JSONSyntax
internal import SchemaChecking
internal import Workspaces

/// Flags two items of a list under one key.
public struct DuplicateItemKey: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "definition/duplicate-item-key", .error,
    summary: "Two items of a list with the same key, such as two milestones with one id.",
    why:
      "References and change reports know an item by its key: they mean one of the two, and nobody can tell which.",
    remedy: "Give one of them another key, or make one item of the two.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Two milestones with one id",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "idea", "team": "growth",
        "milestones": [{"id": "beta", "target": "2026-03"}, {"id": ⟦"beta"⟧, "target": "2026-05"}]}
      """#,
      RuleExample.growth),
    .good(
      "Each milestone has its own",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "idea", "team": "growth",
        "milestones": [{"id": "beta", "target": "2026-03"}, {"id": "ga", "target": "2026-05"}]}
      """#,
      RuleExample.growth),
  ]

  /// Walks through every list whose schema names a key.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    var waiting: [(JSONValue, Shape)] = []
    for kind in context.snapshot.library.kindNames {
      guard let shape = context.snapshot.library.shape(of: kind), shape.leadsToKeys else { continue }
      let fields = shape.properties.filter(\.shape.leadsToKeys)
      let hasOthers = shape.otherProperties?.leadsToKeys ?? false
      for (_, definition) in context.all(kind) {
        if hasOthers { waiting.append((definition.root, shape)) }
        for field in fields where !hasOthers {
          if let value = definition[name: field.name] { waiting.append((value, field.shape)) }
        }
        while let (value, shape) = waiting.popLast() {
          visit(value, shape, definition, &waiting, &report)
        }
      }
    }
  }

  /// Compares the keys of `value` where it is such a list, and notes what in it may hold others.
  private static func visit(
    _ value: JSONValue, _ shape: Shape, _ definition: Definition, _ waiting: inout [(JSONValue, Shape)],
    _ report: inout Reporter
  ) {
    switch value.kind {
    case .object:
      for member in value.members where member.value.kind == .array || member.value.kind == .object {
        if let inner = shape[key: member.key], inner.leadsToKeys { waiting.append((member.value, inner)) }
      }
    case .array:
      guard let inner = shape.items else { return }
      if let key = shape.listKey { compare(value, key, definition, &report) }
      guard inner.leadsToKeys else { return }
      for item in value.items where item.kind == .array || item.kind == .object {
        waiting.append((item, inner))
      }
    default: break
    }
  }

  /// Whether two of the keys have one hash: few lists, and so hardly any needs a closer look.
  private static func mayRepeat(_ list: JSONValue, _ key: String) -> Bool {
    guard list.count <= 32 else { return true }
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 32) { hashes in
      var count = 0
      for item in list.items {
        guard let value = item.kind == .string ? item : item[name: key] else { continue }
        let hash = value.node.payload
        for other in 0..<count where hashes[other] == hash { return true }
        hashes[count] = hash
        count += 1
      }
      return false
    }
  }

  private static func compare(
    _ list: JSONValue, _ key: String, _ definition: Definition, _ report: inout Reporter
  ) {
    guard list.node.count > 1, mayRepeat(list, key) else { return }
    var seen: [ArraySlice<UInt8>: (value: JSONValue, isBare: Bool)] = [:]
    for item in list.items {
      let isBare = item.kind == .string
      guard let value = isBare ? item : item[name: key], let content = value.content else { continue }
      guard let first = seen[content] else {
        seen[content] = (value, isBare)
        continue
      }
      // Two equal texts are the same item twice, which the schema tells.
      if isBare, first.isBare { continue }
      report.report(
        .duplicate(value.string ?? "", key), at: value, in: definition,
        notes: [RuleNote("it stands here first", at: first.value, in: definition)])
    }
  }
}

extension RuleMessage {
  fileprivate static func duplicate(_ text: String, _ key: String) -> Self {
    Self("another item of the list has the \(key) '\(text)'", discriminator: text)
  }
}
