#include "meta/stage.h"

#include <gtest/gtest.h>

#include <string>

namespace sito::meta {
namespace {

const std::string kText =
    R"(07.06.2021, 09:30\n\nСелищна рада розглянула звіт водоканалу, що діє в місті, і погодила графік ремонту на трьох вулицях.)";
const std::string kNull =
    R"("created_time":null,"created_span":null,"created_from":null,"title":null,"language":null,"people":[]})";

std::string after(std::string_view line, const Settings& settings = {}, Scratch* scratch = nullptr) {
  Document document;
  Scratch own;
  const auto stage = make_stage(settings);
  EXPECT_TRUE(document.assign(line, stage->fields()));
  EXPECT_TRUE(stage->apply(document, scratch == nullptr ? own : *scratch));
  std::string out;
  document.append_to(out);
  return out;
}

TEST(MetaStage, AppendsItsFieldsInOrder) {
  EXPECT_EQ(after(R"({"id":"a", "text":")" + kText + R"("})"),
            R"({"id":"a", "text":")" + kText +
                R"(","created":"2021-06-07","created_time":"09:30","created_span":{"start":0,"end":10},)"
                R"("created_from":"text","title":null,"language":"uk","people":[]})");
}

TEST(MetaStage, SaysNullWhereNothingIsFound) {
  EXPECT_EQ(after(R"({"text":""})"), R"({"text":"","created":null,)" + kNull);
}

TEST(MetaStage, SpansCountCodePoints) {
  const std::string out = after(R"({"text":"🕔 їжак\n07.06.2021\nДалі."})");
  EXPECT_NE(out.find(R"("created_span":{"start":7,"end":17})"), std::string::npos) << out;
}

TEST(MetaStage, KeepsWhatCameIn) {
  const std::string out =
      after(R"({"created":"2020-01-01","title":"Т","language":"ru","text":")" + kText + R"("})");
  EXPECT_TRUE(out.starts_with(R"({"created":"2020-01-01","title":"Т","language":"ru","text":)")) << out;
  EXPECT_TRUE(out.ends_with(R"("created_time":null,"created_span":null,"created_from":null,"people":[]})"))
      << out;
}

TEST(MetaStage, RedoDecidesAnew) {
  Settings redo;
  redo.redo = true;
  const std::string out =
      after(R"({"created":"2020-01-01","title":"Т","language":"ru","text":")" + kText + R"("})", redo);
  EXPECT_TRUE(out.starts_with(R"({"created":"2021-06-07","title":null,"language":"uk","text":)")) << out;
}

TEST(MetaStage, TwiceIsOnce) {
  const std::string once = after(R"({"text":")" + kText + R"(","x":1})");
  EXPECT_EQ(after(once), once);
}

TEST(MetaStage, TodayAndLanguagesAreUsed) {
  Settings settings;
  settings.today = parse_date("2021-06-08");
  EXPECT_NE(after(R"({"text":"Вчора\nДалі."})", settings).find(R"("created":"2021-06-07")"),
            std::string::npos);
  settings.languages = {"en"};
  EXPECT_NE(after(R"({"text":")" + kText + R"("})", settings).find(R"("language":null)"), std::string::npos);
}

TEST(MetaStage, ListsPeopleWithRoles) {
  const std::string out = after(
      R"({"text":"«Вода буде до зими, і це вже вирішено», - зазначив міський голова Веселого Остап Верба."})");
  EXPECT_NE(out.find(R"("name":"Остап Верба","role":"міський голова Веселого","mention":{)"),
            std::string::npos)
      << out;
}

TEST(MetaStage, Counts) {
  Scratch scratch;
  (void)after(R"({"text":")" + kText + R"("})", {}, &scratch);
  EXPECT_EQ(scratch.counts.sums().at("meta.created_from.text"), 1);
  EXPECT_EQ(scratch.counts.sums().at("meta.language.uk"), 1);
}

TEST(MetaStage, RejectsALoneSurrogateInTheText) {
  Document document;
  Scratch scratch;
  ASSERT_TRUE(document.assign(R"({"text":"\ud800"})"));
  EXPECT_FALSE(make_stage({})->apply(document, scratch));
}

}  // namespace
}  // namespace sito::meta
