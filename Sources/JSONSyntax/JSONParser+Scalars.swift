internal import Diagnostics

extension JSONParser {
  // MARK: White space and comments

  @inline(__always)
  mutating func skipTrivia() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        position += 1
      } else if byte == 0x2F {
        guard skipComment() else { return }
      } else {
        return
      }
    }
  }

  private mutating func skipComment() -> Bool {
    guard position + 1 < bytes.count else { return false }
    let start = position
    if bytes[start + 1] == 0x2F {
      position = endOfLine(start)
    } else if bytes[start + 1] == 0x2A {
      var end = start + 2
      while end + 1 < bytes.count, !(bytes[end] == 0x2A && bytes[end + 1] == 0x2F) { end += 1 }
      if end + 1 >= bytes.count {
        tell(.expected("'*/' to end the comment", found: "the end of the file"), from: start, to: bytes.count)
        position = bytes.count
        return true
      }
      position = end + 2
    } else {
      return false
    }
    if dialect == .strict { tell(.comment, from: start, to: position) }
    if !isValidUTF8(start, position) { tell(.invalidUTF8, from: start, to: position) }
    return true
  }

  private func isValidUTF8(_ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end {
      if bytes[index] < 0x80 {
        index += 1
      } else {
        let length = sequenceLength(at: index)
        if length == 0 { return false }
        index += length
      }
    }
    return true
  }

  // MARK: Strings

  /// Reads the string that starts at `position`, as a value or a key.
  mutating func readString(_ kind: JSONNode.Kind) {
    let start = position
    let quote = bytes[start]
    var flags: JSONNode.Flags = []
    var index = start + 1
    scan: while true {
      if quote == 0x22 { index = endOfPlainRun(index) }
      guard index < bytes.count else {
        tell(.unclosedString, from: start, to: bytes.count)
        break
      }
      let byte = bytes[index]
      if byte == quote { break }
      switch byte {
      case 0x5C:
        flags.insert(.hasEscape)
        index = readEscape(index)
      case 0x00..<0x20:
        if (byte == 0x0A || byte == 0x0D) && isCutLine(after: index) {
          tell(.unclosedString, from: start, to: index)
          break scan
        }
        tell(.controlCharacter(byte), from: index, to: index + 1)
        index += 1
      case 0x80...:
        flags.insert(.hasNonASCII)
        let length = sequenceLength(at: index)
        if length == 0 {
          var end = index + 1
          while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
          tell(.invalidUTF8, from: index, to: end)
          index = end
        } else {
          index += length
        }
      default: index += 1
      }
    }
    let isClosed = index < bytes.count && bytes[index] == quote
    let content = UnsafeBufferPointer(rebasing: bytes[(start + 1)..<index])
    let end = isClosed ? index + 1 : index
    var hash = ContentHash.of(content)
    if flags.contains(.hasEscape) {
      hash = JSONEscapes.unescaped(Array(content)[...]).withUnsafeBufferPointer { ContentHash.of($0) }
    }
    position = end
    let node = JSONNode(start: UInt32(start), end: UInt32(end), payload: hash, kind: kind, flags: flags)
    if kind == .key {
      nodes.append(node)
      state = .colon
    } else {
      valueRead(node)
    }
  }

  /// The offset of the first byte from `index` that is a quote, a backslash, a control or outside ASCII.
  @inline(__always)
  private func endOfPlainRun(_ start: Int) -> Int {
    var index = start
    let low: UInt64 = 0x0101_0101_0101_0101
    let high: UInt64 = 0x8080_8080_8080_8080
    let raw = UnsafeRawPointer(bytes.baseAddress)
    if let raw {
      while index + 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let quotes = word ^ (low &* 0x22)
        let slashes = word ^ (low &* 0x5C)
        let found =
          ((quotes &- low) & ~quotes) | ((slashes &- low) & ~slashes) | ((word &- (low &* 0x20)) & ~word)
          | word
        if found & high != 0 { break }
        index += 8
      }
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 || byte >= 0x80 { return index }
      index += 1
    }
    return index
  }

  /// Whether the line break at `index` cuts a string: the next text looks like the continuation of the object.
  private func isCutLine(after index: Int) -> Bool {
    var next = index
    while next < bytes.count,
      bytes[next] == 0x20 || bytes[next] == 0x0A || bytes[next] == 0x0D || bytes[next] == 0x09
    {
      next += 1
    }
    guard next < bytes.count else { return true }
    return bytes[next] == 0x22 || bytes[next] == 0x7D || bytes[next] == 0x5D || bytes[next] == 0x7B
  }

  private mutating func readEscape(_ start: Int) -> Int {
    guard start + 1 < bytes.count else { return start + 1 }
    switch bytes[start + 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return start + 2
    case 0x75:
      guard let unit = JSONEscapes.hexadecimal(bytes, at: start + 2) else {
        tell(.badEscape, from: start, to: min(start + 6, bytes.count))
        return start + 2
      }
      if unit >= 0xDC00, unit < 0xE000 {
        tell(.loneSurrogate, from: start, to: start + 6)
      } else if unit >= 0xD800, unit < 0xDC00 {
        let isFollowed = start + 7 < bytes.count && bytes[start + 6] == 0x5C && bytes[start + 7] == 0x75
        if isFollowed, let low = JSONEscapes.hexadecimal(bytes, at: start + 8), low >= 0xDC00, low < 0xE000 {
          return start + 12
        }
        tell(.loneSurrogate, from: start, to: start + 6)
      }
      return start + 6
    default:
      if bytes[start + 1] < 0x20 { return start + 1 }
      tell(.badEscape, from: start, to: start + 2)
      return bytes[start + 1] < 0x80 ? start + 2 : start + 1
    }
  }

  /// The length of the UTF-8 sequence at `index`, or 0 where it is ill-formed (Unicode 15, table 3-7).
  private func sequenceLength(at index: Int) -> Int {
    let lead = bytes[index]
    func isTail(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      index + offset < bytes.count && bytes[index + offset] >= low && bytes[index + offset] <= high
    }
    switch lead {
    case 0xC2...0xDF: return isTail(1) ? 2 : 0
    case 0xE0: return isTail(1, 0xA0) && isTail(2) ? 3 : 0
    case 0xED: return isTail(1, 0x80, 0x9F) && isTail(2) ? 3 : 0
    case 0xE1...0xEF: return isTail(1) && isTail(2) ? 3 : 0
    case 0xF0: return isTail(1, 0x90) && isTail(2) && isTail(3) ? 4 : 0
    case 0xF1...0xF3: return isTail(1) && isTail(2) && isTail(3) ? 4 : 0
    case 0xF4: return isTail(1, 0x80, 0x8F) && isTail(2) && isTail(3) ? 4 : 0
    default: return 0
    }
  }

  // MARK: Numbers and words

  mutating func readNumber() {
    let start = position
    var index = start
    var flags: JSONNode.Flags = .isInteger
    func digits(_ from: Int) -> Int {
      var end = from
      while end < bytes.count, bytes[end] >= 0x30, bytes[end] <= 0x39 { end += 1 }
      return end
    }
    if bytes[index] == 0x2D { index += 1 }
    let whole = digits(index)
    var isGood = whole > index && !(whole - index > 1 && bytes[index] == 0x30)
    index = whole
    if index < bytes.count, bytes[index] == 0x2E {
      flags = []
      let end = digits(index + 1)
      isGood = isGood && end > index + 1
      index = end
    }
    if index < bytes.count, bytes[index] | 0x20 == 0x65 {
      flags = []
      index += 1
      if index < bytes.count, bytes[index] == 0x2B || bytes[index] == 0x2D { index += 1 }
      let end = digits(index)
      isGood = isGood && end > index
      index = end
    }
    let end = endOfWord(index)
    if end > index || !isGood {
      tell(.badNumber(quotedText(start, end)), from: start, to: end)
      position = end
      valueRead(invalid(from: start, to: end))
      return
    }
    position = index
    valueRead(JSONNode(start: UInt32(start), end: UInt32(index), payload: 0, kind: .number, flags: flags))
  }

  mutating func readLiteral(_ word: StaticString, _ kind: JSONNode.Kind) {
    let start = position
    let end = start + word.utf8CodeUnitCount
    let isWord = word.withUTF8Buffer { expected in
      end <= bytes.count && expected.elementsEqual(bytes[start..<end]) && endOfWord(end) == end
    }
    guard isWord else { return readUnknownWord() }
    position = end
    valueRead(JSONNode(start: UInt32(start), end: UInt32(end), payload: 0, kind: kind))
  }

  mutating func readUnknownWord() {
    let start = position
    let end = max(endOfWord(start), start + 1)
    let word = quotedText(start, end)
    let isNumber = word.utf8.first.map { $0 == 0x2B || $0 == 0x2E || ($0 >= 0x30 && $0 <= 0x39) } ?? false
    if isNumber {
      tell(.badNumber(word), from: start, to: end)
    } else {
      tell(.badLiteral(word, suggestion: Self.literals[word.lowercased()]), from: start, to: end)
    }
    position = end
    valueRead(invalid(from: start, to: end))
  }

  private static let literals = [
    "true": "true", "yes": "true", "on": "true", "false": "false", "no": "false", "off": "false",
    "null": "null",
    "none": "null", "nil": "null", "undefined": "null", "nan": "null",
  ]

  // MARK: Whole-text checks

  /// Looks at the first bytes: passes over a byte order mark, and refuses UTF-16 and UTF-32.
  mutating func readEncoding() -> Bool {
    func starts(_ prefix: UInt8...) -> Bool {
      bytes.count >= prefix.count && bytes.prefix(prefix.count).elementsEqual(prefix)
    }
    if starts(0xEF, 0xBB, 0xBF) {
      tell(.byteOrderMark, from: 0, to: 3)
      position = 3
      return true
    }
    let isUTF16 = starts(0xFF, 0xFE) || starts(0xFE, 0xFF)
    let hasNUL = bytes.count >= 2 && (bytes[0] == 0) != (bytes[1] == 0)
    if isUTF16 || hasNUL {
      tell(.otherEncoding("UTF-16"), from: 0, to: min(2, bytes.count))
      state = .done
      return false
    }
    return true
  }

  /// The first line that a merge left behind, if there is one.
  func mergeConflict() -> JSONFault? {
    var start = 0
    while start < bytes.count {
      let end = endOfLine(start)
      if end - start >= 7, bytes[start..<(start + 7)].allSatisfy({ $0 == 0x3C }) {
        return JSONFault(problem: .mergeConflict, span: ByteSpan(start: start, end: end))
      }
      start = end + 1
    }
    return nil
  }

  /// Tells every key of the innermost object that stands there twice.
  mutating func checkDuplicates(from base: Int) {
    let count = keys.count - base
    if count <= 24 {
      for later in (base + 1)..<keys.count {
        let hash = nodes[Int(keys[later])].payload
        for earlier in base..<later where nodes[Int(keys[earlier])].payload == hash {
          if tellDuplicate(Int(keys[earlier]), Int(keys[later])) { break }
        }
      }
      return
    }
    let order = keys[base...].sorted { (nodes[Int($0)].payload, $0) < (nodes[Int($1)].payload, $1) }
    for (earlier, later) in zip(order, order.dropFirst())
    where nodes[Int(earlier)].payload == nodes[Int(later)].payload {
      _ = tellDuplicate(Int(earlier), Int(later))
    }
  }

  private mutating func tellDuplicate(_ earlier: Int, _ later: Int) -> Bool {
    let first = content(earlier)
    guard first == content(later) else { return false }
    tell(
      .duplicateKey(String(decoding: first, as: UTF8.self)), from: Int(nodes[later].start),
      to: Int(nodes[later].end),
      related: ByteSpan(start: Int(nodes[earlier].start), end: Int(nodes[earlier].end)))
    return true
  }

  private func content(_ key: Int) -> [UInt8] {
    let node = nodes[key]
    let raw = Array(bytes[Int(node.start)..<Int(node.end)])
    guard raw.first == 0x22 || raw.first == 0x27 else { return raw }
    let inner = raw[1..<max(1, raw.count - 1)]
    return node.flags.contains(.hasEscape) ? JSONEscapes.unescaped(inner) : Array(inner)
  }
}
