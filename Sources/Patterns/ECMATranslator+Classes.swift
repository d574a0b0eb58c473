extension ECMATranslator {
  /// Reads a character class, after its opening bracket.
  mutating func readClass() throws(PatternError) {
    let start = position - 1
    emit(take("^") ? "[^" : "[")
    while !take("]") {
      guard current != nil else { throw fault(.unclosedClass, at: start) }
      let memberStart = position
      let member = try readClassMember(classStart: start)
      guard current == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
        try emit(member, inClass: true)
        continue
      }
      position += 1
      let end = try readClassMember(classStart: start)
      guard case .code(let low) = member, case .code(let high) = end, low <= high else {
        throw fault(.badClassRange, at: memberStart)
      }
      emit(range: low...high)
    }
    emit("]")
  }

  private mutating func readClassMember(classStart: Int) throws(PatternError) -> Member {
    let start = position
    guard let scalar = current else { throw fault(.unclosedClass, at: classStart) }
    position += 1
    guard scalar == "\\" else { return .code(scalar.value) }
    if take("b") { return .code(8) }
    if take("-") { return .code(0x2D) }
    return try readMember(at: start)
  }

  /// Emits a range without the surrogates, which PCRE2 refuses and no text has.
  private mutating func emit(range: ClosedRange<UInt32>) {
    let low = (0xD800...0xDFFF).contains(range.lowerBound) ? 0xE000 : range.lowerBound
    let high = (0xD800...0xDFFF).contains(range.upperBound) ? 0xD7FF : range.upperBound
    guard low <= high else { return }
    emit(literal: low)
    emit("-")
    emit(literal: high)
  }
}
