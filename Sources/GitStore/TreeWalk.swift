/// What both kinds of walks over directories keep: the path so far and what is left of the limits.
struct TreeWalk {
  private(set) var path: [UInt8] = []
  /// What is wrong with the first unfit part of the path.
  private(set) var problem: TreeEntryProblem?
  private let limits: WalkLimits
  private var entries: Int
  private var depth = 0

  init(limits: WalkLimits) {
    self.limits = limits
    entries = limits.entries
    path.reserveCapacity(256)
  }

  /// Counts one more entry.
  @inline(__always)
  mutating func count() throws(GitError) {
    guard entries > 0 else { throw .overLimit(.entries, limit: limits.entries, path: path) }
    entries -= 1
  }

  /// Goes into a directory whose name is at the end of the path.
  mutating func enter() throws(GitError) {
    guard depth < limits.depth else { throw .overLimit(.depth, limit: limits.depth, path: path) }
    depth += 1
  }

  mutating func leave() { depth -= 1 }

  /// Where a path was before a name was appended to it.
  struct Mark {
    fileprivate let length: Int
    fileprivate let problem: TreeEntryProblem?
  }

  /// Appends a name to the path and returns what to go back to.
  mutating func push(_ name: UnsafeRawBufferPointer) -> Mark {
    let mark = Mark(length: path.count, problem: problem)
    if mark.length > 0 { path.append(UInt8(ascii: "/")) }
    unsafe path.append(contentsOf: name)
    if problem == nil { problem = unsafe TreeEntryProblem(bytes: name) }
    return mark
  }

  mutating func pop(to mark: Mark) {
    path.removeSubrange(mark.length...)
    problem = mark.problem
  }
}
