/// What a glob's body compiles to: a comparison where that suffices, else an automaton.
enum GlobShape: Hashable, Sendable {
  case literal([UInt8])
  case suffix([UInt8])
  case automaton([GlobToken])
  case nothing

  init(_ body: ArraySlice<UInt8>) {
    let special = body.firstIndex(where: Self.isSpecial)
    if special == nil {
      self = .literal(Array(body))
    } else if special == body.startIndex, body.first == UInt8(ascii: "*"),
      !body.dropFirst().contains(where: { Self.isSpecial($0) || $0 == Glob.slash })
    {
      self = .suffix(Array(body.dropFirst()))
    } else {
      var parser = GlobParser(body)
      self = parser.parse().map(Self.automaton) ?? .nothing
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "\\"): true
    default: false
    }
  }

  func matches(_ text: Span<UInt8>) -> Bool {
    switch self {
    case .literal(let bytes):
      return bytes.count == text.count && Self.ends(text, with: bytes)
    case .suffix(let bytes):
      guard Self.ends(text, with: bytes) else { return false }
      for index in 0..<(text.count - bytes.count) where text[index] == Glob.slash { return false }
      return true
    case .automaton(let tokens): return Self.run(tokens, text)
    case .nothing: return false
    }
  }

  private static func ends(_ text: Span<UInt8>, with bytes: [UInt8]) -> Bool {
    guard bytes.count <= text.count else { return false }
    let offset = text.count - bytes.count
    for index in bytes.indices where text[offset + index] != bytes[index] { return false }
    return true
  }

  /// Runs the automaton, whose states are the positions before each token and the end.
  private static func run(_ tokens: [GlobToken], _ text: Span<UInt8>) -> Bool {
    var states = [Bool](repeating: false, count: tokens.count + 1)
    var next = states
    states[0] = true
    skip(tokens, &states)
    for index in text.indices {
      let byte = text[index]
      var alive = false
      for state in tokens.indices where states[state] {
        let (stays, moves) = tokens[state].step(byte)
        if stays { next[state] = true }
        if moves { next[state + 1] = true }
        alive = alive || stays || moves
      }
      guard alive else { return false }
      swap(&states, &next)
      for state in next.indices { next[state] = false }
      skip(tokens, &states)
    }
    return states[tokens.count]
  }

  /// Adds the states that are reached without reading anything.
  private static func skip(_ tokens: [GlobToken], _ states: inout [Bool]) {
    for state in tokens.indices where states[state] {
      switch tokens[state] {
      case .star, .path: states[state + 1] = true
      case .folders:
        states[state + 1] = true
        states[state + 2] = true
      default: break
      }
    }
  }
}

/// One step of a glob.
enum GlobToken: Hashable, Sendable {
  case byte(UInt8)
  /// `?`
  case any
  case set(GlobByteSet)
  /// `*`
  case star
  /// `**` at the end
  case path
  /// `**/`: either nothing, or what the token after this one reads.
  case folders
  /// Anything up to and including a slash.
  case throughSlash

  /// Whether a byte leaves the automaton here, and whether it moves it on.
  func step(_ byte: UInt8) -> (stays: Bool, moves: Bool) {
    let isSlash = byte == Glob.slash
    return switch self {
    case .byte(let wanted): (false, byte == wanted)
    case .any: (false, !isSlash)
    case .set(let set): (false, !isSlash && set.contains(byte))
    case .star: (!isSlash, false)
    case .path: (true, false)
    case .folders: (false, false)
    case .throughSlash: (true, isSlash)
    }
  }
}
