/// The lines of ignore files that are in force in a folder, outermost first; the last match decides.
///
/// A folder that is ignored is not to be entered: nothing below it can be brought back, and whoever walks
/// the tree does not descend.
public struct IgnoreRules: Sendable {
  private struct Rule: Sendable {
    let glob: Glob
    let isNegated: Bool
    let base: [UInt8]
  }

  private var rules: [Rule] = []

  /// Creates rules that ignore nothing.
  public init() {}

  /// Whether no rule is in force.
  public var isEmpty: Bool { rules.isEmpty }

  /// Adds the lines of one ignore file.
  ///
  /// - Parameters:
  ///   - file: The file's bytes.
  ///   - base: The folder that holds it, relative to the root, without slashes at its ends.
  public mutating func append(contentsOf file: some Collection<UInt8>, base: some Sequence<UInt8>) {
    let base = Array(base)
    var bytes = Array(file)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let rule = Self.parse(line, base: base) else { continue }
      rules.append(rule)
    }
  }

  /// Whether a path is ignored by its own name, its parents left out of account.
  public func ignores(_ path: some Collection<UInt8>, isDirectory: Bool) -> Bool {
    guard !rules.isEmpty else { return false }
    let path = Array(path)
    for rule in rules.reversed() {
      guard let rest = Self.remainder(of: path, below: rule.base) else { continue }
      if rule.glob.matches(rest, isDirectory: isDirectory) { return !rule.isNegated }
    }
    return false
  }

  private static func remainder(of path: [UInt8], below base: [UInt8]) -> ArraySlice<UInt8>? {
    guard !base.isEmpty else { return path[...] }
    guard path.count > base.count, path[base.count] == Glob.slash, path.starts(with: base) else { return nil }
    return path[(base.count + 1)...]
  }

  private static func parse(_ line: ArraySlice<UInt8>, base: [UInt8]) -> Rule? {
    var line = line
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    guard line.first != UInt8(ascii: "#") else { return nil }
    trimSpaces(&line)
    let isNegated = line.first == UInt8(ascii: "!")
    if isNegated { line.removeFirst() }
    guard !line.isEmpty else { return nil }
    return Rule(glob: Glob(line), isNegated: isNegated, base: base)
  }

  /// Drops the spaces at the end, up to one that is escaped.
  private static func trimSpaces(_ line: inout ArraySlice<UInt8>) {
    var end = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      if line[index] == UInt8(ascii: "\\") {
        index += 1
        end = min(index + 1, line.endIndex)
      } else if line[index] != UInt8(ascii: " ") {
        end = index + 1
      }
      index += 1
    }
    line = line[..<end]
  }
}
