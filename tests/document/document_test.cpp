#include "document/document.h"

#include <gtest/gtest.h>

#include <array>
#include <iterator>
#include <random>
#include <utility>

#include "document/json_writer.h"

namespace sito {
namespace {

using namespace std::string_view_literals;

constexpr std::array kKnown = {"id"sv, "title"sv};

std::string written(const Document& document) {
  std::string line;
  document.append_to(line);
  return line;
}

Document assigned(std::string_view line) {
  Document document;
  EXPECT_TRUE(document.assign(line, kKnown)) << line;
  return document;
}

// A line, and why it is rejected; an empty reason is none.
struct AssignCase {
  const char* name;
  std::string_view line;
  std::string_view reason;
};

constexpr AssignCase kAssigned[] = {
    {"TextAlone", R"({"text":""})", ""},
    {"Foreign", R"({"x":[1e999,"\ud800"],"text":"a","x":null})", ""},
    {"CarriageReturnBehind", "{\"text\":\"a\"}\r", ""},
    {"NoText", R"({"id":"a"})", "`text` is missing"},
    {"TextWithin", R"({"a":{"text":"b"}})", "`text` is missing"},
    {"TextIsNull", R"({"text":null})", "`text` is no string"},
    {"TextTwice", R"({"text":"a","text":"a"})", "`text` stands twice"},
    {"TextTwiceEscaped", R"({"te\u0078t":"a","text":"a"})", "`text` stands twice"},
    {"KnownTwice", R"({"text":"a","id":1,"\u0069d":1})", "`id` stands twice"},
    {"KnownTwiceWithin", R"({"text":"a","x":{"id":1,"id":1}})", ""},
    {"NoObject", R"("text")", "not valid JSON at byte 1: an object was expected"},
    {"Broken", R"({"text":"a",})", "not valid JSON at byte 13: a comma without a field"},
};

class Assign : public testing::TestWithParam<AssignCase> {};
TEST_P(Assign, Rejects) {
  Document document;
  const auto result = document.assign(GetParam().line, kKnown);
  EXPECT_EQ(result ? "" : result.error().reason, GetParam().reason);
  EXPECT_EQ(written(document), result ? GetParam().line : "{}");
}
INSTANTIATE_TEST_SUITE_P(Lines, Assign, testing::ValuesIn(kAssigned),
                         [](const auto& row) { return row.param.name; });

// A line, what is done to it, and the line then.
struct EditCase {
  const char* name;
  std::string_view line;
  void (*edit)(Document&);
  std::string_view written;
};

void remove_a(Document& document) { EXPECT_TRUE(document.remove("a")); }
void set_a(Document& document) { document.set("a", "[2]"); }
void set_title(Document& document) { document.set("title", R"("т")"); }

constexpr EditCase kEdits[] = {
    {"Nothing", R"( { "text" : "\u0430\/" , "x":1.0e5 } )", [](Document&) {},
     R"( { "text" : "\u0430\/" , "x":1.0e5 } )"},
    {"SetInPlace", R"({ "a" : {"b":1} , "text":"t"})", set_a, R"({ "a" : [2] , "text":"t"})"},
    {"SetLast", R"({"text":"t","a":null })", set_a, R"({"text":"t","a":[2] })"},
    {"SetEscapedKey", R"({"\u0061":1,"text":"t"})", set_a, R"({"\u0061":[2],"text":"t"})"},
    {"Append", R"({"text":"t" }  )", set_title, R"({"text":"t" ,"title":"т"}  )"},
    {"SetTwice", R"({"text":"t"})", [](Document& d) { set_a(d), d.set("b", "1"), d.set("a", "3"); },
     R"({"text":"t","a":3,"b":1})"},
    {"RemoveFirst", R"({ "a":1 , "text":"t"})", remove_a, R"({ "text":"t"})"},
    {"RemoveMiddle", R"({"b":2, "a":1, "text":"t"})", remove_a, R"({"b":2, "text":"t"})"},
    {"RemoveLast", R"({"text":"t" , "a":1 } )", remove_a, R"({"text":"t" } )"},
    {"RemoveTwins", R"({"a":1,"text":"t","a":2})", remove_a, R"({"text":"t"})"},
    {"RemoveNeighbours", R"({"b":0,"a":1,"text":"t","c":3})",
     [](Document& d) { remove_a(d), d.remove("text"); }, R"({"b":0,"c":3})"},
    {"RemoveFirstTwo", R"({"b":0,"a":1,"text":"t"})", [](Document& d) { remove_a(d), d.remove("b"); },
     R"({"text":"t"})"},
    {"RemoveAll", R"({"a":1,"text":"t"})", [](Document& d) { remove_a(d), d.remove("text"); }, R"({})"},
    {"RemoveAllAndAppend", R"({ "text":"t"})", [](Document& d) { d.remove("text"), set_a(d); },
     R"({"a":[2]})"},
    {"RemoveAndSet", R"({"a":1,"text":"t"})", [](Document& d) { remove_a(d), set_a(d); },
     R"({"text":"t","a":[2]})"},
    {"RemoveAppended", R"({"text":"t"})", [](Document& d) { set_a(d), remove_a(d), set_title(d); },
     R"({"text":"t","title":"т"})"},
    {"RemoveMissing", R"({"text":"t"})", [](Document& d) { EXPECT_FALSE(d.remove("a")); }, R"({"text":"t"})"},
    {"SameTextKeepsItsBytes", R"({"text":"\u0430\/\n"})", [](Document& d) { d.set_text("а/\n"); },
     R"({"text":"\u0430\/\n"})"},
    {"OtherTextEscapesLittle", R"({"text":"\u0430\/\n", "a":1})",
     [](Document& d) { d.set_text("б/\n\"\\\x01"); }, R"({"text":"б/\n\"\\\u0001", "a":1})"},
    {"BackAndForth", R"({"text":"\u0430"})", [](Document& d) { d.set_text("б"), d.set_text("а"); },
     R"({"text":"а"})"},
    {"LenientTextIsAnother", R"({"text":"a\ud800"})", [](Document& d) { d.set_text(d.lenient_text().text); },
     "{\"text\":\"a\uFFFD\"}"},
    {"PartOfOwnText", R"({"text":"один два"})", [](Document& d) { d.set_text(d.text()->substr(9)); },
     R"({"text":"два"})"},
    {"PartOfOwnUnescapedText", R"({"text":"один\tдва"})",
     [](Document& d) { d.set_text(d.text()->substr(9)); }, R"({"text":"два"})"},
    {"PartOfASetText", R"({"text":""})",
     [](Document& d) { d.set_text("один два"), d.set_text(d.text()->substr(0, 8)); }, R"({"text":"один"})"},
    {"TextAsAField", R"({"text":"a"})", [](Document& d) { d.set("text", R"("b\u0063")"), d.set_text("bc"); },
     R"({"text":"b\u0063"})"},
};

class Edit : public testing::TestWithParam<EditCase> {};
TEST_P(Edit, Writes) {
  auto document = assigned(GetParam().line);
  GetParam().edit(document);
  EXPECT_EQ(written(document), GetParam().written);
}
INSTANTIATE_TEST_SUITE_P(Fields, Edit, testing::ValuesIn(kEdits),
                         [](const auto& row) { return row.param.name; });

TEST(Document, IsBuiltFromNothing) {
  Document document;
  EXPECT_FALSE(document.text());
  EXPECT_EQ(written(document), "{}");
  document.set("id", R"("a")");
  document.set_text("рядок\n");
  EXPECT_EQ(written(document), R"({"id":"a","text":"рядок\n"})");
  EXPECT_EQ(*document.text(), "рядок\n");
  EXPECT_EQ(document.field("text"), R"("рядок\n")");
}

TEST(Document, TextIsReadUnescaped) {
  EXPECT_EQ(*assigned(R"({"te\u0078t":"\u0456\ud834\udd1e\u0000\b\f\"\\\/"})").text(), "і𝄞\0\b\f\"\\/"sv);
  EXPECT_EQ(assigned(R"({"text":"\udd1e\ud834"})").text().error().reason, "a lone surrogate in `text`");
  auto document = assigned(R"({"text":"\udd1e\ud834a\ud834\ud834\udd1e"})");
  EXPECT_EQ(document.lenient_text().text, "\uFFFD\uFFFDa\uFFFD𝄞");
  EXPECT_EQ(document.lenient_text().replaced, 3U);
}

