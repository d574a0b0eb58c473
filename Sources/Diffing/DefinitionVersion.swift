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
    var result: [UInt8] = []
    result.reserveCapacity(name.utf8.count + 4)
    var wasLower = false
    for byte in name.utf8 {
      switch byte {
      case 0x2D, 0x5F:
        result.append(0x20)
        wasLower = false
      case 0x41...0x5A:
        if wasLower { result.append(0x20) }
        result.append(wasLower ? byte | 0x20 : byte)
        wasLower = false
      default:
        result.append(byte)
        wasLower = byte >= 0x61 && byte <= 0x7A
      }
    }
    if let first = result.first, first >= 0x61, first <= 0x7A { result[0] = first & 0xDF }
    return String(decoding: result, as: UTF8.self)
  }
}
