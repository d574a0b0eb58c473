/// Random numbers that can be asked for by name: number `index` of the draws of a key is always the same one.
///
/// Nothing is drawn in turn, so that what one key draws does not depend on which other keys there are, in which order
/// they are asked, or on how many threads. The key is hashed by FNV-1a over its UTF-8; its hash seeds SplitMix64
/// (Steele, Lea and Flood, OOPSLA 2014), whose n-th output can be computed without those before it.
public struct KeyedDraws: Sendable, Equatable {
  private let state: UInt64

  /// The draws of `key` for a purpose, under a seed; another purpose of the same key has draws of its own.
  public init(seed: UInt64, key: String, purpose: UInt8 = 0) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ UInt64(purpose)) &* 0x0000_0100_0000_01B3
    state = Self.mixed(hash &+ Self.mixed(seed &+ Self.step))
  }

  /// 64 random bits.
  @inline(__always) public func bits(_ index: Int) -> UInt64 {
    Self.mixed(state &+ UInt64(truncatingIfNeeded: index &+ 1) &* Self.step)
  }

  /// A number between 0 and 1, never one of them: of 2 to the power of 53 steps of equal width the middle of one.
  @inline(__always) public func uniform(_ index: Int) -> Double {
    (Double(bits(index) >> 11) + 0.5) * 0x1p-53
  }

  /// A number from the normal distribution of mean 0 and variance 1.
  @inline(__always) public func normal(_ index: Int) -> Double {
    StandardNormal.quantile(uniform(index))
  }

  /// A whole number from 0 to below `bound`; 0 where `bound` is not above 0.
  @inline(__always) public func below(_ bound: Int, _ index: Int) -> Int {
    Int(bits(index).multipliedFullWidth(by: UInt64(max(bound, 1))).high)
  }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always) private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
