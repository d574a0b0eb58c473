internal import Diagnostics

extension JSONParser {
  // MARK: Structure

  mutating func readFirstItem() {
    if bytes[position] == 0x5D {
      closeBracket()
    } else {
      state = .value
    }
  }

  mutating func readValue() {
    let start = position
    switch bytes[start] {
    case 0x22: readString(.string)
    case 0x7B, 0x5B: open(isObject: bytes[start] == 0x7B)
    case 0x2D, 0x30...0x39: readNumber()
    case 0x74: readLiteral("true", .true)
    case 0x66: readLiteral("false", .false)
    case 0x6E: readLiteral("null", .null)
    case 0x27:
      tell(.singleQuotes, from: start, to: start + 1)
      readString(.string)
    case 0x2C, 0x7D, 0x5D, 0x3A: readMissingValue()
    default: readUnknownWord()
    }
  }

  mutating func readMissingValue() {
    let byte = bytes[position]
    let isAfterComma = byte == 0x5D && stack.last?.isObject == false
    if isAfterComma {
      let comma = previousComma(before: position)
      if dialect == .strict { tell(.trailingComma, from: comma, to: comma + 1) }
      closeBracket()
      return
    }
    tell(.expected("a value", found: String(UnicodeScalar(byte))), from: position, to: position + 1)
    if byte == 0x3A {
      position += 1
      return
    }
    valueRead(invalid(from: position, to: position))
  }

  func previousComma(before offset: Int) -> Int {
    var index = offset
    while index > 0 {
      index -= 1
      if bytes[index] == 0x2C { return index }
    }
    return offset
  }

  mutating func valueRead(_ node: JSONNode) {
    nodes.append(node)
    afterValue()
  }

  mutating func afterValue() {
    if stack.isEmpty {
      state = .done
    } else {
      stack[stack.count - 1].count += 1
      state = .afterValue
    }
  }

  mutating func open(isObject: Bool) {
    guard stack.count < limits.depth else {
      tell(.tooDeep(limit: limits.depth), from: position, to: position + 1)
      if nodes.last?.kind == .key { nodes.append(invalid(from: position, to: position)) }
      abandon()
      position = bytes.count
      return
    }
    stack.append(Frame(node: nodes.count, keyBase: keys.count, count: 0, isObject: isObject))
    nodes.append(
      JSONNode(start: UInt32(position), end: 0, payload: 0, kind: isObject ? .object : .array))
    position += 1
    state = isObject ? .firstKey : .firstItem
  }

  /// Closes the innermost bracket at the closing one that stands at `position`, whichever that is.
  mutating func closeBracket() {
    let isBrace = bytes[position] == 0x7D
    guard let frame = stack.last else {
      tell(.trailingText, from: position, to: position + 1)
      position += 1
      state = .done
      return
    }
    if frame.isObject != isBrace {
      let start = Int(nodes[frame.node].start)
      tell(
        .expected(frame.isObject ? "'}'" : "']'", found: isBrace ? "}" : "]"), from: position,
        to: position + 1,
        related: ByteSpan(start: start, end: start + 1))
      let next = nextNonSpace(position + 1)
      let isOwnCloserNext = next < bytes.count && bytes[next] == (frame.isObject ? 0x7D : 0x5D)
      if stack.count >= 2, stack[stack.count - 2].isObject == isBrace {
        // The two closing brackets are swapped, or one is missing: both levels end here.
        stack.removeLast()
        close(frame, at: position)
        stack[stack.count - 1].count += 1
        closeBracket()
        if isOwnCloserNext { position = next + 1 }
        return
      }
      if isOwnCloserNext {
        position += 1
        return
      }
    }
    stack.removeLast()
    position += 1
    close(frame, at: position)
    afterValue()
  }

  func nextNonSpace(_ start: Int) -> Int {
    var next = start
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    return next
  }

