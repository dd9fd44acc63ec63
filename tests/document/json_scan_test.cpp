#include "document/json_scan.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <random>
#include <string>

#include "document/json_value.h"

namespace sito::json {
namespace {

using namespace std::string_view_literals;

std::string reason(std::string_view line) {
  Index index;
  const auto result = scan(line, index);
  return result ? "" : result.error().reason.substr("not valid JSON at "sv.size());
}

// A line, and why it is not valid; an empty reason is none.
struct ScanCase {
  const char* name;
  std::string_view line;
  std::string_view reason;
};

constexpr ScanCase kLines[] = {
    {"EmptyObject", "{}", ""},
    {"SpaceEverywhere", " \t\r\n{ \"a\" :\t[ 1 , { } , [ ] ] , \"b\" : null } \r\n", ""},
    {"EveryKindOfValue", R"({"a":{"b":[]},"c":"","d":-0.5e+10,"e":true,"f":false,"g":null})", ""},
    {"EveryEscape", R"({"\"\\\/\b\f\n\r\t\u00aF":"\"\\\/\b\f\n\r\t\u00aF"})", ""},
    {"SameKeyTwice", R"({"a":1,"a":1})", ""},
    {"EmptyKey", R"({"":1})", ""},
    {"LongNumber", R"({"a":123456789012345678901234567890})", ""},
    {"HugeExponent", R"({"a":[1e999,-1E-999,0e0,-0]})", ""},
    {"LoneSurrogate", R"({"a":["\ud800","\udc00\ud800","\uD800\u0041"]})", ""},
    {"NulEscape", R"({"a":"\u0000"})", ""},
    {"DeleteCharacter", "{\"a\":\"\x7f\"}", ""},
    {"AllLengthsOfUtf8", "{\"a\":\"aя–𝄞\uFFFF\U0010FFFF\"}", ""},

    {"Empty", "", "byte 1: an object was expected"},
    {"OnlySpace", "  ", "byte 3: an object was expected"},
    {"Array", "[{}]", "byte 1: an object was expected"},
    {"String", "\"a\"", "byte 1: an object was expected"},
    {"Number", "1", "byte 1: an object was expected"},
    {"ByteOrderMark", "\xEF\xBB\xBF{}", "byte 1: an object was expected"},
    {"OtherSpaceBefore", "\v{}", "byte 1: an object was expected"},
    {"NoBreakSpaceBehind", "{}\xC2\xA0", "byte 3: something follows the object"},
    {"TwoObjects", "{}{}", "byte 3: something follows the object"},
    {"CommaBehind", "{},", "byte 3: something follows the object"},
    {"BracketBehind", "{}}", "byte 3: something follows the object"},
    {"NulBehind", "{}\0"sv, "byte 3: something follows the object"},

    {"Unfinished", "{", "byte 2: the line ends within the object"},
    {"UnfinishedKey", R"({"a)", "byte 4: the line ends within a string"},
    {"UnfinishedAfterKey", R"({"a")", "byte 5: the line ends within the object"},
    {"UnfinishedAfterColon", R"({"a":)", "byte 6: the line ends within the object"},
    {"UnfinishedAfterValue", R"({"a":1)", "byte 7: the line ends within the object"},
    {"UnfinishedAfterComma", R"({"a":1,)", "byte 8: the line ends within the object"},
    {"UnfinishedArray", R"({"a":[1)", "byte 8: the line ends within the object"},
    {"UnfinishedEscape", R"({"a":"\)", "byte 7: an unknown escape"},
    {"UnfinishedUnicodeEscape", R"({"a":"\u00)", "byte 7: an escape without four hex digits"},
    {"QuoteIsEscaped", R"({"a":"\"})", "byte 10: the line ends within a string"},

