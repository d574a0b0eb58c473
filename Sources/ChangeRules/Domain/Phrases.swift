internal import JSONSyntax

/// Small parts of sentences.
enum Phrase {
  /// A share as `12.5 %`.
  static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded().clamped(to: -1e9...1e9))
    let (whole, rest) = (tenths.magnitude / 10, tenths.magnitude % 10)
    return "\(tenths < 0 ? "-" : "")\(whole)\(rest == 0 ? "" : ".\(rest)") %"
  }

  /// A number or a short text as it is written; `none` where there is nothing.
  static func value(_ value: JSONValue?) -> String {
    guard let value else { return "none" }
    if let text = value.string { return text.utf8.count > 60 ? "another text" : text }
    guard value.kind == .number || value.kind == .true || value.kind == .false else { return "other values" }
    return value.text.count > 24 ? "a long number" : String(decoding: value.text, as: UTF8.self)
  }

  /// Whether two texts have the same letters and digits, so that only spelling or punctuation differs.
  static func readAlike(_ old: JSONValue?, _ new: JSONValue?) -> Bool {
    guard let old = old?.string, let new = new?.string else { return false }
    return old.utf8.lazy.compactMap(bare).elementsEqual(new.utf8.lazy.compactMap(bare))
  }

  private static func bare(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte | 0x20
    case 0x30...0x39, 0x61...0x7A, 0x80...: byte
    case 0x2A, 0x2B, 0x2D, 0x2F, 0x3C...0x3E: byte
    default: nil
    }
  }
}
