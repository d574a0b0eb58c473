import TestSupport
import Testing

@testable import Rendering

@Suite struct LineDiffTests {
  /// Whatever the two texts, the steps lead from one to the other.
  @Test func stepsLeadFromOneToTheOther() {
    var seed: UInt64 = 42
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    for round in 0..<400 {
      let old = (0..<next(20)).map { _ in next(4) }
      var new = old
      for _ in 0..<next(8) {
        if next(2) == 0 {
          new.insert(next(4), at: next(new.count + 1))
        } else if !new.isEmpty {
          new.remove(at: next(new.count))
        }
      }
      for limit in [0, 1, 400] {
        let steps = LineDiff.steps(old, new, atMost: limit)
        #expect(apply(steps, old, new) == new, "round \(round)")
        #expect(steps.count { $0 != .insert } == old.count)
        #expect(steps.count { $0 != .delete } == new.count)
      }
    }
  }

  @Test func aHunkHasItsLinesAndTheirSurroundings() {
    let before = (1...12).map { "line \($0)\n" }.joined()
    let after = before.replacing("line 6\n", with: "line six\n").replacing("line 12\n", with: "line 12")
    #expect(
      render(before, after) == """
        --- a.json
        +++ a.json (formatted)
        @@ -3,10 +3,10 @@
         line 3
         line 4
         line 5
        -line 6
        +line six
         line 7
         line 8
         line 9
         line 10
         line 11
        -line 12
        +line 12
        \\ No newline at end of file

        """)
    #expect(render(before, before).isEmpty)
    #expect(render("", "a\n").contains("@@ -0,0 +1,1 @@\n+a\n"))
  }

  @Test func linesDoNothingOnATerminal() {
    #expect(
      !render("a\n", "\u{1B}[2J##[command]\r\n").contains { $0 == "\u{1B}" || $0 == "\r" || $0 == "\r\n" })
  }

  private func render(_ before: String, _ after: String) -> String {
    LineDiff.render(
      Array(before.utf8), Array(after.utf8), path: "a.json", style: TextStyle(isColoured: false))
  }

  private func apply(_ steps: [LineDiff.Step], _ old: [Int], _ new: [Int]) -> [Int] {
    var (result, x, y) = ([Int](), 0, 0)
    for step in steps {
      switch step {
      case .equal:
        result.append(old[x])
        (x, y) = (x + 1, y + 1)
      case .delete: x += 1
      case .insert:
        result.append(new[y])
        y += 1
      }
    }
    return result
  }
}
