internal import JSONSyntax

/// How the number of participants that a test needs follows from a baseline.
enum SampleSizes {
  /// How many times as many participants a test needs by the new baseline; nil where that cannot be said.
  ///
  /// Alpha and power stay and cancel out, so neither is needed.
  static func ratio(from old: JSONValue?, to new: JSONValue?, type: String?, design: JSONValue?) -> Double? {
    guard let before = need(old, type, design), let after = need(new, type, design), before > 0 else {
      return nil
    }
    let ratio = after / before
    return ratio.isFinite && ratio > 0 ? ratio : nil
  }

  /// Variance by the square of the smallest effect.
  private static func need(_ baseline: JSONValue?, _ type: String?, _ design: JSONValue?) -> Double? {
    guard let value = baseline?["value"]?.decimal?.double,
      let mde = design?["mde"]?["value"]?.decimal?.double,
      mde > 0
    else { return nil }
    let effect = design?["mde"]?["kind"]?.isString("absolute") ?? false ? mde : mde * value
    guard effect != 0, effect.isFinite else { return nil }
    if type == "proportion" {
      let other = value + effect
      guard value > 0, value < 1, other > 0, other < 1 else { return nil }
      return (value * (1 - value) + other * (1 - other)) / (effect * effect)
    }
    guard let deviation = baseline?["stddev"]?.decimal?.double, deviation > 0 else { return nil }
    return 2 * deviation * deviation / (effect * effect)
  }
}
