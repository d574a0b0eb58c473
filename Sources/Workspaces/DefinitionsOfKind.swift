/// The definitions of one kind, by path.
public struct DefinitionsOfKind: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let positions: [Int]
  @usableFromInline let definitions: [Definition]
  @usableFromInline var index = 0

  init(positions: [Int], definitions: [Definition]) {
    self.positions = positions
    self.definitions = definitions
  }

  /// The next definition with its position among all, or nil at the end.
  @inlinable public mutating func next() -> (position: Int, definition: Definition)? {
    guard index < positions.count else { return nil }
    defer { index += 1 }
    return (positions[index], definitions[positions[index]])
  }
}
