/// The sole owner of so many plain values in a row; its bounds are checked in debug builds only.
@safe struct Row<Element: BitwiseCopyable>: ~Copyable {
  private let base: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating value: Element, count: Int) {
    self.count = count
    unsafe base = .allocate(capacity: count)
    unsafe base.initialize(repeating: value, count: count)
  }

  init(_ values: [Element]) {
    count = values.count
    unsafe base = .allocate(capacity: count)
    for (index, value) in values.enumerated() { unsafe base[index] = value }
  }

  deinit { unsafe base.deallocate() }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count)
      return unsafe base[index]
    }
    @inline(__always) set {
      assert(index >= 0 && index < count)
      unsafe base[index] = newValue
    }
  }

  /// Takes the values in `range` from another row.
  @inline(__always) mutating func take(_ range: Range<Int>, from other: borrowing Row) {
    assert(range.lowerBound >= 0 && range.upperBound <= min(count, other.count))
    unsafe (base + range.lowerBound).update(from: other.base + range.lowerBound, count: range.count)
  }

  /// Makes all values the same.
  mutating func fill(_ value: Element) { unsafe base.update(repeating: value, count: count) }
}
