internal import JSONSyntax
internal import Synchronization

/// What the annotations of one shape say, read from the schema once.
final class ShapeNotes: Sendable {
  let label: String?
  let changeClass: String?
  let listKind: Shape.ListKind?
  let listKey: String?
  let referredKinds: [String]
  let lifecycle: (order: [String], final: [String], paused: [String])?
  let tentative: [String]
  let unit: String?
  let format: String?
  /// The position of the property whose lifecycle is that of the object.
  let lifecycleProperty: Int?
  let flags: Flags

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    static let person = Flags(rawValue: 1)
    static let promise = Flags(rawValue: 2)
    static let effort = Flags(rawValue: 4)
    static let money = Flags(rawValue: 8)
    static let when = Flags(rawValue: 16)
    static let derived = Flags(rawValue: 32)
    static let freeObject = Flags(rawValue: 64)
    static let prose = Flags(rawValue: 128)
  }

  init(_ shape: Shape) {
    label = shape.annotation("title")?.string
    changeClass = shape.annotation("x-class")?.string
    let list = shape.annotation("x-list")
    listKind = list?["as"]?.string.flatMap(Shape.ListKind.init)
    listKey = list?["key"]?.string
    referredKinds = shape.annotation("x-ref")?.items.compactMap(\.string) ?? []
    lifecycle = shape.annotation("x-lifecycle").map { value in
      func names(_ key: StaticString) -> [String] { value[key]?.items.compactMap(\.string) ?? [] }
      return (names("order"), names("final"), names("paused"))
    }
    let tentative = shape.annotation("x-lifecycle")?["tentative"]?.items.compactMap(\.string)
    self.tentative = tentative ?? lifecycle?.order.first.map { [$0] } ?? []
    unit = shape.annotation("x-unit")?.string
    format = shape.annotation("format")?.string
    lifecycleProperty = shape.properties.firstIndex {
      // Not by its notes: a shape may have itself within.
      $0.shape.annotation("x-lifecycle") != nil
    }
    let all: [(StaticString, Flags)] = [
      ("x-person", .person), ("x-promise", .promise), ("x-effort", .effort), ("x-money", .money),
      ("x-when", .when), ("x-derived", .derived), ("x-multiline", .prose),
    ]
    let isFree: Flags = shape.properties.isEmpty && shape.types == ["object"] ? .freeObject : []
    flags = all.reduce(into: isFree) { if shape.annotation($1.0)?.bool == true { $0.insert($1.1) } }
  }
}

/// The notes of all shapes of one schema, made at once when the first of them is asked for.
final class LazyNotes: Sendable {
  private let isMade = Atomic(false)
  private let making = Mutex(())
  /// Written once, under the lock and before `isMade`.
  nonisolated(unsafe) private var all: [ShapeNotes] = []

  func notes(of shape: Shape) -> ShapeNotes {
    if !isMade.load(ordering: .acquiring) { make(shape.table) }
    return all[shape.index]
  }

  private func make(_ table: ShapeTable) {
    making.withLock { _ in
      guard !isMade.load(ordering: .acquiring) else { return }
      all = table.records.indices.map { ShapeNotes(Shape(table: table, index: $0)) }
      isMade.store(true, ordering: .releasing)
    }
  }
}
