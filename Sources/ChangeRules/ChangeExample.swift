public import Diffing
internal import JSONSyntax

/// A change that shows what a rule judges, or leaves to others: its documentation and its test.
public struct ChangeExample: Sendable {
  /// The class that the rule gives; nil where it leaves the change to others.
  public let expected: ChangeClass?
  /// What the example shows, for its heading.
  public let title: String
  /// The definition before, as JSON text; nil where it is new.
  public let before: String?
  /// What changes in it, as a JSON Merge Patch (RFC 7396: null removes a field, a list is replaced as a whole); nil
  /// where the definition goes.
  public let change: String?
  /// Definitions that stay as they are, each one JSON text.
  public let alongside: [String]
  /// Changes of further definitions: before, and the patch.
  public let others: [(before: String?, change: String?)]
  /// The day on which the change is made.
  public let day: String
  /// The options that configuration sets for the rule, as a JSON object.
  public let settings: String?
  /// How often the dates have moved later, this time included; nil where no history is read.
  public let slips: Int?
  /// Where the example stands in the rule's source, for the test that runs it.
  public let file: String
  /// The line of `file`.
  public let line: Int

  /// A change to which the rule gives `expected`.
  public static func found(
    _ title: String, before: String?, change: String?, alongside: [String] = [],
    others: [(before: String?, change: String?)] = [], as expected: ChangeClass, day: String = "2026-01-15",
    settings: String? = nil, slips: Int? = nil, file: String = #filePath, line: Int = #line
  ) -> ChangeExample {
    ChangeExample(
      expected: expected, title: title, before: before, change: change, alongside: alongside, others: others,
      day: day, settings: settings, slips: slips, file: file, line: line)
  }

  /// A change that the rule leaves to others.
  public static func left(
    _ title: String, before: String?, change: String?, alongside: [String] = [],
    others: [(before: String?, change: String?)] = [], day: String = "2026-01-15", settings: String? = nil,
    file: String = #filePath, line: Int = #line
  ) -> ChangeExample {
    ChangeExample(
      expected: nil, title: title, before: before, change: change, alongside: alongside, others: others,
      day: day, settings: settings, slips: nil, file: file, line: line)
  }

  /// The definition after the change, as formatted JSON text; nil where it went.
  public var after: String? { Self.after(before, change) }

  /// A definition after a patch, as formatted JSON text.
  public static func after(_ before: String?, _ change: String?) -> String? {
    guard let change else { return nil }
    return MergePatch.apply(change, to: before ?? "{}")
  }
}

/// JSON Merge Patch (RFC 7396), for examples.
enum MergePatch {
  /// `target` with what `patch` says, formatted.
  static func apply(_ patch: String, to target: String) -> String {
    let (patch, target) = (JSONDocument.parse(Array(patch.utf8)), JSONDocument.parse(Array(target.utf8)))
    guard let change = patch.root else { return "" }
    var writer = JSONWriter()
    write(target.root, change, to: &writer)
    let formatted = JSONDocument.parse(Array(writer.text.utf8)).formatted() ?? writer.bytes
    return String(decoding: formatted, as: UTF8.self)
  }

  private static func write(_ target: JSONValue?, _ patch: JSONValue, to writer: inout JSONWriter) {
    guard patch.kind == .object else { return writer.value(patch) }
    writer.object { object in
      if let target {
        for member in target.members where patch[name: member.name]?.kind != .null {
          object.key(member.name)
          if let change = patch[name: member.name] {
            write(member.value, change, to: &object)
          } else {
            object.value(member.value)
          }
        }
      }
      for member in patch.members where member.value.kind != .null && target?[name: member.name] == nil {
        object.key(member.name)
        write(nil, member.value, to: &object)
      }
    }
  }
}
