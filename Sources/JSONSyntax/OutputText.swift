internal import Diagnostics

/// Strings of JSON outputs: the value exactly, but for credentials, in a spelling that does nothing where the output
/// is only looked at.
///
/// Outputs end up in terminals and in the logs of build runners, which obey `##[command]` anywhere in a line.
enum OutputText {
  static func appendQuoted(_ text: String, to result: inout [UInt8]) {
    let text = Secrets.masked(text)
    guard text.utf8.contains(where: { $0 >= 0x7F || $0 == 0x23 }) else {
      return JSONEscapes.appendQuoted(text.utf8, to: &result)
    }
    let start = result.count
    JSONEscapes.appendQuoted(text.utf8, to: &result)
    let quoted = Array(result[start...])
    result.removeSubrange(start...)
    append(quoted, to: &result)
  }

  /// Appends JSON text that is there already; outside of its strings there is nothing to spell otherwise.
  static func append(_ json: [UInt8], to result: inout [UInt8]) {
    var json = json
    Secrets.mask(&json)
    guard json.contains(where: { $0 >= 0x7F || $0 == 0x23 }) else {
      result += json
      return
    }
    let plain = String(decoding: json, as: UTF8.self)
    var hashes = 0
    var isCommand = false
    for scalar in plain.unicodeScalars {
      if scalar == "[" && isCommand || scalar.value >= 0x7F && VisibleText.isHidden(scalar) {
        append(escaped: scalar, to: &result)
      } else {
        result += Array(String(scalar).utf8)
      }
      hashes = scalar == "#" ? hashes + 1 : 0
      if hashes >= 2 { isCommand = true } else if hashes == 0, !isLetter(scalar) { isCommand = false }
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value | 0x20) >= 0x61 && (scalar.value | 0x20) <= 0x7A
  }

  private static func append(escaped scalar: Unicode.Scalar, to result: inout [UInt8]) {
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      result += Array("\\u".utf8) + Array(repeating: 0x30, count: 4 - digits.utf8.count) + Array(digits.utf8)
    }
  }
}
