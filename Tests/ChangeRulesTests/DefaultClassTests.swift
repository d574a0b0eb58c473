import ChangeRules
import Diagnostics
import Diffing
import Foundation
import JSONSyntax
import SchemaChecking
import Testing
import Workspaces

/// What a change of each field comes to where no rule judges it: no field is forgotten, none has two answers.
@Suite struct DefaultClassTests {
  /// Fields of built-in kinds that need no class, each with its reason.
  static let exceptions: [String: String] = [:]

  /// A field of a kind, with the classes on the way to it, the nearest last.
  struct Field: CustomTestStringConvertible, Sendable {
    let kind: String
    let path: String
    let shape: Shape
    let classes: [String]
    var testDescription: String { "\(kind)\(path)" }

    /// Every field of every built-in kind: properties, and the properties of items.
    static let all: [Field] = SchemaLibrary.builtIn.kindNames.flatMap { kind -> [Field] in
      guard let shape = SchemaLibrary.builtIn.shape(of: kind) else { return [] }
      var found: [Field] = []
      collect(kind, "", shape, [], &found)
      return found
    }

    private static func collect(
      _ kind: String, _ path: String, _ shape: Shape, _ classes: [String], _ found: inout [Field]
    ) {
      for property in shape.properties {
        let path = "\(path)/\(property.name)"
        let classes = classes + (property.shape.changeClass.map { [$0] } ?? [])
        found.append(Field(kind: kind, path: path, shape: property.shape, classes: classes))
        var holder = property.shape
        var place = path
        while let items = holder.items {
          holder = items
          place += "/*"
        }
        collect(kind, place, holder, classes, &found)
      }
    }
  }

  @Test(arguments: Field.all) func everyFieldHasAClass(_ field: Field) {
    if Self.exceptions["\(field.kind)\(field.path)"] != nil { return }
    #expect(!field.classes.isEmpty, "neither the field nor what holds it has an x-class")
    if !field.path.dropFirst().contains("/") {
      #expect(field.shape.changeClass != nil, "a field at the top says for itself how much it matters")
    }
    for name in field.classes { #expect(ChangeClass(name: name) != nil, "\(name) is no class") }
  }

  /// What an engine does something with is meant to be told: each such field decides for itself.
  @Test(arguments: Field.all) func annotatedFieldsDecideForThemselves(_ field: Field) {
    let isAnnotated =
      field.shape.isPromise || field.shape.isWhen || field.shape.lifecycle != nil || field.shape.isPerson
      || !field.shape.referredKinds.isEmpty || field.shape.listKind != nil
    guard isAnnotated, Self.exceptions["\(field.kind)\(field.path)"] == nil else { return }
    #expect(field.shape.changeClass != nil)
  }

  @Test func exceptionsExist() {
    let known = Set(Field.all.map(\.testDescription))
    for name in Self.exceptions.keys { #expect(known.contains(name), "\(name) is no field") }
  }

  /// Alternatives of one value are merged into one shape: two answers there would depend on their order.
  @Test func alternativesAgree() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path) {
      let bytes = Array(try Data(contentsOf: Self.folder.appendingPathComponent(name)))
      let root = try #require(JSONDocument.parse(bytes).root, "\(name)")
      compare(root, name)
    }
  }

  private func compare(_ value: JSONValue, _ place: String) {
    for keyword in ["oneOf", "anyOf"] {
      guard let alternatives = value[name: keyword] else { continue }
      var classes: [String: Set<String>] = [:]
      for alternative in alternatives.items {
        if let own = alternative["x-class"]?.string { classes["", default: []].insert(own) }
        for member in alternative["properties"]?.members.map(\.self) ?? [] {
          if let own = member.value["x-class"]?.string { classes[member.name, default: []].insert(own) }
        }
      }
      for (field, found) in classes { #expect(found.count == 1, "\(place)/\(field): \(found.sorted())") }
    }
    for member in value.members { compare(member.value, "\(place)/\(member.name)") }
    for (position, item) in value.items.enumerated() { compare(item, "\(place)/\(position)") }
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("schemas")

  /// The example of a kind's schema, and one of its fields.
  struct Removal: CustomTestStringConvertible, Sendable {
    let example: String
    let field: String
    let kind: String
    var testDescription: String { "\(kind)/\(field)" }

    static let all: [Removal] = SchemaLibrary.builtIn.kindNames.sorted().flatMap { kind -> [Removal] in
      let file = DefaultClassTests.folder.appendingPathComponent("\(kind).schema.json")
      guard let data = try? Data(contentsOf: file), let root = JSONDocument.parse(Array(data)).root else {
        return []
      }
      return root["examples"]?.items.flatMap { example in
        example.members.map(\.name).filter { $0 != "kind" && $0 != "id" && $0 != "status" }.map {
          Removal(example: String(decoding: example.text, as: UTF8.self), field: $0, kind: kind)
        }
      } ?? []
    }
  }

  /// The comparison gives a field that goes its own class, a list's items that of the list.
  @Test(arguments: Removal.all) func theComparisonUsesTheClass(_ removal: Removal) throws {
    let after = try #require(ChangeExample.after(removal.example, "{\"\(removal.field)\": null}"))
    let set = ChangeSet.between(
      base: ChangeCase.snapshot([removal.example]), head: ChangeCase.snapshot([after]), context: DiffContext()
    )
    #expect(!set.changes.isEmpty)
    let kind = try #require(SchemaLibrary.builtIn.shape(of: removal.kind))
    for change in set.changes {
      var expected: String?
      var shape: Shape? = kind
      for step in change.fields {
        shape = step.isItem ? shape?.items : shape?[step.token]
        // An item that goes is judged by its list.
        if !step.isItem || change.fields.last != step { expected = shape?.changeClass ?? expected }
      }
      let isAppendOnly = change.reasons.contains(.appendOnly)
      if change.reasons.contains(.notCommitted) { expected = "routine" }
      // An entry that goes from a list that only grows is never less than risky.
      #expect(
        change.weight.name == expected || isAppendOnly && change.weight == .risky,
        "\(change.idiom.rawValue) \(change.pointer): \(change.weight.name), not \(expected ?? "none")")
    }
  }
}
