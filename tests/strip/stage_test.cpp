#include "strip/stage.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "document/json_value.h"
#include "document/json_writer.h"
#include "text/offsets.h"

namespace sito::strip {
namespace {

constexpr std::string_view kPage =
    "На річці Лугівці минулого тижня відкрили нову переправу для двох сіл.\\n\\nДрук\\n";
constexpr std::string_view kBody = "На річці Лугівці минулого тижня відкрили нову переправу для двох сіл.\\n";

std::string applied(const Stage& stage, const std::string& line, Scratch& scratch) {
  Document document;
  auto result = document.assign(line, stage.fields());
  if (result) result = stage.apply(document, scratch);
  if (!result) return "rejected: " + result.error().reason;
  std::string out;
  document.append_to(out);
  return out;
}

std::string applied(Settings settings, const std::string& line) {
  Scratch scratch;
  return applied(*make_stage(std::move(settings)), line, scratch);
}

Settings keeping() {
  Settings settings;
  settings.keep = true;
  return settings;
}

Settings undoing() {
  Settings settings;
  settings.undo = true;
  return settings;
}

std::string record(std::string_view text) { return "{\"id\":\"a\",\"text\":\"" + std::string(text) + "\"}"; }

TEST(StripStage, TakesTextAndSaysSo) {
  const std::string out = applied({}, record(kPage));
  EXPECT_TRUE(out.starts_with("{\"id\":\"a\",\"text\":\"" + std::string(kBody) +
                              "\",\"boilerplate\":[{\"start\":70,\"end\":76,\"text\":\"\\nДрук\\n\","
                              "\"reason\":\"print-button\",\"rule\":"))
      << out;
  EXPECT_NE(out.find(R"("strip":{"removed":true,"input_digest":"xxh128:)"), std::string::npos);
}

TEST(StripStage, NothingFoundIsSaidToo) {
  const std::string out = applied({}, record(kBody));
  EXPECT_TRUE(out.starts_with("{\"id\":\"a\",\"text\":\"" + std::string(kBody) +
                              "\",\"boilerplate\":[],\"strip\":{\"removed\":false,"))
      << out;
}

TEST(StripStage, KeepMarksOnly) {
  const std::string out = applied(keeping(), record(kPage));
  EXPECT_TRUE(out.starts_with("{\"id\":\"a\",\"text\":\"" + std::string(kPage) +
                              "\",\"boilerplate\":[{\"start\":70,"))
      << out;
  EXPECT_NE(out.find(R"("removed":false)"), std::string::npos);
}

TEST(StripStage, TwiceIsOnceAndKeepUndoesFirst) {
  const std::string once = applied({}, record(kPage));
  EXPECT_EQ(applied({}, once), once);
  EXPECT_EQ(applied({}, applied(keeping(), once)), once);
  EXPECT_EQ(applied(keeping(), once), applied(keeping(), record(kPage)));
}

TEST(StripStage, UndoPutsBackAndDropsItsFields) {
  EXPECT_EQ(applied(undoing(), applied({}, record(kPage))), record(kPage));
  EXPECT_EQ(applied(undoing(), applied(keeping(), record(kPage))), record(kPage));
  EXPECT_EQ(applied(undoing(), record(kPage)), record(kPage));
}

TEST(StripStage, FieldsWithOffsetsGoWhereTheTextChanges) {
  const std::string line = R"({"text":")" + std::string(kPage) + R"(","segments":[],"title":null})";
  Scratch scratch;
  const std::string out = applied(*make_stage({}), line, scratch);
  EXPECT_EQ(out.find("segments"), std::string::npos);
  EXPECT_NE(out.find("title"), std::string::npos);
  EXPECT_EQ(scratch.counts.sums().at("strip.dropped_fields"), 1);
  EXPECT_NE(applied(keeping(), line).find("segments"), std::string::npos);
}

TEST(StripStage, CountsLinesByReasonAndRule) {
  Scratch scratch;
  const auto stage = make_stage({});
  applied(*stage, record(kPage), scratch);
  applied(*stage, record(kPage), scratch);
  EXPECT_EQ(scratch.counts.sums().at("strip.reason.print-button"), 2);
  std::int64_t by_rule = 0;
  for (const auto& [name, count] : scratch.counts.sums())
    if (name.starts_with("strip.rule.")) by_rule += count;
  EXPECT_EQ(by_rule, 2);
}

TEST(StripStage, UserRulesAloneOrBeside) {
  auto rules = Rules::parse(
      "#columns\tphrase\tmatch\twhere\textent\treason\tscore\texample\tsource\n"
      "лугівський вісник\tline\tanywhere\tline\tmasthead\t0.9\tЛугівський вісник\town\n",
      "my.tsv");
  ASSERT_TRUE(rules);
  const std::string page = record("Лугівський вісник\\n" + std::string(kPage));
  Settings both;
  both.user_rules = *rules;
  EXPECT_EQ(applied(both, page).find(std::string(kBody)), std::string(R"({"id":"a","text":")").size());
  EXPECT_NE(applied(both, page).find("masthead"), std::string::npos);
  Settings alone = both;
  alone.builtin_rules = false;
  EXPECT_NE(applied(alone, page).find("masthead"), std::string::npos);
  EXPECT_EQ(applied(alone, page).find("print-button"), std::string::npos);
}

TEST(StripStage, ChangedTextIsRejected) {
  std::string stripped = applied({}, record(kPage));
  stripped.replace(stripped.find("річці"), std::string("річці").size(), "ріках");
  const std::string reason = "rejected: the text was changed after strip: its digest is another";
  EXPECT_EQ(applied(undoing(), stripped), reason);
  EXPECT_EQ(applied({}, stripped), reason);
}

// Lines of every kind, put together at random.
std::string random_page(std::mt19937& random) {
  static const std::vector<std::string> lines = {
      "На річці Лугівці минулого тижня відкрили нову переправу для двох сіл.",
      "Друк",
      "© 2012-2022 Обрій",
      "",
      "\u00a0",
      "",
      "Читайте також:",
      "Переправа, якої чекали",
      "Новини",
      "Контакти",
      "Про нас",
      "Теги: річка",
      "Share on Telegram",
      "𝄞 \"лад\"\t",
      "Сторінку розроблено в рамках проєкту",
      "«Луг» (Л)",
      "\r",
      "Фото: Лада"};
  std::string page;
  const std::size_t count = random() % 25;
  for (std::size_t i = 0; i < count; ++i) {
    page += lines[random() % lines.size()];
    if (i + 1 < count || random() % 2 == 0) page += '\n';
  }
  return page;
}

void expect_true_spans(const std::string& out, const std::string& page) {
  Document document;
  ASSERT_TRUE(document.assign(out));
  text::OffsetIndex offsets;
  offsets.assign(page);
  std::size_t at = 0;
  std::string left;
  for (json::Value value : json::elements(*document.field("boilerplate"))) {
    const auto start = static_cast<std::size_t>(json::integer(*json::member(value, "start")).value());
    const auto end = static_cast<std::size_t>(json::integer(*json::member(value, "end")).value());
    ASSERT_LE(at, start);
    ASSERT_LT(start, end);
    const ByteRange bytes = offsets.bytes({start, end});
    ASSERT_EQ(json::string(*json::member(value, "text")), bytes.of(page));
    left += offsets.bytes({at, start}).of(page);
    at = end;
  }
  left += offsets.bytes({at, offsets.size()}).of(page);
  EXPECT_EQ(*document.text(), left);
}

TEST(StripStage, UndoRestoresRandomPages) {
  std::mt19937 random(20);
  const auto strip = make_stage({}), keep = make_stage(keeping()), undo = make_stage(undoing());
  Scratch scratch;
  for (int round = 0; round < 1000; ++round) {
    const std::string page = random_page(random);
    std::string line = "{\"text\":";
    json::append_string(line, page);
    line += '}';
    const std::string stripped = applied(*strip, line, scratch), kept = applied(*keep, line, scratch);
    ASSERT_NO_FATAL_FAILURE(expect_true_spans(stripped, page)) << line;
    EXPECT_EQ(applied(*undo, stripped, scratch), line);
    EXPECT_EQ(applied(*undo, kept, scratch), line);
    EXPECT_EQ(applied(*strip, stripped, scratch), stripped);
    EXPECT_EQ(applied(*keep, kept, scratch), kept);
  }
}

}  // namespace
}  // namespace sito::strip
