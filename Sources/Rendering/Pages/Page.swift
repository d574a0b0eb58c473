internal import ChangeHistory
internal import Diffing

/// A page for people: what it says, in words, without the markup of any format.
struct Page: Sendable {
  /// The heading.
  var title = ""
  /// The time that it tells of, as ` from 2025-10-01 to 2025-12-31`; empty where no days were asked for.
  var period = ""
  /// What stands small above the heading.
  var eyebrow = ""
  /// The sentence that a hurried reader reads.
  var lead = ""
  /// The sentences of small print below it.
  var notes: [String] = []
  /// The few numbers that stand out.
  var facts: [Fact] = []
  var sections: [Section] = []
  /// Sentences at the end.
  var footing: [Line] = []
  /// The address of a commit, with `{commit}` in it.
  var commitLink: String?

  /// A number with what it counts.
  struct Fact: Sendable {
    let count: Int
    let label: String
    var isBad = false
  }

  struct Section: Sendable {
    /// A name for links: letters and dashes of our own.
    let name: String
    let title: String
    /// How many things it tells of.
    var count = 0
    /// A sentence that says how to read it.
    var note: String?
    var blocks: [Block] = []
    /// Whether it is put out of the way where a format can do that.
    var isFolded = false
  }

  enum Block: Sendable {
    case heading(String)
    case paragraph(Line)
    case list([Line])
    case stories([Story])
    case table(Table)
    case picture(Picture)
  }

  /// What is told of one thing.
  struct Story: Sendable {
    let subject: Change.Subject
    /// In a word or two, where it stands.
    var state: String?
    var lines: [Line]

    /// What is told of one thing; who did several things in a row is said once, after the last of them.
    init(subject: Change.Subject, state: String? = nil, lines: [Line]) {
      self.subject = subject
      self.state = state
      self.lines = lines
      for (index, next) in lines.dropFirst().enumerated() {
        guard let trace = lines[index].trace, let other = next.trace else { continue }
        if trace.step === other.step, trace.times == other.times { self.lines[index].trace = nil }
      }
    }
  }

  struct Table: Sendable {
    struct Column: Sendable {
      let title: String
      var isNumber = false
      /// Whether its texts are too short to be broken.
      var isShort = false
    }
    let columns: [Column]
    let rows: [[Line]]
  }

  /// A sentence, or a part of one.
  struct Line: Sendable {
    var parts: [Inline]
    var weight: ChangeClass?
    /// Why it is told, or what it follows from: clauses.
    var why: [String] = []
    /// Who did it, and when.
    var trace: Trace?

    init(_ parts: [Inline], weight: ChangeClass? = nil, why: [String] = [], trace: Trace? = nil) {
      self.parts = parts
      self.weight = weight
      self.why = why
      self.trace = trace
    }

    init(_ text: String) { self.init([.text(text)]) }
  }

  enum Inline: Sendable {
    case text(String)
    case strong(String)
    /// A definition by its title and name.
    case subject(Change.Subject)
    case code(String)
    case commit(String)
    case lineBreak
  }

  /// Who made a change, and when.
  struct Trace: Sendable {
    let step: StepReference
    /// How often it was touched.
    let times: Int
  }
}

/// More rows of one section are counted and not shown.
enum PageLimits {
  /// Rows of a list or a table.
  static let rows = 60
  /// Rows before the rest is folded away where a format can do that.
  static let unfolded = 8
  /// Rows in a fold.
  static let folded = 200
}