    {"MissingKey", R"({:1})", "byte 2: a key in quotes was expected"},
    {"BareKey", R"({a:1})", "byte 2: a key in quotes was expected"},
    {"KeyInApostrophes", R"({'a':1})", "byte 2: a key in quotes was expected"},
    {"NumberAsKey", R"({1:1})", "byte 2: a key in quotes was expected"},
    {"OnlyComma", R"({,})", "byte 2: a key in quotes was expected"},
    {"MissingColon", R"({"a" 1})", "byte 6: a colon was expected"},
    {"TwoColons", R"({"a"::1})", "byte 6: a value was expected"},
    {"CommaForColon", R"({"a",1})", "byte 5: a colon was expected"},
    {"MissingValue", R"({"a":})", "byte 6: a value is missing"},
    {"MissingComma", R"({"a":1 "b":2})", "byte 8: a comma or a closing bracket was expected"},
    {"CommaAtTheEnd", R"({"a":1,})", "byte 8: a comma without a field"},
    {"TwoCommas", R"({"a":1,,"b":2})", "byte 8: a comma without a field"},
    {"ArrayCommaAtTheEnd", R"({"a":[1,]})", "byte 9: a value is missing"},
    {"ArrayTwoCommas", R"({"a":[1,,2]})", "byte 9: a value is missing"},
    {"ArrayCommaFirst", R"({"a":[,1]})", "byte 7: a value is missing"},
    {"ArrayOnlyComma", R"({"a":[,]})", "byte 7: a value is missing"},
    {"ArrayWithColon", R"({"a":["b":1]})", "byte 10: a comma or a closing bracket was expected"},
    {"ArrayClosedAsObject", R"({"a":[1}})", "byte 8: a closing bracket of another kind"},
    {"EmptyArrayClosedAsObject", R"({"a":[}})", "byte 7: a value is missing"},
    {"ObjectClosedAsArray", R"({"a":1])", "byte 7: a closing bracket of another kind"},
    {"InnerObjectClosedAsArray", R"({"a":{"b":1]})", "byte 12: a closing bracket of another kind"},
    {"Comment", R"({"a":1/**/})", "byte 7: a comma or a closing bracket was expected"},

    {"ShortTrue", R"({"a":tru})", "byte 9: an unknown word"},
    {"LongTrue", R"({"a":truee})", "byte 10: a comma or a closing bracket was expected"},
    {"CapitalTrue", R"({"a":True})", "byte 6: a value was expected"},
    {"FalseAtTheEnd", R"({"a":fals)", "byte 10: an unknown word"},
    {"Nil", R"({"a":nil})", "byte 7: an unknown word"},
    {"NotANumber", R"({"a":NaN})", "byte 6: a value was expected"},
    {"Infinity", R"({"a":-Infinity})", "byte 7: a digit was expected"},

    {"LeadingZero", R"({"a":01})", "byte 7: a number with a leading zero"},
    {"NegativeLeadingZero", R"({"a":-01})", "byte 8: a number with a leading zero"},
    {"LeadingPlus", R"({"a":+1})", "byte 6: a value was expected"},
    {"OnlyMinus", R"({"a":-})", "byte 7: a digit was expected"},
    {"TwoMinuses", R"({"a":--1})", "byte 7: a digit was expected"},
    {"LeadingPoint", R"({"a":.5})", "byte 6: a value was expected"},
    {"TrailingPoint", R"({"a":5.})", "byte 8: a digit was expected"},
    {"TwoPoints", R"({"a":1.2.3})", "byte 9: a comma or a closing bracket was expected"},
    {"EmptyExponent", R"({"a":1e})", "byte 8: a digit was expected"},
    {"EmptySignedExponent", R"({"a":1e+})", "byte 9: a digit was expected"},
    {"TwoSignsInExponent", R"({"a":1e+-1})", "byte 9: a digit was expected"},
    {"PointInExponent", R"({"a":1e1.5})", "byte 9: a comma or a closing bracket was expected"},
    {"HexNumber", R"({"a":0x1})", "byte 7: a comma or a closing bracket was expected"},
    {"NumberAtTheEnd", R"({"a":-)", "byte 7: a digit was expected"},

