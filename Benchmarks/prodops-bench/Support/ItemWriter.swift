/// Writes a value in the canonical form: two spaces a level, one member or item a line, a newline at the end.
struct ItemWriter {
  private(set) var bytes: [UInt8] = []

  /// The whole file that holds `item`.
  static func file(_ item: Item) -> [UInt8] {
    var writer = ItemWriter()
    writer.bytes.reserveCapacity(4096)
    writer.write(item, depth: 0)
    writer.bytes.append(0x0A)
    return writer.bytes
  }

  private mutating func write(_ item: Item, depth: Int) {
    switch item {
    case .string(let text): quote(text)
    case .number(let text): bytes.append(contentsOf: text.utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .array(let items):
      list(items, brackets: (0x5B, 0x5D), depth) { writer, item in writer.write(item, depth: depth + 1) }
    case .object(let members):
      list(members, brackets: (0x7B, 0x7D), depth) { writer, member in
        writer.quote(member.name)
        writer.bytes.append(contentsOf: ": ".utf8)
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func list<Element>(
    _ elements: [Element], brackets: (open: UInt8, close: UInt8), _ depth: Int,
    write: (inout ItemWriter, Element) -> Void
  ) {
    bytes.append(brackets.open)
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      newLine(depth + 1)
      write(&self, element)
    }
    if !elements.isEmpty { newLine(depth) }
    bytes.append(brackets.close)
  }

  private mutating func newLine(_ depth: Int) {
    bytes.append(0x0A)
    for _ in 0..<depth * 2 { bytes.append(0x20) }
  }

  private mutating func quote(_ text: String) {
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
      case 0x0A: bytes.append(contentsOf: "\\n".utf8)
      case 0x09: bytes.append(contentsOf: "\\t".utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
