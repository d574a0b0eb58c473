internal import Graphs
internal import CivilDates
internal import JSONSyntax
internal import Workspaces

extension LintContext {
  /// The definitions of a kind, by path.
  func all(_ kind: String) -> DefinitionsOfKind {
    snapshot.definitions(of: kind)
  }

  /// The definition of `kind` that a reference leads to.
  func target(_ value: JSONValue?, _ kind: String) -> Definition? {
    relations.target(value, kind: kind)?.definition
  }

  /// The when that `value` spells.
  func when(_ value: JSONValue?) -> When? { relations.when(value) }

  /// The day that `value` spells, which must be a day.
  func day(_ value: JSONValue?) -> Day? { value?.withContent { Day(iso: $0) } ?? nil }

  /// The last day that `value` means, if it lies before today.
  func passed(_ value: JSONValue?) -> Day? {
    guard let last = when(value)?.last, last < asOf else { return nil }
    return last
  }

  /// Cycles among the definitions of `kind`: their definitions, each with the value that leads to the next.
  ///
  /// `links` yields the values of a definition that refer to others of its kind.
  func cycles(
    _ kind: String, links: (Definition) -> [JSONValue]
  ) -> [[(definition: Definition, value: JSONValue)]] {
    let nodes = snapshot.byKind[kind] ?? []
    let indices = Dictionary(zip(nodes, nodes.indices), uniquingKeysWith: { first, _ in first })
    var edges: [[Int]] = []
    var values: [[JSONValue]] = []
    for position in nodes {
      var targets: [Int] = []
      var links = links(snapshot.definitions[position])
      links.removeAll { value in
        guard let found = relations.target(value, kind: kind), let index = indices[found.position] else {
          return true
        }
        targets.append(index)
        return false
      }
      edges.append(targets)
      values.append(links)
    }
    return Cycles(edges).circles().map { cycle in
      cycle.indices.compactMap { place in
        let next = cycle[(place + 1) % cycle.count]
        guard let edge = edges[cycle[place]].firstIndex(of: next) else { return nil }
        return (snapshot.definitions[nodes[cycle[place]]], values[cycle[place]][edge])
      }
    }
  }
}

extension Definition {
  /// Whether a metric, tool or process is on its way out, or gone.
  var isFading: Bool { has("status", oneOf: "deprecated", "retired") }

  /// The status as written; empty where there is none.
  var status: String { self["status"]?.string ?? "" }
}

extension JSONValue {
  /// Whether the field named `field` of this object is one of the strings `texts`.
  func has(_ field: StaticString, oneOf texts: StaticString...) -> Bool {
    guard let value = self[field] else { return false }
    return texts.contains { value.isString($0) }
  }
}
