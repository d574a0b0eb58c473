/// The encoding of labels of host names in ASCII (RFC 3492).
enum Punycode {
  /// The scalars that a label, without its `xn--`, stands for.
  static func decode(_ input: [UInt32]) -> [Unicode.Scalar]? {
    var output: [UInt32] = []
    var index = 0
    if let dash = input.lastIndex(of: 45) {
      output = Array(input[..<dash])
      index = dash + 1
    }
    guard index < input.count, input.count <= 63 else { return nil }
    var code: Int = 128
    var position = 0
    var bias = 72
    while index < input.count {
      let start = position
      var weight = 1
      var base = 36
      while true {
        guard index < input.count, let digit = digit(input[index]) else { return nil }
        index += 1
        let (step, overflow) = digit.multipliedReportingOverflow(by: weight)
        guard !overflow, position < 1 << 40, step < 1 << 40 else { return nil }
        position += step
        let threshold = base <= bias ? 1 : base >= bias + 26 ? 26 : base - bias
        if digit < threshold { break }
        guard weight < 1 << 40 else { return nil }
        weight *= 36 - threshold
        base += 36
      }
      bias = adapt(position - start, output.count + 1, isFirst: start == 0)
      code += position / (output.count + 1)
      guard code <= 0x10FFFF else { return nil }
      position %= output.count + 1
      output.insert(UInt32(code), at: position)
      position += 1
    }
    let scalars = output.compactMap { Unicode.Scalar($0) }
    return scalars.count == output.count ? scalars : nil
  }

  /// The ASCII characters that encode a label, without `xn--`; nil for a label that is too long for any.
  static func encode(_ input: [UInt32]) -> [UInt32]? {
    guard input.count <= 63 else { return nil }
    var output = input.filter { $0 < 128 }
    let basic = output.count
    if basic > 0 { output.append(45) }
    var code = 128
    var delta = 0
    var bias = 72
    var handled = basic
    while handled < input.count {
      guard let next = input.filter({ Int($0) >= code }).min().map(Int.init) else { return output }
      delta += (next - code) * (handled + 1)
      code = next
      for value in input {
        if Int(value) < code { delta += 1 }
        guard Int(value) == code else { continue }
        appendNumber(delta, bias, &output)
        bias = adapt(delta, handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      code += 1
    }
    return output
  }

  private static func appendNumber(_ delta: Int, _ bias: Int, _ output: inout [UInt32]) {
    var rest = delta
    var base = 36
    while true {
      let threshold = base <= bias ? 1 : base >= bias + 26 ? 26 : base - bias
      let isLast = rest < threshold
      let digit = isLast ? rest : threshold + (rest - threshold) % (36 - threshold)
      output.append(UInt32(digit < 26 ? digit + 97 : digit + 22))
      if isLast { return }
      rest = (rest - threshold) / (36 - threshold)
      base += 36
    }
  }

  private static func digit(_ value: UInt32) -> Int? {
    switch value {
    case 48...57: Int(value) - 22
    case 65...90: Int(value) - 65
    case 97...122: Int(value) - 97
    default: nil
    }
  }

  private static func adapt(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var base = 0
    while delta > 455 {
      delta /= 35
      base += 36
    }
    return base + 36 * delta / (delta + 38)
  }
}
