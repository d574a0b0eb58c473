import GitStore
import Testing

@Suite struct ObjectIDTests {
  private let digits = "0123456789abcdef0123456789abcdef01234567"

  @Test func readsAndPrintsItsDigits() throws {
    let id = try #require(ObjectID(hex: digits))
    #expect(id.description == digits)
    #expect(ObjectID(hex: digits.uppercased()) == id)
    #expect(id.abbreviated() == "01234567")
  }

  @Test(arguments: [
    "", "0123", "g123456789abcdef0123456789abcdef01234567", "0123456789abcdef0123456789abcdef012345678",
  ])
  func refusesWhatIsNoName(_ text: String) {
    #expect(ObjectID(hex: text) == nil)
  }

  @Test func isOrderedAsItsDigits() throws {
    let names = [
      "0000000000000000000000000000000000000001", digits, "ffffffffffffffffffffffffffffffffffffffff",
    ]
    let ids = names.compactMap { ObjectID(hex: $0) }
    #expect(ids.reversed().sorted().map(\.description) == names)
  }
}
