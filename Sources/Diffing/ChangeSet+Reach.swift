internal import JSONSyntax
internal import SchemaChecking
public import Workspaces

extension ChangeSet {
  /// How far references are followed, and how many definitions are named for one change.
  private static let reach = (steps: 3, definitions: 200)

  /// Finds out which definitions rely on what changed in a risky or breaking way, by paths of references.
  ///
  /// Breadth first, so that the path named is a shortest one; definitions whose lifecycle is over rely on nothing.
  public mutating func followReferences(in head: Snapshot) {
    var sources: [String] = []
    var known: Set<String> = []
    for consequence in consequences { known.insert(consequence.of) }
    for change in changes
    where change.weight >= .risky && !change.idiom.isFollowing {
      if known.insert(change.subject.name).inserted { sources.append(change.subject.name) }
    }
    for name in sources {
      guard let colon = name.firstIndex(of: ":"),
        let start = head.position(kind: String(name[..<colon]), id: String(name[name.index(after: colon)...]))
      else { continue }
      follow(from: start, name, in: head)
    }
  }

  private mutating func follow(from start: Int, _ name: String, in head: Snapshot) {
    var seen: Set<Int> = [start]
    var front: [(position: Int, through: [String])] = [(start, [])]
    var count = 0
    for _ in 0..<Self.reach.steps where !front.isEmpty {
      var next: [(position: Int, through: [String])] = []
      for (position, through) in front {
        for index in head.referrers(of: position) {
          let reference = head.references[Int(index)]
          let source = Int(reference.source)
          guard seen.insert(source).inserted, !head.isOver(source) else { continue }
          count += 1
          guard count <= Self.reach.definitions else {
            isReachCut = true
            return
          }
          consequences.append(head.consequence(of: name, reference, through: through))
          next.append((source, through + [head.definitions[source].name]))
        }
      }
      front = next
    }
  }
}

extension Snapshot {
  /// What a reference says of the change of the definition called `name`.
  func consequence(of name: String, _ reference: Reference, through: [String] = []) -> ChangeSet.Consequence {
    let source = definitions[Int(reference.source)]
    let file = files[source.file]
    return ChangeSet.Consequence(
      of: name,
      referrer: Change.Subject(
        kind: source.kind, id: source.id, title: source.title,
        kindLabel: library.shape(of: source.kind)?.label ?? FieldLabels.humanised(source.kind)),
      pointer: pointer(to: Int(reference.node), in: file.source), path: file.path, through: through)
  }

  /// Whether a state of its lifecycle ended the definition.
  fileprivate func isOver(_ position: Int) -> Bool {
    let definition = definitions[position]
    return LifeStage(definition.root, library.shape(of: definition.kind)) == .ended
  }
}
