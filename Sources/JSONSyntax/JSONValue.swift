public import Diagnostics

/// A value in a document: a cursor that is cheap to copy.
public struct JSONValue: Sendable {
  /// The document.
  public let document: JSONDocument
  /// The value's index on the document's tape.
  public let index: Int

  /// The value at `index` of `document`'s tape; the caller knows that there is one.
  @inlinable public init(document: JSONDocument, index: Int) {
    self.document = document
    self.index = index
  }

  /// The node.
  @inlinable public var node: JSONNode { document.nodes[index] }
  /// What it is.
  @inlinable public var kind: JSONNode.Kind { document.nodes[index].kind }
  /// The bytes it covers, quotes and brackets included.
  public var span: ByteSpan { ByteSpan(start: Int(node.start), end: Int(node.end)) }
  /// The bytes it covers.
  public var text: ArraySlice<UInt8> { document.bytes[Int(node.start)..<Int(node.end)] }
  /// Whether both are written with the same bytes.
  public func isSpelled(like other: JSONValue) -> Bool {
    let (here, there) = (node, other.node)
    let count = Int(here.end) - Int(here.start)
    guard count == Int(there.end) - Int(there.start) else { return false }
    return document.bytes.withUnsafeBytes { left in
      other.document.bytes.withUnsafeBytes { right in
        let (left, right) = (left[Int(here.start)..<Int(here.end)], right[Int(there.start)..<Int(there.end)])
        return Self.areEqual(UnsafeRawBufferPointer(rebasing: left), UnsafeRawBufferPointer(rebasing: right))
      }
    }
  }

  /// Whether two buffers of one length hold the same, eight bytes at a time.
  private static func areEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    let count = min(left.count, right.count)
    var offset = 0
    while offset + 8 <= count {
      if left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      {
        return false
      }
      offset += 8
    }
    while offset < count {
      if left[offset] != right[offset] { return false }
      offset += 1
    }
    return true
  }

  /// The number of items of an array or members of an object; 0 for anything else.
  public var count: Int { node.count < .max ? Int(node.count) : reduceCount() }

  private func reduceCount() -> Int {
    kind == .array ? items.reduce(0) { count, _ in count + 1 } : members.reduce(0) { count, _ in count + 1 }
  }

  /// The value of the member named `name`, if this is an object that has one; of equal keys the first counts.
  public subscript(_ name: StaticString) -> JSONValue? {
    let key = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    return member(key)?.value
  }

  /// The value of the member named `name`, if this is an object that has one; of equal keys the first counts.
  public subscript(name name: String) -> JSONValue? { member(named: name)?.value }

  /// The member named `name`, if this is an object that has one.
  public func member(named name: String) -> JSONMember? {
    var name = name
    return name.withUTF8 { member($0) }
  }

  private func member(_ name: UnsafeBufferPointer<UInt8>) -> JSONMember? {
    let hash = ContentHash.of(name)
    let found = document.nodes.withUnsafeBufferPointer { nodes -> Int in
      let object = nodes[index]
      guard object.kind == .object else { return -1 }
      let end = Int(object.payload)
      var position = index + 1
      while position < end {
        let key = nodes[position]
        if key.payload == hash, isKey(key, name) { return position }
        position = Self.next(after: position + 1, in: nodes)
      }
      return -1
    }
    return found < 0 ? nil : JSONMember(key: JSONValue(document: document, index: found))
  }

  /// Whether the key's content is `name`: compared in place where the key has no escapes.
  private func isKey(_ key: JSONNode, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    document.bytes.withUnsafeBufferPointer { bytes in
      let start = Int(key.start)
      let end = Int(key.end)
      guard !key.flags.contains(.hasEscape), end - start == name.count + 2, bytes[start] == 0x22 else {
        return slowContent(key).elementsEqual(name)
      }
      for offset in 0..<name.count where bytes[start + 1 + offset] != name[offset] { return false }
      return true
    }
  }

  /// The index after the value at `index`.
  @inlinable static func next(after index: Int, in nodes: UnsafeBufferPointer<JSONNode>) -> Int {
    let node = nodes[index]
    return node.kind == .array || node.kind == .object ? Int(node.payload) : index + 1
  }

  /// The index of the node after this value and all it contains.
  @inlinable public var endIndex: Int {
    let node = node
    return node.kind == .array || node.kind == .object ? Int(node.payload) : index + 1
  }

  /// The items of an array, in order; nothing for anything else.
  public var items: JSONItems { JSONItems(self) }

  /// The members of an object, in order; nothing for anything else.
  public var members: JSONMembers { JSONMembers(self) }

  /// The item at `position` of an array, from 0.
  public func item(at position: Int) -> JSONValue? {
    guard position >= 0 else { return nil }
    var left = position
    for item in items {
      if left == 0 { return item }
      left -= 1
    }
    return nil
  }
}

/// One member of an object.
public struct JSONMember: Sendable {
  /// The key, a node of its own with a span.
  public let key: JSONValue
  /// The value.
  public var value: JSONValue { JSONValue(document: key.document, index: key.index + 1) }
  /// The key's text, unescaped.
  public var name: String { key.string ?? "" }
}

/// The items of an array.
public struct JSONItems: Sequence, IteratorProtocol, Sendable {
  private let document: JSONDocument?
  private var index: Int
  private let end: Int

  /// No items.
  public init() {
    document = nil
    index = 0
    end = 0
  }

  init(_ value: JSONValue) {
    document = value.document
    index = value.index + 1
    end = value.kind == .array ? value.endIndex : 0
  }

  /// The next element, or nil at the end.
  public mutating func next() -> JSONValue? {
    guard index < end, let document else { return nil }
    let value = JSONValue(document: document, index: index)
    index = value.endIndex
    return value
  }
}

/// The members of an object.
public struct JSONMembers: Sequence, IteratorProtocol, Sendable {
  private let document: JSONDocument
  private var index: Int
  private let end: Int

  init(_ value: JSONValue) {
    document = value.document
    index = value.index + 1
    end = value.kind == .object ? value.endIndex : 0
  }

  /// The next element, or nil at the end.
  public mutating func next() -> JSONMember? {
    guard index < end else { return nil }
    let member = JSONMember(key: JSONValue(document: document, index: index))
    index = member.value.endIndex
    return member
  }
}
