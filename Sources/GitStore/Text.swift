/// Text for people out of bytes that ought to be UTF-8; what is not becomes U+FFFD.
func repairedText(_ bytes: some Collection<UInt8>) -> String {
  String(decoding: bytes, as: UTF8.self)
}

/// Text out of bytes in the encoding that a commit names.
///
/// Latin-1 is converted; every other encoding is read as UTF-8 and repaired.
func text(_ bytes: some Collection<UInt8>, encoding: [UInt8]?) -> String {
  guard let encoding else { return repairedText(bytes) }
  let name = encoding.compactMap { byte in
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") ? nil : asciiLowercased(byte)
  }
  guard name == Array("iso88591".utf8) || name == Array("latin1".utf8) else { return repairedText(bytes) }
  var scalars = String.UnicodeScalarView()
  scalars.append(contentsOf: bytes.lazy.map { Unicode.Scalar($0) })
  return String(scalars)
}

func asciiLowercased(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}

/// A number of decimal digits only, or nil where it does not fit.
func decimal<Number: FixedWidthInteger>(_ digits: some Collection<UInt8>, as type: Number.Type) -> Number? {
  guard !digits.isEmpty else { return nil }
  var value: Number = 0
  for byte in digits {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
    let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
    let (sum, carry) = shifted.addingReportingOverflow(Number(byte - UInt8(ascii: "0")))
    guard !overflow, !carry else { return nil }
    value = sum
  }
  return value
}
