internal import CivilDates
internal import Reporting

/// Slips by month as bars: those that were told only after the date are filled.
enum SlipBars {
  static let bars = 24

  static func picture(_ report: ChangeReport) -> Picture? {
    let counts = report.slipCounts(atMost: bars)
    let total = counts.reduce(0) { $0 + $1.slips }
    guard total > 0, counts.count > 1 else { return nil }
    let late = counts.reduce(0) { $0 + $1.late }
    let most = counts.max { $0.slips < $1.slips }
    let stretch = name(counts)
    return Picture(
      name: "slips-by-month", title: "Slips by \(stretch)",
      description:
        "\(Counting.words(total, "slip")) from \(counts.first?.first.description ?? "") to "
        + "\(min(counts.last?.last ?? report.source.day, report.source.day)), \(Counting.grouped(late)) of them after "
        + "the promised day had passed"
        + (most.map { "; most in the \(stretch) from \($0.first): \(Counting.grouped($0.slips))." } ?? ".")
        + " A date that slipped twice counts twice.",
      legend: [("mark early", "told in time"), ("mark late", "told after the day had passed")],
      wide: layout(counts, width: Picture.wideWidth), narrow: layout(counts, width: Picture.narrowWidth))
  }

  /// `month`, `quarter` or `year`: how long each stretch is.
  private static func name(_ counts: [SlipCount]) -> String {
    let days = counts.first.map { $0.first.days(until: $0.last) } ?? 30
    return days < 32 ? "month" : days < 100 ? "quarter" : "year"
  }

  static func layout(_ counts: [SlipCount], width: Int) -> Drawing {
    var drawing = Drawing(width: width)
    let plot = Drawing.Box(x: 10, y: 20, width: width - 20, height: width > 500 ? 130 : 110)
    let bottom = plot.y + plot.height
    let most = max(counts.map(\.slips).max() ?? 1, 1)
    let slot = plot.width / max(counts.count, 1)
    let bar = max(slot * 2 / 3, 3)
    // Labels stand under every bar, or every so many where they would touch.
    let widest = counts.map { TextMeasure.width(label($0, counts)) }.max() ?? 0
    let every = max((widest + 8 + max(slot, 1) - 1) / max(slot, 1), 1)
    var numbers: [Drawing.Label] = []
    for (index, count) in counts.enumerated() {
      let x = plot.x + index * slot + (slot - bar) / 2
      let height = (count.slips * plot.height + most / 2) / most
      let late = count.slips > 0 ? height * count.late / count.slips : 0
      if height > 0 {
        drawing.marks.append(
          .box(Drawing.Box(x: x, y: bottom - height, width: bar, height: height), "bar early"))
      }
      if late > 0 {
        drawing.marks.append(.box(Drawing.Box(x: x, y: bottom - late, width: bar, height: late), "bar late"))
      }
      if count.slips > 0 {
        numbers.append(
          Drawing.Label(
            text: String(count.slips), place: Drawing.Point(x: x + bar / 2, y: bottom - height - 5),
            anchor: .middle, role: "label strong"))
      }
      if index % every == (counts.count - 1) % every {
        let text = label(count, counts)
        let half = TextMeasure.width(text) / 2 + 1
        let middle = min(max(x + bar / 2, half), width - half)
        drawing.add(text, at: Drawing.Point(x: middle, y: bottom + 17), .middle)
      }
    }
    // Where numbers would touch, the higher bars keep theirs.
    var placed: [Drawing.Box] = []
    for number in numbers.sorted(by: { ($0.place.y, $0.place.x) < ($1.place.y, $1.place.x) })
    where !placed.contains(where: number.box.overlaps) {
      placed.append(number.box)
      drawing.marks.append(.text(number))
    }
    drawing.marks.append(
      .path([Drawing.Point(x: plot.x, y: bottom), Drawing.Point(x: plot.x + plot.width, y: bottom)], "axis"))
    drawing.height = bottom + 24
    return drawing
  }

  private static func label(_ count: SlipCount, _ counts: [SlipCount]) -> String {
    name(counts) == "year" ? String(count.first.civil.year) : MonthNames.short(count.first)
  }
}
