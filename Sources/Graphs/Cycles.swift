/// Circles in graphs whose nodes are numbered from 0, found without recursion.
public struct Cycles: Sendable {
  private let edges: [[Int]]

  /// A graph with an edge from each node to those in its list.
  public init(_ edges: [[Int]]) { self.edges = edges }

  /// The sets of nodes that lie on circles together, each in ascending order (Tarjan's algorithm).
  public func components() -> [[Int]] {
    var found: [[Int]] = []
    var order = [Int](repeating: -1, count: edges.count)
    var low = order
    var onStack = [Bool](repeating: false, count: edges.count)
    var stack: [Int] = []
    var path: [(node: Int, next: Int)] = []
    var counter = 0
    func enter(_ node: Int) {
      order[node] = counter
      low[node] = counter
      counter += 1
      stack.append(node)
      onStack[node] = true
      path.append((node, 0))
    }
    for start in edges.indices where order[start] < 0 && !edges[start].isEmpty {
      enter(start)
      while let (node, next) = path.last {
        if next < edges[node].count {
          path[path.count - 1].next += 1
          let target = edges[node][next]
          if order[target] < 0 {
            enter(target)
          } else if onStack[target] {
            low[node] = min(low[node], order[target])
          }
          continue
        }
        path.removeLast()
        if let above = path.last { low[above.node] = min(low[above.node], low[node]) }
        guard low[node] == order[node] else { continue }
        var component: [Int] = []
        while let top = stack.popLast() {
          onStack[top] = false
          component.append(top)
          if top == node { break }
        }
        if component.count > 1 || edges[node].contains(node) { found.append(component.sorted()) }
      }
    }
    return found
  }

  /// One circle of each component, beginning at its lowest node, in the order of those.
  public func circles() -> [[Int]] {
    components().compactMap { component in component.first.map { circle(from: $0, in: component) } }
      .sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  /// A shortest way from `start` back to itself among the nodes of its component, beginning with `start`.
  public func circle(from start: Int, in component: [Int]) -> [Int] {
    let members = Set(component)
    var cameFrom: [Int: Int] = [:]
    var queue = [start]
    var position = 0
    while position < queue.count {
      let node = queue[position]
      position += 1
      for target in edges[node] where members.contains(target) {
        if target == start {
          var way = [node]
          while let last = way.last, last != start, let before = cameFrom[last] { way.append(before) }
          return way.reversed()
        }
        guard cameFrom[target] == nil else { continue }
        cameFrom[target] = node
        queue.append(target)
      }
    }
    return [start]
  }
}
