/// Who did something to a commit, and when.
public struct Signature: Hashable, Sendable {
  /// The name as text.
  public let name: String
  /// The e-mail address as text.
  public let email: String
  /// Seconds since 1970 in UTC; 0 where the date cannot be read.
  public let time: Int64
  /// Minutes east of UTC.
  public let timeZoneMinutes: Int
  /// Whether the line has the form that git writes.
  public let isWellFormed: Bool
  /// The line as it stands in the commit, without its first word.
  public let raw: [UInt8]

  /// Reads a line as git does: the name before the first `<`, the address up to the next `>`, and the date after
  /// the last `>`.
  init(parsing line: UnsafeRawBufferPointer, encoding: [UInt8]?) {
    let raw = unsafe [UInt8](line)
    let mailStart = raw.firstIndex(of: UInt8(ascii: "<"))
    let mailEnd = mailStart.flatMap { raw[$0...].firstIndex(of: UInt8(ascii: ">")) }
    let date = unsafe SignatureDate(endOf: line)
    name = text(trimmed(raw[..<(mailStart ?? raw.endIndex)]), encoding: encoding)
    email =
      if let mailStart, let mailEnd {
        text(trimmed(raw[(mailStart + 1)..<mailEnd]), encoding: encoding)
      } else {
        ""
      }
    time = date?.time ?? 0
    timeZoneMinutes = date?.zone ?? 0
    isWellFormed = mailEnd != nil && date != nil
    self.raw = raw
  }
}

/// The time and the zone after the last `>` of a signature.
struct SignatureDate {
  let time: Int64
  let zone: Int

  /// The last second of the year 9999: no later one can be written as a date.
  private static let latest: Int64 = 253_402_300_799

  /// Reads the digits; nil where they are missing or no date can be made of them.
  init?(endOf line: UnsafeRawBufferPointer) {
    guard let bracket = unsafe line.lastIndex(of: UInt8(ascii: ">")) else { return nil }
    let words = unsafe line[(bracket + 1)...].split(separator: UInt8(ascii: " "))
    guard let first = unsafe words.first, let time = unsafe decimal(first, as: Int64.self),
      time <= Self.latest
    else { return nil }
    self.time = time
    zone = unsafe words.count > 1 ? Self.minutes(words[1]) : 0
  }

  /// Minutes out of `+hhmm` or `-hhmm`; 0 for anything else.
  private static func minutes(_ word: Slice<UnsafeRawBufferPointer>) -> Int {
    guard unsafe word.count <= 5, let sign = unsafe word.first,
      let digits = unsafe decimal(word.dropFirst(), as: Int.self)
    else { return 0 }
    let minutes = digits / 100 * 60 + digits % 100
    return sign == UInt8(ascii: "-") ? -minutes : sign == UInt8(ascii: "+") ? minutes : 0
  }
}

private func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var rest = bytes
  while rest.first == UInt8(ascii: " ") { rest.removeFirst() }
  while rest.last == UInt8(ascii: " ") { rest.removeLast() }
  return rest
}
