/// Host names: labels of letters, digits and dashes, or what IDNA makes of other letters.
enum HostName {
  static func accepts(_ text: UnsafeBufferPointer<UInt8>, allowsUnicode: Bool) -> Bool {
    guard let text = String(validating: text, as: UTF8.self), !text.isEmpty else { return false }
    var labels: [[Unicode.Scalar]] = [[]]
    for scalar in text.unicodeScalars {
      let isDot = scalar == "." || (allowsUnicode && (scalar == "\u{3002}" || scalar == "\u{FF0E}" || scalar == "\u{FF61}"))
      if isDot { labels.append([]) } else { labels[labels.count - 1].append(scalar) }
    }
    var length = 0
    for label in labels {
      guard let encoded = encodedLength(label, allowsUnicode) else { return false }
      length += encoded + 1
    }
    return length - 1 <= 253
  }

  /// The length of a label in its ASCII form, or nil where it is no label.
  private static func encodedLength(_ label: [Unicode.Scalar], _ allowsUnicode: Bool) -> Int? {
    guard let first = label.first, let last = label.last, first != "-", last != "-" else { return nil }
    let isASCII = label.allSatisfy(\.isASCII)
    if isASCII {
      guard label.count <= 63, label.allSatisfy(isLetterDigitOrDash) else { return nil }
      let lower = label.prefix(4).map { Character($0).lowercased() }.joined()
      if lower == "xn--" {
        guard let decoded = Punycode.decode(label.dropFirst(4).map(\.value)) else { return nil }
        guard !decoded.allSatisfy(\.isASCII), IDNALabel.isValid(decoded) else { return nil }
      } else if label.count >= 4, label[2] == "-", label[3] == "-" {
        return nil
      }
      return label.count
    }
    guard allowsUnicode, IDNALabel.isValid(label) else { return nil }
    let encoded = 4 + Punycode.encodedCount(label.map(\.value))
    return encoded <= 63 ? encoded : nil
  }

  private static func isLetterDigitOrDash(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return (48...57).contains(value) || (65...90).contains(value) || (97...122).contains(value) || value == 45
  }
}
