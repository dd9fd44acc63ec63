// What must hold for every text, through the very stages that the tools run: on seeded random text
// out of what breaks such programs, and on all of samples/.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "decode/decode.h"
#include "document/json_value.h"
#include "document/json_writer.h"
#include "document/stage.h"
#include "emit/stage.h"
#include "meta/stage.h"
#include "normalize/misreading.h"
#include "normalize/mojibake.h"
#include "normalize/stage.h"
#include "quotes/stage.h"
#include "strip/stage.h"
#include "text/character.h"
#include "text/utf8.h"

namespace sito {
namespace {

struct Text {
  std::string name;
  std::string text;
};

// Marks, spaces and letters one by one, and the words that crafts look for.
constexpr std::string_view kPieces[] = {
    "а",
    "ї",
    "Ґ",
    "я",
    "Є",
    "a",
    "Z",
    "é",
    "7",
    "0",
    "«",
    "»",
    "“",
    "”",
    "„",
    "‟",
    "‘",
    "’",
    "‚",
    "‹",
    "›",
    "\"",
    "\"",
    "'",
    "`",
    "\u02BC",
    "-",
    "–",
    "—",
    "―",
    "−",
    "- ",
    " – ",
    " — ",
    "– ",
    " ",
    " ",
    " ",
    "\u00A0",
    "\u202F",
    "\u2007",
    "\u3000",
    "\t",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\v",
    "\f",
    "\u0085",
    "\u2028",
    "\u2029",
    std::string_view("\0", 1),
    "\x01",
    "\x1B",
    "\x7F",
    "\u0093",
    "\u200B",
    "\u200D",
    "\u00AD",
    "\u2060",
    "\uFEFF",
    "\uFFFD",
    "\uFFFE",
    "и\u0306",
    "і\u0308",
    "\u0301",
    "\u0327\u0301",
    "\u0345",
    "Å",
    "\u1100\u1161",
    "ﬁ",
    "😀",
    "👩\u200D🚀",
    "𝄞",
    "\U0010FFFF",
    ",",
    ".",
    ". ",
    ", ",
    ": ",
    "?",
    "!",
    "…",
    "(",
    ")",
    "|",
    "\\",
    "\\u0041",
    "/",
    "&nbsp;",
    "&am",
    "p;",
    "&#173;",
    "&amp;#1108;",
    "¬",
    "¨",
    "\u02D8",
    "i",
    "с",
    "ХI",
    "Facebook",
    "У В А Г А",
    "роз-\n",
    "діл",
    "розділ",
    "об»єднань",
    "п\"ять",
    "--",
    "<p>",
    "http://a.b/c",
    "№",
    "©",
    "Марко Тихорський",
    "Ольга Сагайда",
    "міський голова",
    "депутатка",
    "mayor",
    "Anna Smith",
    "зазначив",
    " каже ",
    " сказала вона",
    "said",
    "dodał",
    "за словами",
    "Він",
    "газета",
    "роман",
    "так званий",
    "12 березня 2020",
    "07 / Жовтень, 2022",
    "01.02.2021",
    "2021-13-45",
    "5 May 2021",
    "вчора",
    "14:30",
    "Опубліковано:",
    "\n\n",
    "Читайте також:",
    "Поділитися",
    "Read also:",
    "Share",
    "Підписуйтесь на наш канал",
    "Фото:",
    "© 2020 Вісті",
    "Усі права захищені",
    "Головна > Новини",
    "Реклама",
};

std::vector<Text> random_texts() {
  std::vector<Text> texts = {{"empty", ""}, {"line end", "\n"}, {"nul", std::string(1, '\0')}};
  std::mt19937 random(20);
  for (int number = 0; number < 400; ++number) {
    std::string text;
    const std::size_t kinds = number % 3 == 0 ? 8 : std::size(kPieces);  // few kinds: marks nest and repeat
    const std::size_t shift = random() % std::size(kPieces);
    for (std::size_t left = random() % 120; left > 0; --left)
      text += kPieces[(shift + random() % kinds) % std::size(kPieces)];
    texts.push_back({"random text " + std::to_string(number), std::move(text)});
  }
  return texts;
}

std::vector<Text> sample_texts() {
  std::vector<Text> texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(SITO_SOURCE_DIR "/samples")) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    auto decoded = decode::decode(bytes);
    EXPECT_TRUE(decoded) << entry.path();
    if (decoded) texts.push_back({entry.path().string(), std::move(decoded->text)});
  }
  std::sort(texts.begin(), texts.end(), [](const Text& a, const Text& b) { return a.name < b.name; });
  EXPECT_GT(texts.size(), 30U);
  return texts;
}

