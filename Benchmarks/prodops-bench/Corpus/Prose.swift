/// Made-up sentences of about the length that is asked for, with the letters and escapes that real ones have.
enum Prose {
  static func text(_ length: Int, about name: String, _ random: inout SplitMix64) -> String {
    var text = ""
    var size = 0
    while size < length {
      let sentence = self.sentence(about: name, &random)
      if size + sentence.utf8.count > length + 30, size > 0 { break }
      if size > 0 {
        let gap = size > 200 && random.chance(15) ? "\n\n" : " "
        text += gap
        size += gap.utf8.count
      }
      text += sentence
      size += sentence.utf8.count
    }
    return text
  }

  static func sentence(about name: String, _ random: inout SplitMix64) -> String {
    let who = random.pick(Words.who)
    let object = random.pick(Words.objects)
    let when = random.pick(Words.when)
    let place = random.pick(Words.places)
    switch random.below(16) {
    case 0: return "\(capital(who)) told us \(when) that \(object) take too many steps in \(name)."
    case 1: return "In \(place), \(who) still handle \(object) by hand."
    case 2: return "We looked at \(object) \(when); what we saw is in the linked draft."
    case 3: return "The numbers for \(place) come a day later — compare whole weeks only."
    case 4: return "\(capital(who)) call this “the long way round”, and they are right."
    case 5: return "Nothing here changes \(object) for customers in \(place)."
    case 6: return "Ask \(who) before you touch \(object): they depend on the present order."
    case 7: return "The wording \"\(object), explained\" worked better than anything shorter."
    case 8:
      return "Between \(random.pick(2...9)) and \(random.pick(10...40)) cases a week come from \(place)."
    case 9: return "It began as a note from \(who) about \(object) and grew \(when)."
    case 10: return "What we learn here is written up for \(who), with the limits of what we know."
    case 11: return "The old export lands in \\\\share\\\(random.pick(Words.tags)) and is read by \(who)."
    case 12: return "Cost stays below \(random.pick(2...90)) € a month even if \(object) double."
    case 13: return "\(capital(who)) get a summary \(when); questions go to the channel."
    case 14: return "Latency of ≤ \(random.pick(80...400)) ms is enough for \(object) in \(name)."
    default: return "Two rounds with \(who) in \(place) led to the present form."
    }
  }

  static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
