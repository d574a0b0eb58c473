public import Diagnostics
public import JSONSyntax
public import SchemaChecking

/// One definition as it stood in one tree.
public struct DefinitionVersion: Sendable {
  /// What it says it is.
  public let kind: String
  /// Its id.
  public let id: String
  /// Its file.
  public let path: RepositoryPath
  /// The object.
  public let root: JSONValue

  /// A definition at a place.
  public init(kind: String, id: String, path: RepositoryPath, root: JSONValue) {
    self.kind = kind
    self.id = id
    self.path = path
    self.root = root
  }

  /// `kind:id`.
  public var name: String { "\(kind):\(id)" }

  /// The ids that it says it had before.
  public var formerIDs: [String] { root["formerly"]?.items.compactMap(\.string) ?? [] }

  /// The definition as changes name it.
  public func subject(_ shape: Shape?) -> Change.Subject {
    Change.Subject(
      kind: kind, id: id, title: root["title"]?.string ?? id,
      kindLabel: shape?.label ?? FieldLabels.humanised(kind))
  }
}

/// Names for people where a schema gives none.
public enum FieldLabels {
  /// `api-freeze` as "Api freeze", `readinessReviewers` as "Readiness reviewers".
  public static func humanised(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    var wasLower = false
    for scalar in name.unicodeScalars {
      if scalar == "-" || scalar == "_" {
        result.append(" ")
        wasLower = false
      } else if scalar.value >= 0x41, scalar.value <= 0x5A {
        if wasLower { result.append(" ") }
        result.append(wasLower ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar)
        wasLower = false
      } else {
        result.append(scalar)
        wasLower = scalar.value >= 0x61 && scalar.value <= 0x7A
      }
    }
    if let first = result.first, first.value >= 0x61, first.value <= 0x7A {
      result.replaceSubrange(
        result.startIndex..<result.index(after: result.startIndex),
        with: CollectionOfOne(Unicode.Scalar(UInt8(first.value & 0xDF))))
    }
    return String(result)
  }
}
