internal import Diagnostics
internal import JSONSyntax
internal import SchemaChecking
internal import Workspaces

/// Puts the changes between two snapshots together.
struct ChangeSetBuilder {
  let base: Snapshot
  let head: Snapshot
  let context: DiffContext
  var result = ChangeSet()

  init(base: Snapshot, head: Snapshot, context: DiffContext) {
    self.base = base
    self.head = head
    self.context = context
  }

  mutating func build() {
    let (old, oldOrder) = base.versions()
    let (new, newOrder) = head.versions()
    var added: [DefinitionVersion] = []
    var removed: [DefinitionVersion] = []
    var renamed: Set<String> = []
    for name in newOrder {
      let after = new[name] ?? []
      if let before = old[name] {
        comparePaired(before, after, &added, &removed)
      } else if let first = after.first, let former = formerName(of: first, old, new, renamed) {
        renamed.insert(former)
        comparePaired(old[former] ?? [], after, &added, &removed)
      } else {
        added += after
      }
    }
    for name in oldOrder where new[name] == nil && !renamed.contains(name) { removed += old[name] ?? [] }
    tellUnreadable(&added, &removed)
    let gone = removed
    tellReplaced(&added, &removed)
    tellSuspected(&added, &removed)
    for version in added { append(nil, version) }
    for version in removed { append(version, nil) }
    compareConfiguration()
    result.changes.sortStably { ($0.subject.kind, $0.subject.id) < ($1.subject.kind, $1.subject.id) }
    tellConsequences(gone: Set(gone.lazy.map(\.name).filter { new[$0] == nil }).union(renamed))
    result.folds = ChangeFold.folds(of: result.changes)
    result.formatOnly.sort()
  }

  private func shape(of kind: String) -> Shape? {
    head.library.shape(of: kind) ?? base.library.shape(of: kind)
  }

  private mutating func append(_ before: DefinitionVersion?, _ after: DefinitionVersion?) {
    guard let kind = (after ?? before)?.kind else { return }
    result.changes += DefinitionDiff.changes(
      before: before, after: after, shape: shape(of: kind), context: context)
  }

  private mutating func compare(_ before: DefinitionVersion, _ after: DefinitionVersion) {
    result.compared += 1
    let isSamePath = before.path == after.path
    if before.root.document === after.root.document, isSamePath { return }
    let count = result.changes.count
    append(before, after)
    if result.changes.count == count, isSamePath, before.root.document.bytes != after.root.document.bytes {
      result.formatOnly.append(after.path)
    }
  }

