internal import JSONSyntax
internal import SchemaChecking
internal import Workspaces

/// Turns the values of one definition into what people read, by the annotations of its schema.
struct FieldReader {
  private let snapshot: Snapshot
  /// What each referring value leads to, by its node.
  private let targets: [Int: Definition]

  init(_ snapshot: Snapshot, _ position: Int) {
    self.snapshot = snapshot
    let range = snapshot.outgoing[position]
    targets = Dictionary(
      snapshot.references[Int(range.lowerBound)..<Int(range.upperBound)].filter { $0.target >= 0 }
        .map { (Int($0.node), snapshot.definitions[Int($0.target)]) }, uniquingKeysWith: { first, _ in first }
    )
  }

  func field(_ member: JSONMember, _ parent: Shape?) -> DefinitionSheet.Field {
    let shape = parent?[key: member.key]
    return DefinitionSheet.Field(label: shape?.label ?? member.name, value: value(member.value, shape))
  }

  private func value(_ value: JSONValue, _ shape: Shape?) -> DefinitionSheet.Value {
    switch value.kind {
    case .array:
      let items = value.items.map { item($0, shape) }
      let isLong = value.items.contains { $0.kind == .object } || shape?.items?.isLong == true
      return .list(items, isLong: isLong)
    case .object: return object(value, shape)
    case .string: return string(value, shape)
    case .number: return .text(Quantity.words(value, unit: shape?.annotation("x-unit")?.string))
    case .true: return .text("yes")
    case .false: return .text("no")
    case .null: return .text("nothing")
    default: return .text(String(decoding: value.text, as: UTF8.self))
    }
  }

  /// The parts of an object; amounts and ranges of effort in the words that people use.
  private func object(_ value: JSONValue, _ shape: Shape?) -> DefinitionSheet.Value {
    func number(_ name: StaticString) -> String? {
      value[name].flatMap { $0.kind == .number ? String(decoding: $0.text, as: UTF8.self) : nil }
    }
    if shape?.isMoney == true, let amount = number("amount"), let currency = value.string("currency") {
      let rest = value.members.filter { $0.name != "amount" && $0.name != "currency" }
      let sum = "\(amount) \(currency)"
      return rest.isEmpty ? .text(sum) : .group(name: sum, rest.map { field($0, shape) })
    }
    if shape?.isEffort == true, let low = number("low"), let likely = number("likely"),
      let high = number("high")
    {
      return .text("\(low) to \(high) person-weeks, likely \(likely)")
    }
    return .group(name: "", value.members.map { field($0, shape) })
  }

  /// An item of a list: one with a key is called by it, and by its title.
  private func item(_ item: JSONValue, _ list: Shape?) -> DefinitionSheet.Value {
    guard item.kind == .object, let key = list?.listKey, let name = item[name: key] else {
      return value(item, list?.items)
    }
    let shape = list?.items
    var heading = plain(value(name, shape?[key]))
    var rest = item.members.filter { $0.name != key }
    if key != "title", let title = item.string("title") {
      heading += ": " + title
      rest.removeAll { $0.name == "title" }
    }
    return .group(name: heading, rest.map { field($0, shape) })
  }

  private func plain(_ value: DefinitionSheet.Value) -> String {
    switch value {
    case .text(let text), .prose(let text): text
    default: ""
    }
  }

  // MARK: Texts

  private func string(_ value: JSONValue, _ shape: Shape?) -> DefinitionSheet.Value {
    let text = value.string ?? ""
    guard let shape else { return text.utf8.contains(0x0A) ? .prose(text) : .text(text) }
    if shape.isPerson { return .text(person(text)) }
    if !shape.referredKinds.isEmpty { return .text(reference(text, value.index, shape)) }
    return shape.isMultiline ? .prose(text) : .text(text)
  }

  private func person(_ handle: String) -> String {
    guard let member = snapshot.people[Handle.folded(handle)]?.first else { return "\(handle) (in no team)" }
    return member.value.string("name").map { "\($0) (\(handle))" } ?? handle
  }

  private func reference(_ text: String, _ node: Int, _ shape: Shape) -> String {
    guard let target = targets[node] else { return "\(text) (not found)" }
    var title = target.title
    if let list = shape.annotation("x-ref-part")?.string,
      let part = text.split(separator: "/").dropFirst().first,
      let item = target.root[name: list]?.items.first(where: {
        $0.string("id")?.utf8.elementsEqual(part.utf8) == true
      }),
      let partTitle = item.string("title")
    {
      title = "\(partTitle), in \(title)"
    }
    return "\(title) (\(text))"
  }
}

extension Shape {
  /// Whether the text may have line breaks.
  fileprivate var isMultiline: Bool { annotation("x-multiline")?.bool == true }

  /// Whether several such texts are read more easily one below the other.
  fileprivate var isLong: Bool { isMultiline || !referredKinds.isEmpty }
}
