internal import JSONSyntax
internal import SchemaChecking
internal import Workspaces

extension DiffWalk {
  /// A text that says a date in other words (`x-with`) and changed with it is told with the date.
  mutating func foldCompanions(_ spans: [(name: String, range: Range<Int>)], _ shape: Shape?) {
    var dropped: [Int] = []
    for (name, range) in spans where range.count == 1 {
      guard let field = shape?[name], let other = field.annotation("x-with")?.string,
        let partner = spans.first(where: { $0.name == other }), partner.range.count == 1
      else { continue }
      let text = changes[range.lowerBound]
      changes[partner.range.lowerBound].facts.companion = ChangeFacts.Companion(
        label: field.label ?? FieldLabels.humanised(name), before: text.before?.string,
        after: text.after?.string)
      dropped.append(range.lowerBound)
    }
    for position in dropped.sorted(by: >) { changes.remove(at: position) }
  }
}

/// The tokens by which pointers name the items of lists.
enum ItemKeys {
  /// The item's key, or its position from 0.
  static func token(of item: JSONValue, _ position: Int, _ shape: Shape?) -> String {
    SemanticPath.key(of: item, in: shape) ?? String(position)
  }
}