    {"UnknownEscape", R"({"a":"\x41"})", "byte 7: an unknown escape"},
    {"EscapedApostrophe", R"({"a":"\'"})", "byte 7: an unknown escape"},
    {"EscapedCapital", R"({"a":"\N"})", "byte 7: an unknown escape"},
    {"EscapedNul", "{\"a\":\"\\\0\"}"sv, "byte 7: an unknown escape"},
    {"UnknownEscapeInKey", R"({"\a":1})", "byte 3: an unknown escape"},
    {"EscapeOfThreeDigits", R"({"a":"\u123"})", "byte 7: an escape without four hex digits"},
    {"EscapeOfOtherLetters", R"({"a":"\u12g4"})", "byte 7: an escape without four hex digits"},
    {"CapitalU", R"({"a":"\U1234"})", "byte 7: an unknown escape"},
    {"Tab", "{\"a\":\"\t\"}", "byte 7: a control character in a string"},
    {"LineEnd", "{\"a\":\"b\n\"}", "byte 8: a control character in a string"},
    {"Nul", "{\"a\":\"\0\"}"sv, "byte 7: a control character in a string"},
    {"ControlInKey", "{\"\x1f\":1}", "byte 3: a control character in a string"},
    {"LoneContinuation", "{\"a\":\"b\x80\"}", "byte 8: not UTF-8"},
    {"CutSequence", "{\"a\":\"\xD0\"}", "byte 7: not UTF-8"},
    {"CutLongSequence", "{\"a\":\"\xE2\x80\"}", "byte 7: not UTF-8"},
    {"CutByTheEnd", "{\"a\":\"\xD0", "byte 7: not UTF-8"},
    {"Overlong", "{\"a\":\"\xC0\xAF\"}", "byte 7: not UTF-8"},
    {"OverlongThree", "{\"a\":\"\xE0\x80\xAF\"}", "byte 7: not UTF-8"},
    {"SurrogateBytes", "{\"a\":\"\xED\xA0\x80\"}", "byte 7: not UTF-8"},
    {"AboveRange", "{\"a\":\"\xF4\x90\x80\x80\"}", "byte 7: not UTF-8"},
    {"LegacyBytes", "{\"a\":\"\xF1\xE8\xF2\xEE\"}", "byte 7: not UTF-8"},
    {"Utf8OutsideOfStrings", "{\"a\":я}", "byte 6: a value was expected"},
};

class Scan : public testing::TestWithParam<ScanCase> {};
TEST_P(Scan, Says) { EXPECT_EQ(reason(GetParam().line), GetParam().reason); }
INSTANTIATE_TEST_SUITE_P(Lines, Scan, testing::ValuesIn(kLines),
                         [](const auto& row) { return row.param.name; });

TEST(Scan, IsAtMostAThousandDeep) {
  const auto nested = [](std::size_t depth, std::string_view open, std::string_view close) {
    std::string line = R"({"a":)";
    for (std::size_t i = 1; i < depth; ++i) line += open;
    line += '1';
    for (std::size_t i = 1; i < depth; ++i) line += close;
    return line + '}';
  };
  EXPECT_EQ(reason(nested(kMaxDepth, "[", "]")), "");
  EXPECT_EQ(reason(nested(kMaxDepth, R"({"a":)", "}")), "");
  EXPECT_EQ(reason(nested(kMaxDepth + 1, "[", "]")), "byte 1005: nested too deep");
  EXPECT_NE(reason(nested(1'000'000, "[", "]")), "");
}

// What is wrong within a long string is found wherever it stands, and so is the string's end.
TEST(Scan, FindsWhatIsWrongAtEveryPlaceOfALongString) {
  for (std::size_t before = 0; before < 150; ++before) {
    std::string head = R"({"a":")";
    for (std::size_t i = 0; i < before; ++i) head += i % 3 == 0 ? "ы" : i % 3 == 1 ? "a" : "–";
    const std::string at = "byte " + std::to_string(head.size() + 1) + ": ";
    EXPECT_EQ(reason(head + "\"}"), "");
    EXPECT_EQ(reason(head + "\x01\"}"), at + "a control character in a string");
    EXPECT_EQ(reason(head + "\xD0\"}"), at + "not UTF-8");
    EXPECT_EQ(reason(head + "\xE2\x80"), at + "not UTF-8");
    EXPECT_EQ(reason(head), at + "the line ends within a string");
  }
}

// A line, and its fields: begin, <key>, =value and end as offsets drawn by the parts between bars.
TEST(Scan, GivesThePlacesOfFields) {
  constexpr std::string_view kLine = R"( { "te\u0078t" : "a\n" , "n":[1, {"m":2}] , "":"b"} )";
  Index index;
  ASSERT_TRUE(scan(kLine, index));
  std::string drawn;
  for (const auto& field : index.fields) {
    drawn += '|';
    drawn += kLine.substr(field.begin, field.end - field.begin);
    drawn += field.key_escaped ? "~<" : "<";
    drawn += field.key.of(kLine);
    drawn += field.value_escaped ? ">~<" : "><";
    drawn += field.value.of(kLine);
    drawn += '>';
  }
  EXPECT_EQ(drawn, R"(| "te\u0078t" : "a\n" ~<te\u0078t>~<"a\n">)"
                   R"(| "n":[1, {"m":2}] <n><[1, {"m":2}]>)"
                   R"(| "":"b"<><"b">)");
  EXPECT_EQ(index.open, 1U);
  EXPECT_EQ(index.close, kLine.size() - 2);
}

// Lines on which we and simdjson differ, and why we do.
struct DifferenceCase {
  const char* name;
  std::string_view line;
  bool ours;
};
constexpr DifferenceCase kDifferences[] = {
    {"NumbersOfAnySizePass", R"({"a":123456789012345678901234567890})", true},
    {"ExponentsOfAnySizePass", R"({"a":1e999})", true},
    {"LoneSurrogatesPass", R"({"a":"\ud800"})", true},
    {"ALineIsAnObject", "[]", false},
};
class Difference : public testing::TestWithParam<DifferenceCase> {};
TEST_P(Difference, FromSimdjson) {
  simdjson::dom::parser parser;
  const simdjson::padded_string padded(GetParam().line);
  EXPECT_EQ(parser.parse(padded).error() == simdjson::SUCCESS, !GetParam().ours);
  EXPECT_EQ(reason(GetParam().line).empty(), GetParam().ours);
}
INSTANTIATE_TEST_SUITE_P(Lines, Difference, testing::ValuesIn(kDifferences),
                         [](const auto& row) { return row.param.name; });

/// Random JSON, nearly all of it valid, and what is done to make it less so.
class Generator {
 public:
  std::string line() {
    std::string out;
    object(out, 0);
    return out;
  }