  /// Versions of one name: where it stands for several, those in one file belong together, then first with first.
  private mutating func comparePaired(
    _ old: [DefinitionVersion], _ new: [DefinitionVersion], _ added: inout [DefinitionVersion],
    _ removed: inout [DefinitionVersion]
  ) {
    if old.count == 1, new.count == 1 { return compare(old[0], new[0]) }
    let places = Dictionary(new.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(old.map(\.path))
    for before in old {
      if let after = places[before.path] { compare(before, after) }
    }
    let (restOld, restNew) = (old.filter { places[$0.path] == nil }, new.filter { !known.contains($0.path) })
    for (before, after) in zip(restOld, restNew) { compare(before, after) }
    added += restNew.dropFirst(restOld.count)
    removed += restOld.dropFirst(restNew.count)
  }

  /// The configuration is compared as if it were a definition.
  private mutating func compareConfiguration() {
    func version(_ snapshot: Snapshot) -> DefinitionVersion? {
      guard let document = snapshot.configuration.document, document.isComplete, let root = document.root
      else {
        return nil
      }
      return DefinitionVersion(kind: "configuration", id: "prodops", path: Configuration.path, root: root)
    }
    let (before, after) = (version(base), version(head))
    if before != nil || after != nil {
      result.changes += DefinitionDiff.changes(
        before: before, after: after, shape: SchemaLibrary.configurationSchema?.shape, context: context)
    }
  }

  /// The old name that a new definition declares in `formerly`.
  private func formerName(
    of version: DefinitionVersion, _ old: [String: [DefinitionVersion]], _ new: [String: [DefinitionVersion]],
    _ taken: Set<String>
  ) -> String? {
    version.formerIDs.lazy.map { "\(version.kind):\($0)" }.first {
      old[$0] != nil && new[$0] == nil && !taken.contains($0)
    }
  }

  /// What cannot be read on one side is neither new nor gone.
  private mutating func tellUnreadable(
    _ added: inout [DefinitionVersion], _ removed: inout [DefinitionVersion]
  ) {
    let (before, after) = (base.unreadable(), head.unreadable())
    guard !before.isEmpty || !after.isEmpty else { return }
    added.removeAll { before[$0.path] != nil }
    removed.removeAll { after[$0.path] != nil }
    for path in Set(before.keys).union(after.keys).sorted()
    where before[path] != after[path] || before[path] == [] {
      result.unreadable.append(
        ChangeSet.UnreadableFile(path: path, before: before[path] != nil, after: after[path] != nil))
    }
  }

  /// One that came and refers to one of its kind that went has taken its place.
  private mutating func tellReplaced(
    _ added: inout [DefinitionVersion], _ removed: inout [DefinitionVersion]
  ) {
    guard !added.isEmpty, !removed.isEmpty else { return }
    let gone = Dictionary(removed.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let places = Dictionary(added.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var replaced: Set<String> = []
    var replacing: Set<String> = []
    for reference in head.references where reference.target < 0 {
      let source = head.definitions[Int(reference.source)]
      guard let after = places[source.name], !replacing.contains(after.name) else { continue }
      for name in head.names(meantBy: reference) where gone[name]?.kind == after.kind {
        guard let before = gone[name], replaced.insert(name).inserted else { continue }
        replacing.insert(after.name)
        var change = Change(
          .definitionReplaced, of: after.subject(shape(of: after.kind)), before: before.root,
          after: after.root,
          pathBefore: before.path, pathAfter: after.path)
        change.facts.previous = before.subject(shape(of: before.kind))
        result.changes.append(change)
        break
      }
    }
    added.removeAll { replacing.contains($0.name) }
    removed.removeAll { replaced.contains($0.name) }
  }

  private mutating func tellSuspected(
    _ added: inout [DefinitionVersion], _ removed: inout [DefinitionVersion]
  ) {
    for pair in RenameSearch.pairs(removed: removed, added: added) {
      var changes = DefinitionDiff.changes(
        before: pair.before, after: pair.after, shape: shape(of: pair.after.kind), context: context)
      for index in changes.indices where changes[index].idiom == .definitionRenamed {
        changes[index].idiom = .renameSuspected
        changes[index].facts.evidence = pair.evidence
      }
      result.changes += changes
      added.removeAll { $0.name == pair.after.name }
      removed.removeAll { $0.name == pair.before.name }
    }
  }

  // MARK: Consequences

  private mutating func tellConsequences(gone: Set<String>) {
    var referred: Set<String> = []
    if !gone.isEmpty {
      let successors = successors
      for reference in head.references where reference.target < 0 {
        guard let name = head.names(meantBy: reference).first(where: gone.contains),
          successors[name] != head.definitions[Int(reference.source)].name
        else { continue }
        add(reference, of: name)
        referred.insert(name)
      }
    }
    for change in result.changes where change.idiom == .lifecycleEnded && change.fields.count == 1 {
      guard let position = head.position(kind: change.subject.kind, id: change.subject.id) else { continue }
      for index in head.referrers(of: position) {
        let reference = head.references[Int(index)]
        guard Int(reference.source) != position else { continue }
        add(reference, of: change.subject.name)
        referred.insert(change.subject.name)
      }
    }
    for index in result.changes.indices {
      let change = result.changes[index]
      let name = change.facts.previous?.name ?? change.subject.name
      guard referred.contains(name) else { continue }
      switch change.idiom {
      case .definitionRemoved, .definitionRenamed, .renameSuspected, .definitionReplaced:
        result.changes[index].weight = .breaking
        result.changes[index].reasons.append(.stillReferenced)
      case .lifecycleEnded where change.fields.count == 1:
        result.changes[index].reasons.append(.stillReferenced)
      default: break
      }
    }
  }

  /// Who took the place of what went, by its name; that one may go on naming it.
  private var successors: [String: String] {
    var successors: [String: String] = [:]
    for change in result.changes where change.idiom == .definitionReplaced {
      if let previous = change.facts.previous { successors[previous.name] = change.subject.name }
    }
    return successors
  }

  private mutating func add(_ reference: Snapshot.Reference, of name: String) {
    result.consequences.append(head.consequence(of: name, reference))
  }
}

extension Snapshot {
  /// The definitions, as `kind:id`, that the text of a reference can mean.
  func names(meantBy reference: Reference) -> [String] {
    let source = definitions[Int(reference.source)]
    guard case .definition(let slot) = files[source.file].source.content else { return [] }
    let role = library.roles(slot)[Int(reference.role)].field
    let value = JSONValue(document: source.root.document, index: Int(reference.node))
    guard var text = value.string else { return [] }
    if role.part != nil, let slash = text.utf8.firstIndex(of: 0x2F) { text = String(text[..<slash]) }
    return role.kinds.count > 1 ? [text] : role.kinds.map { "\($0):\(text)" }
  }
}

extension Array {
  /// Sorts so that equal elements keep their order.
  mutating func sortStably(_ precedes: (Element, Element) -> Bool) {
    let sorted = enumerated().sorted { left, right in
      if precedes(left.element, right.element) { return true }
      if precedes(right.element, left.element) { return false }
      return left.offset < right.offset
    }
    self = sorted.map(\.element)
  }
}
