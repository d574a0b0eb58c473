internal import Diagnostics
internal import Linting
internal import Workspaces

/// Findings for people at a terminal: each with the lines it is about.
public struct HumanFindings: Sendable {
  private let list: FindingList
  private let style: TextStyle
  private let width: Int

  /// Shows `list` on lines of at most `width` columns, where the text allows.
  public init(_ list: FindingList, style: TextStyle, width: Int) {
    self.list = list
    self.style = style
    self.width = max(width, 40)
  }

  /// The text.
  public func render() -> String {
    var text = ""
    var maps: [RepositoryPath: LineMap] = [:]
    for finding in list.result.findings { text += block(finding, &maps) + "\n" }
    text += style.paint(list.summary, list.result.findings.isEmpty ? .good : .strong) + "\n"
    return text
  }

  private func block(_ finding: Finding, _ maps: inout [RepositoryPath: LineMap]) -> String {
    let role: TextStyle.Role =
      switch finding.severity {
      case .error: .error
      case .warning: .warning
      case .info: .info
      }
    let severity = finding.severity == .info ? "note" : finding.severity.name
    var lines = [
      "\(style.paint(severity, role)): \(style.paint(TerminalText.escaping(finding.message), .strong)) "
        + style.paint("[\(finding.rule)]", .faint),
      "  \(style.paint("-->", .accent)) \(location(finding.place))",
    ]
    lines += frame(finding.place, role, &maps)
    if !finding.candidates.isEmpty {
      let names = finding.candidates.map { TerminalText.escaping($0) }
      lines.append("   \(style.paint("=", .accent)) \(Counting.suggestion(names))")
    }
    if !finding.help.isEmpty {
      lines.append("   \(style.paint("=", .accent)) help: \(TerminalText.escaping(finding.help))")
    }
    for note in finding.notes {
      lines.append(
        "   \(style.paint("=", .accent)) \(TerminalText.escaping(note.message)): \(location(note.place))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func location(_ place: Place) -> String {
    "\(TerminalText.escaping(place.path.text)):\(place.start.line):\(place.start.column)"
  }

  /// The line of the finding with a mark under what is meant.
  private func frame(
    _ place: Place, _ role: TextStyle.Role, _ maps: inout [RepositoryPath: LineMap]
  ) -> [String] {
    guard !place.isWholeFile, var bytes = list.result.bytes(of: place.path) else { return [] }
    let map = maps[place.path] ?? LineMap(bytes)
    maps[place.path] = map
    guard let line = map.span(ofLine: place.start.line, in: bytes) else { return [] }
    hide(place.path, line, &bytes)
    let start = min(max(place.span.start, line.start), line.end)
    let end = min(max(place.span.end, start), line.end)
    let near = characterStart(max(line.start, start - 400), in: bytes, from: line.start)
    var before = (near > line.start ? "…" : "") + shown(bytes[near..<start])
    let marked = shown(bytes[start..<end])
    var after = shown(bytes[end..<min(line.end, end + 200)])
    let number = String(place.start.line)
    let gutter = String(repeating: " ", count: number.count)
    let room = max(width - number.count - 4, 20)
    if DisplayWidth.of(before) > room * 2 / 3 { before = "…" + String(before.suffix(room / 3)) }
    let used = DisplayWidth.of(before) + DisplayWidth.of(marked)
    if used + DisplayWidth.of(after) > room { after = String(after.prefix(max(room - used - 1, 0))) + "…" }
    let mark = String(
      repeating: "^", count: max(1, min(DisplayWidth.of(marked), room - DisplayWidth.of(before))))
    let cut = DisplayWidth.of(marked) > room ? String(marked.prefix(room)) + "…" : marked
    return [
      style.paint(" \(gutter) |", .accent),
      style.paint(" \(number) |", .accent) + " " + before + cut + after,
      style.paint(" \(gutter) |", .accent) + " " + String(repeating: " ", count: DisplayWidth.of(before))
        + style.paint(mark, role),
    ]
  }

  /// Puts asterisks in the place of what looks like a credential.
  private func hide(_ path: RepositoryPath, _ line: ByteSpan, _ bytes: inout [UInt8]) {
    for span in list.result.hidden(in: path) {
      for index in max(span.start, line.start)..<max(span.start, line.start, min(span.end, line.end)) {
        bytes[index] = 0x2A
      }
    }
    // A file that cannot be read has no strings, but may have secrets.
    var text = Array(bytes[line.start..<min(line.end, line.start + 100_000)])
    if Secrets.mask(&text) { bytes.replaceSubrange(line.start..<(line.start + text.count), with: text) }
  }

  /// The nearest place from `index` on at which a character starts.
  private func characterStart(_ index: Int, in bytes: [UInt8], from start: Int) -> Int {
    var index = index
    while index > start, index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }

  private func shown(_ bytes: ArraySlice<UInt8>) -> String {
    TerminalText.escaping(String(decoding: bytes.prefix(2_000), as: UTF8.self).replacing("\t", with: "  "))
  }
}
