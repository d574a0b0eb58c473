/// A picture in two renditions: one for wide windows and paper, one for phones.
struct Picture: Sendable {
  /// A name for links: letters and dashes of our own.
  let name: StaticString
  /// What it shows.
  let title: String
  /// What one sees in it, for those who do not see it.
  let description: String
  /// What its colours and shapes mean.
  let legend: [(role: StaticString, text: String)]
  let wide: Drawing
  let narrow: Drawing

  static let wideWidth = 720
  static let narrowWidth = 335

  /// Writes the picture with its heading and legend.
  func write(to html: inout HTMLWriter) {
    html.element("figure", ["id": .name(name)]) { html in
      html.element("figcaption") { html in
        html.element("h3", text: title)
        html.element("p", text: description)
        if !legend.isEmpty {
          html.element("ul", ["class": .name("legend")]) { html in
            for entry in legend {
              html.element("li") { html in
                html.element("span", ["class": .name(entry.role), "aria-hidden": .name("true")], text: "")
                html.write(entry.text)
              }
            }
          }
        }
      }
      html.newline()
      write(wide, "wide", to: &html)
      html.newline()
      write(narrow, "narrow", to: &html)
    }
  }

  /// A drawing as a file of its own.
  static func file(_ drawing: Drawing, title: String, description: String) -> String {
    let margin = 12
    var html = HTMLWriter()
    html.element(
      "svg",
      [
        "xmlns": .name("http://www.w3.org/2000/svg"), "role": .name("img"),
        "width": .number(drawing.width + 2 * margin), "height": .number(drawing.height + 2 * margin),
        "viewBox": .text(
          "\(-margin) \(-margin) \(drawing.width + 2 * margin) \(drawing.height + 2 * margin)"),
      ]
    ) { html in
      html.newline()
      html.element("title", text: title)
      html.element("desc", text: description)
      html.style([PictureStyle.palette, PictureStyle.sheet, PictureStyle.alone])
      for mark in drawing.marks {
        write(mark, to: &html)
        html.newline()
      }
    }
    html.newline()
    return html.text
  }

  private func write(_ drawing: Drawing, _ rendition: StaticString, to html: inout HTMLWriter) {
    html.element(
      "svg",
      [
        "class": .name(rendition), "role": .name("img"),
        "viewBox": .text("0 0 \(drawing.width) \(drawing.height)"),
        "aria-labelledby": .text("\(name)-\(rendition)-title \(name)-\(rendition)-text"),
      ]
    ) { html in
      html.element("title", ["id": .text("\(name)-\(rendition)-title")], text: title)
      html.element("desc", ["id": .text("\(name)-\(rendition)-text")], text: description)
      for mark in drawing.marks { Self.write(mark, to: &html) }
    }
  }

  static func write(_ mark: Drawing.Mark, to html: inout HTMLWriter) {
    switch mark {
    case .path(let points, let role):
      let places = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
      html.single("polyline", ["class": .name(role), "points": .text(places)], isSVG: true)
    case .box(let box, let role):
      html.single(
        "rect",
        [
          "class": .name(role), "x": .number(box.x), "y": .number(box.y), "width": .number(box.width),
          "height": .number(box.height), "rx": .number(2),
        ], isSVG: true)
    case .dot(let point, let radius, let role):
      html.single(
        "circle",
        ["class": .name(role), "cx": .number(point.x), "cy": .number(point.y), "r": .number(radius)],
        isSVG: true)
    case .diamond(let point, let radius, let role):
      let (x, y) = (point.x, point.y)
      let places = "\(x),\(y - radius) \(x + radius),\(y) \(x),\(y + radius) \(x - radius),\(y)"
      html.single("polygon", ["class": .name(role), "points": .text(places)], isSVG: true)
    case .triangle(let point, let radius, let role):
      let (x, y) = (point.x, point.y)
      let places = "\(x - radius),\(y - radius) \(x + radius),\(y - radius) \(x),\(y + radius)"
      html.single("polygon", ["class": .name(role), "points": .text(places)], isSVG: true)
    case .strokes(let lines, let role):
      var path = ""
      for line in lines {
        for (index, point) in line.enumerated() { path += "\(index == 0 ? "M" : "L")\(point.x) \(point.y)" }
      }
      html.single("path", ["class": .name(role), "d": .text(path)], isSVG: true)
    case .text(let label):
      let anchor: StaticString =
        switch label.anchor {
        case .start: "start"
        case .middle: "middle"
        case .end: "end"
        }
      html.element(
        "text",
        [
          "class": .name(label.role), "x": .number(label.place.x), "y": .number(label.place.y),
          "text-anchor": .name(anchor),
        ]
      ) { html in
        if let whole = label.whole { html.element("title", text: whole) }
        html.write(label.text)
      }
    }
  }
}