  std::string mutated(std::string line) {
    for (std::size_t left = below(4); left > 0; --left) mutate(line);
    return line;
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }
  template <std::size_t N>
  std::string_view one_of(const std::string_view (&choices)[N]) {
    return choices[below(N)];
  }

  void space(std::string& out) {
    constexpr std::string_view kSpaces[] = {"", "", "", "", " ", "\t ", "\r", "\n"};
    out += one_of(kSpaces);
  }

  void string(std::string& out) {
    constexpr std::string_view kPieces[] = {
        "a",   "text", "я",       "слово ",         "–",       "𝄞", "\\n",    "\\\"", "\\\\",
        "\\/", "\x7f", "\\u0456", "\\ud834\\udd1e", "\\u0000", "'", "{}[],:", " ",    "\uFFFF"};
    out += '"';
    for (std::size_t left = below(below(8) == 0 ? 60 : 5); left > 0; --left) out += one_of(kPieces);
    out += '"';
  }

  void object(std::string& out, std::size_t depth) {
    out += '{';
    for (std::size_t left = below(5); left > 0; --left) {
      space(out), string(out), space(out);
      out += ':';
      space(out), value(out, depth + 1), space(out);
      if (left > 1) out += ',';
    }
    out += '}';
  }

  void array(std::string& out, std::size_t depth) {
    out += '[';
    for (std::size_t left = below(4); left > 0; --left) {
      value(out, depth + 1), space(out);
      if (left > 1) out += ',';
    }
    out += ']';
  }

