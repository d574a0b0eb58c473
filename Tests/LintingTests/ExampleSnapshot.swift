import CivilDates
import Diagnostics
import JSONSyntax
import Linting
import Testing
import Workspaces

/// The snapshot that an example's definitions make, and the spans that stand between its marks.
struct ExampleSnapshot {
  let snapshot: Snapshot
  let marks: Set<Mark>

  struct Mark: Hashable {
    let path: RepositoryPath
    let start: Int
    let end: Int
  }

  init(_ example: RuleExample, rewriting: (JSONDocument) -> [UInt8]? = { _ in nil }) {
    var files: [Snapshot.File] = []
    var marks: Set<Mark> = []
    var configuration = Configuration()
    if let text = example.configuration {
      configuration = Configuration(JSONDocument.parse(Array(text.utf8)))
    }
    let reader = SourceReader(library: .builtIn)
    for (index, definition) in example.definitions.enumerated() {
      let (text, spans) = Self.unmarked(definition)
      let plain = JSONDocument.parse(text)
      let root = plain.root
      let kind = root?["kind"]?.string ?? "file"
      let id = root?["id"]?.string ?? "\(index)"
      var name = "\(kind)s/\(id).json"
      if files.contains(where: { $0.path.text == name }) { name = "\(kind)s/again/\(id)-\(index).json" }
      let path = RepositoryPath(name)
      let bytes = rewriting(plain) ?? text
      files.append(Snapshot.File(path: path, source: reader.read(bytes, name: path.name)))
      for span in spans { marks.insert(Mark(path: path, start: span.start, end: span.end)) }
    }
    snapshot = Snapshot(files: files, configuration: configuration, library: .builtIn)
    self.marks = marks
  }

  /// The text without its marks, and the spans that stood between them.
  static func unmarked(_ text: String) -> (bytes: [UInt8], spans: [ByteSpan]) {
    var bytes: [UInt8] = []
    var spans: [ByteSpan] = []
    var starts: [Int] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦": starts.append(bytes.count)
      case "⟧": if let start = starts.popLast() { spans.append(ByteSpan(start: start, end: bytes.count)) }
      default: bytes += Array(String(scalar).utf8)
      }
    }
    return (bytes, spans)
  }
}

extension RuleExample {
  /// The place of the example in the rule's source, for failures.
  var location: SourceLocation {
    let name = file.split(separator: "/").suffix(2).joined(separator: "/")
    return SourceLocation(fileID: name, filePath: file, line: line, column: 1)
  }

  var day: Day { Day(asOf) ?? .first }
}
