internal import Diffing
internal import JSONSyntax

/// An objective of a plan, as `plan-id/objective-id` names it.
struct PlanObjective {
  /// The metric that shows whether it is reached.
  let metric: String?
  /// By when, as it is written.
  let by: String?

  /// The objective that a reference names; nil where it is not known.
  init?(_ reference: String, in surroundings: any Surroundings) {
    guard let slash = reference.utf8.firstIndex(of: 0x2F) else { return nil }
    let part = String(reference[reference.utf8.index(after: slash)...])
    let plan = surroundings.definition("plan:\(reference[..<slash])")?.root
    guard let objective = plan.item("objectives", "id", part) else { return nil }
    metric = objective["metric"]?.string
    by = objective["by"]?.string
  }
}
