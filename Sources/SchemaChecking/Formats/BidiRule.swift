/// The rule for host names with letters that are written from right to left (RFC 5893, section 2).
enum BidiRule {
  private enum Direction { case left, right, europeanDigit, arabicDigit, neutral, mark }

  /// Whether every label keeps the rule, which holds as soon as one of them runs from right to left.
  static func accepts(_ labels: [[Unicode.Scalar]]) -> Bool {
    let directions = labels.map { $0.map(direction) }
    guard directions.contains(where: { $0.contains(.right) || $0.contains(.arabicDigit) }) else {
      return true
    }
    return directions.allSatisfy(keepsRule)
  }

  private static func keepsRule(_ label: [Direction]) -> Bool {
    let last = label.last { $0 != .mark }
    switch label.first {
    case .right:
      return !label.contains(.left) && (last == .right || last == .europeanDigit || last == .arabicDigit)
        && !(label.contains(.europeanDigit) && label.contains(.arabicDigit))
    case .left:
      return !label.contains(.right) && !label.contains(.arabicDigit)
        && (last == .left || last == .europeanDigit)
    default: return false
    }
  }

  private static func direction(_ scalar: Unicode.Scalar) -> Direction {
    switch scalar.value {
    case 0x30...0x39, 0x6F0...0x6F9: return .europeanDigit
    case 0x660...0x669, 0x66B, 0x66C: return .arabicDigit
    case 0x2D, 0xB7, 0x375, 0x200C, 0x200D, 0x30FB: return .neutral
    default: break
    }
    if scalar.properties.generalCategory == .nonspacingMark { return .mark }
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: return .right
    default: return .left
    }
  }
}
