internal import JSONSyntax

/// When a step of a process is due, in days before (negative) or after the day that the process leads to.
enum StepDue {
  /// The days that `value`, such as "T-14", "T" or "T+7", spells.
  static func days(_ value: JSONValue?) -> Int? {
    guard let text = value?.content, text.first == 0x54 else { return nil }
    let rest = text.dropFirst()
    guard let sign = rest.first else { return 0 }
    guard sign == 0x2B || sign == 0x2D, let days = Int(String(decoding: rest.dropFirst(), as: UTF8.self))
    else {
      return nil
    }
    return sign == 0x2D ? -days : days
  }
}
