/// Where a value stands in its document: RFC 6901, with the items of keyed lists named by their key.
public enum JSONPointer {
  /// One reference token, escaped: `~` as `~0`, `/` as `~1`.
  public static func escaped(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else { return token }
    var result = String.UnicodeScalarView()
    for scalar in token.unicodeScalars {
      switch scalar {
      case "~": result.append(contentsOf: "~0".unicodeScalars)
      case "/": result.append(contentsOf: "~1".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The tokens of a pointer, unescaped; nil for what is no pointer.
  public static func tokens(_ pointer: String) -> [String]? {
    if pointer.isEmpty { return [] }
    guard pointer.utf8.first == 0x2F else { return nil }
    return pointer.utf8.dropFirst().split(separator: 0x2F, omittingEmptySubsequences: false).map { part in
      var bytes: [UInt8] = []
      var escape = false
      for byte in part {
        if escape {
          bytes.append(byte == 0x31 ? 0x2F : 0x7E)
          escape = false
        } else if byte == 0x7E {
          escape = true
        } else {
          bytes.append(byte)
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}

extension JSONDocument {
  /// One step on the way to a value: a member's name, or an item's position with the item itself.
  public enum Step: Sendable {
    case member(String)
    case item(Int, JSONValue)
  }

  /// The way from the root to the node at `index`: found by walking down, never stored.
  public func steps(to index: Int) -> [Step] {
    guard var current = root else { return [] }
    var steps: [Step] = []
    while current.index < index {
      if current.kind == .object {
        guard
          let member = current.members.first(where: { index <= $0.key.index || index < $0.value.endIndex })
        else { break }
        steps.append(.member(member.name))
        if member.key.index == index { break }
        current = member.value
      } else if current.kind == .array {
        var position = 0
        var next: JSONValue?
        for item in current.items {
          if index < item.endIndex {
            next = item
            break
          }
          position += 1
        }
        guard let item = next else { break }
        steps.append(.item(position, item))
        current = item
      } else {
        break
      }
    }
    return steps
  }

  /// The JSON pointer of the node at `index`, items by their position.
  public func pointer(to index: Int) -> String {
    steps(to: index).reduce(into: "") { pointer, step in
      switch step {
      case .member(let name): pointer += "/" + JSONPointer.escaped(name)
      case .item(let position, _): pointer += "/\(position)"
      }
    }
  }

  /// The value that `pointer` names, items by their position.
  public func value(at pointer: String) -> JSONValue? {
    guard var current = root, let tokens = JSONPointer.tokens(pointer) else { return nil }
    for token in tokens {
      let next: JSONValue? =
        current.kind == .array
        ? (token.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
          ? Int(token).flatMap { current.item(at: $0) } : nil)
        : current[name: token]
      guard let next else { return nil }
      current = next
    }
    return current
  }
}

extension JSONDocument {
  /// The index of the node that starts at the byte `offset`, if there is one.
  public func node(at offset: Int) -> Int? {
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if Int(nodes[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low < nodes.count && Int(nodes[low].start) == offset ? low : nil
  }
}