  void value(std::string& out, std::size_t depth) {
    constexpr std::string_view kScalars[] = {"true", "false", "null", "0",     "-1",    "12.50",
                                             "1e5",  "1E-7",  "-0",   "0.0e0", "98765", "-3.25e+2"};
    const std::size_t choice = below(depth > 4 ? 4 : 6);
    if (choice < 2) return string(out);
    if (choice < 4) return void(out += one_of(kScalars));
    return choice == 4 ? array(out, depth) : object(out, depth);
  }

  void mutate(std::string& line) {
    constexpr std::string_view kBytes =
        "{}[],:\"\\ \t\n\x01\x00ue0129+-.tfna\x80\xBF\xC0\xD0\xE0\xE2\xED\xF0\xF4\xFF"sv;
    if (line.empty()) return;
    const std::size_t at = below(line.size());
    switch (below(5)) {
      case 0: line[at] = kBytes[below(kBytes.size())]; return;
      case 1: line.erase(at, 1 + below(3)); return;
      case 2: line.insert(at, 1, kBytes[below(kBytes.size())]); return;
      case 3: line.insert(at, line.substr(at, below(10))); return;
      default: line.resize(at);
    }
  }

  std::mt19937 random_{20240229};
};

/// Whether simdjson may reject a line that we pass: only for what is settled to pass.
bool may_differ(simdjson::error_code error, std::string_view line) {
  if (error == simdjson::NUMBER_ERROR) return true;
  return error == simdjson::STRING_ERROR && has_lone_surrogate(line);
}

void expect_same_fields(std::string_view line, const Index& index, const simdjson::dom::object& object) {
  ASSERT_EQ(index.fields.size(), object.size()) << line;
  std::size_t i = 0;
  for (const auto& [key, value] : object) {
    const Field& field = index.fields[i++];
    EXPECT_TRUE(key_equals(field.key.of(line), key)) << line;
    EXPECT_EQ(field.key_escaped, field.key.of(line).find('\\') != std::string_view::npos) << line;
    if (value.is_string()) {
      EXPECT_EQ(string(field.value.of(line)), std::string(std::string_view(value))) << line;
    }
    if (value.is_array()) {
      EXPECT_EQ(elements(field.value.of(line)).size(), simdjson::dom::array(value).size()) << line;
    }
    if (value.is_object()) {
      EXPECT_EQ(members(field.value.of(line)).size(), simdjson::dom::object(value).size()) << line;
    }
  }
}

TEST(Scan, AgreesWithSimdjson) {
  Generator generator;
  simdjson::dom::parser parser;
  Index index;
  std::size_t valid = 0, invalid = 0;
  for (int round = 0; round < 40'000; ++round) {
    const std::string line = generator.mutated(generator.line());
    const bool ours = scan(line, index).has_value();
    simdjson::dom::element theirs;
    const simdjson::padded_string padded(line);
    const auto error = parser.parse(padded).get(theirs);
    ++(ours ? valid : invalid);
    if (ours && error == simdjson::SUCCESS) {
      ASSERT_NO_FATAL_FAILURE(expect_same_fields(line, index, theirs));
    } else if (ours) {
      ASSERT_TRUE(may_differ(error, line)) << line << "\n" << simdjson::error_message(error);
    } else {
      ASSERT_TRUE(error != simdjson::SUCCESS || !theirs.is_object()) << line << "\n" << reason(line);
    }
  }
  // The mutations leave enough of both kinds.
  EXPECT_GT(valid, 5'000U);
  EXPECT_GT(invalid, 5'000U);
}

}  // namespace
}  // namespace sito::json
