internal import CivilDates
internal import JSONSyntax
internal import SchemaChecking
internal import Workspaces

/// Which fields of a kind tell its state, its people and its dates: known by annotations, never by name.
struct KindColumns {
  /// A field that holds promises, by the names that lead to it, lists passed through.
  private struct Promise {
    let names: [String]
    /// The field of the definition that makes this one no promise where it is there.
    let unless: String?
  }

  private let status: String?
  private let parties: KindParties
  private let promises: [Promise]

  init(_ shape: Shape?) {
    let properties = shape?.properties ?? []
    status = properties.first { $0.shape.lifecycle != nil }?.name
    parties = KindParties(shape)
    var promises: [Promise] = []
    for property in properties { Self.collect(property, [], &promises, depth: 0) }
    self.promises = promises
  }

  private static func collect(
    _ property: Shape.Property, _ names: [String], _ found: inout [Promise], depth: Int
  ) {
    let names = names + [property.name]
    if property.shape.isPromise {
      found.append(Promise(names: names, unless: property.shape.annotation("x-promise-unless")?.string))
    }
    guard depth < 4,
      let shape = property.shape.items ?? (property.shape.properties.isEmpty ? nil : property.shape)
    else { return }
    for inner in shape.properties { collect(inner, names, &found, depth: depth + 1) }
  }

  func status(of root: JSONValue) -> String? { status.flatMap { root[name: $0]?.string } }

  func owner(of root: JSONValue) -> String? { parties.owner(of: root) }

  func team(of root: JSONValue) -> String? { parties.team(of: root) }

  /// The next promise from `day` on, or the last one where all have passed, as it is written.
  func date(of root: JSONValue, asOf day: Day, fiscalYearStart: Int) -> String? {
    var best: (last: Day, text: String)?
    for promise in promises {
      if let field = promise.unless, let other = root[name: field], other.count > 0 { continue }
      for value in root.values(at: promise.names[...]) {
        guard let content = value.content, let when = When(content, fiscalYearStart: fiscalYearStart) else {
          continue
        }
        let candidate = (last: when.last, text: String(decoding: content, as: UTF8.self))
        guard let known = best else {
          best = candidate
          continue
        }
        let isBetter =
          known.last < day
          ? candidate.last > known.last : candidate.last >= day && candidate.last < known.last
        if isBetter { best = candidate }
      }
    }
    return best?.text
  }
}

extension JSONValue {
  /// The values that the names lead to, lists passed through item by item.
  func values(at names: ArraySlice<String>) -> [JSONValue] {
    if kind == .array { return items.flatMap { $0.values(at: names) } }
    guard let first = names.first else { return [self] }
    return self[name: first]?.values(at: names.dropFirst()) ?? []
  }
}
