internal import Diagnostics
internal import JSONSyntax

/// Looks at the strings of a document for what deceives.
///
/// Plain ASCII without escapes, nearly all text there is, is only searched for secrets.
enum TextChecks {
  /// The texts that may hold a placeholder: to be looked at closely by the rule about them.
  static func doubtful(in document: JSONDocument) -> [Int32] {
    var found: [Int32] = []
    document.bytes.withUnsafeBufferPointer { bytes in
      document.nodes.withUnsafeBufferPointer { nodes in
        for index in nodes.indices
        where nodes[index].kind == .string && nodes[index].end - nodes[index].start > 4 {
          let node = nodes[index]
          let text = UnsafeBufferPointer(rebasing: bytes[Int(node.start + 1)..<Int(node.end - 1)])
          if PlaceholderText.mayStand(in: text) { found.append(Int32(index)) }
        }
      }
    }
    return found
  }

  /// The faults of every string and key; `multiline` are the nodes of texts that may have line breaks, ascending.
  static func faults(in document: JSONDocument, multiline: [Int32], limits: Limits) -> [TextFault] {
    var faults: [TextFault] = []
    var nextMultiline = 0
    document.bytes.withUnsafeBufferPointer { bytes in
      document.nodes.withUnsafeBufferPointer { nodes in
        for index in nodes.indices {
          let node = nodes[index]
          guard node.kind == .string || node.kind == .key, node.end - node.start > 2 else { continue }
          let text = UnsafeBufferPointer(rebasing: bytes[Int(node.start + 1)..<Int(node.end - 1)])
          let isPlain = node.flags.isDisjoint(with: [.hasEscape, .hasNonASCII])
          if !node.flags.contains(.hasEscape) {
            if text.count >= 6, let sort = Secrets.sort(in: text) {
              faults.append(TextFault(problem: TextFault.Problem(sort), node: index))
            }
          }
          if isPlain {
            if text[0] == 0x20, text.allSatisfy({ $0 == 0x20 }) {
              faults.append(TextFault(problem: .blank, node: index))
            }
            continue
          }
          while nextMultiline < multiline.count, Int(multiline[nextMultiline]) < index { nextMultiline += 1 }
          let isMultiline = nextMultiline < multiline.count && Int(multiline[nextMultiline]) == index
          var check = TextCheck(node: index, isMultiline: isMultiline, limits: limits)
          if node.flags.contains(.hasEscape) {
            JSONEscapes.unescaped(Array(text)[...]).withUnsafeBufferPointer { plain in
              if plain.count >= 6, let sort = Secrets.sort(in: plain) {
                faults.append(TextFault(problem: TextFault.Problem(sort), node: index))
              }
              if node.flags.contains(.hasNonASCII) || isFine(text, isMultiline) != true { check.run(plain) }
            }
          } else {
            check.run(text)
          }
          faults += check.faults
        }
      }
    }
    return faults
  }

  /// The first string or key with so many marks in a row that comparing it as a text would take minutes.
  static func flood(in document: JSONDocument, limits: Limits) -> TextFault? {
    for (index, node) in document.nodes.enumerated()
    where node.end - node.start > 2 * limits.combiningMarksRead
      && !node.flags.isDisjoint(with: [.hasEscape, .hasNonASCII])
      && (node.kind == .string || node.kind == .key)
    {
      guard let content = JSONValue(document: document, index: index).content else { continue }
      var check = TextCheck(node: index, isMultiline: true, limits: limits)
      content.withUnsafeBufferPointer { check.run($0) }
      for fault in check.faults {
        if case .combining(let count) = fault.problem, count > limits.combiningMarksRead { return fault }
      }
    }
    return nil
  }

  /// Whether the escapes of an ASCII text are harmless; nil where they have to be looked at one by one.
  private static func isFine(_ text: UnsafeBufferPointer<UInt8>, _ isMultiline: Bool) -> Bool? {
    var index = 0
    while index + 1 < text.count {
      guard text[index] == 0x5C else {
        index += 1
        continue
      }
      switch text[index + 1] {
      case 0x22, 0x5C, 0x2F: break
      case 0x6E, 0x72, 0x74: if !isMultiline { return nil }
      default: return nil
      }
      index += 2
    }
    return true
  }
}

/// The check of one text, scalar by scalar.
private struct TextCheck {
  let node: Int
  let isMultiline: Bool
  let limits: Limits
  var faults: [TextFault] = []

  private var told: UInt8 = 0
  private var isBlank = true
  private var marks = 0
  private var longest = 0
  private var floodStart = false
  private var word = Word()
  private var previous: Unicode.Scalar = " "

  init(node: Int, isMultiline: Bool, limits: Limits) {
    self.node = node
    self.isMultiline = isMultiline
    self.limits = limits
  }

