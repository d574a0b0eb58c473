/// What the marks of a picture mean, each beside a sample.
struct PictureLegend {
  /// Draws a sample 20 pixels wide from a place on the line that letters stand on.
  typealias Sample = (inout Drawing, Int, Int) -> Void

  private var entries: [(text: String, sample: Sample)] = []

  mutating func add(_ text: String, _ sample: @escaping Sample) { entries.append((text, sample)) }

  /// Adds a hatched box of one of two kinds: `freeze` rises, `away` falls.
  mutating func add(_ text: String, hatched kind: String) {
    let isFreeze = kind == "freeze"
    add(text) { drawing, x, y in
      let box = Drawing.Box(x: x, y: y - 10, width: 20, height: 12)
      drawing.marks.append(.box(box, isFreeze ? "shade freeze" : "shade away"))
      drawing.hatch(box, isRising: isFreeze, role: isFreeze ? "hatch freeze" : "hatch away")
    }
  }

  /// Draws the entries side by side, in as many lines as it takes; gives where the last one ends.
  func draw(in drawing: inout Drawing, below top: Int) -> Int {
    guard !entries.isEmpty else { return top }
    var (x, y) = (0, top + 14)
    for entry in entries {
      let text = TextMeasure.cut(entry.text, to: drawing.width - 28)
      let width = 26 + TextMeasure.width(text)
      if x > 0, x + width > drawing.width { (x, y) = (0, y + 19) }
      entry.sample(&drawing, x, y)
      drawing.add(text, at: Drawing.Point(x: x + 26, y: y))
      x += width + 18
    }
    return y + 8
  }
}
