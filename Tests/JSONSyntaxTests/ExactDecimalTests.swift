import JSONSyntax
import Testing

@Suite struct ExactDecimalTests {
  func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(Array(text.utf8))) }

  @Test(arguments: [("1", "1.0"), ("100", "1e2"), ("0.1", "1E-1"), ("-0", "0"), ("12000.50", "12000.5")])
  func equalValuesAreEqualHoweverWritten(_ left: String, _ right: String) throws {
    #expect(try decimal(left) == decimal(right))
  }

  @Test(arguments: [
    ("0.1", "0.2"), ("-2", "-1"), ("-1", "0"), ("9.99", "10"), ("9007199254740992", "9007199254740993"),
    ("1e308", "1e400"),
  ])
  func orderIsExact(_ smaller: String, _ larger: String) throws {
    #expect(try decimal(smaller) < decimal(larger))
    #expect(try !(decimal(larger) < decimal(smaller)))
  }

  @Test func integersAreTakenOnlyWhereTheyFit() throws {
    #expect(try decimal("3.0").integer == 3)
    #expect(try decimal("-9223372036854775808").integer == .min)
    #expect(try decimal("9223372036854775808").integer == nil)
    #expect(try decimal("1e400").integer == nil)
    #expect(try decimal("0.5").integer == nil)
  }

  @Test func everyDigitIsPrinted() throws {
    #expect(try decimal("9007199254740993").description == "9007199254740993")
    #expect(try decimal("12000.50").description == "12000.5")
    #expect(try decimal("0.0015").description == "0.0015")
    #expect(try decimal("1e400").description == "1e+400")
  }
}