const std::vector<Text>& texts() {
  static const std::vector<Text> all = [] {
    auto both = random_texts();
    auto samples = sample_texts();
    both.insert(both.end(), std::move_iterator(samples.begin()), std::move_iterator(samples.end()));
    return both;
  }();
  return all;
}

// What is nobody's: every byte of it must come out as it went in.
constexpr std::string_view kForeign =
    R"({ "number" :	123456789012345678901234567890e+05 , "lone":"\uD83d x \/", "\u0061":-0.0,)"
    R"( "deep":[ 1 ,	2,{ "b" : null,"b":[ ] } ],"id":"a/b.txt","text":)";

std::string record(std::string_view text) {
  std::string line(kForeign);
  json::append_string(line, text);
  return line + ",\"last\" : 0.10 }";
}

/// As above with the text's letters of two bytes escaped.
std::string escaped_record(std::string_view text) {
  std::string plain = record(text), line;
  for (std::size_t at = 0; at < plain.size();) {
    const auto [c, length] = text::decode(plain, at);
    char escape[8] = "";
    if (length == 2) std::snprintf(escape, sizeof escape, "\\u%04X", static_cast<unsigned>(c));
    line += length == 2 ? std::string_view(escape) : std::string_view(plain).substr(at, length);
    at += length;
  }
  return line;
}

std::string serialised(const Document& document) {
  std::string line;
  document.append_to(line);
  return line;
}

/// The record behind the stage; empty if it is rejected.
std::string applied(const Stage& stage, std::string_view line) {
  Document document;
  Scratch scratch;
  const auto taken = document.assign(line, stage.fields());
  EXPECT_TRUE(taken) << taken.error().reason;
  if (!taken) return {};
  const auto done = stage.apply(document, scratch);
  EXPECT_TRUE(done) << done.error().reason;
  return done ? serialised(document) : std::string();
}

std::string text_of(std::string_view line) {
  return json::string(json::member(line, "text").value_or("")).value_or("");
}

/// The stages of `sito run`, built once.
struct Stages {
  std::unique_ptr<Stage> normalize = normalize::make_stage({});
  std::unique_ptr<Stage> strip = strip::make_stage({});
  std::unique_ptr<Stage> keep;
  std::unique_ptr<Stage> undo;
  std::unique_ptr<Stage> meta;
  std::unique_ptr<Stage> quotes = quotes::make_stage();

  Stages() {
    strip::Settings settings;
    settings.keep = true;
    keep = strip::make_stage(settings);
    settings = {};
    settings.undo = true;
    undo = strip::make_stage(settings);
    meta::Settings with_today;
    with_today.today = meta::parse_date("2022-10-07");
    meta = meta::make_stage(with_today);
  }
  [[nodiscard]] std::vector<const Stage*> chain() const {
    return {normalize.get(), strip.get(), meta.get(), quotes.get()};
  }
};

const Stages& stages() {
  static const Stages all;
  return all;
}

// ---- normalize ----

TEST(Normalize, TwiceIsOnce) {
  for (const auto& [name, text] : texts()) {
    SCOPED_TRACE(name);
    for (const auto& line : {record(text), escaped_record(text)}) {
      const auto once = applied(*stages().normalize, line);
      ASSERT_EQ(applied(*stages().normalize, once), once);
    }
  }
}

TEST(Normalize, EachStepAloneTwiceIsOnce) {
  for (const auto& step : normalize::steps()) {
    normalize::Settings settings;
    for (const auto& other : normalize::steps()) settings.*other.enabled = other.enabled == step.enabled;
    const auto stage = normalize::make_stage(settings);
    for (const auto& [name, text] : texts()) {
      SCOPED_TRACE(name + ", " + std::string(step.name));
      const auto once = applied(*stage, record(text));
      ASSERT_EQ(applied(*stage, once), once);
    }
  }
}

TEST(Mojibake, IsInNoSample) {
  std::string out;
  for (const auto& [name, text] : sample_texts())
    EXPECT_TRUE(normalize::repair_mojibake(text, out).empty()) << name;
}

TEST(Mojibake, PutRightIsValidAndBringsNothingUnsound) {
  std::string out;
  for (const auto& [name, text] : texts()) {
    if (normalize::repair_mojibake(text, out).empty()) continue;
    EXPECT_TRUE(text::is_valid(out)) << name;
    EXPECT_LE(normalize::unsound_characters(out), normalize::unsound_characters(text)) << name;
  }
}

// ---- strip ----

TEST(Strip, UndoGivesBackTheRecord) {
  for (const auto& [name, text] : texts()) {
    SCOPED_TRACE(name);
    const auto line = record(text);
    ASSERT_EQ(applied(*stages().undo, applied(*stages().strip, line)), line);
    ASSERT_EQ(applied(*stages().undo, applied(*stages().keep, line)), line);
    ASSERT_EQ(applied(*stages().undo, line), line);
  }
}

