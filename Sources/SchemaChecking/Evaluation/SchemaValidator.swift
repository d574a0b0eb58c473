public import JSONSyntax
internal import Patterns

/// What checking may cost.
public struct SchemaBudget: Hashable, Sendable {
  /// The steps that checking one document may take.
  public var steps = 1_000_000
  /// How deep schemas may apply schemas.
  public var depth = 700

  /// Creates the default budget.
  public init() {}
}

/// Checks documents against compiled schemas: one for each thread, used again for every document.
public final class SchemaValidator {
  /// What checking one document may cost.
  public let budget: SchemaBudget
  private let matcher = PatternMatcher()
  private var scratch = EvaluationScratch()

  /// Creates a validator.
  public init(budget: SchemaBudget = SchemaBudget()) {
    self.budget = budget
  }

  /// Checks a document's root, or a value inside of it, and fills the outcome with all that is found.
  ///
  /// The outcome's former content is dropped; its memory is used again.
  @discardableResult
  public func validate(
    _ document: JSONDocument, node: Int = 0, by schema: CompiledSchema, into outcome: inout SchemaOutcome
  ) -> Bool {
    outcome.begin(document, schema)
    guard document.nodes.indices.contains(node) else { return true }
    let isValid = document.bytes.withUnsafeBufferPointer { bytes in
      document.nodes.withUnsafeBufferPointer { nodes in
        var evaluator = Evaluator(schema, document, bytes, nodes, matcher, budget, scratch, outcome)
        scratch = EvaluationScratch()
        outcome.yieldMemory()
        let isValid = evaluator.run(node)
        scratch = evaluator.scratch
        outcome.take(&evaluator)
        return isValid
      }
    }
    if !isValid { outcome.reduce() }
    return isValid
  }
}

/// Memory that evaluation uses from document to document.
struct EvaluationScratch {
  var evaluated: [Int32] = []
  var scopes: [Int32] = []
  var disabledPatterns: [Int32] = []
}
