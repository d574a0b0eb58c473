internal import JSONSyntax

/// Looks at the strings of a document for what deceives: only where a string has escapes or bytes outside ASCII,
/// but for secrets, which are plain.
enum TextChecks {
  /// The faults of every string and key; `multiline` are the nodes of texts that may have line breaks, ascending.
  static func faults(in document: JSONDocument, multiline: [Int32], limits: Limits) -> [TextFault] {
    var faults: [TextFault] = []
    var nextMultiline = 0
    for index in document.nodes.indices {
      let node = document.nodes[index]
      guard node.kind == .string || node.kind == .key else { continue }
      while nextMultiline < multiline.count, Int(multiline[nextMultiline]) < index { nextMultiline += 1 }
      let length = node.end - node.start
      if length >= 18, node.kind == .string, let sort = SecretPatterns.sort(in: document.bytes, node) {
        faults.append(TextFault(problem: sort, node: index))
      }
      guard !node.flags.isDisjoint(with: [.hasEscape, .hasNonASCII]) else {
        continue
      }
      let isMultiline = nextMultiline < multiline.count && Int(multiline[nextMultiline]) == index
      let value = JSONValue(document: document, index: index)
      guard let bytes = value.content else { continue }
      check(bytes, at: index, isMultiline: isMultiline, limits, &faults)
    }
    return faults
  }

  private static func check(
    _ bytes: ArraySlice<UInt8>, at node: Int, isMultiline: Bool, _ limits: Limits, _ faults: inout [TextFault]
  ) {
    var found: Set<Int> = []
    func tell(_ sort: Int, _ problem: TextFault.Problem) {
      if found.insert(sort).inserted { faults.append(TextFault(problem: problem, node: node)) }
    }
    var marks = 0
    var word = WordScripts()
    var previous: Unicode.Scalar = " "
    var isFlooded = false
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      scalars.formIndex(after: &index)
      let value = scalar.value
      if value < 0x80 {
        if value < 0x20 || value == 0x7F {
          let isBreak = value == 0x0A || value == 0x0D || value == 0x09
          if !(isBreak && isMultiline) { tell(0, .control(value)) }
        }
        marks = 0
        word.take(scalar) { tell(4, $0) }
        previous = scalar
        continue
      }
      switch value {
      case 0x80...0x9F, 0x2028, 0x2029: tell(0, .control(value))
      case 0x202A...0x202E, 0x2066...0x2069: tell(1, .direction(value))
      case 0x200B, 0x2060...0x2065, 0xFEFF, 0x00AD, 0x180E, 0x115F, 0x1160, 0x3164, 0xE0000...0xE01EF, 0xFE00...0xFE0D:
        if !isEmojiTag(value, after: previous) { tell(2, .invisible(value)) }
      case 0xFFFD: tell(6, .replacement)
      default: break
      }
      if isMark(scalar) {
        marks += 1
        if marks > limits.combiningMarks, !isFlooded {
          isFlooded = true
          tell(3, .combining(count: countMarks(scalars, from: index, marks)))
        } else if isDecomposed(previous, scalar) {
          tell(5, .decomposed)
        }
      } else {
        marks = 0
        word.take(scalar) { tell(4, $0) }
      }
      previous = scalar
    }
    word.take(" ") { tell(4, $0) }
  }

  private static func countMarks(
    _ scalars: String.UnicodeScalarView, from start: String.UnicodeScalarView.Index, _ already: Int
  ) -> Int {
    already + scalars[start...].prefix { isMark($0) }.count
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return scalar.value < 0xFE00 || scalar.value > 0xFE0F
    default: return false
    }
  }

  /// Whether a Latin, Greek or Cyrillic letter and a mark have a composed form that the text should use.
  private static func isDecomposed(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Bool {
    guard (0x300...0x345).contains(mark.value), base.properties.isAlphabetic else { return false }
    let pair = String(String.UnicodeScalarView([base, mark]))
    // Canonical equivalence: a composed scalar exists where the pair equals a single scalar of these blocks.
    return composedLetters[pair] != nil
  }

  private static let composedLetters: [String: Bool] = {
    var letters: [String: Bool] = [:]
    for range in [0xC0...0x17F, 0x1CD...0x233, 0x386...0x3CE, 0x400...0x45F, 0x1E00...0x1EFF] as [ClosedRange<UInt32>] {
      for value in range {
        guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
        letters[String(scalar)] = true
      }
    }
    return letters
  }()

  private static func isEmojiTag(_ value: UInt32, after previous: Unicode.Scalar) -> Bool {
    (0xE0020...0xE007F).contains(value)
      && (previous.value == 0x1F3F4 || (0xE0020...0xE007F).contains(previous.value))
  }
}

/// Notices words that mix Latin letters with look-alikes of Greek or Cyrillic.
struct WordScripts {
  private var scalars: [Unicode.Scalar] = []
  private var hasLatin = false
  private var stranger: Unicode.Scalar?

  mutating func take(_ scalar: Unicode.Scalar, _ tell: (TextFault.Problem) -> Void) {
    let value = scalar.value
    let isLatin = (value | 0x20 >= 0x61 && value | 0x20 <= 0x7A && value < 0x80) || (0xC0...0x24F).contains(value)
    let isLookAlike = (0x370...0x3FF).contains(value) || (0x400...0x4FF).contains(value)
    if isLatin || isLookAlike {
      if scalars.count < 64 { scalars.append(scalar) }
      if isLatin { hasLatin = true }
      if isLookAlike, stranger == nil { stranger = scalar }
      return
    }
    if hasLatin, let stranger, scalars.count > 1 {
      tell(.confusable(word: String(String.UnicodeScalarView(scalars)), scalar: stranger.value))
    }
    if !scalars.isEmpty { scalars.removeAll(keepingCapacity: true) }
    hasLatin = false
    stranger = nil
  }
}
