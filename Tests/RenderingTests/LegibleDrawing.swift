import Testing

@testable import Rendering

/// What holds for every drawing.
enum LegibleDrawing {
  /// Titles that somebody may have written.
  static let titles = [
    "A", "A title that goes on for so long that no picture could ever hold all of it at once",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "検索の結果を意味で見つける検索の結果を意味で見つける", "a\u{202E}b\u{0}c",
    "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii",
    "<script>alert(1)</script>", "]]>--><svg onload=\"x\">&amp;'", "e\u{301}\u{301}\u{301}\u{301}",
  ]

  /// Every text is in the picture, and none touches another.
  static func expect(_ drawing: Drawing, _ name: String) {
    let frame = Drawing.Box(x: 0, y: 0, width: drawing.width, height: drawing.height)
    let labels = drawing.labels.filter { !$0.text.isEmpty }
    for (index, label) in labels.enumerated() {
      let box = label.box
      #expect(
        box.x >= 0 && box.y >= 0 && box.x + box.width <= frame.width && box.y + box.height <= frame.height,
        "\(name): '\(label.text)' leaves the picture: \(box) of \(frame)")
      for other in labels[(index + 1)...] {
        #expect(!box.overlaps(other.box), "\(name): '\(label.text)' touches '\(other.text)'")
      }
    }
  }

  /// Nothing else leaves the picture either.
  static func expectMarksInside(_ drawing: Drawing, _ name: String) {
    for mark in drawing.marks {
      let points: [Drawing.Point]
      switch mark {
      case .path(let all, _): points = all
      case .strokes(let lines, _): points = lines.flatMap(\.self)
      case .box(let box, _):
        #expect(box.width > 0 && box.height > 0, "\(name): \(mark)")
        points = [
          Drawing.Point(x: box.x, y: box.y), Drawing.Point(x: box.x + box.width, y: box.y + box.height),
        ]
      case .dot(let point, _, _), .diamond(let point, _, _), .triangle(let point, _, _): points = [point]
      case .text: points = []
      }
      #expect(
        points.allSatisfy { $0.x >= 0 && $0.y >= 0 && $0.x <= drawing.width && $0.y <= drawing.height },
        "\(name): \(mark) leaves \(drawing.width) by \(drawing.height)")
    }
  }
}