TEST(Strip, UndoGivesBackAnEscapedText) {
  for (const auto& [name, text] : texts()) {
    SCOPED_TRACE(name);
    ASSERT_EQ(text_of(applied(*stages().undo, applied(*stages().strip, escaped_record(text)))), text);
  }
}

TEST(Strip, TwiceIsOnce) {
  std::size_t stripped = 0;
  for (const auto& [name, text] : texts()) {
    SCOPED_TRACE(name);
    const auto line = record(text);
    const auto once = applied(*stages().strip, line), kept = applied(*stages().keep, line);
    ASSERT_EQ(applied(*stages().strip, once), once);
    ASSERT_EQ(applied(*stages().keep, kept), kept);
    ASSERT_EQ(text_of(kept), text);
    ASSERT_EQ(applied(*stages().strip, kept), once);
    if (text_of(once) != text) ++stripped;
  }
  EXPECT_GT(stripped, 20U);  // else the above says nothing
}

// ---- places in the text ----

/// A text that answers for what stands at `{"start", "end"}`.
class Places {
 public:
  explicit Places(std::string text) : text_(std::move(text)) { offsets_.assign(text_); }

  [[nodiscard]] std::int64_t size() const { return static_cast<std::int64_t>(offsets_.size()); }

  /// What stands there; nothing, and a failure, if the place is empty or outside.
  [[nodiscard]] std::string_view at(json::Value place) const {
    const auto start = number(place, "start"), end = number(place, "end");
    EXPECT_TRUE(0 <= start && start < end && end <= size()) << place << " of " << size();
    if (!(0 <= start && start < end && end <= size())) return {};
    return offsets_.bytes({static_cast<std::size_t>(start), static_cast<std::size_t>(end)}).of(text_);
  }

  [[nodiscard]] static std::int64_t number(json::Value object, std::string_view key) {
    return json::integer(json::member(object, key).value_or("null")).value_or(-1);
  }

 private:
  std::string text_;
  text::OffsetIndex offsets_;
};

/// Line ends and runs of blanks as one space, which is how a quote's text is told.
std::string with_single_spaces(std::string_view text) {
  std::string out;
  bool after_space = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = text::decode(text, at);
    const bool space = text::is_space(c);
    if (!space) out += text.substr(at, length);
    if (space && !after_space) out += ' ';
    after_space = space;
    at += length;
  }
  return out;
}

void check_quote(json::Value quote, const Places& places) {
  const auto spans = json::elements(json::member(quote, "spans").value_or("[]"));
  EXPECT_FALSE(spans.empty());
  std::string joined;
  std::int64_t before = 0;
  for (const auto span : spans) {
    EXPECT_LE(before, Places::number(span, "start")) << quote;
    before = Places::number(span, "end");
    joined.append(joined.empty() ? "" : " ").append(places.at(span));
  }
  EXPECT_EQ(text_of(quote), with_single_spaces(joined));
  if (const auto cue = json::member(quote, "cue")) {
    EXPECT_EQ(text_of(*cue), places.at(*cue));
  }
  if (const auto speaker = json::member(quote, "speaker")) {
    if (const auto mention = json::member(*speaker, "mention")) {
      EXPECT_NE(places.at(*mention), "");
    }
  }
}

void check_segments(const std::vector<json::Value>& segments, const Places& places, std::size_t quotes) {
  std::int64_t at = 0;
  for (const auto segment : segments) {
    EXPECT_EQ(Places::number(segment, "start"), at) << segment;
    EXPECT_NE(places.at(segment), "");
    at = Places::number(segment, "end");
    const bool is_quote = json::member(segment, "type") == R"("quote")";
    EXPECT_EQ(json::member(segment, "quote").has_value(), is_quote) << segment;
    if (is_quote) {
      EXPECT_LT(static_cast<std::size_t>(Places::number(segment, "quote")), quotes) << segment;
    }
  }
  EXPECT_EQ(at, places.size());
}

TEST(Quotes, SegmentsPartitionTheText) {
  std::size_t found = 0;
  for (const auto& [name, text] : texts()) {
    SCOPED_TRACE(name);
    const auto line = applied(*stages().quotes, record(text));
    const Places places(text);
    const auto quotes = json::elements(json::member(line, "quotes").value_or("[]"));
    for (const auto quote : quotes) check_quote(quote, places);
    check_segments(json::elements(json::member(line, "segments").value_or("[]")), places, quotes.size());
    ASSERT_FALSE(testing::Test::HasFailure()) << line;
    found += quotes.size();
  }
  EXPECT_GT(found, 100U);
}

