internal import JSONSyntax
internal import Workspaces

/// The ids of a tree, gathered for a kind when the first reference to it leads nowhere.
struct KnownNames {
  /// The tree.
  let snapshot: Snapshot
  private var search = NameSearch()
  private var ids: [String: [String]] = [:]
  private var formerIDs: [String: [String: String]] = [:]

  /// The names of a tree.
  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// Whether there is a definition of the kind with the id.
  func isThere(_ kind: String, _ id: String) -> Bool { snapshot.position(kind: kind, id: id) != nil }

  /// The ids of the kind that come nearest to one that is not there.
  mutating func nearest(to id: String, kind: String) -> [String] {
    let known = ids[kind] ?? snapshot.definitions(of: kind).map(\.definition.id)
    ids[kind] = known
    return search.candidates(for: id, among: known)
  }

  /// The id that the definition once named `id` has now.
  mutating func successor(of id: String, kind: String) -> String? {
    if formerIDs[kind] == nil {
      var former: [String: String] = [:]
      for (_, definition) in snapshot.definitions(of: kind) {
        for old in definition.items("formerly") { if let old = old.string { former[old] = definition.id } }
      }
      formerIDs[kind] = former
    }
    return formerIDs[kind]?[id]
  }
}