TEST(Document, FieldsAreFoundByTheirPlainKeys) {
  auto document = assigned(R"({"i\u0064":"a/\u0062", "text":"t","n": [1, 2] })");
  EXPECT_EQ(document.id(), "a/b");
  EXPECT_EQ(document.field("n"), "[1, 2]");
  EXPECT_EQ(document.field("m"), std::nullopt);
  document.set("m", "1");
  document.set("n", "2");
  document.remove("text");
  EXPECT_EQ(document.field("n"), "2");
  EXPECT_EQ(document.keys(), (std::vector{"id"sv, "n"sv, "m"sv}));
  EXPECT_EQ(document.field("text"), std::nullopt);
  ASSERT_EQ(document.all_fields().size(), 3U);
  EXPECT_EQ(document.all_fields()[0].key, R"(i\u0064)");
  EXPECT_EQ(document.all_fields()[2].json, "1");
}

TEST(Document, IdIsAStringOrNone) {
  EXPECT_EQ(assigned(R"({"text":""})").id(), std::nullopt);
  EXPECT_EQ(assigned(R"({"text":"","id":7})").id(), std::nullopt);
  EXPECT_EQ(assigned(R"({"text":"","id":"\ud800"})").id(), std::nullopt);
}

TEST(Document, ViewsOutliveOtherFields) {
  auto document = assigned(R"({"text":"один\tдва","a":"x"})");
  const auto text = *document.text();
  document.set("b", R"("y")");
  const auto a = *document.field("a");
  const auto b = *document.field("b");
  for (int i = 0; i < 100; ++i) document.set("k" + std::to_string(i), "0");
  EXPECT_EQ(text, "один\tдва");
  EXPECT_EQ(a, R"("x")");
  EXPECT_EQ(b, R"("y")");
}

