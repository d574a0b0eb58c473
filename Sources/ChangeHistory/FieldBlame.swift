public import Diffing
public import SchemaChecking

/// Finds for every field of a definition the step that gave it its value; takes a life from its newest event on.
///
/// A field that is not resolved yet has had its value ever since: it is resolved by the first older version that says
/// something else, or nothing. So a value that came back blames the step that brought it back, and what was removed
/// and put in again blames the step that put it in again.
public struct FieldBlame: Sendable {
  /// The fields, in the order of the file.
  public let leaves: [FieldLeaf]
  private let shape: Shape?
  private var open: [Int]

  /// Nothing is known yet of the fields of `version`.
  public init(of version: DefinitionVersion, shape: Shape?) {
    leaves = version.leaves(shape)
    self.shape = shape
    open = Array(leaves.indices)
  }

  /// The positions of the fields whose step is not known yet.
  public var unresolved: [Int] { open }

  /// Takes the next older event, and gives the positions of the fields whose value it brought.
  public mutating func take(_ event: LifeEvent) -> [Int] {
    guard case .changed(let before, let after) = event.deed, after != nil else { return [] }
    guard let before else {
      defer { open = [] }
      return open
    }
    let known = LeafIndex(before.leaves(shape))
    let (kept, resolved) = open.partitioned { known.has(leaves[$0]) }
    open = kept
    return resolved
  }

  /// The commit, of those that a merge brought in, that gave a field its value; nil where the merge itself did.
  ///
  /// `commits` come newest first; one that has the value from a parent did not give it.
  public static func author(of leaf: FieldLeaf, among commits: [InnerCommit]) -> InnerCommit? {
    commits.first { commit in
      commit.fields?.has(leaf) == true && !commit.parents.contains { $0?.has(leaf) == true }
    }
  }
}

/// What a version says, to be asked field by field.
public struct LeafIndex: Sendable {
  private let values: [String: FieldLeaf]

  /// An index of leaves.
  public init(_ leaves: [FieldLeaf]) {
    values = Dictionary(leaves.map { ($0.pointer, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the version says the same at the same place.
  public func has(_ leaf: FieldLeaf) -> Bool { values[leaf.pointer]?.says(theSameAs: leaf) ?? false }
}

/// One of the commits that a merge brought in, of those that changed the definition's file.
public struct InnerCommit: Sendable {
  /// Who made it, and when.
  public let authorship: Authorship
  /// What it says; nil where it has no version that can be read.
  public let fields: LeafIndex?
  /// What its parents say.
  public let parents: [LeafIndex?]

  /// A commit with what it and its parents say.
  public init(_ authorship: Authorship, fields: LeafIndex?, parents: [LeafIndex?]) {
    self.authorship = authorship
    self.fields = fields
    self.parents = parents
  }
}

extension Array {
  /// What a test holds for, and the rest, both in their order.
  fileprivate func partitioned(by test: (Element) -> Bool) -> (held: [Element], rest: [Element]) {
    reduce(into: ([], [])) { parts, element in
      if test(element) { parts.0.append(element) } else { parts.1.append(element) }
    }
  }
}
