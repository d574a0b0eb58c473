import JSONSyntax
import Testing

@Suite struct ContentHashTests {
  /// The hash is one function of the bytes, wherever they stand and however they are read.
  @Test func everyByteCounts() {
    var seen: Set<UInt32> = []
    for count in 0..<40 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + 11) }
      let hash = bytes.withUnsafeBufferPointer { ContentHash.of($0) }
      let shifted = [0xFF] + bytes + [0xFF]
      let inner = shifted.withUnsafeBufferPointer {
        ContentHash.of(UnsafeBufferPointer(rebasing: $0[1..<(count + 1)]))
      }
      #expect(inner == hash)
      #expect(seen.insert(hash).inserted)
      for position in bytes.indices {
        var other = bytes
        other[position] ^= 0x20
        #expect(other.withUnsafeBufferPointer { ContentHash.of($0) } != hash)
      }
    }
  }
}