  mutating func run(_ text: UnsafeBufferPointer<UInt8>) {
    // Only Greek and Cyrillic letters, by the first byte of their UTF-8, can look like others within a word.
    let mayMix = text.contains { $0 >= 0xCD && $0 <= 0xD3 }
    var index = 0
    while index < text.count {
      if !mayMix { skipPlain(text, &index) }
      guard index < text.count else { break }
      let start = index
      let scalar = Self.decode(text, &index)
      let value = scalar.value
      if value < 0x80 {
        if value > 0x20 { isBlank = false }
        if value < 0x20 || value == 0x7F {
          let isBreak = value == 0x0A || value == 0x0D || value == 0x09
          if !(isBreak && isMultiline) { tell(0, .control(value)) }
        }
        endMarks()
        if value | 0x20 >= 0x61, value | 0x20 <= 0x7A { word.latin(at: start) } else { endWord(text, start) }
      } else {
        other(scalar, text, start)
      }
      previous = scalar
    }
    endMarks()
    endWord(text, text.count)
    if isBlank, !text.isEmpty, faults.isEmpty { tell(7, .blank) }
  }

  /// Passes over printable ASCII, of which nothing is to be told where words need not be looked at.
  private mutating func skipPlain(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    let start = index
    while index < text.count, text[index] >= 0x20, text[index] < 0x7F {
      if text[index] > 0x20 { isBlank = false }
      index += 1
    }
    guard index > start else { return }
    endMarks()
    previous = Unicode.Scalar(text[index - 1])
  }

  private mutating func tell(_ sort: UInt8, _ problem: TextFault.Problem) {
    guard told & (1 << sort) == 0 else { return }
    told |= 1 << sort
    faults.append(TextFault(problem: problem, node: node))
  }

  private mutating func other(_ scalar: Unicode.Scalar, _ text: UnsafeBufferPointer<UInt8>, _ start: Int) {
    let value = scalar.value
    if isBlank, !Self.isWhite(scalar) { isBlank = false }
    switch value {
    case 0x80...0x9F, 0x2028, 0x2029: tell(0, .control(value))
    case 0x202A...0x202E, 0x2066...0x2069: tell(1, .direction(value))
    case 0x00AD, 0x115F, 0x1160, 0x180E, 0x200B, 0x2060...0x2065, 0x3164, 0xFE00...0xFE0D, 0xFEFF,
      0xE0000...0xE01EF:
      if !isEmojiTag(value) { tell(2, .invisible(value)) }
    case 0xFFFD: tell(6, .replacement)
    default: break
    }
    if Self.isMark(scalar) {
      marks += 1
      if marks == 1, Composition.exists(previous, scalar) { tell(5, .decomposed) }
      return
    }
    endMarks()
    switch value {
    case 0xC0...0x24F: word.latin(at: start)
    case 0x370...0x4FF: word.lookAlike(scalar, at: start)
    default: endWord(text, start)
    }
  }

  private mutating func endMarks() {
    if marks > limits.combiningMarks {
      if marks > longest { faults.removeAll { if case .combining = $0.problem { true } else { false } } }
      if marks > longest { faults.append(TextFault(problem: .combining(count: marks), node: node)) }
      longest = max(longest, marks)
    }
    marks = 0
  }

  private mutating func endWord(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) {
    if let stranger = word.stranger, word.hasLatin {
      let bytes = text[word.start..<min(end, word.start + 80)]
      tell(4, .confusable(word: String(decoding: bytes, as: UTF8.self), scalar: stranger.value))
    }
    word = Word()
  }

  /// Tags that make a flag of a region follow the black flag.
  private func isEmojiTag(_ value: UInt32) -> Bool {
    (0xE0020...0xE007F).contains(value)
      && (previous.value == 0x1F3F4 || (0xE0020...0xE007F).contains(previous.value))
  }

  /// Whether nothing is to be seen of a scalar: white space, and what fonts show as such.
  private static func isWhite(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x2060, 0x2800, 0x3164, 0xFEFF, 0xFFA0: true
    default: scalar.properties.isWhitespace
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300, !(0xFE00...0xFE0F).contains(scalar.value) else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return true
    default: return false
    }
  }

  /// The scalar at `index` of well-formed UTF-8; moves `index` behind it.
  private static func decode(_ text: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Unicode.Scalar {
    let lead = UInt32(text[index])
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, index + length <= text.count else {
      index += 1
      return Unicode.Scalar(lead) ?? "\u{FFFD}"
    }
    var value = lead & (0xFF >> (UInt32(length) + 1))
    for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
    index += length
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// A run of letters, and whether it mixes Latin with letters that look like Latin.
  private struct Word {
    var start = -1
    var hasLatin = false
    var stranger: Unicode.Scalar?

    mutating func latin(at offset: Int) {
      if start < 0 { start = offset }
      hasLatin = true
    }

    mutating func lookAlike(_ scalar: Unicode.Scalar, at offset: Int) {
      if start < 0 { start = offset }
      if stranger == nil { stranger = scalar }
    }
  }
}

/// Which letters and marks have a composed form that texts should use.
private enum Composition {
  /// Whether `base` and `mark` are canonically one letter of the Latin, Greek or Cyrillic blocks.
  static func exists(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Bool {
    guard (0x300...0x345).contains(mark.value), base.properties.isAlphabetic else { return false }
    return letters.contains(String(String.UnicodeScalarView([base, mark])))
  }

  /// The composed letters; a set of strings, since strings compare by canonical equivalence.
  private static let letters: Set<String> = {
    var letters: Set<String> = []
    for range in [0xC0...0x17F, 0x1CD...0x233, 0x386...0x3CE, 0x400...0x45F, 0x1E00...0x1EFF]
      as [ClosedRange<UInt32>]
    {
      for value in range {
        guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
        letters.insert(String(scalar))
      }
    }
    return letters
  }()
}
