/// Spearman's rank correlation: whether one number tends to be large where another one is, whatever the shape.
public enum RankCorrelation {
  /// Twice the mean rank of each value, from 2 on; equal values share theirs.
  public static func doubledRanks(_ values: [Int]) -> [Int] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Int](repeating: 0, count: values.count)
    var first = 0
    while first < order.count {
      var last = first
      while last + 1 < order.count, values[order[last + 1]] == values[order[first]] { last += 1 }
      for place in first...last { ranks[order[place]] = first + last + 2 }
      first = last + 1
    }
    return ranks
  }

  /// The correlation of two lists of ranks, from -1 to 1; 0 where one of them says nothing, all its values being equal.
  ///
  /// The sums are whole numbers, so that the result does not depend on the order of adding. Beyond 1,000,000 values
  /// only the first ones are looked at.
  public static func ofRanks(_ left: [Int], _ right: [Int]) -> Double {
    let count = min(left.count, right.count, 1_000_000)
    let middle = count + 1
    var product = 0
    var leftSquares = 0
    var rightSquares = 0
    for place in 0..<count {
      let x = left[place] - middle
      let y = right[place] - middle
      product &+= x &* y
      leftSquares &+= x &* x
      rightSquares &+= y &* y
    }
    guard leftSquares > 0, rightSquares > 0 else { return 0 }
    return Double(product) / (Double(leftSquares) * Double(rightSquares)).squareRoot()
  }

  /// The rank correlation of two lists of values, from -1 to 1.
  public static func of(_ left: [Int], _ right: [Int]) -> Double {
    let count = min(left.count, right.count)
    return ofRanks(doubledRanks(Array(left.prefix(count))), doubledRanks(Array(right.prefix(count))))
  }
}
