internal import Diagnostics
internal import Diffing
internal import JSONSyntax
internal import Reporting
internal import Workspaces

/// Values in a few words.
enum ValueWords {
  /// More of a text is cut off in a sentence.
  private static let longest = 80

  /// The value in a few words; nil where it does not fit into a sentence.
  static func brief(_ value: JSONValue, _ meaning: FieldMeaning) -> String? {
    switch value.kind {
    case .string:
      guard let text = value.string else { return nil }
      return switch meaning.sort {
      case .person, .reference, .date, .money, .effort: cut(text)
      case .state: FieldLabels.humanised(cut(text))
      case .prose: nil
      case .plain: isWord(text) ? text : quoted(text)
      }
    case .number: return number(value, meaning)
    case .true: return "yes"
    case .false: return "no"
    case .array: return list(value, meaning)
    case .object: return object(value, meaning)
    default: return nil
    }
  }

  /// Two values of one field as `3 to 5 people`: what they count is said once.
  static func pair(_ before: JSONValue, _ after: JSONValue, _ meaning: FieldMeaning) -> (
    old: String, new: String
  )? {
    guard let new = brief(after, meaning) else { return nil }
    if before.kind == .number, after.kind == .number, meaning.unit != "percent-share",
      let old = before.decimal
    {
      return (grouped(old), new)
    }
    return brief(before, meaning).map { ($0, new) }
  }

  /// A number with commas between groups of three digits.
  private static func grouped(_ decimal: ExactDecimal) -> String {
    guard decimal.magnitude < 18 else { return cut(decimal.description) }
    let parts = decimal.description.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first.flatMap({ Int($0) }), whole != 0 else { return cut(decimal.description) }
    return cut(([Counting.grouped(whole)] + parts.dropFirst().map(String.init)).joined(separator: "."))
  }

  /// `text` in quotes, cut where it is long.
  static func quoted(_ text: String) -> String { "“\(cut(text))”" }

  /// `text`, cut where it is long.
  static func cut(_ text: String) -> String {
    VisibleText.beginning(of: text, atMost: longest)
  }

  /// A whole sentence or two, cut only where somebody wrote an essay.
  static func long(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > 300 else { return text }
    return String(Substring(scalars.prefix(299))) + "…"
  }

  /// `text` with a capital at its beginning.
  static func capitalised(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, first.value >= 0x61, first.value <= 0x7A else { return text }
    return String(Unicode.Scalar(UInt8(first.value & 0xDF)))
      + String(Substring(text.unicodeScalars.dropFirst()))
  }

  /// A share from 0 to 1 as `20 %`.
  static func percent(_ share: ExactDecimal) -> String {
    let percent = ExactDecimal(
      isNegative: share.isNegative, digits: share.digits, exponent: share.exponent + 2)
    return cut(percent.description) + " %"
  }

  /// An amount of money with commas, without its currency.
  static func amount(_ amount: ExactDecimal) -> String { grouped(amount) }

  /// `EUR 12,000`.
  static func yearly(_ cost: YearlyCost) -> String { "\(cut(cost.currency)) \(grouped(cost.amount))" }

  /// Whether a number rose or fell, where it counts something.
  static func direction(_ before: JSONValue, _ after: JSONValue, _ meaning: FieldMeaning) -> String? {
    guard meaning.unit != nil || meaning.sort == .money || meaning.sort == .effort else { return nil }
    guard let old = size(before), let new = size(after), old != new else { return nil }
    return old < new ? "rose" : "fell"
  }

  private static func size(_ value: JSONValue) -> ExactDecimal? {
    value.decimal ?? value["amount"]?.decimal ?? value["likely"]?.decimal
  }

  /// Something written without spaces, such as a version, needs no quotes.
  private static func isWord(_ text: String) -> Bool {
    text.utf8.count <= 40 && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  private static func number(_ value: JSONValue, _ meaning: FieldMeaning) -> String {
    guard let decimal = value.decimal else { return cut(String(decoding: value.text, as: UTF8.self)) }
    if meaning.unit == "percent-share" {
      return percent(decimal)
    }
    let text = grouped(decimal)
    if meaning.sort == .effort { return "\(text) person-\(text == "1" ? "week" : "weeks")" }
    guard let unit = meaning.unit else { return text }
    if unit.hasPrefix("relative") || unit == "percent-share" { return text }
    let noun = FieldPhrase.lowered(FieldLabels.humanised(unit))
    return "\(text) \(text == "1" && noun.hasSuffix("s") ? String(noun.dropLast()) : noun)"
  }

  private static func list(_ value: JSONValue, _ meaning: FieldMeaning) -> String? {
    if value.count == 0 { return "none" }
    let words = value.items.prefix(4).compactMap { brief($0, meaning) }
    guard value.count <= 3, words.count == value.count else { return Counting.words(value.count, "item") }
    return Counting.list(words)
  }

  private static func object(_ value: JSONValue, _ meaning: FieldMeaning) -> String? {
    switch meaning.sort {
    case .money:
      guard let amount = value["amount"]?.decimal, let currency = value["currency"]?.string else {
        return nil
      }
      let rest = value.members.filter { $0.name != "amount" && $0.name != "currency" }
        .compactMap { member in member.value.string.map { "\(member.name) \(cut($0))" } }
      return "\(cut(currency)) \(grouped(amount))"
        + (rest.isEmpty ? "" : " (\(rest.joined(separator: ", ")))")
    case .effort:
      let parts = value.members.compactMap { $0.value.decimal?.description }
      return parts.count == 3 ? cut(parts.joined(separator: " / ")) + " person-weeks" : nil
    default:
      if let name = value["title"]?.string ?? value["id"]?.string ?? value["name"]?.string {
        return quoted(name)
      }
      return nil
    }
  }
}
