public import Diagnostics
public import JSONSyntax
public import SchemaChecking

extension Snapshot {
  /// The file at `path`, if the tree has one.
  public func file(at path: RepositoryPath) -> File? {
    var low = 0
    var high = files.count
    while low < high {
      let middle = (low + high) / 2
      if files[middle].path < path { low = middle + 1 } else { high = middle }
    }
    return low < files.count && files[low].path == path ? files[low] : nil
  }

  /// Whether there is a configuration that could not be read, so that its defaults hold.
  public var isWithoutItsConfiguration: Bool {
    if problems.contains(where: { $0.path == Configuration.path }) { return true }
    guard let document = configuration.document else { return false }
    return !document.isComplete || document.root?.kind != .object
  }

  /// Whether there is a committed order of the schedule that cannot be read, so that it has no effect.
  public var isWithoutItsOrder: Bool {
    if problems.contains(where: { $0.path == OrderFile.path }) { return true }
    return file(at: OrderFile.path).map { !OrderFile($0.source.document).isUsable } ?? false
  }

  /// `kind:id` of what a file holds, or nothing.
  public func definitionName(of source: SourceFile) -> String {
    guard source.isDefinition, let root = source.document.root, let kind = root.string("kind"),
      let id = root.string("id")
    else { return "" }
    return "\(kind):\(id)"
  }

  /// The pointer of a node of a file, with the items of keyed lists and of the committed order named by their key.
  public func pointer(to node: Int, in source: SourceFile) -> String {
    let value = JSONValue(document: source.document, index: node)
    if source.content == .order, value.kind == .string, let entry = value.string,
      case .item? = source.document.steps(to: node).last
    {
      return "/order/" + JSONPointer.escaped(entry)
    }
    var shape: Shape?
    if case .definition(let slot) = source.content { shape = library.schema(slot).shape }
    return SemanticPath.pointer(to: node, in: source.document, shape: shape)
  }
}

/// Paths into definitions that stay the same when lists are reordered.
public enum SemanticPath {
  /// The pointer of a node, with the items of keyed lists named by their key.
  public static func pointer(to node: Int, in document: JSONDocument, shape: Shape?) -> String {
    var shape = shape
    var pointer = ""
    for step in document.steps(to: node) {
      switch step {
      case .member(let name):
        pointer += "/" + JSONPointer.escaped(name)
        shape = shape?[name]
      case .item(let position, let item):
        pointer += "/" + (key(of: item, in: shape).map(JSONPointer.escaped) ?? String(position))
        shape = shape?.items
      }
    }
    return pointer
  }

  /// The key of an item of the list that `shape` describes; a bare text is its own key.
  public static func key(of item: JSONValue, in shape: Shape?) -> String? {
    guard let shape, let kind = shape.listKind else { return nil }
    if item.kind == .string { return kind == .set || shape.listKey != nil ? item.string : nil }
    guard let key = shape.listKey, let value = item[name: key] else { return nil }
    return value.string ?? (value.kind == .number ? String(decoding: value.text, as: UTF8.self) : nil)
  }
}
