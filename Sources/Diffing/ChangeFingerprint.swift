internal import JSONSyntax

extension Change {
  /// Sixteen hexadecimal digits that stay the same when the change is rebased: from what was done, the definition, the
  /// field and the meaning of the new value.
  public var fingerprint: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func take(_ text: String) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0x0A) &* 0x100_0000_01b3
    }
    take(idiom.rawValue)
    // What a rule says of an edit can depend on the day; what follows without an edit is known by its rule alone.
    if idiom == .definitionAffected || idiom == .dayPassed { take(rule) }
    take(subject.name)
    take(pointer)
    if let after { take(String(SemanticHash.of(after), radix: 16)) }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
