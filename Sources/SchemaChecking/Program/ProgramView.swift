internal import Patterns

/// The addresses of a program's tables, for one evaluation: without them, every look would count references.
struct ProgramView: BitwiseCopyable {
  let subschemas: UnsafeBufferPointer<SubschemaRecord>
  let objects: UnsafeBufferPointer<ObjectRules>
  let arrays: UnsafeBufferPointer<ArrayRules>
  let strings: UnsafeBufferPointer<StringRules>
  let numbers: UnsafeBufferPointer<NumberRules>
  let logic: UnsafeBufferPointer<LogicRules>
  let equalities: UnsafeBufferPointer<TableRange>
  let constants: UnsafeBufferPointer<Constant>
  let entries: UnsafeBufferPointer<PropertyEntry>
  let slots: UnsafeBufferPointer<Int32>
  let dependencies: UnsafeBufferPointer<DependencyRule>
  let patternRules: UnsafeBufferPointer<PatternRule>
  let lists: UnsafeBufferPointer<Int32>
  let text: UnsafeBufferPointer<UInt8>
  let patterns: UnsafeBufferPointer<Unmanaged<Pattern>>
  let dynamicTargets: UnsafeBufferPointer<Int32>

  /// The view is good for as long as the program lives.
  init(_ program: CompiledSchema) {
    subschemas = program.subschemas.buffer
    objects = program.objects.buffer
    arrays = program.arrays.buffer
    strings = program.strings.buffer
    numbers = program.numbers.buffer
    logic = program.logic.buffer
    equalities = program.equalities.buffer
    constants = program.constants.buffer
    entries = program.entries.buffer
    slots = program.slots.buffer
    dependencies = program.dependencies.buffer
    patternRules = program.patternRules.buffer
    lists = program.lists.buffer
    text = program.text.buffer
    patterns = program.patternTable.buffer
    dynamicTargets = program.dynamicTargets.buffer
  }
}
