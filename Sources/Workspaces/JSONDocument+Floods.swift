public import JSONSyntax

extension JSONDocument {
  /// Whether a text in it has so many combining marks in a row that comparing it with another would take minutes.
  public func isFlooded(limits: Limits) -> Bool { TextChecks.flood(in: self, limits: limits) != nil }
}
