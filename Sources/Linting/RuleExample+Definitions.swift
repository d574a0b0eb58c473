extension RuleExample {
  /// A team that examples refer to where it does not matter what it is.
  static let growth = #"""
    {"kind": "team", "id": "growth", "title": "Growth", "members": [{"id": "ana", "role": "product manager"}]}
    """#
}
