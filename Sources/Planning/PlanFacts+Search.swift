extension PlanFacts {
  /// An initiative by its id.
  public func initiative(_ id: String) -> InitiativeFacts? {
    let place = place(of: id)
    return place < initiatives.count && initiatives[place].id == id ? initiatives[place] : nil
  }

  /// Where an initiative stands, or would stand, by its id.
  func place(of id: String) -> Int {
    var low = 0
    var high = initiatives.count
    while low < high {
      let middle = (low + high) / 2
      if initiatives[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
