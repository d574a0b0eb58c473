public import JSONSyntax
public import SchemaChecking
internal import Workspaces

/// The smallest part of a definition that has a history of its own: a value, or that an item is in a list.
public struct FieldLeaf: Sendable {
  /// The way to it, items by their key.
  public let fields: [FieldStep]
  /// What it says; of an item with a key, the key.
  public let value: JSONValue
  /// What the value is.
  public let meaning: FieldMeaning

  /// The JSON pointer, items by their key.
  public var pointer: String { fields.pointer }

  /// Whether both say the same: white space, escapes, key order and the spelling of numbers do not matter.
  public func says(theSameAs other: FieldLeaf) -> Bool { SemanticEquality.areEqual(value, other.value) }
}

extension DefinitionVersion {
  /// Everything that the definition says, in the order of the file, without its kind, its id and its schema's address.
  ///
  /// A list whose items have keys, each once, is as many leaves as its items have; any other list is one, as are
  /// amounts of money and ranges of effort.
  public func leaves(_ shape: Shape?) -> [FieldLeaf] {
    var walk = LeafWalk()
    walk.members(of: root, shape, except: ["kind", "id", "$schema"])
    return walk.leaves
  }
}

/// Goes as deep as the document, which the parser bounds.
private struct LeafWalk {
  var leaves: [FieldLeaf] = []
  private var fields: [FieldStep] = []

  mutating func members(of object: JSONValue, _ shape: Shape?, except left: Set<String> = []) {
    var seen: Set<String> = []
    for member in object.members {
      let name = member.name
      guard !left.contains(name), seen.insert(name).inserted else { continue }
      let field = shape?[name]
      fields.append(
        FieldStep(
          isItem: false, token: name, label: field?.label ?? FieldLabels.humanised(name),
          isHolder: field?.isFreeObject ?? false))
      visit(member.value, field)
      fields.removeLast()
    }
  }

  private mutating func visit(_ value: JSONValue, _ shape: Shape?) {
    let isWhole = value.count == 0 || shape?.isMoney == true || shape?.isEffort == true
    if value.kind == .object, !isWhole { return members(of: value, shape) }
    if value.kind == .array, !isWhole, let keys = Self.keys(of: value, shape) {
      return items(of: value, keys, shape)
    }
    leaves.append(FieldLeaf(fields: fields, value: value, meaning: FieldMeaning(shape)))
  }

  /// The keys of all items; nil where one has none, or shares it.
  private static func keys(of list: JSONValue, _ shape: Shape?) -> [String]? {
    guard shape?.listKind != nil else { return nil }
    var seen: Set<String> = []
    var keys: [String] = []
    for item in list.items {
      guard let key = SemanticPath.key(of: item, in: shape), seen.insert(key).inserted else { return nil }
      keys.append(key)
    }
    return keys
  }

  private mutating func items(of list: JSONValue, _ keys: [String], _ shape: Shape?) {
    for (key, item) in zip(keys, list.items) {
      fields.append(FieldStep(isItem: true, token: key, label: ItemLabels.label(of: item, key, shape)))
      let name = item.kind == .object ? shape?.listKey : nil
      let meaning = FieldMeaning(name.flatMap { shape?.items?[$0] } ?? shape?.items)
      leaves.append(
        FieldLeaf(fields: fields, value: name.flatMap { item[name: $0] } ?? item, meaning: meaning))
      if let name { members(of: item, shape?.items, except: [name]) }
      fields.removeLast()
    }
  }
}
