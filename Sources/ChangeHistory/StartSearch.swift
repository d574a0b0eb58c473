public import CivilDates
internal import Diffing
internal import JSONSyntax
public import SchemaChecking

/// When a definition got under way, as its history tells.
public enum LifeStart: Sendable {
  /// A step took it there, from a state that comes before.
  case step(LifeStep, from: String, to: String)
  /// It says so itself, and was under way already when its history began.
  case stated(Day, text: String)
  /// It was under way already in the first version that is known, and does not say since when.
  case firstKnown(LifeStep, state: String)
  /// It is not under way yet.
  case notYet(state: String)
  /// Its kind has no lifecycle, or it has no state.
  case noLifecycle
}

/// Finds the step in which a definition first got under way; takes its life from its newest event on.
///
/// Under way are the states that the lifecycle's annotation lists in `active`, and what stands after the first of them
/// in its order; without the list, everything but the first state. A state beside the order, such as cancelled, tells
/// nothing of whether it ever began.
public struct StartSearch: Sendable {
  private let field: String
  private let order: [String]
  private let active: [String]
  private let startField: String?
  private let fiscalYearStart: Int
  private var newest: (state: String, stated: (day: Day, text: String)?)?
  private var crossing: (step: LifeStep, from: String, to: String)?
  private var oldest: (step: LifeStep, state: String)?

  /// A search by the lifecycle of a kind; nil where it has none.
  public init?(shape: Shape?, fiscalYearStart: Int) {
    guard let property = shape?.properties.first(where: { $0.shape.lifecycle != nil }),
      let annotation = property.shape.annotation("x-lifecycle")
    else { return nil }
    field = property.name
    order = annotation["order"]?.items.compactMap(\.string) ?? []
    active = annotation["active"]?.items.compactMap(\.string) ?? Array(order.dropFirst())
    startField = annotation["start"]?.string
    self.fiscalYearStart = fiscalYearStart
  }

  /// Takes the next older event.
  public mutating func take(_ event: LifeEvent) {
    guard case .changed(let before, let after) = event.deed else { return }
    if newest == nil, let version = after ?? before {
      newest = (state(of: version) ?? "", stated(in: version))
    }
    guard let after, let new = state(of: after) else { return }
    oldest = (event.step, new)
    guard isUnderWay(new), let before, let old = state(of: before), !isUnderWay(old) else { return }
    crossing = (event.step, old, new)
  }

  /// What was found once all events were taken.
  public var result: LifeStart {
    guard let newest, let oldest else { return .noLifecycle }
    if isUnderWay(oldest.state) {
      if let stated = newest.stated, stated.day <= oldest.step.day {
        return .stated(stated.day, text: stated.text)
      }
      return .firstKnown(oldest.step, state: oldest.state)
    }
    if let crossing { return .step(crossing.step, from: crossing.from, to: crossing.to) }
    return newest.state.isEmpty ? .noLifecycle : .notYet(state: newest.state)
  }

  private func isUnderWay(_ state: String) -> Bool {
    if active.contains(state) { return true }
    guard let first = active.lazy.compactMap({ order.firstIndex(of: $0) }).min() else { return false }
    return order.firstIndex(of: state).map { $0 >= first } ?? false
  }

  private func state(of version: DefinitionVersion) -> String? { version.root[name: field]?.string }

  private func stated(in version: DefinitionVersion) -> (day: Day, text: String)? {
    guard let startField, let text = version.root[name: startField]?.string,
      let when = When(text.utf8, fiscalYearStart: fiscalYearStart)
    else { return nil }
    return (when.first, text)
  }
}
