/// What a regular expression may cost: one table for compiling and matching.
public struct PatternLimits: Hashable, Sendable {
  /// The bytes that an expression may have.
  public var patternBytes = 1_000
  /// The groups that may be open at once.
  public var groupDepth = 50
  /// The atoms that an expression may have once its counted repetitions are written out.
  public var expandedAtoms = 20_000
  /// The steps that matching may take for a text of any length.
  public var matchSteps: UInt32 = 20_000
  /// The steps that each byte of the text adds.
  public var matchStepsPerByte: UInt32 = 200
  /// The steps that no match exceeds, however long the text.
  public var matchStepsAtMost: UInt32 = 2_000_000
  /// The nesting of backtracking that the interpreter may reach.
  public var backtrackDepth: UInt32 = 100_000
  /// The kibibytes that the interpreter may take from the heap.
  public var heapKibibytes: UInt32 = 20_000

  /// Creates the default limits.
  public init() {}

  /// The steps that one match of a text may take.
  func steps(forBytes count: Int) -> UInt32 {
    let (product, overflow) = UInt32(clamping: count).multipliedReportingOverflow(by: matchStepsPerByte)
    let (sum, more) = product.addingReportingOverflow(matchSteps)
    return overflow || more ? matchStepsAtMost : min(sum, matchStepsAtMost)
  }
}
