internal import JSONSyntax

/// How much work an effort is.
enum EffortSize {
  /// The likely effort, in person-weeks.
  static func likely(_ value: JSONValue?) -> Double? {
    let size = (value?["likely"] ?? value)?.decimal?.double
    return size.flatMap { $0.isFinite ? $0 : nil }
  }
}
