/// Where each line of a text begins: turns byte offsets into lines and columns.
public struct LineMap: Sendable {
  private let starts: [Int]

  /// Scans `bytes` once; lines end at LF, at CR LF and at a lone CR.
  public init(_ bytes: [UInt8]) {
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        index += 1
        if byte == 0x0A {
          starts.append(index)
        } else if byte == 0x0D {
          if index < buffer.count, buffer[index] == 0x0A { index += 1 }
          starts.append(index)
        }
      }
    }
    self.starts = starts
  }

  /// How many lines there are; an empty text has one.
  public var lineCount: Int { starts.count }

  /// The line and column of the byte at `offset`; offsets outside the text are moved to its ends.
  public func position(of offset: Int, in bytes: [UInt8]) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    var column = 1
    for byte in bytes[starts[low]..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    return Position(line: low + 1, column: column)
  }

  /// The bytes of line `line`, counted from 1, without its end; nil where there is no such line.
  public func span(ofLine line: Int, in bytes: [UInt8]) -> ByteSpan? {
    guard line >= 1, line <= starts.count else { return nil }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return ByteSpan(start: start, end: end)
  }
}
