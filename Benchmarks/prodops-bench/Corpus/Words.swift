/// What the corpus is made of.
enum Words {
  static let domains = [
    "checkout", "search", "catalogue", "payments", "returns", "delivery", "accounts", "loyalty", "reviews",
    "recommendations", "messaging", "notifications", "billing", "invoicing", "onboarding", "identity",
    "reporting", "analytics", "bookings", "calendars", "maps", "pricing", "promotions", "gift cards",
    "subscriptions", "warehouse", "procurement", "suppliers", "support desk", "knowledge base", "mobile app",
    "storefront", "marketplace", "partner portal", "insurance", "lending", "wallets", "payouts", "tax",
    "compliance",
  ]
  static let lines = [
    "core", "retail", "business", "travel", "family", "student", "nordic", "iberian", "baltic", "alpine",
    "atlantic", "premium",
  ]
  static let first = [
    "ana", "ben", "carla", "dana", "elif", "femi", "gita", "hugo", "ines", "jonas", "kaya", "lena", "mateo",
    "nadia", "omar", "paula", "quentin", "rosa", "samir", "tove", "ugo", "vera", "wim", "xenia", "yusuf",
    "zoe", "aiko", "bruno", "celia", "dario", "edda", "farid", "greta", "hana", "ivo", "juna", "karim",
    "liv", "milo", "noor", "olga", "pavel", "ravi", "sofia", "timo", "uma", "viktor", "wanda", "yara",
    "zeno",
  ]
  static let last = [
    "abreu", "bakker", "costa", "diaz", "egede", "fischer", "garcia", "haddad", "ito", "jensen", "kaur",
    "lindt", "moreau", "novak", "okafor", "pereira", "quist", "rossi", "silva", "tanaka", "ulrich", "varga",
    "weber", "xu", "yilmaz", "zimmer", "almeida", "berg", "chen", "duarte", "engel", "ferro", "gruber",
    "holm", "ivanov", "jansen", "koch", "lopes", "meyer", "nunes", "olsen", "petit", "ramos", "sato",
    "teixeira", "urban", "vidal", "wolf", "yamada", "zola",
  ]
  /// How some of the names are written in full.
  static let accents = [
    "elif": "Elif", "ines": "Inês", "jonas": "Jónas", "zoe": "Zoë", "celia": "Célia", "sofia": "Sofía",
    "diaz": "Díaz", "garcia": "García", "yilmaz": "Yılmaz", "moreau": "Moréau", "almeida": "Almêida",
  ]
  static let verbs = [
    "Simplify", "Speed up", "Rebuild", "Localise", "Automate", "Explain", "Personalise", "Merge", "Open up",
    "Redesign", "Translate", "Prefill", "Track", "Group", "Schedule", "Share", "Confirm", "Preview",
    "Archive", "Compare", "Secure", "Price", "Rank", "Restore",
  ]
  static let objects = [
    "guest orders", "saved carts", "refund requests", "delivery windows", "address books", "price alerts",
    "order histories", "stock levels", "product photos", "size guides", "wish lists", "gift notes",
    "coupon codes", "invoice copies", "card updates", "trial periods", "team seats", "access requests",
    "import files", "weekly summaries", "search filters", "saved searches", "result pages", "help articles",
    "chat hand-overs", "open tickets", "return labels", "pickup points", "store hours", "loyalty points",
    "referral links", "welcome mails", "sign-in codes", "device lists", "consent screens", "data exports",
    "audit trails", "payout runs", "exchange rates", "tax receipts",
  ]
  static let who = [
    "guests", "new customers", "the support team", "sales in the south", "long-time customers",
    "accountants", "small shops", "people on slow phones", "warehouse staff", "first-time buyers",
    "the evening shift", "partners", "keyboard users", "people who use a screen reader",
  ]
  static let when = [
    "last spring", "in three interviews", "every other week", "after the summer release",
    "during the pilot", "at the quarterly review", "before the move", "in the first week",
  ]
  static let places = [
    "Lisboa", "Zürich", "Århus", "Kraków", "São Paulo", "Malmö", "Bilbao", "Gdańsk", "Genève", "Lyon",
    "Tromsø", "Reykjavík", "Cork", "Ghent",
  ]
  static let tags = [
    "mobile", "desktop", "b2b", "regulated", "growth", "retention", "quality", "onboarding", "self-service",
    "accessibility", "privacy", "performance",
  ]

  static func slug(_ text: String) -> String {
    String(decoding: text.lowercased().utf8.map { $0 == 0x20 ? 0x2D : $0 }, as: UTF8.self)
  }

  /// The handle and the full name of the person with a number.
  static func person(_ number: Int) -> (handle: String, name: String) {
    let first = first[number % first.count]
    let round = number / Self.first.count
    let last = last[(round + number) % last.count]
    let turn = round / Self.last.count
    let name = [first, last].map { accents[$0] ?? Prose.capital($0) }.joined(separator: " ")
    return ("\(first).\(last)" + (turn > 0 ? "\(turn + 1)" : ""), name)
  }
}
