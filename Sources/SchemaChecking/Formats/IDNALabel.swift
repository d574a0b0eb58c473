/// The rules of IDNA 2008 (RFC 5891, 5892) for one label in Unicode.
enum IDNALabel {
  static func isValid(_ label: [Unicode.Scalar]) -> Bool {
    guard let first = label.first, let last = label.last, first != "-", last != "-" else { return false }
    if label.count >= 4, label[2] == "-", label[3] == "-" { return false }
    if isMark(first) { return false }
    let hasArabicDigit = label.contains { (0x660...0x669).contains($0.value) }
    let hasExtendedDigit = label.contains { (0x6F0...0x6F9).contains($0.value) }
    if hasArabicDigit, hasExtendedDigit { return false }
    return label.indices.allSatisfy { isAllowed(label, $0) }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Whether a scalar is allowed at its place, by the exceptions, the contextual rules and the categories.
  private static func isAllowed(_ label: [Unicode.Scalar], _ index: Int) -> Bool {
    let scalar = label[index]
    let before = index > 0 ? label[index - 1] : nil
    let after = index + 1 < label.count ? label[index + 1] : nil
    switch scalar.value {
    case 0xB7: return before == "l" && after == "l"
    case 0x375: return after.map { isGreek($0) } ?? false
    case 0x5F3, 0x5F4: return before.map { (0x590...0x5FF).contains($0.value) } ?? false
    case 0x30FB: return label.contains { isJapanese($0) }
    case 0x200D: return before.map { isVirama($0) } ?? false
    case 0x200C: return before.map { isVirama($0) || isJoining($0) } ?? false
    case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: return true
    case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return false
    default: break
    }
    if scalar.isASCII {
      return scalar == "-" || scalar.properties.isAlphabetic || (48...57).contains(scalar.value)
    }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .decimalNumber:
      return scalar.properties.changesWhenNFKCCaseFolded == false
    default: return false
    }
  }

  private static func isVirama(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.canonicalCombiningClass == .virama
  }

  private static func isJoining(_ scalar: Unicode.Scalar) -> Bool {
    (0x620...0x8FF).contains(scalar.value)
  }

  private static func isGreek(_ scalar: Unicode.Scalar) -> Bool {
    (0x370...0x3FF).contains(scalar.value) || (0x1F00...0x1FFF).contains(scalar.value)
  }

  private static func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0x3005, 0x3007, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2FA1F:
      true
    default: false
    }
  }
}
