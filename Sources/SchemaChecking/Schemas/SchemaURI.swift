/// A URI as bytes, resolved as RFC 3986 section 5 says; nothing is ever fetched by it.
struct SchemaURI: Hashable, Sendable {
  var scheme: [UInt8]?
  var authority: [UInt8]?
  var path: [UInt8]
  var query: [UInt8]?
  var fragment: [UInt8]?

  /// Takes a URI or a relative reference apart; every text is one or the other.
  init(_ text: some Sequence<UInt8>) {
    var rest = Array(text)[...]
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = Array(rest[(hash + 1)...])
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = Array(rest[(mark + 1)...])
      rest = rest[..<mark]
    }
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")), Self.isScheme(rest[..<colon]) {
      scheme = Array(rest[..<colon])
      rest = rest[(colon + 1)...]
    }
    if rest.starts(with: [Self.slash, Self.slash]) {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: Self.slash) ?? rest.endIndex
      authority = Array(rest[..<end])
      rest = rest[end...]
    }
    path = Array(rest)
  }

  static let slash = UInt8(ascii: "/")

  /// The URI that a reference means where this one is the base.
  func resolving(_ reference: SchemaURI) -> SchemaURI {
    var result = reference
    if reference.scheme != nil {
      result.path = Self.withoutDots(reference.path)
      return result
    }
    result.scheme = scheme
    if reference.authority != nil {
      result.path = Self.withoutDots(reference.path)
      return result
    }
    result.authority = authority
    if reference.path.isEmpty {
      result.path = path
      if reference.query == nil { result.query = query }
    } else if reference.path.first == Self.slash {
      result.path = Self.withoutDots(reference.path)
    } else {
      result.path = Self.withoutDots(merged(with: reference.path))
    }
    return result
  }

  /// The same without a fragment: what names a whole resource.
  var withoutFragment: SchemaURI {
    var result = self
    result.fragment = nil
    return result
  }

  /// The text of the URI.
  var text: String {
    var bytes: [UInt8] = []
    if let scheme { bytes += scheme + [UInt8(ascii: ":")] }
    if let authority { bytes += [Self.slash, Self.slash] + authority }
    bytes += path
    if let query { bytes += [UInt8(ascii: "?")] + query }
    if let fragment { bytes += [UInt8(ascii: "#")] + fragment }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The fragment with its percent escapes undone.
  var decodedFragment: [UInt8] {
    var result: [UInt8] = []
    let bytes = fragment ?? []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = Self.hex(bytes[index + 1]),
        let low = Self.hex(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A else { return false }
    return bytes.allSatisfy { byte in
      let letter = byte | 0x20
      return (letter >= 0x61 && letter <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2B
        || byte == 0x2D || byte == 0x2E
    }
  }

  private func merged(with reference: [UInt8]) -> [UInt8] {
    if authority != nil, path.isEmpty { return [Self.slash] + reference }
    guard let last = path.lastIndex(of: Self.slash) else { return reference }
    return path[...last] + reference
  }

  private static func withoutDots(_ path: [UInt8]) -> [UInt8] {
    guard path.contains(UInt8(ascii: ".")) else { return path }
    var segments: [ArraySlice<UInt8>] = []
    let parts = path.split(separator: slash, omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      if part.elementsEqual([0x2E]) {
        if isLast { segments.append([]) }
      } else if part.elementsEqual([0x2E, 0x2E]) {
        if segments.count > 1 || (segments.count == 1 && path.first != slash) { segments.removeLast() }
        if isLast { segments.append([]) }
      } else {
        segments.append(part)
      }
    }
    return Array(segments.joined(separator: [slash]))
  }
}
