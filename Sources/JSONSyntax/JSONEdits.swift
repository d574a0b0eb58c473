public import Diagnostics

/// Edits of a document's text that leave every other byte as it stands.
extension JSONDocument {
  /// Replaces `value` by the JSON text `replacement`.
  public func replacing(_ value: JSONValue, by replacement: [UInt8]) -> TextEdit {
    TextEdit(value.span, replacement)
  }

  /// Takes the element out whose first node is `first` and whose last byte is before `end`, with one comma and the
  /// white space that belongs to it.
  private func removing(from start: Int, to end: Int) -> TextEdit {
    var after = end
    while after < bytes.count, Self.isSpace(bytes[after]) { after += 1 }
    if after < bytes.count, bytes[after] == 0x2C {
      var begin = start
      while begin > 0, Self.isSpace(bytes[begin - 1]) { begin -= 1 }
      return TextEdit(ByteSpan(start: begin, end: after + 1), [])
    }
    var begin = start
    while begin > 0, Self.isSpace(bytes[begin - 1]) { begin -= 1 }
    if begin > 0, bytes[begin - 1] == 0x2C { begin -= 1 }
    return TextEdit(ByteSpan(start: begin, end: end), [])
  }

  /// Takes an item out of its array.
  public func removing(item: JSONValue) -> TextEdit { removing(from: item.span.start, to: item.span.end) }

  /// Takes a member out of its object.
  public func removing(_ member: JSONMember) -> TextEdit {
    removing(from: member.key.span.start, to: member.value.span.end)
  }

  /// Adds a member at the end of `object`; `value` is JSON text.
  public func inserting(_ name: String, _ value: [UInt8], into object: JSONValue) -> TextEdit {
    append(
      JSONEscapes.quoted(name) + [0x3A, 0x20] + value, to: object,
      last: object.members.reduce(nil) { $1.value })
  }

  /// Adds an item at the end of `array`; `value` is JSON text.
  public func inserting(_ value: [UInt8], into array: JSONValue) -> TextEdit {
    append(value, to: array, last: array.items.reduce(nil) { $1 })
  }

  private func append(_ text: [UInt8], to container: JSONValue, last: JSONValue?) -> TextEdit {
    let closing = container.span.end - 1
    let indent = indentation(at: container.span.start)
    guard let last else {
      let inner = newline + indent + [0x20, 0x20]
      return TextEdit(
        ByteSpan(start: container.span.start + 1, end: closing), inner + text + newline + indent)
    }
    let isOneLine = !bytes[container.span.start..<container.span.end].contains(0x0A)
    let lead = isOneLine ? [0x20] : newline + indentation(at: last.span.start)
    let place = ByteSpan(start: last.span.end, end: last.span.end)
    return TextEdit(place, [0x2C] + lead + text)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private var newline: [UInt8] {
    guard let end = bytes.firstIndex(of: 0x0A), end > 0, bytes[end - 1] == 0x0D else { return [0x0A] }
    return [0x0D, 0x0A]
  }

  /// The white space at the start of the line that holds `offset`.
  private func indentation(at offset: Int) -> [UInt8] {
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    return Array(bytes[start..<offset].prefix { $0 == 0x20 || $0 == 0x09 })
  }

  /// `bytes` after `edits`, which stand in order and do not overlap; edits outside the text are left out.
  public static func applying(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for edit in edits where edit.span.start >= position && edit.span.end <= bytes.count {
      result += bytes[position..<edit.span.start]
      result += edit.replacement
      position = edit.span.end
    }
    return result + bytes[position...]
  }
}
