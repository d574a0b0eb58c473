public import Diffing
internal import JSONSyntax
internal import SchemaChecking
internal import Workspaces

/// Something that was decided in a period, as the definition records it.
public struct DecisionRecord: Sendable {
  /// The definition.
  public let subject: Change.Subject
  /// What people call the field that it stands in; nil for the definition's own decisions.
  public let label: String?
  /// The day, as it is written; nil where the record names none.
  public let on: String?
  /// Who decided, by handle; nil where the record names nobody.
  public let by: String?
  /// What was decided.
  public let what: String
  /// Why; nil where no reason is given.
  public let why: String?
  /// The change that recorded it.
  public let entry: ChangeReport.Entry?
}

extension ChangeReport {
  /// What was decided, in the order of the definitions: entries of lists called `decisions`, objects and texts called
  /// `decision`, in the definition and in its own objects.
  func findDecisions() -> [DecisionRecord] {
    changed.flatMap { definition -> [DecisionRecord] in
      guard let after = definition.after else { return [] }
      var found = records(in: definition, after, definition.before, definition.shape, nil)
      for member in after.members where member.value.kind == .object && member.name != "decision" {
        let shape = definition.shape?[key: member.key]
        found += records(
          in: definition, member.value, definition.before?[name: member.name], shape,
          shape?.label ?? FieldLabels.humanised(member.name))
      }
      return found
    }
  }

  private func records(
    in definition: ChangedDefinition, _ after: JSONValue, _ before: JSONValue?, _ shape: Shape?,
    _ label: String?
  ) -> [DecisionRecord] {
    var found: [DecisionRecord] = []
    let known = Set((before?.items("decisions")).map { $0.compactMap { $0.string("what") } } ?? [])
    for item in after.items("decisions") {
      guard let what = item.string("what"), !known.contains(what) else { continue }
      found.append(
        DecisionRecord(
          subject: definition.subject, label: label, on: item.string("on"), by: item.string("by"), what: what,
          why: item.string("why"), entry: definition.entries(in: "decisions").first))
    }
    guard let decision = after["decision"] else { return found }
    let old = before?["decision"]
    let entry = definition.entries.first { $0.change.fields.contains { $0.token == "decision" } }
    if let text = decision.string, old?.string != text {
      found.append(
        DecisionRecord(
          subject: definition.subject, label: label, on: nil, by: nil, what: text, why: nil, entry: entry))
    } else if let outcome = decision.string("outcome") ?? decision.string("what"),
      (old?.string("outcome") ?? old?.string("what")) != outcome
    {
      found.append(
        DecisionRecord(
          subject: definition.subject, label: label, on: decision.string("on"), by: decision.string("by"),
          what: [outcome, decision.string("variant")].compactMap(\.self).joined(separator: " "),
          why: decision.string("because") ?? decision.string("why"), entry: entry))
    }
    return found
  }
}
