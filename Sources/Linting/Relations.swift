public import CivilDates
public import JSONSyntax
public import Workspaces

/// Relations of a snapshot that several rules ask for: who refers to whom by which field, and dates as days.
public struct Relations: Sendable {
  let snapshot: Snapshot

  /// The relations of a snapshot.
  public init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// The when that `value` spells, by the repository's fiscal year.
  public func when(_ value: JSONValue?) -> When? {
    guard let value else { return nil }
    let fiscalYearStart = snapshot.configuration.fiscalYearStart
    return value.withContent { When($0, fiscalYearStart: fiscalYearStart) } ?? nil
  }

  /// The definition that a reference value of the given kind leads to; `kind:id` and `id/part` are understood.
  public func target(_ value: JSONValue?, kind: String) -> (position: Int, definition: Definition)? {
    let found = value?.withContent { text -> Int? in
      var name = text[...]
      if let colon = name.firstIndex(of: 0x3A) {
        guard name[..<colon].elementsEqual(kind.utf8) else { return nil }
        name = name[(colon + 1)...]
      }
      if let slash = name.firstIndex(of: 0x2F) { name = name[..<slash] }
      return snapshot.position(kind: kind, id: UnsafeBufferPointer(rebasing: name))
    }
    return found.flatMap(\.self).map { ($0, snapshot.definitions[$0]) }
  }

  /// The definitions whose field `field` (at any depth) leads to the one at `position`, with the referring values.
  public func referrers(
    of position: Int, kind: String
  ) -> [(position: Int, definition: Definition, value: JSONValue)] {
    snapshot.referrers(of: position).compactMap { index in
      let reference = snapshot.references[Int(index)]
      let source = snapshot.definitions[Int(reference.source)]
      guard source.kind == kind else { return nil }
      return (
        Int(reference.source), source, JSONValue(document: source.root.document, index: Int(reference.node))
      )
    }
  }

  /// Whether anything but the definition itself refers to the one at `position`.
  public func isReferred(_ position: Int) -> Bool {
    snapshot.referrers(of: position).contains { Int(snapshot.references[Int($0)].source) != position }
  }
}
