public import Diffing
public import JSONSyntax
internal import SchemaChecking
internal import Workspaces

/// A definition that differs between the two states, with what stood in it on both sides.
public struct ChangedDefinition: Sendable {
  /// What it is called.
  public let subject: Change.Subject
  /// The object before; nil where it is new, or could not be read.
  public let before: JSONValue?
  /// The object after; nil where it is gone, or cannot be read.
  public let after: JSONValue?
  /// The changes, in the order of the schema.
  public let entries: [ChangeReport.Entry]
  let shape: Shape?

  /// The state before, by the field that people call the status.
  public var stateBefore: String? { before?.string("status") }
  /// The state after.
  public var stateAfter: String? { after?.string("status") }

  /// The changes within the top-level field named `field`.
  public func entries(in field: String) -> [ChangeReport.Entry] {
    entries.filter { entry in
      ([entry.change] + entry.change.parts).contains { $0.fields.first?.token == field }
    }
  }

  /// The items of a list after that it did not hold before, by meaning.
  func newItems(_ field: StaticString) -> [JSONValue] {
    guard let after else { return [] }
    var known: [[UInt8]: Int] = [:]
    if let before {
      for item in before.items(field) { known[item.compactText, default: 0] += 1 }
    }
    return after.items(field).filter { item in
      let key = item.compactText
      guard let count = known[key], count > 0 else { return true }
      known[key] = count - 1
      return false
    }
  }
}

extension JSONValue {
  /// The text without white space outside of strings: equal for values that differ in layout only.
  fileprivate var compactText: [UInt8] {
    var result: [UInt8] = []
    var isString = false
    var isEscaped = false
    for byte in text {
      if isString {
        isString = isEscaped || byte != 0x22
        isEscaped = !isEscaped && byte == 0x5C
      } else if byte == 0x22 {
        isString = true
      } else if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        continue
      }
      result.append(byte)
    }
    return result
  }
}

extension ChangeReport {
  /// The definitions that differ, in the order of the changes.
  func findChangedDefinitions() -> [ChangedDefinition] {
    var order: [String] = []
    var groups: [String: [Entry]] = [:]
    for change in source.net.changes where Self.isTold(change) {
      if groups[change.subject.name] == nil { order.append(change.subject.name) }
      groups[change.subject.name, default: []].append(entry(of: change))
    }
    return order.compactMap { name in
      guard let entries = groups[name], let first = entries.first else { return nil }
      let subject = first.change.subject
      let previous = entries.lazy.compactMap(\.change.facts.previous).first
      let former = previous.flatMap { $0.kind == subject.kind ? $0.id : nil } ?? subject.id
      return ChangedDefinition(
        subject: subject, before: source.before.definition(kind: subject.kind, id: former)?.root,
        after: source.after.definition(kind: subject.kind, id: subject.id)?.root, entries: entries,
        shape: source.after.library.shape(of: subject.kind))
    }
  }

  /// The definition of the state after as changes name it.
  func subject(of definition: Definition) -> Change.Subject {
    Change.Subject(
      kind: definition.kind, id: definition.id, title: definition.title,
      kindLabel: source.after.library.shape(of: definition.kind)?.label
        ?? FieldLabels.humanised(definition.kind))
  }
}
