internal import JSONSyntax

/// What checking one document found: faults, and the values that annotated schemas stand at.
public struct SchemaOutcome {
  /// The values that annotated schemas apply to, in document order as far as one schema goes.
  public internal(set) var hits: [AnnotationHit] = []
  var faults: [RawFault] = []
  var lists: [Int32] = []
  var document: JSONDocument?
  var schema: CompiledSchema?

  /// Creates an empty outcome.
  public init() {}

  /// Whether nothing is wrong.
  public var isValid: Bool { faults.isEmpty }

  mutating func begin(_ document: JSONDocument, _ schema: CompiledSchema) {
    self.document = document
    self.schema = schema
    hits.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    lists.removeAll(keepingCapacity: true)
  }

  /// Lets go of the memory that evaluation has taken over.
  mutating func yieldMemory() {
    hits = []
    faults = []
    lists = []
  }

  mutating func take(_ evaluator: inout Evaluator) {
    hits = evaluator.hits
    faults = evaluator.faults
    lists = evaluator.lists
    evaluator.hits = []
    evaluator.faults = []
    evaluator.lists = []
  }
}
