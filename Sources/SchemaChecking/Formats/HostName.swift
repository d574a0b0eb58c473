/// Host names: labels of letters, digits and dashes, or what IDNA makes of other letters.
enum HostName {
  static func accepts(_ text: UnsafeBufferPointer<UInt8>, allowsUnicode: Bool) -> Bool {
    guard let text = String(validating: text, as: UTF8.self), !text.isEmpty else { return false }
    var labels: [[Unicode.Scalar]] = [[]]
    for scalar in text.unicodeScalars {
      let isDot =
        scalar == "."
        || (allowsUnicode && (scalar == "\u{3002}" || scalar == "\u{FF0E}" || scalar == "\u{FF61}"))
      if isDot { labels.append([]) } else { labels[labels.count - 1].append(scalar) }
    }
    var length = 0
    var decoded: [[Unicode.Scalar]] = []
    for label in labels {
      guard let read = read(label, allowsUnicode) else { return false }
      length += read.length + 1
      decoded.append(read.label)
    }
    return length - 1 <= 253 && BidiRule.accepts(decoded)
  }

  /// A label in Unicode and the length of its ASCII form, or nil where it is no label.
  private static func read(
    _ label: [Unicode.Scalar], _ allowsUnicode: Bool
  ) -> (label: [Unicode.Scalar], length: Int)? {
    guard let first = label.first, let last = label.last, first != "-", last != "-" else { return nil }
    if label.allSatisfy(\.isASCII) {
      guard label.count <= 63, label.allSatisfy(isLetterDigitOrDash) else { return nil }
      guard label.count >= 4, label[2] == "-", label[3] == "-" else { return (label, label.count) }
      let lower = label.map { $0.value | ((65...90).contains($0.value) ? 0x20 : 0) }
      guard lower.starts(with: [0x78, 0x6E]), let decoded = Punycode.decode(Array(lower.dropFirst(4))),
        !decoded.allSatisfy(\.isASCII), IDNALabel.isValid(decoded),
        Punycode.encode(decoded.map(\.value)) == Array(lower.dropFirst(4))
      else { return nil }
      return (decoded, label.count)
    }
    guard allowsUnicode, IDNALabel.isValid(label), let encoded = Punycode.encode(label.map(\.value)) else {
      return nil
    }
    return encoded.count + 4 <= 63 ? (label, encoded.count + 4) : nil
  }

  private static func isLetterDigitOrDash(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return (48...57).contains(value) || (65...90).contains(value) || (97...122).contains(value) || value == 45
  }
}
