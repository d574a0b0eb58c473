/// How far long work is, on one line of standard error that goes away; nothing where that is no terminal.
struct ProgressLine {
  private let noun: String
  private let isShown = Terminal.showsProgress
  private var shown = -1

  /// A line that counts `noun`.
  init(_ noun: String) { self.noun = noun }

  /// Shows that `done` of `all` are done; at most a hundred times.
  mutating func show(_ done: Int, of all: Int) {
    guard isShown, all > 0 else { return }
    let percent = min(done, all) * 100 / all
    guard percent != shown else { return }
    shown = percent
    Output.writeError("\r\(percent) % of \(all) \(noun)")
  }

  /// Says what is being done, where how far it is cannot be told.
  func say(_ text: String) {
    if isShown { Output.writeError("\r\(text) …") }
  }

  /// Takes the line away.
  func clear() {
    if isShown { Output.writeError("\r\u{1B}[2K") }
  }
}
