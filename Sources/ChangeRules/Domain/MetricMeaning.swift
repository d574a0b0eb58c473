internal import CivilDates
internal import Diffing
internal import JSONSyntax

/// What says what a metric measures.
enum MetricMeaning {
  private static let fields: Set<String> = ["definition", "formula", "type", "unit", "inputs", "direction"]

  /// The positions of changes of what a metric measures.
  static func positions(_ context: ChangeContext) -> [Int] {
    context.changes.indices.filter { fields.contains(context.changes[$0].fields.first?.token ?? "") }
  }

  /// Whether one of the definition's changes makes it measure something else.
  static func isRedefined(_ context: ChangeContext) -> Bool {
    positions(context).contains { isRedefined(context.changes[$0], context) }
  }

  /// Whether a change makes the metric measure something else, in place of saying the same better.
  static func isRedefined(_ change: Change, _ context: ChangeContext) -> Bool {
    guard let field = change.fields.first?.token, let before = context.before?.root[name: field],
      let after = context.after?.root[name: field]
    else { return false }
    switch field {
    case "definition":
      let (old, new) = (context.before?.root["formula"], context.after?.root["formula"])
      if Phrase.readAlike(before, after) { return false }
      return old == nil || new == nil || !areSpacedAlike(old, new)
    case "formula": return !areSpacedAlike(before, after)
    case "unit": return !Phrase.readAlike(before, after) || before.string.map(isSymbol) ?? false
    case "type", "inputs": return true
    default: return false
    }
  }

  private static func isSymbol(_ text: String) -> Bool { text.utf8.count < 3 }

  private static func areSpacedAlike(_ old: JSONValue?, _ new: JSONValue?) -> Bool {
    guard let old = old?.string, let new = new?.string else { return old == nil && new == nil }
    func isInk(_ byte: UInt8) -> Bool { byte > 0x20 }
    return old.utf8.lazy.filter(isInk).elementsEqual(new.utf8.lazy.filter(isInk))
  }
}

/// What became of a target.
struct TargetMove {
  /// Whether it is easier to reach.
  let isEasier: Bool
  /// Whether its day had passed.
  let isOver: Bool

  /// Compares the values; nil where the change is none of a target that others rely on.
  init?(_ change: Change, _ context: ChangeContext) {
    guard context.metricBefore.isLive, let old = change.before?.decimal, let new = change.after?.decimal
    else {
      return nil
    }
    switch context.after?.root["direction"]?.string {
    case "up": isEasier = new < old
    case "down": isEasier = new > old
    default: isEasier = false
    }
    if let day = context.day, change.fields.count > 1, let by = context.target(change.fields[1].token) {
      isOver = by < day
    } else {
      isOver = false
    }
  }
}

/// Who quotes a metric's baseline.
enum BaselineQuotes {
  /// The active plans in which an objective of the metric begins at `value`, each once.
  static func plans(of name: String, value: ExactDecimal?, in surroundings: any Surroundings) -> [Referrer] {
    guard let value else { return [] }
    var known: Set<String> = []
    return surroundings.referrers(of: name).filter { referrer in
      guard referrer.version.kind == "plan", referrer.field == "objectives",
        referrer.version.root["status"]?.isString("active") ?? false
      else { return false }
      let quotes = referrer.version.root["objectives"]?.items.contains { item in
        item["metric"]?.string.map { "metric:\($0)" } == name && item["baseline"]?.decimal == value
      }
      return quotes ?? false && known.insert(referrer.version.name).inserted
    }
  }
}

extension ChangeContext {
  /// The last day of the target that is named by its day.
  func target(_ by: String) -> Day? {
    When(Array(by.utf8), fiscalYearStart: context.fiscalYearStart)?.last
  }
}
