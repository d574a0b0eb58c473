/// The lines in which two texts differ, as a unified diff.
public enum LineDiff {
  /// The diff of two texts of UTF-8, each hunk with `context` equal lines around it; nothing where they are equal.
  ///
  /// Lines are escaped: what a stranger wrote does nothing on a terminal.
  public static func render(
    _ before: [UInt8], _ after: [UInt8], path: String, style: TextStyle, context: Int = 3
  ) -> String {
    let old = lines(before)
    let new = lines(after)
    let steps = steps(old, new)
    guard steps.contains(where: { $0 != .equal }) else { return "" }
    var text =
      style.paint("--- \(path)", .strong) + "\n" + style.paint("+++ \(path) (formatted)", .strong) + "\n"
    for hunk in hunks(steps, context) { text += render(hunk, steps, old, new, style) }
    return text
  }

  /// What happens to a line.
  enum Step { case equal, delete, insert }

  /// The shortest way from one text to the other (Myers); where that would take long, all lines between the first
  /// and the last difference are replaced.
  static func steps<Line: Equatable>(_ old: [Line], _ new: [Line], atMost limit: Int = 400) -> [Step] {
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    var tail = 0
    while tail < old.count - start, tail < new.count - start,
      old[old.count - 1 - tail] == new[new.count - 1 - tail]
    {
      tail += 1
    }
    let head = [Step](repeating: .equal, count: start)
    let middle = middle(old[start..<(old.count - tail)], new[start..<(new.count - tail)], limit)
    return head + middle + [Step](repeating: .equal, count: tail)
  }

  private static func middle<Line: Equatable>(_ old: ArraySlice<Line>, _ new: ArraySlice<Line>, _ limit: Int)
    -> [Step]
  {
    let (a, b) = (Array(old), Array(new))
    /// How far each diagonal got, after every number of edits.
    var traces: [[Int]] = []
    var furthest = [Int](repeating: 0, count: 2 * limit + 3)
    for edits in 0...limit {
      traces.append(Array(furthest[(limit + 1 - edits)...(limit + 1 + edits)]))
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let center = limit + 1 + diagonal
        let isDown = diagonal == -edits || diagonal != edits && furthest[center - 1] < furthest[center + 1]
        var x = isDown ? furthest[center + 1] : furthest[center - 1] + 1
        while x < a.count, x - diagonal < b.count, x - diagonal >= 0, a[x] == b[x - diagonal] { x += 1 }
        furthest[center] = x
        if x >= a.count, x - diagonal >= b.count { return way(traces, a.count, b.count, edits) }
      }
    }
    return [Step](repeating: .delete, count: a.count) + [Step](repeating: .insert, count: b.count)
  }

  /// Walks back from the end through what was reached after each number of edits.
  private static func way(_ traces: [[Int]], _ oldCount: Int, _ newCount: Int, _ edits: Int) -> [Step] {
    var steps: [Step] = []
    var (x, y) = (oldCount, newCount)
    for edit in stride(from: edits, to: 0, by: -1) {
      // The trace of `edit` holds the diagonals from -edit to edit as they were before it.
      func reached(_ diagonal: Int) -> Int { traces[edit][diagonal + edit] }
      let diagonal = x - y
      let isDown = diagonal == -edit || diagonal != edit && reached(diagonal - 1) < reached(diagonal + 1)
      let previous = isDown ? diagonal + 1 : diagonal - 1
      let previousX = reached(previous)
      let previousY = previousX - previous
      while x > previousX, y > previousY, x > (isDown ? previousX : previousX + 1) {
        steps.append(.equal)
        x -= 1
        y -= 1
      }
      steps.append(isDown ? .insert : .delete)
      (x, y) = (previousX, previousY)
    }
    steps += [Step](repeating: .equal, count: x)
    return steps.reversed()
  }

  // MARK: Hunks

  /// The lines with their ends, so that a last line without one differs from one that has it.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  private static func hunks(_ steps: [Step], _ context: Int) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, step) in steps.enumerated() where step != .equal {
      let range = max(index - context, 0)..<min(index + context + 1, steps.count)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private static func render(
    _ hunk: Range<Int>, _ steps: [Step], _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>],
    _ style: TextStyle
  ) -> String {
    var oldLine = steps[..<hunk.lowerBound].count { $0 != .insert }
    var newLine = steps[..<hunk.lowerBound].count { $0 != .delete }
    let oldCount = steps[hunk].count { $0 != .insert }
    let newCount = steps[hunk].count { $0 != .delete }
    func range(_ line: Int, _ count: Int) -> String { "\(count == 0 ? line : line + 1),\(count)" }
    var text = style.paint("@@ -\(range(oldLine, oldCount)) +\(range(newLine, newCount)) @@", .accent) + "\n"
    for step in steps[hunk] {
      switch step {
      case .equal: text += " " + shown(new[newLine]) + "\n"
      case .delete: text += style.paint("-" + shown(old[oldLine]), .bad) + "\n"
      case .insert: text += style.paint("+" + shown(new[newLine]), .good) + "\n"
      }
      if step != .insert { oldLine += 1 }
      if step != .delete { newLine += 1 }
    }
    return text
  }

  private static func shown(_ line: ArraySlice<UInt8>) -> String {
    let isWhole = line.last == 0x0A
    let parts = (isWhole ? line.dropLast() : line).split(separator: 0x09, omittingEmptySubsequences: false)
    let text = parts.map { TerminalText.escaping(String(decoding: $0, as: UTF8.self)) }.joined(
      separator: "\t")
    return isWhole ? text : text + "\n\\ No newline at end of file"
  }
}