TEST(Document, CopiesAndMovesAreWhole) {
  auto document = assigned(R"({"text":"a\tb","\u0061":1})");
  document.set_text("c");
  document.set("b", "2");
  const std::string line = written(document);
  auto copy = document;
  copy.set("b", "3");
  EXPECT_EQ(written(document), line);
  EXPECT_EQ(*copy.text(), "c");
  auto moved = std::move(document);
  EXPECT_EQ(written(moved), line);
  EXPECT_EQ(*moved.text(), "c");
  EXPECT_EQ(moved.field("a"), "1");
}

TEST(Document, NothingIsLeftOfTheDocumentBefore) {
  auto document = assigned(R"({"text":"a\tb","a":1})");
  document.set("b", "2");
  document.set_text("long enough to live on the heap");
  ASSERT_TRUE(document.assign(R"({"text":"c"})"));
  EXPECT_EQ(written(document), R"({"text":"c"})");
  EXPECT_EQ(*document.text(), "c");
  document.set("d", "4");
  EXPECT_EQ(written(document), R"({"text":"c","d":4})");
}

/// A line with its fields as they stand between the commas, white space and all, and what edits make of
/// them: the slow and obvious way.
class Model {
 public:
  explicit Model(std::mt19937& random) : random_(random) {
    for (std::size_t left = random_() % 6; left > 0; --left) append_random();
    before_ = spaces() + '{';
    behind_ = '}' + spaces();
    if (fields_.empty()) behind_ = spaces() + behind_;
  }

  [[nodiscard]] std::string line() const {
    std::string line = before_;
    for (const auto& [name, head, value, tail] : fields_) {
      if (line.size() > before_.size()) line += ',';
      line += head + value + tail;
    }
    return line + behind_;
  }

  void set(const std::string& name, const std::string& value) {
    for (auto& field : fields_) {
      if (field.name == name) return void(field.value = value);
    }
    // Behind the white space of an object that was empty from the beginning.
    fields_.push_back({name, "\"" + name + "\":", value, ""});
    if (fields_.size() == 1 && behind_.find('}') > 0) fields_[0].head = take_inner_space() + fields_[0].head;
  }

  bool remove(const std::string& name) {
    return std::erase_if(fields_, [&](const Field& field) { return field.name == name; }) > 0;
  }

  [[nodiscard]] std::optional<std::string_view> value(std::string_view name) const {
    for (const auto& field : fields_) {
      if (field.name == name) return field.value;
    }
    return std::nullopt;
  }

 private:
  struct Field {
    std::string name, head, value, tail;
  };

  std::string spaces() {
    std::string out;
    for (std::size_t left = random_() % 3; left > 0; --left) out += " \t"[random_() % 2];
    return out;
  }

  std::string take_inner_space() {
    const auto end = behind_.find('}');
    std::string space = behind_.substr(0, end);
    behind_.erase(0, end);
    return space;
  }

  void append_random() {
    constexpr std::string_view kValues[] = {"1e999", R"("\ud800")", R"({ "a" : [ ] })", "null", R"("a,}\"")"};
    const std::string name(1, "abcd"[random_() % 4]);
    const std::string key = random_() % 4 == 0 ? "\\u006" + std::to_string(name[0] - 'a' + 1) : name;
    fields_.push_back({name, spaces() + '"' + key + '"' + spaces() + ':' + spaces(),
                       std::string(kValues[random_() % std::size(kValues)]), spaces()});
  }

  std::mt19937& random_;
  std::string before_, behind_;
  std::vector<Field> fields_;
};

TEST(Document, WhatIsNotSetStaysByteForByte) {
  std::mt19937 random(7);
  Document document;
  for (int round = 0; round < 3000; ++round) {
    Model model(random);
    model.set("text", R"("\u0442\/")");
    ASSERT_TRUE(document.assign(model.line()));
    for (std::size_t left = random() % 8; left > 0; --left) {
      const std::string name(1, "abcdefg"[random() % 7]);
      if (random() % 2 == 0) {
        document.set(name, std::to_string(left));
        model.set(name, std::to_string(left));
      } else {
        ASSERT_EQ(document.remove(name), model.remove(name));
      }
      ASSERT_EQ(document.field(name), model.value(name));
    }
    ASSERT_EQ(*document.text(), "т/");
    ASSERT_EQ(written(document), model.line());
  }
}

}  // namespace
}  // namespace sito
