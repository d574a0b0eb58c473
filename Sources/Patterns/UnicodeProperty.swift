/// The names that ECMA-262 gives to Unicode's properties, as PCRE2 spells them.
enum UnicodeProperty {
  /// Returns PCRE2's name for `\p{name}` or `\p{name=value}`, or nil where ECMA-262 has none.
  static func pcreName(_ name: String, value: String?) -> String? {
    switch (name, value) {
    case ("General_Category", let value?), ("gc", let value?): categories[value]
    case ("Script", let value?), ("sc", let value?): value.isEmpty ? nil : "sc:\(value)"
    case ("Script_Extensions", let value?), ("scx", let value?): value.isEmpty ? nil : "scx:\(value)"
    case (_, nil): categories[name] ?? (binaries.contains(name) ? name : nil)
    default: nil
    }
  }

  private static let categories: [String: String] = {
    var names: [String: String] = [:]
    for (short, others) in categoryNames {
      // "L&" is how PCRE2 spells the cased letters.
      let target = short == "LC" ? "L&" : short
      names[short] = target
      for other in others { names[other] = target }
    }
    return names
  }()

  private static let categoryNames: [(String, [String])] = [
    ("L", ["Letter"]), ("LC", ["Cased_Letter"]), ("Lu", ["Uppercase_Letter"]), ("Ll", ["Lowercase_Letter"]),
    ("Lt", ["Titlecase_Letter"]), ("Lm", ["Modifier_Letter"]), ("Lo", ["Other_Letter"]),
    ("M", ["Mark", "Combining_Mark"]), ("Mn", ["Nonspacing_Mark"]), ("Mc", ["Spacing_Mark"]),
    ("Me", ["Enclosing_Mark"]), ("N", ["Number"]), ("Nd", ["Decimal_Number", "digit"]),
    ("Nl", ["Letter_Number"]), ("No", ["Other_Number"]), ("P", ["Punctuation", "punct"]),
    ("Pc", ["Connector_Punctuation"]), ("Pd", ["Dash_Punctuation"]), ("Ps", ["Open_Punctuation"]),
    ("Pe", ["Close_Punctuation"]), ("Pi", ["Initial_Punctuation"]), ("Pf", ["Final_Punctuation"]),
    ("Po", ["Other_Punctuation"]), ("S", ["Symbol"]), ("Sm", ["Math_Symbol"]), ("Sc", ["Currency_Symbol"]),
    ("Sk", ["Modifier_Symbol"]), ("So", ["Other_Symbol"]), ("Z", ["Separator"]), ("Zs", ["Space_Separator"]),
    ("Zl", ["Line_Separator"]), ("Zp", ["Paragraph_Separator"]), ("C", ["Other"]),
    ("Cc", ["Control", "cntrl"]),
    ("Cf", ["Format"]), ("Cs", ["Surrogate"]), ("Co", ["Private_Use"]), ("Cn", ["Unassigned"]),
  ]

  private static let binaries: Set<String> = [
    "ASCII", "ASCII_Hex_Digit", "AHex", "Alphabetic", "Alpha", "Any", "Assigned", "Bidi_Control", "Bidi_C",
    "Bidi_Mirrored", "Bidi_M", "Case_Ignorable", "CI", "Cased", "Changes_When_Casefolded", "CWCF",
    "Changes_When_Casemapped", "CWCM", "Changes_When_Lowercased", "CWL", "Changes_When_Titlecased", "CWT",
    "Changes_When_Uppercased", "CWU", "Dash", "Default_Ignorable_Code_Point", "DI", "Deprecated", "Dep",
    "Diacritic", "Dia", "Emoji", "Emoji_Component", "EComp", "Emoji_Modifier", "EMod", "Emoji_Modifier_Base",
    "EBase", "Emoji_Presentation", "EPres", "Extended_Pictographic", "ExtPict", "Extender", "Ext",
    "Grapheme_Base", "Gr_Base", "Grapheme_Extend", "Gr_Ext", "Hex_Digit", "Hex", "IDS_Binary_Operator",
    "IDSB",
    "IDS_Trinary_Operator", "IDST", "ID_Continue", "IDC", "ID_Start", "IDS", "Ideographic", "Ideo",
    "Join_Control", "Join_C", "Logical_Order_Exception", "LOE", "Lowercase", "Lower", "Math",
    "Noncharacter_Code_Point", "NChar", "Pattern_Syntax", "Pat_Syn", "Pattern_White_Space", "Pat_WS",
    "Quotation_Mark", "QMark", "Radical", "Regional_Indicator", "RI", "Sentence_Terminal", "STerm",
    "Soft_Dotted", "SD", "Terminal_Punctuation", "Term", "Unified_Ideograph", "UIdeo", "Uppercase", "Upper",
    "Variation_Selector", "VS", "White_Space", "space", "XID_Continue", "XIDC", "XID_Start", "XIDS",
  ]
}
