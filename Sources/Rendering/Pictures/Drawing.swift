internal import Diagnostics

/// A picture as marks at places: what a layout computes, and what a writer draws.
struct Drawing: Sendable {
  var width: Int
  var height = 0
  var marks: [Mark] = []

  enum Mark: Sendable {
    /// A line through points; the role names its look.
    case path([Point], StaticString)
    case box(Box, StaticString)
    case dot(Point, radius: Int, StaticString)
    case diamond(Point, radius: Int, StaticString)
    /// A triangle that stands on its tip.
    case triangle(Point, radius: Int, StaticString)
    /// Many lines of one look.
    case strokes([[Point]], StaticString)
    case text(Label)
  }

  struct Point: Hashable, Sendable {
    var x: Int
    var y: Int
  }

  struct Box: Hashable, Sendable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    func overlaps(_ other: Box) -> Bool {
      x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }
  }

  /// A text that has been cut to its room.
  struct Label: Sendable {
    enum Anchor: Sendable { case start, middle, end }

    let text: String
    /// Where the anchor stands on the line that letters stand on.
    let place: Point
    var anchor = Anchor.start
    var role: StaticString = "label"
    /// The whole text where it had to be cut, for those who point at it.
    var whole: String?

    /// The room that it takes, rather too much than too little.
    var box: Box {
      let width = TextMeasure.width(text, role)
      let x =
        switch anchor {
        case .start: place.x
        case .middle: place.x - width / 2
        case .end: place.x - width
        }
      return Box(x: x, y: place.y - 10, width: width, height: 13)
    }
  }

  /// Every text, in the order of drawing.
  var labels: [Label] {
    marks.compactMap { mark in
      if case .text(let label) = mark { label } else { nil }
    }
  }

  mutating func add(
    _ text: String, at place: Point, _ anchor: Label.Anchor = .start, role: StaticString = "label"
  ) {
    marks.append(.text(Label(text: text, place: place, anchor: anchor, role: role)))
  }

  /// Adds `text` cut to so many pixels.
  mutating func add(
    _ text: String, at place: Point, within pixels: Int, _ anchor: Label.Anchor = .start,
    role: StaticString = "label"
  ) {
    let cut = TextMeasure.cut(text, to: pixels, role)
    guard !cut.isEmpty else { return }
    let whole = cut == VisibleText.escaping(text) ? nil : VisibleText.beginning(of: text, atMost: 200)
    marks.append(.text(Label(text: cut, place: place, anchor: anchor, role: role, whole: whole)))
  }

  /// Keeps lines that were drawn before from running through the text that was added last.
  mutating func backLastText() {
    guard case .text(let label)? = marks.last, label.box.width > 0 else { return }
    let box = Box(x: label.box.x, y: label.box.y + 1, width: label.box.width, height: label.box.height - 2)
    marks.insert(.box(box, "backing"), at: marks.count - 1)
  }

  /// Fills a box with slanted lines, so that it is told from others without colours.
  mutating func hatch(_ box: Box, apart: Int = 6, isRising: Bool, role: StaticString) {
    guard box.width > 0, box.height > 0 else { return }
    var lines: [[Point]] = []
    for offset in stride(from: apart, to: box.width + box.height, by: apart) {
      // From the left or the lower edge to the upper or the right one.
      let first = (x: max(offset - box.height, 0), y: min(offset, box.height))
      let last = (x: min(offset, box.width), y: max(offset - box.width, 0))
      guard first.x != last.x else { continue }
      lines.append(
        [first, last].map { point in
          Point(x: box.x + point.x, y: box.y + (isRising ? point.y : box.height - point.y))
        })
    }
    if !lines.isEmpty { marks.append(.strokes(lines, role)) }
  }
}

/// How wide texts are in the letters of a page, without knowing the font: rather too wide.
enum TextMeasure {
  /// The width of `text` at 12 pixels, in pixels, as the role has it.
  static func width(_ text: String, _ role: StaticString = "label") -> Int {
    var tenths = 0
    for scalar in text.unicodeScalars { tenths += width(scalar, isBold(role)) }
    return (tenths + 9) / 10
  }

  /// Whether `PictureStyle` has bold letters for a role.
  private static func isBold(_ role: StaticString) -> Bool {
    let name = "\(role)"
    return name == "label key" || name == "label late"
  }

  private static func width(_ scalar: Unicode.Scalar, _ isBold: Bool) -> Int {
    isBold ? width(scalar) * 6 / 5 : width(scalar)
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "i", "j", "l", "I", "f", "t", ".", ",", ":", ";", "'", "|", "!", " ", "’": 42
    case "m", "w", "M", "W", "@", "%", "—", "…": 120
    case "a"..."z", "0"..."9": 74
    case "A"..."Z": 92
    default: DisplayWidth.of(String(scalar)) * 92
    }
  }

  /// `text` in at most so many pixels, its end told by `…` where it had to be cut.
  ///
  /// What is hidden is spelled out first: it takes room then.
  static func cut(_ text: String, to pixels: Int, _ role: StaticString = "label") -> String {
    let text = VisibleText.escaping(text)
    guard width(text, role) > pixels else { return text }
    let isBold = isBold(role)
    var tenths = width("…", isBold)
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      tenths += width(scalar, isBold)
      if tenths > pixels * 10 { break }
      result.append(scalar)
    }
    while result.last == " " { result.removeLast() }
    return result.isEmpty ? "" : String(result) + "…"
  }
}
