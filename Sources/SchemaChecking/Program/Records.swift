/// What may stand at a value, as bits.
struct KindSet: OptionSet, Sendable, Hashable, BitwiseCopyable {
  let rawValue: UInt16
  static let null = KindSet(rawValue: 1)
  static let boolean = KindSet(rawValue: 2)
  static let integer = KindSet(rawValue: 4)
  /// A number with a fraction.
  static let fraction = KindSet(rawValue: 8)
  static let string = KindSet(rawValue: 16)
  static let array = KindSet(rawValue: 32)
  static let object = KindSet(rawValue: 64)
  static let number: KindSet = [.integer, .fraction]
  static let all = KindSet(rawValue: 127)
}

/// One compiled schema: what holds for every value, and where the rules of each kind of value are.
///
/// Indices are into the program's tables; -1 stands for nothing.
struct SubschemaRecord: BitwiseCopyable, Sendable {
  struct Flags: OptionSet, BitwiseCopyable, Sendable {
    let rawValue: UInt8
    /// Nothing but a reference: evaluation goes on with its target.
    static let isAlias = Flags(rawValue: 1)
    static let isTrue = Flags(rawValue: 2)
    static let isFalse = Flags(rawValue: 4)
    /// Carries one of the announced annotations.
    static let isAnnotated = Flags(rawValue: 8)
  }

  var types = KindSet.all
  /// The kinds of value that can be valid at all, references and alternatives considered.
  var accepts = KindSet.all
  var flags: Flags = []
  var reference: Int32 = -1
  var equality: Int32 = -1
  var object: Int32 = -1
  var array: Int32 = -1
  var string: Int32 = -1
  var number: Int32 = -1
  var logic: Int32 = -1
  var resource: Int32 = 0
  var document: Int32 = 0
  var node: Int32 = 0
}

/// A run of entries in one of the program's tables.
struct TableRange: BitwiseCopyable, Sendable {
  var start: Int32 = 0
  var count: Int32 = 0

  var isEmpty: Bool { count == 0 }
  var indices: Range<Int> { Int(start)..<(Int(start) + Int(count)) }
}

/// The rules of objects.
struct ObjectRules: BitwiseCopyable, Sendable {
  /// The hash table of the entries: a power of two of slots, `slotMask` + 1.
  var slots: Int32 = 0
  var slotMask: Int32 = -1
  var entries = TableRange()
  /// The required ones among the first 64 entries.
  var required: UInt64 = 0
  /// Whether entries beyond the 64th are required.
  var hasLateRequired = false
  /// Whether unknown properties are faults by `additionalProperties: false`.
  var isClosed = false
  var patterns = TableRange()
  var additional: Int32 = -1
  var names: Int32 = -1
  var minimum: Int32 = -1
  var maximum: Int32 = -1
  var dependencies = TableRange()
}

/// A property that a schema names.
struct PropertyEntry: BitwiseCopyable, Sendable {
  var hash: UInt32
  var name: TextRange
  var schema: Int32
  var isRequired: Bool
}

/// A text in the program's bytes.
struct TextRange: BitwiseCopyable, Sendable {
  var start: Int32
  var count: Int32
}

/// What the presence of one property asks for.
struct DependencyRule: BitwiseCopyable, Sendable {
  var trigger: Int32
  var required: Int32
  var schema: Int32
}

/// A schema for the properties whose names match a pattern.
struct PatternRule: BitwiseCopyable, Sendable {
  var pattern: Int32
  var schema: Int32
}

/// The rules of arrays.
struct ArrayRules: BitwiseCopyable, Sendable {
  var prefix = TableRange()
  var items: Int32 = -1
  var contains: Int32 = -1
  var minContains: Int32 = 1
  var maxContains: Int32 = -1
  var minimum: Int32 = -1
  var maximum: Int32 = -1
  var isUnique = false
}

/// The rules of strings.
struct StringRules: BitwiseCopyable, Sendable {
  var minimum: Int32 = -1
  var maximum: Int32 = -1
  var pattern: Int32 = -1
  var format: TextFormat?
}

/// The rules of numbers, as indices of constants.
struct NumberRules: BitwiseCopyable, Sendable {
  var minimum: Int32 = -1
  var maximum: Int32 = -1
  var exclusiveMinimum: Int32 = -1
  var exclusiveMaximum: Int32 = -1
  var multiple: Int32 = -1
}

/// A value that a schema holds for comparison.
struct Constant: BitwiseCopyable, Sendable {
  enum Kind: UInt8, BitwiseCopyable, Sendable { case null, `false`, `true`, number, string, composite }

  var kind: Kind
  var hash: UInt32 = 0
  var text = TextRange(start: 0, count: 0)
  var number = ShortDecimal()
  var document: Int32
  var node: Int32
}

/// The rules that combine schemas for one and the same value.
struct LogicRules: BitwiseCopyable, Sendable {
  var allOf = TableRange()
  var anyOf = TableRange()
  var oneOf = TableRange()
  var not: Int32 = -1
  var condition: Int32 = -1
  var then: Int32 = -1
  var otherwise: Int32 = -1
  var dynamicName: Int32 = -1
  var dynamicFallback: Int32 = -1
  var unevaluatedProperties: Int32 = -1
  var unevaluatedItems: Int32 = -1
}
