/// An array that never changes, at one place in memory, so that evaluation reads it without further ado.
final class FrozenArray<Element: BitwiseCopyable & Sendable>: Sendable {
  nonisolated(unsafe) let buffer: UnsafeBufferPointer<Element>

  init(_ elements: [Element]) {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = memory.initialize(from: elements)
    buffer = UnsafeBufferPointer(memory)
  }

  deinit {
    buffer.deallocate()
  }

  subscript(_ index: Int) -> Element { buffer[index] }
  var count: Int { buffer.count }
}
