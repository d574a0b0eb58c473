internal import Diagnostics
internal import JSONSyntax
public import SchemaChecking
internal import Workspaces

/// A condition on a field: `status=committed`, `team!=search`, `members.id=ana`, or `owner=` for no owner.
public struct Condition: Sendable {
  /// Why a text is no condition.
  public enum Refusal: Error, Equatable, Sendable {
    /// There is no `=` in it, or nothing before it.
    case malformed(String)
    /// No kind that is listed has this field; the nearest that one has.
    case unknownField(String, candidates: [String])
  }

  private let names: [String]
  private let wanted: String
  private let isNegated: Bool

  /// Reads a condition on definitions of `shapes`.
  public init(_ text: String, shapes: [Shape]) throws(Refusal) {
    guard let equals = text.firstIndex(of: "=") else { throw .malformed(text) }
    var field = text[..<equals]
    isNegated = field.last == "!"
    if isNegated { field.removeLast() }
    guard !field.isEmpty else { throw .malformed(text) }
    names = field.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    wanted = String(text[text.index(after: equals)...])
    var places = shapes
    for (depth, name) in names.enumerated() {
      let next = places.compactMap { $0[name] ?? $0.items?[name] }
      // Below a free object there is nothing to check a name against.
      guard next.isEmpty else {
        places = next
        continue
      }
      if depth > 0,
        places.contains(where: { $0.properties.isEmpty && $0.items == nil && $0.types.contains("object") })
      {
        break
      }
      let known = places.flatMap { ($0.properties + ($0.items?.properties ?? [])).map(\.name) }
      let near = NearestNames.candidates(for: name, among: Set(known).sorted())
      throw .unknownField(
        names.joined(separator: "."),
        candidates: near.map { (names[..<depth] + [$0] + names[(depth + 1)...]).joined(separator: ".") })
    }
  }

  /// Whether the condition holds for a definition.
  func holds(for root: JSONValue, _ shape: Shape?) -> Bool {
    let values = root.values(at: names[...])
    if wanted.isEmpty { return values.isEmpty != isNegated }
    let place = names.reduce(shape) { $0?[$1] ?? $0?.items?[$1] }
    let isPerson = (place?.items ?? place)?.isPerson == true
    return values.contains { matches($0, isPerson) } != isNegated
  }

  private func matches(_ value: JSONValue, _ isPerson: Bool) -> Bool {
    switch value.kind {
    case .string:
      let text = value.string ?? ""
      if isPerson { return Handle.folded(text).utf8.elementsEqual(Handle.folded(wanted).utf8) }
      return text.utf8.elementsEqual(wanted.utf8)
        || text.utf8.suffix(wanted.utf8.count + 1).elementsEqual([0x3A] + wanted.utf8)
    case .number: return value.decimal == ExactDecimal(Array(wanted.utf8)[...])
    case .true, .false: return value.text.elementsEqual(wanted.utf8)
    default: return false
    }
  }
}
