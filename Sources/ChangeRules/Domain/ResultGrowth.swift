internal import Diffing
internal import JSONSyntax

/// What became of recorded results of one metric.
enum ResultGrowth {
  /// Nobody fewer takes part, and some more do, or the day is a later one.
  case grew
  /// Some who took part are no longer counted.
  case shrank
  /// As many participants, and other numbers.
  case corrected

  /// Compares what is recorded for each variant.
  init(_ old: JSONValue, _ new: JSONValue) {
    let (before, after) = (Self.counts(old), Self.counts(new))
    let isFewer = before.contains { id, n in (after[id] ?? .zero) < n }
    let isMore = after.contains { id, n in n > (before[id] ?? .zero) }
    let days = [old, new].map { $0["asOf"]?.content.map { Array($0) } ?? [] }
    self = isFewer ? .shrank : isMore || days[0].lexicographicallyPrecedes(days[1]) ? .grew : .corrected
  }

  /// How many take part in all, as text.
  static func participants(_ result: JSONValue) -> String {
    let sum = counts(result).values.reduce(ExactDecimal.zero) { $0 + $1 }
    return sum.integer.map(String.init) ?? "many"
  }

  private static func counts(_ result: JSONValue) -> [String: ExactDecimal] {
    let variants = result["variants"]?.items.compactMap { item -> (String, ExactDecimal)? in
      guard let id = item["id"]?.string, let n = item["n"]?.decimal else { return nil }
      return (id, n)
    }
    return Dictionary(variants ?? [], uniquingKeysWith: { first, _ in first })
  }
}

extension ChangeContext {
  /// What a version of the experiment says of a metric's results.
  func result(of metric: String, in version: DefinitionVersion?) -> JSONValue? {
    version?.root["results"]?.items.first { $0["metric"]?.string == metric }
  }
}
