public import CivilDates
public import Diagnostics
internal import JSONSyntax
internal import SchemaChecking
public import Workspaces

/// Definitions in a table: what each is, how far it is, whose it is and what it promises next.
public struct DefinitionTable: Sendable {
  /// A line of the table.
  public struct Row: Sendable {
    /// The definition.
    public let definition: Definition
    /// Its file.
    public let path: RepositoryPath
    /// The line that it begins on.
    public let line: Int
    /// The state of its lifecycle.
    public let status: String?
    /// Who answers for it.
    public let owner: String?
    /// The team that it belongs to.
    public let team: String?
    /// Its next promise, or the last one where all have passed.
    public let date: String?
  }

  /// The lines, by kind and id.
  public let rows: [Row]
  /// The kind that was asked for; nil for all.
  public let kind: String?
  /// The day that decides which promise is the next.
  public let asOf: Day
  /// How many rows there are in each state, in the lifecycle's order, or of each kind where all were asked for.
  public let counts: [(name: String, count: Int)]

  /// The definitions of a kind, or of all, for which every condition holds.
  public init(_ snapshot: Snapshot, kind: String?, conditions: [Condition], asOf: Day) {
    self.kind = kind
    self.asOf = asOf
    var columns: [String: KindColumns] = [:]
    let chosen = snapshot.definitions.filter { definition in
      (kind == nil || definition.kind == kind)
        && conditions.allSatisfy {
          $0.holds(for: definition.root, snapshot.library.shape(of: definition.kind))
        }
    }
    rows = chosen.sorted { snapshot.precedes($0, $1) }.map { definition in
      let kindColumns = columns[definition.kind] ?? KindColumns(snapshot.library.shape(of: definition.kind))
      columns[definition.kind] = kindColumns
      let root = definition.root
      return Row(
        definition: definition, path: snapshot.path(of: definition),
        line: 1 + root.document.bytes[..<root.span.start].count { $0 == 0x0A },
        status: kindColumns.status(of: root), owner: kindColumns.owner(of: root),
        team: kindColumns.team(of: root),
        date: kindColumns.date(of: root, asOf: asOf, fiscalYearStart: snapshot.configuration.fiscalYearStart))
    }
    var found: [String: Int] = [:]
    for row in rows {
      if let name = kind == nil ? row.definition.kind : row.status { found[name, default: 0] += 1 }
    }
    var order = snapshot.library.kindNames
    if let kind {
      let properties = snapshot.library.shape(of: kind)?.properties ?? []
      let status = properties.first { $0.shape.lifecycle != nil }?.shape
      order = status?.allowedValues.compactMap(\.string) ?? []
    }
    counts = found.map { (name: $0.key, count: $0.value) }.sorted { left, right in
      (order.firstIndex(of: left.name) ?? .max, left.name) < (
        order.firstIndex(of: right.name) ?? .max, right.name
      )
    }
  }
}
