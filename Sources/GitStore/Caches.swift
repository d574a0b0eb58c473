/// The directories read last, within a bound on their bytes.
///
/// Two halves: what is used moves to the young half, and when that is full the old half is dropped.
final class TreeCache {
  private static let halfBytes = 2 << 20

  private var young: [ObjectID: ObjectBytes] = [:]
  private var old: [ObjectID: ObjectBytes] = [:]
  private var youngBytes = 0

  subscript(id: ObjectID) -> ObjectBytes? {
    if let found = young[id] { return found }
    guard let found = old[id] else { return nil }
    insert(found, for: id)
    return found
  }

  func insert(_ tree: ObjectBytes, for id: ObjectID) {
    let size = unsafe tree.buffer.count + 128
    if youngBytes + size > Self.halfBytes {
      old = young
      young.removeAll(keepingCapacity: true)
      youngBytes = 0
    }
    young[id] = tree
    youngBytes += size
  }
}

/// The bare facts of commits met so far, for walks over the graph.
final class CommitCache {
  private static let limit = 1 << 20

  private var nodes: [ObjectID: CommitNode] = [:]

  subscript(id: ObjectID) -> CommitNode? { nodes[id] }

  func insert(_ node: CommitNode, for id: ObjectID) {
    if nodes.count >= Self.limit { nodes.removeAll() }
    nodes[id] = node
  }
}

/// What a walk over the graph needs of a commit.
struct CommitNode {
  let tree: ObjectID
  let parents: [ObjectID]
  /// The committer's time; 0 where it cannot be read.
  let time: Int64
}
