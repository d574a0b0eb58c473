internal import Scheduling

extension PlanSchedule {
  /// What the start of a share waits for.
  struct PartCause {
    /// Whether it waits for an initiative, or for people, or a place for work at once, that the share `part` holds.
    let isDependency: Bool
    /// The initiative that is waited for: what holds its end back may decide the day.
    let item: Int
    /// The share that decides it, which was placed earlier.
    let part: Int
  }

  /// The share that decides when another one starts, by the reason `binding`; nil where none does.
  func cause(of part: Int, by binding: Binding) -> PartCause? {
    guard let placed = placed(part) else { return nil }
    switch binding {
    case .firstDay, .fixed, .earliest, .calendar: return nil
    case .link(let index):
      let link = model.problem.activities[model.numbers.activity(of: part)].links[index]
      let first = link.kind == .startStart ? starter(of: link, placed.ready) : endPart(of: link.activity)
      return first.map { PartCause(isDependency: true, item: link.activity, part: $0) }
    case .resource(_, let blockers):
      return holder(among: blockers, before: placed.span.start).map {
        PartCause(isDependency: false, item: model.numbers.activity(of: $0), part: $0)
      }
    }
  }

  /// The share that decides when an item ends: its own that ends last, or that of the one which holds its end back.
  func endPart(of item: Int) -> Int? {
    var item = item
    // What holds an end back was placed without it, so that this ends; the bound is for what is no plan.
    for _ in model.items {
      guard let held = schedule.activities[item].heldBy else { break }
      item = model.problem.activities[item].links[held].activity
    }
    return lastPart(of: item)
  }

  /// The share whose start another item waits for until the day `ready`.
  func starter(of link: Link, _ ready: Int) -> Int? {
    model.numbers.parts(of: link.activity).first { placed($0)?.span.start == ready - link.lag }
  }

  /// The blocker that ends when the blocked one starts, or else is the first to end after that.
  func holder(among blockers: [Int], before start: Int) -> Int? {
    let ends = blockers.compactMap { blocker in placed(blocker).map { (part: blocker, end: $0.span.end) } }
    return ends.filter { $0.end >= start }.min { $0.end < $1.end }?.part
  }
}
