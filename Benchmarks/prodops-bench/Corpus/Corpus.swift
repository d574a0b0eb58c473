import CivilDates

/// A made-up company: products of 200 definitions each, drawn from a seed, consistent as of 2026-01-15.
///
/// What a count leaves over after whole products are ideas of the last product, which nothing refers to.
struct Corpus {
  static let definitionsPerProduct = 200
  static let smallest = 200
  static let largest = 90_000
  /// The mean size of a file, in bytes.
  static let meanSize = 1708
  static let today = day(2026, 1, 15)

  /// One file.
  struct Definition {
    var kind: String
    var id: String
    var bytes: [UInt8]
  }

  let count: Int
  var random: SplitMix64
  var definitions: [Definition] = []
  /// By how many bytes the files so far exceed their mean.
  var excess = 0
  var nextRank = 1
  var people = 0
  var products: [Product] = []

  init(count: Int, seed: UInt64) {
    self.count = count
    random = SplitMix64(seed: seed)
  }

  var bytes: Int { definitions.reduce(0) { $0 + $1.bytes.count } }

  mutating func build() {
    definitions.reserveCapacity(count)
    let whole = count / Self.definitionsPerProduct
    for index in 0..<whole {
      var product = Product(index: index)
      addTeams(&product)
      planMetrics(&product)
      addTools(&product)
      addProcesses(&product)
      addMetrics(product)
      addPlans(&product)
      planInitiatives(
        &product, spareIdeas: index == whole - 1 ? count - whole * Self.definitionsPerProduct : 0)
      addExperiments(&product)
      addStudies(&product)
      addInsights(&product)
      addInitiatives(&product)
      addLaunches(&product)
      products.append(product)
    }
  }

  /// Writes every definition into the folder of its kind, 250 to a folder, and `prodops.json` beside them.
  func write(to folder: String) throws {
    var written: [String: Int] = [:]
    for definition in definitions {
      let number = written[definition.kind, default: 0]
      written[definition.kind] = number + 1
      let shelf = number / 250
      let inner = "\(folder)/\(Self.folder(definition.kind))/\(shelf < 10 ? "0" : "")\(shelf)"
      if number % 250 == 0 { try Files.makeFolder(inner) }
      try Files.write(definition.bytes, to: "\(inner)/\(definition.id).json")
    }
    try Files.write(ItemWriter.file(Self.configuration), to: "\(folder)/prodops.json")
  }

  static func folder(_ kind: String) -> String {
    switch kind {
    case "launch", "process": kind + "es"
    case "study": "studies"
    default: kind + "s"
    }
  }

  static let configuration: Item = [
    "version": 1,
    "title": "Ten thousand definitions",
    "timezone": "Europe/Lisbon",
    "currency": "EUR",
    "rates": ["GBP": .number("1.15"), "USD": .number("0.92")],
    "calendar": [
      "workingDays": ["monday", "tuesday", "wednesday", "thursday", "friday"],
      "holidays": [
        ["date": "2026-12-25", "title": "Christmas"], ["date": "2027-01-01", "title": "New Year"],
      ],
      "freezes": [["from": "2026-12-19", "to": "2026-12-30", "title": "Year's end"]],
    ],
  ]
}

/// A product and what its definitions say of each other.
struct Product {
  let index: Int
  /// Its name for people, such as "mobile checkout".
  let name: String
  /// Its name for machines, such as "checkout-mobile".
  let id: String
  var teams: [Team] = []
  var tools: [String] = []
  var metrics: [Metric] = []
  var plans: [Plan] = []
  var processes: [String] = []
  var initiatives: [Initiative] = []
  var experiments: [Experiment] = []
  var studies: [Study] = []
  var insights: [Insight] = []
  /// How many definitions each person owns.
  var load: [String: Int] = [:]

  init(index: Int) {
    self.index = index
    let domain = Words.domains[index % Words.domains.count]
    let round = index / Words.domains.count
    let line = Words.lines[(round + index) % Words.lines.count]
    name = "\(line) \(domain)"
    id = "\(Words.slug(domain))-\(line)"
  }

  /// The teams that build; the others sell, explain and help.
  var builders: ArraySlice<Team> { teams.prefix(5) }
  var others: ArraySlice<Team> { teams.suffix(3) }

  struct Team {
    var id: String
    var name: String
    var members: [String]
    var lead: String { "@\(members[0])" }
  }

  struct Metric {
    var id: String
    var title: String
    var isProportion: Bool
    var direction: String
    /// The baseline in ten-thousandths.
    var baseline: Int
    var stddev: Int
    var dailyUnits: Int
  }

  struct Plan {
    var id: String
    var objectives: [String]
  }

  struct Initiative {
    enum Phase: Int { case launched, ready, inProgress, committed, candidate, idea, paused, cancelled }
    var id: String
    var title: String
    var phase: Phase
    var team: Int
    var start: Day
    /// The last day of its target.
    var target: Day
    var owner: String
    var launch: Day?
  }

  struct Experiment {
    var id: String
    var isShipped: Bool
    var isConcluded: Bool
    var isRollout: Bool
  }

  struct Study {
    var id: String
    var isPublished: Bool
    var isOld: Bool
    var completed: Int
  }

  struct Insight {
    var id: String
    var isOld: Bool
  }
}

func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
  Day(year: year, month: month, day: day) ?? .first
}

extension Day {
  /// This day, or the next Monday where it falls on a weekend.
  var working: Day { weekday > 5 ? advanced(by: 8 - weekday) : self }
  var item: Item { .string(description) }
  /// The month that it lies in.
  var month: String { String(description.prefix(7)) }
  var endOfMonth: Day {
    let (year, month, day) = civil
    return advanced(by: Day.daysInMonth(year: year, month: month) - day)
  }
}
