internal import JSONSyntax

/// The definitions in the files of a tree, found by kind and id: what references are resolved against.
final class DefinitionRegister: Sendable {
  /// The files, by path.
  let files: [Snapshot.File]
  let library: SchemaLibrary
  /// The definitions, in the order of their files.
  let definitions: [Definition]
  /// The positions of each kind's definitions.
  let byKind: [String: [Int]]
  /// The positions of definitions whose kind and id an earlier one has.
  let namesakes: [Int]
  private let index: DefinitionIndex

  /// Registers what is in `files`, which may come in any order.
  init(_ unsorted: [Snapshot.File], _ library: SchemaLibrary) {
    let isSorted = zip(unsorted, unsorted.dropFirst()).allSatisfy { $0.path < $1.path }
    files = isSorted ? unsorted : unsorted.sorted { $0.path < $1.path }
    self.library = library
    var index = DefinitionIndex(count: files.count)
    var kinds: [[Int]] = Array(repeating: [], count: library.count)
    var doubtful: [(position: Int, slot: Int)] = []
    var definitions: [Definition] = []
    definitions.reserveCapacity(files.count)
    for (position, file) in files.enumerated() {
      guard case .definition(let slot) = file.source.content, let id = file.source.id else { continue }
      kinds[slot].append(definitions.count)
      if index.add(definitions.count, slot: slot, hash: id.hash) {
        doubtful.append((definitions.count, slot))
      }
      definitions.append(
        Definition(
          position: definitions.count, file: position, kind: library.kindName(slot), id: id,
          source: file.source))
    }
    var byKind: [String: [Int]] = [:]
    for (slot, positions) in kinds.enumerated() where !positions.isEmpty {
      byKind[library.kindName(slot)] = positions
    }
    self.definitions = definitions
    self.byKind = byKind
    self.index = index
    namesakes = doubtful.filter { item in
      var id = definitions[item.position].id
      return id.withUTF8 { Self.position($0, slot: item.slot, index, definitions) } != item.position
    }.map(\.position)
  }

  /// The first definition of the kind in `slot` with this id.
  func position(slot: Int, id: UnsafeBufferPointer<UInt8>) -> Int? {
    Self.position(id, slot: slot, index, definitions)
  }

  private static func position(
    _ id: UnsafeBufferPointer<UInt8>, slot: Int, _ index: DefinitionIndex, _ definitions: [Definition]
  ) -> Int? {
    index.first(slot: slot, hash: ContentHash.of(id)) { definitions[$0].hasID(id) }
  }

  /// The references of the definitions in `range`, resolved.
  func references(of range: Range<Int>) -> ResolvedReferences {
    var resolved = ResolvedReferences()
    resolved.counts.reserveCapacity(range.count)
    resolved.references.reserveCapacity(range.count * 8)
    for position in range {
      let start = resolved.references.count
      resolve(position, &resolved.references)
      resolved.counts.append(Int32(resolved.references.count - start))
    }
    return resolved
  }

  private func resolve(_ position: Int, _ references: inout [Snapshot.Reference]) {
    let source = files[definitions[position].file].source
    guard case .definition(let slot) = source.content else { return }
    let roles = library.roles(slot)
    for link in source.links {
      let role = roles[Int(link.role)]
      guard !role.slots.isEmpty else { continue }
      let target = target(of: JSONValue(document: source.document, index: Int(link.node)), role)
      references.append(
        Snapshot.Reference(
          source: Int32(position), node: link.node, role: link.role, target: Int32(target ?? -1)))
    }
  }

  private func target(of value: JSONValue, _ role: SchemaLibrary.Role) -> Int? {
    let found = value.withContent { bytes -> Int? in
      var name = bytes
      var slot = role.slots.first
      if role.slots.count > 1 || role.field.kinds.count > 1 {
        guard let colon = bytes.firstIndex(of: 0x3A) else { return nil }
        let kind = UnsafeBufferPointer(rebasing: bytes[..<colon])
        slot = role.slots.first { library.isKind($0, kind) }
        name = UnsafeBufferPointer(rebasing: bytes[(colon + 1)...])
      }
      if role.field.part != nil, let slash = name.firstIndex(of: 0x2F) {
        name = UnsafeBufferPointer(rebasing: name[..<slash])
      }
      return slot.flatMap { position(slot: $0, id: name) }
    }
    return found ?? nil
  }
}

/// References of some definitions in a row, and how many each has.
struct ResolvedReferences: Sendable {
  var references: [Snapshot.Reference] = []
  var counts: [Int32] = []
}
