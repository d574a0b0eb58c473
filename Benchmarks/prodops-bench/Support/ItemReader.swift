import JSONSyntax

extension Item {
  /// The value of a parsed document; nil where it has no value in this model.
  init?(_ value: JSONValue) {
    switch value.kind {
    case .string: self = .string(value.string ?? "")
    case .number: self = .number(String(decoding: value.text, as: UTF8.self))
    case .object:
      self = .object(
        value.members.compactMap { member in
          Item(member.value).map { Member(member.name, $0) }
        })
    case .array: self = .array(value.items.compactMap { Item($0) })
    default:
      guard let bool = value.bool else { return nil }
      self = .bool(bool)
    }
  }

  /// The value of a member, or of an item by its position.
  subscript(_ step: Step) -> Item? {
    switch (self, step) {
    case (.object(let members), .member(let name)): members.last { $0.name == name }?.value
    case (.array(let items), .item(let position)) where items.indices.contains(position): items[position]
    default: nil
    }
  }

  subscript(_ name: String) -> Item? { self[.member(name)] }

  /// The value that a path leads to.
  subscript(_ path: [Step]) -> Item? { path.reduce(Optional(self)) { $0?[$1] } }

  var text: String? { if case .string(let text) = self { text } else { nil } }
  var items: [Item]? { if case .array(let items) = self { items } else { nil } }
  var members: [Member]? { if case .object(let members) = self { members } else { nil } }

  /// Every string in it.
  func forEachString(_ body: (String) -> Void) {
    switch self {
    case .string(let text): body(text)
    case .array(let items): for item in items { item.forEachString(body) }
    case .object(let members): for member in members { member.value.forEachString(body) }
    case .number, .bool: break
    }
  }
}

/// One step into a value.
enum Step: Equatable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  case member(String)
  case item(Int)

  init(stringLiteral value: String) { self = .member(value) }
  init(integerLiteral value: Int) { self = .item(value) }
}

extension Item {
  /// Changes the value at a path; what leads nowhere stays as it is.
  mutating func change(_ path: some Collection<Step>, _ body: (inout Item) -> Void) {
    guard let step = path.first else { return body(&self) }
    switch (self, step) {
    case (.object(var members), .member(let name)):
      guard let position = members.lastIndex(where: { $0.name == name }) else { return }
      members[position].value.change(path.dropFirst(), body)
      self = .object(members)
    case (.array(var items), .item(let position)) where items.indices.contains(position):
      items[position].change(path.dropFirst(), body)
      self = .array(items)
    default: break
    }
  }

  /// How many lines it takes in the canonical form.
  var lines: Int {
    switch self {
    case .array(let items) where !items.isEmpty: items.reduce(2) { $0 + $1.lines }
    case .object(let members) where !members.isEmpty: members.reduce(2) { $0 + $1.value.lines }
    default: 1
    }
  }

  /// The line, from 1, on which the value at a path begins in the canonical form.
  func line(of path: some Collection<Step>) -> Int {
    guard let step = path.first else { return 1 }
    switch (self, step) {
    case (.object(let members), .member(let name)):
      guard let position = members.lastIndex(where: { $0.name == name }) else { return 1 }
      let before = members[..<position].reduce(0) { $0 + $1.value.lines }
      return 1 + before + members[position].value.line(of: path.dropFirst())
    case (.array(let items), .item(let position)) where items.indices.contains(position):
      let before = items[..<position].reduce(0) { $0 + $1.lines }
      return 1 + before + items[position].line(of: path.dropFirst())
    default: return 1
    }
  }
}
