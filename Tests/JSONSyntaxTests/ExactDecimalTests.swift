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

  @Test(arguments: [
    ("0.1", "0.2", "0.3"), ("0.6", "0.5", "1.1"), ("1", "-1", "0"), ("-0.5", "0.25", "-0.25"),
    ("0.25", "-0.5", "-0.25"),
    ("999.99", "0.01", "1000"), ("-1", "-2", "-3"), ("0", "7", "7"),
    ("9007199254740993", "1e-3", "9007199254740993.001"),
    ("1000", "-0.001", "999.999"), ("1e1000", "0", "1e1000"),
  ])
  func sumsAreExact(_ left: String, _ right: String, _ sum: String) throws {
    #expect(try decimal(left) + decimal(right) == decimal(sum))
    #expect(try decimal(right) + decimal(left) == decimal(sum))
    #expect(try decimal(sum) - decimal(right) == decimal(left))
  }

  @Test func sumsOfNumbersVeryFarApartStaySmall() throws {
    #expect(try decimal("1e10000000") + decimal("1e-10000000") == decimal("1e10000000"))
    #expect(try decimal("-1e-10000000") + decimal("2") == decimal("2"))
  }
}
