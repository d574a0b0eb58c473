extension PlanFacts {
  /// An initiative by its id.
  public func initiative(_ id: String) -> InitiativeFacts? {
    let place = place(of: id)
    return place < initiatives.count && initiatives[place].id == id ? initiatives[place] : nil
  }

  /// Where an initiative stands, or would stand, by its id.
  func place(of id: String) -> Int { initiatives.partitioningIndex { $0.id >= id } }

  /// The same facts with the ids that initiatives have got since, by old id: a new name moves nothing.
  func renamed(by names: [String: String]) -> PlanFacts {
    guard !names.isEmpty else { return self }
    var facts = self
    facts.lock?.order = (lock?.order ?? []).map { text in
      if let new = names[text] { return new }
      let entry = ScheduleLock.Entry(text)
      return names[entry.initiative].map { ScheduleLock.Entry(initiative: $0, team: entry.team).text } ?? text
    }
    // What has a new id and is there under it already is another initiative.
    let names = names.filter { initiative($0.key) != nil && initiative($0.value) == nil }
    guard !names.isEmpty else { return facts }
    for index in facts.initiatives.indices {
      if let new = names[facts.initiatives[index].id] { facts.initiatives[index].id = new }
      for place in facts.initiatives[index].dependencies.indices {
        if let new = names[facts.initiatives[index].dependencies[place].on] {
          facts.initiatives[index].dependencies[place].on = new
        }
      }
    }
    facts.initiatives.sort { $0.id < $1.id }
    return facts
  }
}
