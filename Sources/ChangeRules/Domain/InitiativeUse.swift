internal import Diffing
internal import JSONSyntax

extension ChangeContext {
  /// The promised work that depends on the initiative, and its coming launches, by name.
  var waiting: [String] {
    guard let name = after?.name else { return [] }
    return head.referrers(of: name).compactMap { referrer in
      let status = referrer.version.root["status"]?.string
      switch (referrer.version.kind, referrer.field) {
      case ("initiative", "dependsOn"):
        return ["committed", "in-progress"].contains(status) ? referrer.version.name : nil
      case ("launch", "initiative"): return ["planned", "go"].contains(status) ? referrer.version.name : nil
      default: return nil
      }
    }
  }

  /// The reason that others wait for the initiative; nil where nobody does.
  var waitingReason: ChangeReason? {
    let names = waiting
    if names.isEmpty { return nil }
    return ChangeReason(
      "waited-for", "\(Clause.list(names)) \(names.count == 1 ? "waits" : "wait") for it")
  }
}
