internal import Graphs
public import Diagnostics
internal import JSONSyntax
internal import Workspaces

/// Flags initiatives that wait for each other.
public struct DependencyCycle: Rule {
  /// What there is to know about it.
  public static let metadata = RuleMetadata(
    "initiative/dependency-cycle", .error,
    summary: "Initiatives that depend on each other in a circle, or on themselves.",
    why: "Each waits for the other, so none of them can ever start: there is no schedule.",
    remedy:
      "Take out the dependency that is not real, or split an initiative so that one part can come first.")

  /// Definitions that it finds something in, and definitions that it does not.
  public static let examples: [RuleExample] = [
    .bad(
      "Three wait for each other",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "idea", "team": "growth",
        "dependsOn": [⟦"payments"⟧]}
      """#,
      #"""
      {"kind": "initiative", "id": "payments", "title": "Payments", "status": "idea", "team": "growth",
        "dependsOn": [{"on": "wallet", "type": "finish-start"}]}
      """#,
      #"""
      {"kind": "initiative", "id": "wallet", "title": "Wallet", "status": "idea", "team": "growth",
        "dependsOn": ["checkout"]}
      """#,
      RuleExample.growth),
    .bad(
      "It waits for itself",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "idea", "team": "growth",
        "dependsOn": [⟦"checkout"⟧]}
      """#,
      RuleExample.growth),
    .good(
      "One comes after the other",
      #"""
      {"kind": "initiative", "id": "checkout", "title": "Checkout", "status": "idea", "team": "growth",
        "dependsOn": ["payments"]}
      """#,
      #"{"kind": "initiative", "id": "payments", "title": "Payments", "status": "idea", "team": "growth"}"#,
      RuleExample.growth),
  ]

  /// Looks for circles among the initiatives that are not over: one finding for each set of them.
  public static func check(_ context: LintContext, _ report: inout Reporter) {
    let (initiatives, numbers, graph) = graph(context)
    for component in graph.components() {
      guard let start = component.min(by: { initiatives[$0].id < initiatives[$1].id }) else { continue }
      let circle = graph.circle(from: start, in: component)
      let values = circle.indices.map { index in
        let next = circle[(index + 1) % circle.count]
        return context.relations.dependencies(of: initiatives[circle[index]])
          .first { numbers[$0.position] == next }?.value ?? initiatives[circle[index]].root
      }
      report.report(
        .cycle(circle.map { initiatives[$0].id }, component.count - circle.count), at: values[0],
        in: initiatives[start],
        notes: circle.indices.dropFirst().prefix(RuleNote.limit).map { index in
          RuleNote(
            "'\(initiatives[circle[index]].id)' waits here", at: values[index], in: initiatives[circle[index]]
          )
        })
    }
  }

  /// The number of the circle, or tangle of circles, that an initiative is in, by the initiative's position.
  static func tangles(_ context: LintContext) -> [Int: Int] {
    let (_, numbers, graph) = graph(context)
    let positions = Dictionary(uniqueKeysWithValues: numbers.map { ($0.value, $0.key) })
    var tangles: [Int: Int] = [:]
    for (tangle, component) in graph.components().enumerated() {
      for node in component { if let position = positions[node] { tangles[position] = tangle } }
    }
    return tangles
  }

  /// The initiatives that are not over, their numbers by position, and who of them waits for whom.
  private static func graph(_ context: LintContext) -> ([Definition], [Int: Int], Cycles) {
    var numbers: [Int: Int] = [:]
    var initiatives: [Definition] = []
    for (position, initiative) in context.snapshot.definitions(of: "initiative")
    where context.lifecycles.isLive(initiative) {
      numbers[position] = initiatives.count
      initiatives.append(initiative)
    }
    let edges = initiatives.map { context.relations.dependencies(of: $0).compactMap { numbers[$0.position] } }
    return (initiatives, numbers, Cycles(edges))
  }
}

extension RuleMessage {
  fileprivate static func cycle(_ ids: [String], _ others: Int) -> Self {
    guard ids.count > 1 else { return Self("'\(ids[0])' depends on itself") }
    let shown = ids.count > 12 ? ids.prefix(12) + ["\(ids.count - 12) more"] : ids[...]
    let tail = others > 0 ? ", and \(others) more initiatives are tangled up with them" : ""
    return Self("these wait for each other: \((shown + [ids[0]]).joined(separator: " → "))" + tail)
  }
}
