internal import JSONSyntax

extension SchemaOutcome {
  /// Leaves one fault for each cause: several schemas may have told of it in their own ways.
  ///
  /// A value of the wrong type has no other fault; a text or number has one fault, the first.
  mutating func reduce() {
    guard faults.count > 1, let document else { return }
    let order = faults.indices.sorted {
      (faults[$0].node, $0) < (faults[$1].node, $1)
    }
    var kept: [RawFault] = []
    kept.reserveCapacity(faults.count)
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, faults[order[end]].node == faults[order[start]].node { end += 1 }
      let group = order[start..<end].map { faults[$0] }
      keep(group, document.nodes[Int(group[0].node)].kind, &kept)
      start = end
    }
    faults = kept
  }

  private func keep(_ group: [RawFault], _ kind: JSONNode.Kind, _ kept: inout [RawFault]) {
    let general = group.filter { $0.code == .budget || $0.code == .costlyPattern }
    let own = group.filter { $0.code != .budget && $0.code != .costlyPattern }
    if let type = own.first(where: { $0.code == .wrongType }) {
      kept += [type] + general
      return
    }
    guard kind == .object || kind == .array else {
      kept += own.prefix(1) + general
      return
    }
    var seen: [RawFault] = []
    for fault in own where !seen.contains(where: { isSame($0, fault) }) { seen.append(fault) }
    kept += seen + general
  }

  /// Whether two faults of one object or array say the same.
  private func isSame(_ left: RawFault, _ right: RawFault) -> Bool {
    guard left.code == right.code else { return false }
    switch left.code {
    case .missingProperty: return missingName(left) == missingName(right)
    case .noBranch, .notAllowedAnywhere, .dependentMissing: return left == right
    default: return true
    }
  }

  /// The name of the property that a fault says is missing.
  func missingName(_ fault: RawFault) -> String {
    guard let schema else { return "" }
    let rules = schema.objects[Int(fault.first)]
    switch fault.code {
    case .missingProperty: return schema.name(schema.entries[Int(rules.entries.start + fault.second)].name)
    case .dependentMissing:
      let required = schema.dependencies[Int(fault.second)].required
      return schema.name(schema.entries[Int(rules.entries.start + required)].name)
    default: return ""
    }
  }
}
