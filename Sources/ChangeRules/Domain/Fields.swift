internal import JSONSyntax

extension JSONValue? {
  /// The items of a list in the field; none where there is no list.
  func items(_ field: StaticString) -> [JSONValue] { self?[field].map { Array($0.items) } ?? [] }

  /// The item of a list whose `key` is `token`.
  func item(_ field: StaticString, _ key: StaticString, _ token: String?) -> JSONValue? {
    guard let token else { return nil }
    return items(field).first { $0[key]?.string == token }
  }
}
