import Diagnostics
import JSONSyntax
import Testing

@Suite struct EditTests {
  let text = "{\n  \"a\": 1,   // keep\n  \"b\": [1,  2],\n  \"c\": {}\n}\n"
  var document: JSONDocument { JSONDocument.parse(Array(text.utf8), dialect: .withComments) }

  func applying(_ edit: TextEdit) -> String {
    String(decoding: JSONDocument.applying([edit], to: Array(text.utf8)), as: UTF8.self)
  }

  @Test func aValueIsReplacedAndNothingElse() throws {
    let value = try #require(document.root?["a"])
    #expect(
      applying(document.replacing(value, by: Array("42".utf8))) == text.replacing("1,   //", with: "42,   //")
    )
  }

  @Test func aMemberGoesWithItsComma() throws {
    let last = try #require(document.root?.member(named: "c"))
    #expect(applying(document.removing(last)) == "{\n  \"a\": 1,   // keep\n  \"b\": [1,  2]\n}\n")
    let middle = try #require(document.root?.member(named: "b"))
    #expect(applying(document.removing(middle)) == "{\n  \"a\": 1,   // keep\n  \"c\": {}\n}\n")
  }

  @Test func membersAndItemsAreAddedInTheStyleOfTheirNeighbours() throws {
    let root = try #require(document.root)
    #expect(
      applying(document.inserting("d", Array("true".utf8), into: root)).hasSuffix(
        "\"c\": {},\n  \"d\": true\n}\n"))
    let list = try #require(root["b"])
    #expect(applying(document.inserting(Array("3".utf8), into: list)).contains("[1,  2, 3]"))
    let empty = try #require(root["c"])
    #expect(
      applying(document.inserting("x", Array("1".utf8), into: empty)).contains("\"c\": {\n    \"x\": 1\n  }"))
  }
}
