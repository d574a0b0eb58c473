/// More than one of something.
public enum Plural {
  /// The plural of a noun by the rules of English: `studies` for `study`, `launches` for `launch`.
  public static func of(_ noun: String) -> String {
    let bytes = Array(noun.utf8)
    guard let last = bytes.last else { return noun }
    if last == UInt8(ascii: "y"), bytes.count > 1, !"aeiou".utf8.contains(bytes[bytes.count - 2]) {
      return String(decoding: bytes.dropLast(), as: UTF8.self) + "ies"
    }
    let isSibilant = ["s", "x", "z", "ch", "sh"].contains { noun.hasSuffix($0) }
    return noun + (isSibilant ? "es" : "s")
  }
}