TEST(Quotes, TwiceIsOnce) {
  for (const auto& [name, text] : texts()) {
    SCOPED_TRACE(name);
    const auto once = applied(*stages().quotes, record(text));
    ASSERT_EQ(applied(*stages().quotes, once), once);
  }
}

TEST(Meta, PlacesLieInTheText) {
  std::size_t dates = 0, mentions = 0;
  for (const auto& [name, text] : texts()) {
    SCOPED_TRACE(name);
    const auto line = applied(*stages().meta, record(text));
    const Places places(text);
    const auto span = json::member(line, "created_span").value_or("");
    if (json::kind(span) == json::Kind::kObject) {
      EXPECT_NE(places.at(span), "");
      EXPECT_NE(json::member(line, "created"), "null");
      ++dates;
    } else {
      EXPECT_EQ(span, "null");
    }
    for (const auto person : json::elements(json::member(line, "people").value_or("[]"))) {
      EXPECT_NE(places.at(json::member(person, "mention").value_or("{}")), "");
      EXPECT_NE(json::string(json::member(person, "name").value_or("null")).value_or(""), "");
      ++mentions;
    }
    ASSERT_FALSE(testing::Test::HasFailure()) << line;
  }
  EXPECT_GT(dates, 20U);
  EXPECT_GT(mentions, 20U);
}

TEST(Meta, TwiceIsOnce) {
  for (const auto& [name, text] : texts()) {
    SCOPED_TRACE(name);
    const auto once = applied(*stages().meta, record(text));
    ASSERT_EQ(applied(*stages().meta, once), once);
  }
}

// ---- all of them ----

std::string piped(std::string line) {
  for (const auto* stage : stages().chain()) line = applied(*stage, line);
  return line;
}

TEST(Chain, ForeignFieldsPassByteForByte) {
  for (const auto& [name, text] : texts()) {
    SCOPED_TRACE(name);
    std::string line = record(text);
    for (const auto* stage : stages().chain()) {
      line = applied(*stage, line);
      ASSERT_TRUE(line.starts_with(kForeign)) << line;
      ASSERT_NE(line.find(",\"last\" : 0.10"), std::string::npos) << line;
    }
  }
}

// One document and one scratch for all, as a worker has.
TEST(Chain, InOneProcessIsAPipe) {
  Document document;
  Scratch scratch;
  for (const auto& [name, text] : texts()) {
    SCOPED_TRACE(name);
    for (const auto& line : {record(text), escaped_record(text)}) {
      ASSERT_TRUE(document.assign(line));
      for (const auto* stage : stages().chain()) ASSERT_TRUE(stage->apply(document, scratch));
      ASSERT_EQ(serialised(document), piped(line));
    }
  }
}

/// Whether objects have the members of `shapes` in their order, to the full depth.
void check_shape(json::Value object, std::span<const emit::Shape> shapes, bool nested_null = false) {
  if (nested_null && object == "null") return;
  const auto members = json::members(object);
  ASSERT_EQ(members.size(), shapes.size()) << object;
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    ASSERT_EQ(members[i].key, shapes[i].name) << object;
    if (shapes[i].type == emit::Type::kObject) check_shape(members[i].value, shapes[i].members, true);
    if (shapes[i].type != emit::Type::kList) continue;
    for (const auto element : json::elements(members[i].value)) check_shape(element, shapes[i].members);
  }
}

std::vector<std::string> emitted(const Sink& sink, std::string_view line) {
  Document document;
  Scratch scratch;
  std::string out;
  EXPECT_TRUE(document.assign(line, sink.fields()));
  const auto written = sink.write(document, scratch, out);
  EXPECT_TRUE(written) << written.error().reason;
  EXPECT_TRUE(out.empty() || out.back() == '\n');
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < out.size();) {
    const auto end = out.find('\n', at);
    lines.push_back(out.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

TEST(Emit, EveryLineOfAViewHasItsShape) {
  for (const auto view : emit::kViews) {
    emit::Settings settings;
    settings.view = view;
    const auto sink = emit::make_sink(settings);
    std::size_t lines = 0;
    for (const auto& [name, text] : texts()) {
      SCOPED_TRACE(name + ", " + std::string(emit::name(view)));
      for (const auto& line : emitted(*sink, piped(record(text)))) {
        Document valid;
        ASSERT_TRUE(valid.assign("{\"text\":\"\",\"line\":" + line + "}")) << line;
        ASSERT_TRUE(text::is_valid(line));
        check_shape(line, emit::shapes(view));
        ++lines;
      }
      ASSERT_FALSE(testing::Test::HasFailure());
    }
    EXPECT_GT(lines, 100U) << emit::name(view);
  }
}

}  // namespace
}  // namespace sito
