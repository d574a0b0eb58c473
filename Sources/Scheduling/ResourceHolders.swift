/// Who holds a resource when, found by day without looking at all of them.
struct ResourceHolders {
  /// The days of one drawer.
  private static let drawer = 32

  /// For each drawer of days the spans that touch it, in the order in which they were placed.
  private var drawers: [[(part: Int, span: Span)]]

  init(days: Int) { drawers = [[(part: Int, span: Span)]](repeating: [], count: days / Self.drawer + 1) }

  mutating func append(_ part: Int, _ span: Span) {
    for drawer in Self.drawers(span) { drawers[drawer].append((part, span)) }
  }

  /// The parts that hold the resource on a day, in the order in which they were placed.
  func active(on day: Int) -> [Int] {
    drawers[day / Self.drawer].filter { $0.span.start <= day && day < $0.span.end }.map(\.part)
  }

  private static func drawers(_ span: Span) -> Range<Int> {
    span.count > 0 ? span.start / drawer..<(span.end - 1) / drawer + 1 : 0..<0
  }
}
