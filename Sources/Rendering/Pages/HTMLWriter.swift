internal import Diagnostics

/// Writes HTML, and SVG within it, so that no text can become markup.
///
/// Names of elements and attributes are literals of ours; every text and every attribute's value goes through one
/// escaper, by code point; addresses have a type of their own. There is no way to write a style or a script.
struct HTMLWriter {
  private(set) var text = ""

  /// The value of an attribute.
  enum Value {
    /// A literal of ours.
    case name(StaticString)
    case number(Int)
    /// Anything, escaped.
    case text(String)
    case address(WebAddress)
  }

  typealias Attributes = KeyValuePairs<StaticString, Value>

  /// An element with what `body` writes in it.
  mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:], _ body: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes, end: ">")
    body(&self)
    text += "</\(name)>"
  }

  /// An element with a text in it.
  mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text content: String) {
    element(name, attributes) { $0.write(content) }
  }

  /// An element without content; in SVG it is closed.
  mutating func single(_ name: StaticString, _ attributes: Attributes = [:], isSVG: Bool = false) {
    open(name, attributes, end: isSVG ? "/>" : ">")
  }

  /// A text.
  mutating func write(_ content: String) { Self.append(content, to: &text) }

  /// A line break in the source, for those who read it.
  mutating func newline() { text += "\n" }

  /// The start of the document.
  mutating func doctype() { text += "<!DOCTYPE html>\n" }

  /// The one style sheet: literals of ours.
  mutating func style(_ sheets: [StaticString]) {
    text += "<style>"
    for sheet in sheets { text += "\(sheet)" }
    text += "</style>\n"
  }

  private mutating func open(_ name: StaticString, _ attributes: Attributes, end: StaticString) {
    text += "<\(name)"
    for (name, value) in attributes {
      text += " \(name)=\""
      switch value {
      case .name(let literal): text += "\(literal)"
      case .number(let number): text += String(number)
      case .text(let content): Self.append(content, to: &text)
      case .address(let address): Self.append(address.text, to: &text)
      }
      text += "\""
    }
    text += "\(end)"
  }

  /// Spells out what cannot be seen, and escapes what acts; by scalars, so that no combining mark can shield one.
  private static func append(_ content: String, to text: inout String) {
    for scalar in VisibleText.escaping(content).unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}

/// An address that a page may lead to: a place on the page, or a web address.
struct WebAddress {
  let text: String

  /// A commit's address by the configured pattern; nil where that is no plain web address.
  init?(commit: String, pattern: String?) {
    guard let address = CommitAddress.of(commit, pattern) else { return nil }
    text = address
  }

  /// The place on the page with this name, of letters, digits and dashes.
  init(place: String) {
    text =
      "#"
      + String(
        decoding: place.utf8.filter { $0 == 0x2D || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) }, as: UTF8.self)
  }
}
