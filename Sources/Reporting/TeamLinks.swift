internal import Diffing
internal import JSONSyntax
internal import SchemaChecking

/// The places at which a definition names teams, found by what its schema says of the fields.
struct TeamLinks {
  struct Link {
    /// The team's id.
    let team: String
    /// The fields on the way, without the items of lists: `["audiences", "team"]`.
    let path: [String]
    /// What people call the first field on the way.
    let label: String
    /// The object that names the team; the definition itself where it does so directly.
    let holder: JSONValue
  }

  private(set) var links: [Link] = []
  private let root: JSONValue
  private var path: [String] = []
  private var label = ""

  /// Walks as deep as the document, which the parser bounds.
  init(_ root: JSONValue?, _ shape: Shape?) {
    self.root = root ?? JSONValue(document: JSONDocument.parse(Array("{}".utf8)), index: 0)
    if let root, let shape { walk(root, shape, holder: root) }
  }

  private mutating func walk(_ value: JSONValue, _ shape: Shape, holder: JSONValue) {
    switch value.kind {
    case .object:
      for member in value.members {
        guard let field = shape[key: member.key] else { continue }
        if path.isEmpty { label = field.label ?? FieldLabels.humanised(member.name) }
        path.append(member.name)
        walk(member.value, field, holder: value)
        path.removeLast()
      }
    case .array:
      guard let items = shape.items else { return }
      for item in value.items { walk(item, items, holder: holder) }
    case .string:
      let kinds = shape.referredKinds
      guard kinds.contains("team"), let text = value.string else { return }
      if kinds.count == 1 {
        links.append(Link(team: text, path: path, label: label, holder: holder))
      } else if text.utf8.starts(with: "team:".utf8) {
        links.append(Link(team: String(text.dropFirst(5)), path: path, label: label, holder: holder))
      }
    default: break
    }
  }
}
