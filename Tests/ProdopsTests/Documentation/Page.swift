import Foundation

/// A page of documentation with its fenced blocks.
struct Page {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The pages that people write, relative to the project's folder.
  static let names: [String] = {
    let folder = root.appendingPathComponent("docs").path
    let pages = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"]
      + pages.filter { $0.hasSuffix(".md") }.sorted().map { "docs/" + $0 }
  }()

  /// A fenced block.
  struct Block {
    let language: String
    /// Where its content stands among the page's lines.
    let range: Range<Int>
  }

  let name: String
  var lines: [String]

  init(_ name: String) throws {
    self.name = name
    let text = try String(contentsOf: Self.root.appendingPathComponent(name), encoding: .utf8)
    lines = text.components(separatedBy: "\n")
  }

  var blocks: [Block] {
    var blocks: [Block] = []
    var open: (language: String, start: Int)?
    for (number, line) in lines.enumerated() where line.hasPrefix("```") {
      if let block = open {
        blocks.append(Block(language: block.language, range: block.start..<number))
        open = nil
      } else {
        open = (String(line.dropFirst(3)), number + 1)
      }
    }
    return blocks
  }

  /// The lines outside of blocks.
  var prose: [String] {
    let inside = Set(blocks.flatMap { Array($0.range) })
    return lines.enumerated().filter { !inside.contains($0.offset) }.map(\.element)
  }

  func write() throws {
    try Data(lines.joined(separator: "\n").utf8).write(to: Self.root.appendingPathComponent(name))
  }
}

/// A command of a ```console block, and what the page says that it prints.
struct ConsoleStep {
  let command: String
  /// Where the output stands among the page's lines.
  let range: Range<Int>

  static func steps(_ page: Page, _ block: Page.Block) -> [ConsoleStep] {
    let starts = block.range.filter { page.lines[$0].hasPrefix("$ ") }
    return zip(starts, starts.dropFirst() + [block.range.upperBound]).map { start, end in
      ConsoleStep(command: String(page.lines[start].dropFirst(2)), range: start + 1..<end)
    }
  }

  /// Whether `output` is as `expected`, in which a line `…` stands for any number of lines.
  static func matches(_ output: [String], _ expected: [String]) -> Bool {
    guard expected.contains("…") else { return output == expected }
    var rest = output[...]
    let parts = expected.split(separator: "…", omittingEmptySubsequences: false).map(Array.init)
    for (number, part) in parts.enumerated() {
      if number == 0 {
        guard rest.starts(with: part) else { return false }
        rest = rest.dropFirst(part.count)
      } else if number == parts.count - 1 {
        return rest.count >= part.count && Array(rest.suffix(part.count)) == part
      } else {
        var start = rest.startIndex
        while start + part.count <= rest.endIndex, Array(rest[start..<start + part.count]) != part {
          start += 1
        }
        guard start + part.count <= rest.endIndex else { return false }
        rest = rest[(start + part.count)...]
      }
    }
    return true
  }

  /// The page's lines and the output's, those that differ marked.
  static func difference(_ expected: [String], _ output: [String]) -> String {
    let changes = output.difference(from: expected)
    var removed = Set<Int>()
    var inserted: [Int: String] = [:]
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, let line, _): inserted[offset] = line
      }
    }
    var lines: [String] = []
    var position = 0
    for (number, line) in expected.enumerated() {
      if removed.contains(number) {
        lines.append("- " + line)
        continue
      }
      while let line = inserted[position] {
        lines.append("+ " + line)
        position += 1
      }
      lines.append("  " + line)
      position += 1
    }
    while let line = inserted[position] {
      lines.append("+ " + line)
      position += 1
    }
    return lines.joined(separator: "\n")
  }
}
