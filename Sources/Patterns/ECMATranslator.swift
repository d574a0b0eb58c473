/// Rewrites an ECMA-262 regular expression (Unicode mode) as the PCRE2 one with the same meaning.
///
/// Every construct is recognised and emitted anew, so nothing that only PCRE2 understands gets through.
struct ECMATranslator {
  let scalars: [Unicode.Scalar]
  let offsets: [Int]
  let limits: PatternLimits
  var position = 0
  var output: [UInt8] = []
  private var open: [Group] = []
  private var last = Atom.none
  private var weight = 0
  private var names: [String: Int] = [:]
  private var captures = 0

  /// What a quantifier would apply to.
  private enum Atom { case none, repeatable(weight: Int) }

  /// A group that is being read.
  private struct Group {
    let offset: Int
    let repeatable: Bool
    let weightBefore: Int
  }

  /// Returns the expression in PCRE2's syntax.
  static func translate(
    _ pattern: some Sequence<UInt8>, limits: PatternLimits
  ) throws(PatternError) -> [UInt8] {
    var translator = try ECMATranslator(pattern, limits: limits)
    try translator.collectGroups()
    try translator.readDisjunction()
    return translator.output
  }

  private init(_ pattern: some Sequence<UInt8>, limits: PatternLimits) throws(PatternError) {
    let bytes = Array(pattern)
    guard bytes.count <= limits.patternBytes else { throw .tooLarge }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .syntax(offset: 0, .notUTF8) }
    self.limits = limits
    scalars = Array(text.unicodeScalars)
    var offset = 0
    var offsets: [Int] = []
    for scalar in scalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.offsets = offsets
    output.reserveCapacity(bytes.count * 2)
  }

  // MARK: Reading

  /// The scalar at the position, or nil at the end.
  var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  /// Steps over a scalar if it comes next.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    position += 1
    return true
  }

  /// Steps over a word if it comes next.
  mutating func take(word: String) -> Bool {
    guard scalars[position...].starts(with: word.unicodeScalars) else { return false }
    position += word.unicodeScalars.count
    return true
  }

  /// An error at a scalar, by default the current one.
  func fault(_ fault: PatternFault, at index: Int? = nil) -> PatternError {
    .syntax(offset: offsets[min(index ?? position, scalars.count)], fault)
  }

  /// Appends text to the output.
  mutating func emit(_ text: String) {
    output.append(contentsOf: text.utf8)
  }

  /// Appends one code point so that PCRE2 takes it literally, inside and outside of classes.
  mutating func emit(literal code: UInt32) {
    let isWord = (48...57).contains(code) || (65...90).contains(code) || (97...122).contains(code)
    if isWord {
      output.append(UInt8(truncatingIfNeeded: code))
    } else {
      emit("\\x{")
      output.append(contentsOf: String(code, radix: 16).utf8)
      emit("}")
    }
  }

  // MARK: Groups

  /// Numbers the groups beforehand, because references may run ahead of them.
  private mutating func collectGroups() throws(PatternError) {
    var inClass = false
    while let scalar = current {
      let start = position
      position += 1
      switch scalar {
      case "\\": position += 1
      case "[": inClass = true
      case "]": inClass = false
      case "(" where !inClass:
        guard take("?") else {
          captures += 1
          continue
        }
        guard take("<"), current != "=", current != "!" else { continue }
        captures += 1
        let name = try readGroupName()
        guard names.updateValue(captures, forKey: name) == nil else {
          throw fault(.duplicateName, at: start)
        }
      default: break
      }
    }
    position = 0
  }

  /// Reads `name>`, after the opening angle.
  private mutating func readGroupName() throws(PatternError) -> String {
    let start = position
    var name = ""
    while let scalar = current, scalar != ">" {
      let isStart = scalar.properties.isIDStart || scalar == "$" || scalar == "_"
      let isPart = isStart || scalar.properties.isIDContinue || scalar == "\u{200C}" || scalar == "\u{200D}"
      guard name.isEmpty ? isStart : isPart else { throw fault(.badGroupName, at: start) }
      name.unicodeScalars.append(scalar)
      position += 1
    }
    guard !name.isEmpty, take(">") else { throw fault(.badGroupName, at: start) }
    return name
  }

  private mutating func openGroup() throws(PatternError) {
    let start = position - 1
    guard open.count < limits.groupDepth else { throw fault(.tooDeep, at: start) }
    var repeatable = true
    if !take("?") {
      emit("(")
    } else if take(":") {
      emit("(?:")
    } else if take("=") {
      emit("(?=")
      repeatable = false
    } else if take("!") {
      emit("(?!")
      repeatable = false
    } else if take(word: "<=") {
      emit("(?<=")
      repeatable = false
    } else if take(word: "<!") {
      emit("(?<!")
      repeatable = false
    } else if take("<") {
      _ = try readGroupName()
      emit("(")
    } else {
      throw fault(.badGroup, at: start)
    }
    open.append(Group(offset: start, repeatable: repeatable, weightBefore: weight))
    weight = 0
    last = .none
  }

  private mutating func closeGroup() throws(PatternError) {
    guard let group = open.popLast() else { throw fault(.unopenedGroup, at: position - 1) }
    emit(")")
    let inner = weight + 1
    weight = group.weightBefore
    add(weight: inner)
    last = group.repeatable ? .repeatable(weight: inner) : .none
  }

  // MARK: Terms

  private mutating func readDisjunction() throws(PatternError) {
    while let scalar = current {
      position += 1
      switch scalar {
      case "(": try openGroup()
      case ")": try closeGroup()
      case "|": assertion("|")
      case "^": assertion("^")
      case "$": assertion("$")
      case ".": atom("[^\\n\\r\\x{2028}\\x{2029}]")
      case "*": try quantify(min: 0, max: nil)
      case "+": try quantify(min: 1, max: nil)
      case "?": try quantify(min: 0, max: 1)
      case "{": try readBounds()
      case "]", "}": throw fault(.loneBracket, at: position - 1)
      case "[":
        try readClass()
        atom("")
      case "\\": try readEscape()
      default:
        emit(literal: scalar.value)
        atom("")
      }
      guard weight <= limits.expandedAtoms else { throw .tooLarge }
    }
    if let group = open.last { throw fault(.unclosedGroup, at: group.offset) }
  }

  /// Emits what cannot be repeated.
  mutating func assertion(_ text: String) {
    emit(text)
    last = .none
  }

  /// Emits what can be repeated.
  mutating func atom(_ text: String) {
    emit(text)
    add(weight: 1)
    last = .repeatable(weight: 1)
  }

  private mutating func add(weight more: Int) {
    let (sum, overflow) = weight.addingReportingOverflow(more)
    weight = overflow ? .max : sum
  }

  private mutating func readBounds() throws(PatternError) {
    let start = position - 1
    guard let low = readNumber() else { throw fault(.loneBracket, at: start) }
    var high: Int? = low
    if take(",") { high = current == "}" ? nil : (readNumber() ?? -1) }
    guard take("}"), high ?? low >= low else { throw fault(.badQuantifier, at: start) }
    try quantify(min: low, max: high, at: start)
  }

  /// Reads digits, saturating far above every limit.
  mutating func readNumber() -> Int? {
    var value: Int?
    while let digit = current?.value, (48...57).contains(digit) {
      value = min((value ?? 0) * 10 + Int(digit - 48), 1_000_000)
      position += 1
    }
    return value
  }

  private mutating func quantify(min low: Int, max high: Int?, at start: Int? = nil) throws(PatternError) {
    guard case .repeatable(let inner) = last else {
      throw fault(.nothingToRepeat, at: start ?? position - 1)
    }
    switch (low, high) {
    case (0, nil): emit("*")
    case (1, nil): emit("+")
    case (0, 1): emit("?")
    default:
      // PCRE2 counts to 65,535; the limit on expanded atoms ends well below that.
      let text = high.map { low == $0 ? "{\(low)}" : "{\(low),\($0)}" } ?? "{\(low),}"
      output.append(contentsOf: text.utf8)
    }
    let (product, overflow) = inner.multipliedReportingOverflow(by: max(0, max(low, high ?? low) - 1))
    guard !overflow else { throw .tooLarge }
    add(weight: product)
    if take("?") { emit("?") }
    last = .none
  }

  // MARK: References

  /// Emits a reference by number.
  mutating func reference(to number: Int, at start: Int) throws(PatternError) {
    guard number >= 1, number <= captures else { throw fault(.unknownGroup, at: start) }
    output.append(contentsOf: "\\g{\(number)}".utf8)
    atom("")
  }

  /// Emits a reference by name, after `\k`.
  mutating func namedReference(at start: Int) throws(PatternError) {
    guard take("<") else { throw fault(.badGroupName, at: start) }
    let name = try readGroupName()
    guard let number = names[name] else { throw fault(.unknownGroup, at: start) }
    try reference(to: number, at: start)
  }
}
