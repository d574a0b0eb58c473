import Foundation

/// What no output may do, whatever stands in the definitions: each gives the faults that it sees.
enum Oracles {
  /// Terminals: no control character but line breaks, unless colour was asked for, and no control of direction.
  static func terminal(_ bytes: [UInt8], allowsColour: Bool = false) -> [String] {
    guard let text = String(validating: bytes, as: UTF8.self) else { return ["the output is not UTF-8"] }
    let plain = allowsColour ? text.replacing(/\u{1B}\[[0-9;]*m/, with: "") : text
    return plain.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x09, 0x0A: false
      case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }.prefix(3).map { "the output holds U+" + String($0.value, radix: 16) }
  }

  /// Build runners: no command but our own annotations, of which there are `annotations`.
  static func runner(_ bytes: [UInt8], annotations: Int) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    var faults: [String] = []
    for word in ["##[", "##vso[", "##teamcity["] where contains(bytes, word) {
      faults.append("the output holds \(word)")
    }
    let blank = CharacterSet.whitespacesAndNewlines.union(.controlCharacters)
    let lines = text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }
    let commands = lines.map { String($0).trimmingCharacters(in: blank) }.filter { $0.hasPrefix("::") }
    for line in commands where line.prefixMatch(of: /::(error|warning|notice) file=[^:]*::/) == nil {
      faults.append("a line commands the runner: \(line.prefix(80))")
    }
    if commands.count != annotations { faults.append("\(commands.count) annotations, not \(annotations)") }
    return faults
  }

  /// The markup that comments fold and find themselves by: nothing of a stranger's stands in it unescaped.
  private static func isOwnMarkup(_ line: String) -> Bool {
    line == "<!-- prodops:diff -->" || line == "</details>"
      || line.wholeMatch(of: /<!-- prodops:base=([0-9a-f]{40}|files) head=([0-9a-f]{40}|files) -->/) != nil
      || line.wholeMatch(of: /<details><summary>[^<>]*<\/summary>/) != nil
      || line.wholeMatch(of: /<sub>`[^`<>]*` → `[^`<>]*`<\/sub>/) != nil
  }

  /// Markdown: nothing of a stranger's acts as markup.
  static func markdown(_ bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    var faults: [String] = []
    for line in text.split(separator: "\n") {
      let plain = withoutCode(String(line)).replacing("<br>", with: " ")
      if !isOwnMarkup(String(line)), plain.firstMatch(of: /<[A-Za-z\/!?]/) != nil {
        faults.append("raw HTML: \(line.prefix(120))")
      }
      if plain.firstMatch(of: /@[A-Za-z0-9]/) != nil { faults.append("a mention: \(line.prefix(120))") }
      if plain.contains("![") { faults.append("an image: \(line.prefix(120))") }
      if plain.firstMatch(of: /(?i)(fix|close|resolve)[a-z]* #[0-9]/) != nil {
        faults.append("a closing keyword")
      }
      for link in plain.matches(of: /\]\(([^)]*)\)/)
      where link.1.firstMatch(of: /^(https?:|mailto:|#|[A-Za-z0-9._\/-]+$)/) == nil {
        faults.append("a link to \(link.1.prefix(80))")
      }
      for link in plain.matches(of: /(?i)(javascript|data|vbscript|file):[^\s\x{200B}]/) {
        faults.append("an address: \(link.0)")
      }
    }
    return faults
  }

  /// A line without its code spans and without what a backslash escapes.
  private static func withoutCode(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(line.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if scalars[index] == "\\", index + 1 < scalars.count {
        result.append(" ")
        index += 2
      } else if scalars[index] == "`" {
        let fence = scalars[index...].prefix { $0 == "`" }.count
        guard let end = closing(scalars, from: index + fence, fence) else {
          return String(result) + "<unclosed code"
        }
        result.append(" ")
        index = end
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return String(result)
  }

  private static func closing(_ scalars: [Unicode.Scalar], from start: Int, _ fence: Int) -> Int? {
    var index = start
    while index < scalars.count {
      let run = scalars[index...].prefix { $0 == "`" }.count
      if run == fence { return index + run }
      index += max(run, 1)
    }
    return nil
  }

  private static func contains(_ bytes: [UInt8], _ word: String) -> Bool {
    bytes.firstRange(of: Array(word.utf8)) != nil
  }
}
