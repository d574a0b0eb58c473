/// A revision as the user wrote it, taken apart: a name, and steps through parents.
struct Revision: Equatable {
  /// What the revision starts from.
  enum Base: Equatable {
    /// A reference, or the digits of an object name.
    case name(String)
    /// The branch that the named branch follows; that of HEAD where there is no name.
    case upstream(String?)
  }

  /// What is done to the commit so far.
  enum Step: Equatable {
    /// The n-th first parent.
    case ancestor(Int)
    /// The n-th parent.
    case parent(Int)
  }

  /// The most that the numbers after `~` and `^` may come to.
  private static let largestStep = 1_000_000
  private static let longest = 4_096

  let base: Base
  let steps: [Step]

  /// Reads a revision of the supported forms.
  init(parsing text: String) throws(GitError) {
    let bytes = Array(text.utf8)
    func refuse(_ reason: String) -> GitError { .invalidRevision(text, reason: reason) }
    guard !bytes.isEmpty else { throw refuse("it is empty") }
    guard bytes.count <= Self.longest else { throw refuse("it is longer than \(Self.longest) bytes") }
    guard bytes.first != UInt8(ascii: "-") else {
      throw refuse("it looks like an option; write the revision alone")
    }
    if let reason = Self.reasonToRefuse(bytes) { throw refuse(reason) }
    let suffix = bytes.firstIndex { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "^") } ?? bytes.endIndex
    base = try Self.base(repairedText(bytes[..<suffix]), refuse)
    steps = try Self.steps(bytes[suffix...], refuse)
  }

  /// Names the form that is not supported, so that the user learns what to write instead.
  private static func reasonToRefuse(_ bytes: [UInt8]) -> String? {
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "it holds a control character" }
    if bytes.contains(UInt8(ascii: " ")) { return "it holds a space" }
    if bytes.contains(UInt8(ascii: ":")) {
      return "forms with ':' (a path, or a search in messages) are not supported; name a commit"
    }
    if let bad = bytes.first(where: { "*?[\\".utf8.contains($0) }) {
      return "no reference name holds '\(Character(Unicode.Scalar(bad)))'"
    }
    if bytes.first == UInt8(ascii: ".") { return "no reference name begins with '.'" }
    let dots = zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: ".") && $1 == UInt8(ascii: ".") }
    return dots ? "it is a range where one commit is wanted" : nil
  }

  private static func base(_ text: String, _ refuse: (String) -> GitError) throws(GitError) -> Base {
    guard !text.isEmpty else { throw refuse("nothing stands before '~' or '^'") }
    if text == "@" { return .name("HEAD") }
    let parts = text.split(separator: "@{", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return .name(text) }
    guard parts[1] == "upstream}" || parts[1] == "u}" else {
      throw refuse("of the forms with '@{' only '@{upstream}' is supported")
    }
    return .upstream(parts[0].isEmpty ? nil : String(parts[0]))
  }

  private static func steps(
    _ suffix: ArraySlice<UInt8>, _ refuse: (String) -> GitError
  ) throws(GitError) -> [Step] {
    var (steps, rest): ([Step], ArraySlice<UInt8>) = ([], suffix)
    var total = 0
    while let sign = rest.popFirst() {
      if sign == UInt8(ascii: "^"), rest.first == UInt8(ascii: "{") {
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { throw refuse("'^{' has no '}'") }
        let kind = repairedText(rest[(rest.startIndex + 1)..<end])
        guard kind.isEmpty || kind == "commit" else {
          throw refuse("of the forms with '^{' only '^{}' and '^{commit}' are supported")
        }
        rest = rest[(end + 1)...]
        continue
      }
      guard sign == UInt8(ascii: "~") || sign == UInt8(ascii: "^") else {
        throw refuse("'\(repairedText([sign]))' cannot follow '~' or '^'")
      }
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      rest = rest.dropFirst(digits.count)
      let count = digits.isEmpty ? 1 : decimal(digits, as: Int.self)
      guard let count, count <= largestStep - total else {
        throw refuse("it goes back by more than \(largestStep)")
      }
      total += count
      steps.append(sign == UInt8(ascii: "~") ? .ancestor(count) : .parent(count))
    }
    return steps
  }
}
