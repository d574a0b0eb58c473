/// Decodes orders into days, over and over: what `SerialScheduler` does, without reasons and without reserving memory.
///
/// The spans are exactly those of `SerialScheduler` for the same problem. The days of a decoded order stay readable until
/// the next one is decoded. One decoder serves one task; another task makes its own.
public struct FastDecoder: ~Copyable {
  /// How many activities the problem has.
  public let activityCount: Int
  /// How many parts all activities have together.
  public let partCount: Int
  /// The day by which everything has to have ended.
  public let days: Int

  // Activities; those of one list follow one another, from `first[n]` to before `first[n + 1]`.
  let firstPart: Row<Int>
  let firstWait: Row<Int>
  var earliest: Row<Int>
  let isFixed: Row<Bool>
  let hasFixed: Bool
  var fixedDay: Row<Int>
  /// Where the bound of a start is found in `times`, and the days to be added.
  let waitSource: Row<Int>
  let waitLag: Row<Int>
  /// The activities whose ends wait for the end of another one, and the days to be added.
  let firstHeld: Row<Int>
  let held: Row<Int>
  let heldLag: Row<Int>
  let hasHeld: Bool
  /// Of how many parts and ends something is lacking at the beginning, and now.
  let firstOpen: Row<Int>
  var open: Row<Int>
  /// What can never be placed, and what cannot in the order at hand.
  let isHopeless: Row<Bool>
  var isLost: Row<Bool>
  /// The day after the last one of each activity, as far as it is placed.
  var lastEnd: Row<Int>

  // Parts
  let owner: Row<Int>
  let ownWork: Row<Int>
  let ownLength: Row<Int>
  var work: Row<Int>
  var length: Row<Int>
  var hasOwnWork = true
  /// The first day of each part of fixed activities.
  var fixedPartDay: Row<Int>
  /// The pace, -1 for none.
  let pace: Row<Int>
  /// The last day from which on there are enough units at all.
  let staffedUntil: Row<Int>
  /// Whether on some days there are fewer units than it needs.
  let isScarce: Row<Bool>
  let firstWord: Row<Int>
  let wordStart: Row<Int>
  let wordDemand: Row<UInt64>
  let firstDemand: Row<Int>
  let demandResource: Row<Int>
  let demandLane: Row<UInt64>
  var partStart: Row<Int>
  var partEnd: Row<Int>

  // Days
  let guards: UInt64
  let laneWidth: UInt64
  let wordCount: Int
  let resourceCount: Int
  let resourceColumn: Row<Int>
  let resourceMask: Row<UInt64>
  let capacity: Row<UInt64>
  var free: Row<UInt64>
  var touched = 0
  let paceSum: Row<Int>
  let nextWorkday: Row<Int>

  /// The start and the end of each activity, one after the other; -1 where no part of it is placed, and where it has no
  /// end.
  var times: Row<Int>
  var isTraced = false
  var trace: Trace

  /// A decoder of orders of the problem's activities.
  public init(_ problem: SchedulingProblem) {
    let problem = problem.bounded()
    let layout = DecoderLayout(problem)
    activityCount = problem.activities.count
    partCount = layout.owner.count
    days = problem.days
    firstPart = Row(layout.firstPart)
    firstWait = Row(layout.firstWait)
    earliest = Row(problem.activities.map(\.earliest))
    isFixed = Row(problem.activities.map { $0.fixed != nil })
    hasFixed = problem.activities.contains { $0.fixed != nil }
    waitSource = Row(layout.waitSource)
    waitLag = Row(layout.waitLag)
    firstHeld = Row(layout.firstHeld)
    held = Row(layout.held)
    heldLag = Row(layout.heldLag)
    hasHeld = !layout.held.isEmpty
    firstOpen = Row(layout.open)
    open = Row(layout.open)
    isHopeless = Row(layout.isHopeless)
    isLost = Row(layout.isHopeless)
    lastEnd = Row(repeating: -1, count: activityCount)
    owner = Row(layout.owner)
    ownWork = Row(layout.work)
    ownLength = Row(layout.work.map(FastDecoder.length))
    work = Row(layout.work)
    length = Row(layout.work.map(FastDecoder.length))
    fixedPartDay = Row(layout.fixedPartDay)
    fixedDay = Row(problem.activities.map { $0.fixed ?? -1 })
    pace = Row(layout.pace)
    staffedUntil = Row(layout.staffedUntil)
    isScarce = Row(layout.isScarce)
    firstWord = Row(layout.firstWord)
    wordStart = Row(layout.wordStart)
    wordDemand = Row(layout.wordDemand)
    firstDemand = Row(layout.firstDemand)
    demandResource = Row(layout.demandResource)
    demandLane = Row(layout.demandLane)
    partStart = Row(repeating: -1, count: partCount)
    partEnd = Row(repeating: -1, count: partCount)
    guards = layout.words.guards
    laneWidth = layout.words.width
    wordCount = layout.words.words
    resourceColumn = Row(layout.words.word.map { $0 * problem.days })
    let lane: UInt64 = (1 << layout.words.width) - 1
    resourceMask = Row(layout.words.shift.map { lane << $0 })
    capacity = Row(layout.capacity)
    free = Row(layout.capacity)
    paceSum = Row(layout.paceSum)
    nextWorkday = Row(layout.nextWorkday)
    times = Row(repeating: -1, count: 2 * activityCount)
    trace = Trace(resources: 0, parts: 0, days: 0, activities: 0)
    resourceCount = problem.resources.count
  }