  mutating func close(_ frame: Frame, at end: Int) {
    nodes[frame.node].end = UInt32(end)
    nodes[frame.node].payload = UInt32(nodes.count)
    nodes[frame.node].count = UInt16(clamping: frame.count)
    guard frame.isObject else { return }
    if keys.count - frame.keyBase > 1 { checkDuplicates(from: frame.keyBase) }
    keys.removeLast(keys.count - frame.keyBase)
  }

  mutating func readKey(isFirst: Bool) {
    switch bytes[position] {
    case 0x22: readKeyString()
    case 0x7D:
      if !isFirst, dialect == .strict {
        let comma = previousComma(before: position)
        tell(.trailingComma, from: comma, to: comma + 1)
      }
      closeBracket()
    case 0x27:
      tell(.singleQuotes, from: position, to: position + 1)
      readKeyString()
    case 0x2C:
      tell(.expected("a key in double quotes", found: ","), from: position, to: position + 1)
      position += 1
    case 0x5D: closeBracket()
    case 0x3A, 0x7B, 0x5B:
      tell(
        .expected("a key in double quotes", found: String(UnicodeScalar(bytes[position]))), from: position,
        to: position + 1)
      if bytes[position] == 0x3A {
        position += 1
        return
      }
      nodes.append(JSONNode(start: UInt32(position), end: UInt32(position), payload: 0, kind: .key))
      state = .value
    default: readUnquotedKey()
    }
  }

  mutating func readKeyString() {
    guard keys.count - (stack.last?.keyBase ?? 0) < limits.members else {
      tell(.tooManyMembers(limit: limits.members), from: position, to: position + 1)
      abandon()
      position = bytes.count
      return
    }
    keys.append(UInt32(nodes.count))
    readString(.key)
  }

  mutating func readUnquotedKey() {
    let start = position
    let end = endOfWord(start)
    tell(.unquotedKey, from: start, to: end)
    position = end
    keys.append(UInt32(nodes.count))
    let hash = ContentHash.of(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    nodes.append(JSONNode(start: UInt32(start), end: UInt32(end), payload: hash, kind: .key))
    state = .colon
  }

  mutating func readColon() {
    if bytes[position] == 0x3A {
      position += 1
    } else {
      tell(.missingColon, from: position, to: position + 1)
      if bytes[position] == 0x2C || bytes[position] == 0x7D {
        valueRead(invalid(from: position, to: position))
        return
      }
      if bytes[position] == 0x3D { position += 1 }
    }
    state = .value
  }

  mutating func readAfterValue() {
    guard let frame = stack.last else {
      state = .done
      return
    }
    switch bytes[position] {
    case 0x2C:
      position += 1
      state = frame.isObject ? .key : .value
    case 0x7D, 0x5D: closeBracket()
    default:
      let byte = bytes[position]
      if byte == 0x3A, !frame.isObject {
        tell(.expected("',' or ']'", found: ":"), from: position, to: position + 1)
        position += 1
        return
      }
      let startsMore =
        byte == 0x22 || byte == 0x7B || byte == 0x5B || byte == 0x2D || (byte >= 0x30 && byte <= 0x39)
      if startsMore || isLetter(byte) {
        let end = position
        tell(.missingComma, from: end, to: end + 1)
        state = frame.isObject ? .key : .value
        return
      }
      let end = max(endOfWord(position), position + 1)
      tell(.unexpectedText(quotedText(position, end)), from: position, to: end)
      position = end
    }
  }

  func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == 0x5F || byte == 0x24
  }

  func quotedText(_ start: Int, _ end: Int) -> String {
    VisibleText.beginning(
      of: String(decoding: bytes[start..<min(end, start + 4_096)], as: UTF8.self), atMost: 40)
  }

  /// The offset of the first byte from `start` that ends a word: white space or punctuation of JSON.
  func endOfWord(_ start: Int) -> Int {
    var end = start
    while end < bytes.count {
      switch bytes[end] {
      case 0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x3A, 0x7B, 0x7D, 0x5B, 0x5D, 0x22: return end
      default: end += 1
      }
    }
    return end
  }
}
