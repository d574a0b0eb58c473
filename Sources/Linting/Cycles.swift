/// Finds cycles in directed graphs without recursion, in time linear in nodes and edges.
enum Cycles {
  /// One cycle of each group of nodes that reach each other, beginning at its lowest node.
  ///
  /// `edges[node]` are the nodes that `node` leads to. The cycles are as short as their first node allows.
  static func find(_ edges: [[Int]]) -> [[Int]] {
    let groups = groups(edges)
    var members: [Int: [Int]] = [:]
    for (node, group) in groups.enumerated() { members[group, default: []].append(node) }
    return members.values.compactMap { nodes -> [Int]? in
      guard let start = nodes.first, nodes.count > 1 || edges[start].contains(start) else { return nil }
      return shortest(from: start, edges, groups)
    }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  /// A shortest way from `start` back to itself that stays in its group.
  private static func shortest(from start: Int, _ edges: [[Int]], _ groups: [Int]) -> [Int]? {
    var origins: [Int: Int] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      for target in edges[node] where groups[target] == groups[start] {
        if target == start {
          var way = [node]
          while let last = way.last, last != start, let origin = origins[last] { way.append(origin) }
          return way.reversed()
        }
        if origins[target] == nil {
          origins[target] = node
          queue.append(target)
        }
      }
    }
    return nil
  }

  /// The strongly connected group of each node, by Tarjan's algorithm with a stack of its own.
  private static func groups(_ edges: [[Int]]) -> [Int] {
    var order = [Int](repeating: -1, count: edges.count)
    var lowest = order
    var groups = order
    var open: [Int] = []
    var calls: [(node: Int, edge: Int)] = []
    var count = 0
    var groupCount = 0
    for root in edges.indices where order[root] < 0 {
      calls.append((root, 0))
      while let (node, edge) = calls.last {
        if edge == 0 {
          order[node] = count
          lowest[node] = count
          count += 1
          open.append(node)
        }
        if edge > 0 {
          let target = edges[node][edge - 1]
          if groups[target] < 0 { lowest[node] = min(lowest[node], lowest[target]) }
        }
        if let next = edges[node].indices.dropFirst(edge).first(where: { order[edges[node][$0]] < 0 }) {
          for index in edge..<next where groups[edges[node][index]] < 0 {
            lowest[node] = min(lowest[node], order[edges[node][index]])
          }
          calls[calls.count - 1].edge = next + 1
          calls.append((edges[node][next], 0))
          continue
        }
        for index in edges[node].indices.dropFirst(edge) where groups[edges[node][index]] < 0 {
          lowest[node] = min(lowest[node], order[edges[node][index]])
        }
        calls.removeLast()
        guard lowest[node] == order[node] else { continue }
        while let member = open.popLast() {
          groups[member] = groupCount
          if member == node { break }
        }
        groupCount += 1
      }
    }
    return groups
  }
}