  /// The positions of an activity's parts in the list of all parts.
  public func parts(of activity: Int) -> Range<Int> {
    guard (0..<activityCount).contains(activity) else { return 0..<0 }
    return firstPart[activity]..<firstPart[activity + 1]
  }

  /// The activity that a part belongs to.
  public func activity(of part: Int) -> Int { (0..<partCount).contains(part) ? owner[part] : -1 }

  /// Places the parts in `order`, named by their numbers, fixed activities first; a part that comes before what it waits
  /// for is not placed, nor is one that `order` leaves out.
  ///
  /// `works` stands for the works of all parts by number; where it is shorter, the rest is the problem's own. With
  /// `tracing`, `cause` tells afterwards what each part waited for.
  public mutating func decode(_ order: [Int], works: [Int]? = nil, tracing: Bool = false) {
    take(works)
    isTraced = tracing
    if tracing { startTrace() }
    clear()
    if hasFixed {
      for part in order where UInt(bitPattern: part) < UInt(partCount) && isFixed[owner[part]] {
        placeFixed(owner[part])
      }
    }
    for part in order where UInt(bitPattern: part) < UInt(partCount) && !isFixed[owner[part]] {
      place(part)
    }
  }

  /// From when until when an activity was placed; nil where it was not, or not as a whole.
  public func span(of activity: Int) -> Span? {
    guard (0..<activityCount).contains(activity), times[2 * activity + 1] >= 0 else { return nil }
    return Span(start: times[2 * activity], end: times[2 * activity + 1])
  }

  /// The first day of an activity; -1 where it was not placed, or not as a whole.
  public func start(of activity: Int) -> Int { span(of: activity)?.start ?? -1 }

  /// The day after the last one of an activity; -1 where it was not placed, or not as a whole.
  public func end(of activity: Int) -> Int {
    (0..<activityCount).contains(activity) ? times[2 * activity + 1] : -1
  }

  /// From when until when a part was placed; nil where it was not.
  public func span(ofPart part: Int) -> Span? {
    guard (0..<partCount).contains(part), partStart[part] >= 0 else { return nil }
    return Span(start: partStart[part], end: partEnd[part])
  }

  /// The part that decides when an activity ends: the one of its own that ends last, or that of the activity which holds
  /// its end back; -1 where it has no end, or `decode` did not trace.
  public func lastPart(of activity: Int) -> Int {
    isTraced && end(of: activity) >= 0 ? trace.lastPart[activity] : -1
  }

  /// The part that a part waited for: the one that decides what its activity waits for, or the one that had the resource
  /// that was lacking until it was free; -1 where there is none, or `decode` did not trace.
  ///
  /// Causes come before what they hold back, so that the chain of causes from any part ends.
  public func cause(ofPart part: Int) -> Int {
    isTraced && (0..<partCount).contains(part) && partStart[part] >= 0 ? trace.cause[part] : -1
  }

  /// The day after the last one on which anything is done.
  public var makespan: Int {
    var last = 0
    for activity in 0..<activityCount { last = max(last, times[2 * activity + 1]) }
    return last
  }

  static func length(_ work: Int) -> Int { (work + (Pace.full - 1)) / Pace.full }

  private mutating func take(_ works: [Int]?) {
    guard let works else {
      guard !hasOwnWork else { return }
      work.take(0..<partCount, from: ownWork)
      length.take(0..<partCount, from: ownLength)
      hasOwnWork = true
      return
    }
    let given = min(works.count, partCount)
    if !hasOwnWork, given < partCount {
      work.take(given..<partCount, from: ownWork)
      length.take(given..<partCount, from: ownLength)
    }
    hasOwnWork = false
    for part in 0..<given {
      let bounded = works[part].clamped(to: 0...SchedulingLimits.work)
      work[part] = bounded
      length[part] = FastDecoder.length(bounded)
    }
  }

  /// Frees all resources and forgets all places.
  mutating func clear() {
    let end = min(touched, days)
    for word in 0..<wordCount { free.take(word * days..<word * days + end, from: capacity) }
    touched = 0
    times.fill(-1)
    partStart.fill(-1)
    lastEnd.fill(-1)
    open.take(0..<activityCount, from: firstOpen)
    isLost.take(0..<activityCount, from: isHopeless)
  }
}
