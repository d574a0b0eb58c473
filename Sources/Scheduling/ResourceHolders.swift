/// Who holds a resource when, found by day without looking at all of them.
struct ResourceHolders {
  /// The days of one drawer.
  private static let drawer = 32

  /// For each drawer of days the spans that touch it, in the order in which they were placed.
  private var drawers: [[(activity: Int, span: Span)]]

  init(days: Int) { drawers = [[(activity: Int, span: Span)]](repeating: [], count: days / Self.drawer + 1) }

  mutating func append(_ activity: Int, _ span: Span) {
    for drawer in Self.drawers(span) { drawers[drawer].append((activity, span)) }
  }

  /// Removes what was appended last, which was for `span`.
  mutating func removeLast(_ span: Span) {
    for drawer in Self.drawers(span) { drawers[drawer].removeLast() }
  }

  /// The activities that hold the resource on a day, in the order in which they were placed.
  func active(on day: Int) -> [Int] {
    var found: [Int] = []
    for holder in drawers[day / Self.drawer] where holder.span.start <= day && day < holder.span.end {
      if found.last != holder.activity { found.append(holder.activity) }
    }
    return found
  }

  private static func drawers(_ span: Span) -> Range<Int> {
    span.count > 0 ? span.start / drawer..<(span.end - 1) / drawer + 1 : 0..<0
  }
}
