public import JSONSyntax
public import SchemaChecking

/// One file as it was read: independent of where it stands, so that snapshots share it by its blob.
public final class SourceFile: Sendable {
  /// What a file holds.
  public enum Content: Sendable, Equatable {
    /// A definition of a known kind; its schema's position in the library.
    case definition(schema: Int)
    /// An object whose `kind` no schema describes.
    case unknownKind
    /// An object that says no kind, or nearly says one under the key at this node.
    case noKind(nearMiss: Int?)
    /// The configuration.
    case configuration
    /// The committed order of the schedule, in whatever form.
    case order
    /// Not an object, or not readable.
    case nothing
  }

  /// The text and its reading.
  public let document: JSONDocument
  /// What it holds.
  public let content: Content
  /// What its schema says against it.
  public let faults: [SchemaFinding]
  /// What is wrong with its texts.
  public let textFaults: [TextFault]
  /// How many more faults there are, which are only counted.
  public let untoldFaults: Int
  /// The values in it that refer to something.
  public let links: ContiguousArray<Link>
  /// The id of a definition.
  let id: ID?
  typealias ID = (node: Int, hash: UInt32, text: String)
  /// The texts of a definition that may hold a placeholder.
  public let doubtfulTexts: [Int32]
  /// The fields of a definition without faults of syntax.
  let fields: FieldTable

  init(
    document: JSONDocument, content: Content, faults: [SchemaFinding] = [], textFaults: [TextFault] = [],
    untoldFaults: Int = 0, links: ContiguousArray<Link> = [], doubtfulTexts: [Int32] = [],
    fields: FieldTable = FieldTable()
  ) {
    self.document = document
    self.content = content
    self.faults = faults
    self.textFaults = textFaults
    self.untoldFaults = untoldFaults
    self.links = links
    self.doubtfulTexts = doubtfulTexts
    self.fields = fields
    if case .definition = content, let id = document.root?["id"], id.kind == .string, let text = id.string {
      self.id = (id.index, id.node.payload, text)
    } else {
      id = nil
    }
  }

  /// Whether there is a definition in it that engines can work with.
  public var isDefinition: Bool {
    if case .definition = content { return true }
    return false
  }
}

extension SourceFile {
  /// The strings and keys that hold what looks like a credential: no output may show them.
  public var secretNodes: [Int] {
    textFaults.filter(\.isSecret).map(\.node)
  }
}

/// A value that refers to something: where it is, and what its field's annotations say.
public struct Link: Hashable, Sendable {
  /// The value's node.
  public let node: Int32
  /// The position of the role among its schema's roles.
  public let role: Int32
}
