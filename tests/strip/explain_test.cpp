#include "strip/explain.h"

#include <gtest/gtest.h>

#include <string>

#include "strip/stage.h"

namespace sito::strip {
namespace {

constexpr std::string_view kRecord =
    R"({"id":"a","text":"Головна » Новини\n\nНа річці Лугівці минулого тижня відкрили нову переправу для двох сіл.\n\nТеги: річка\nТеги: село"})";

std::string explained(Settings settings, bool colour, bool strip = true) {
  Document document;
  Scratch scratch;
  EXPECT_TRUE(document.assign(kRecord));
  if (strip) {
    EXPECT_TRUE(make_stage(std::move(settings))->apply(document, scratch));
  }
  std::string out;
  const auto written = make_explain_sink(colour)->write(document, scratch, out);
  EXPECT_TRUE(written);
  return out;
}

// The same without the rules' phrases, which are long.
std::string without_rules(std::string out) {
  for (std::size_t at = 0; (at = out.find("  [", at)) != std::string::npos;) {
    const std::size_t colon = out.find(": ", at), comma = out.rfind(", ", out.find("]\n", at));
    out.erase(colon, comma - colon);
    ++at;
  }
  return out;
}

constexpr std::string_view kExplained =
    "== a\n"
    "- Головна » Новини  [breadcrumbs, 0.93]\n"
    "- \n"
    "  На річці Лугівці минулого тижня відкрили нову переправу для двох сіл.\n"
    "- \n"
    "- Теги: річка  [tags, 0.93]\n"
    "- Теги: село\n";

TEST(Explain, ShowsThePageThatStripSaw) {
  Settings keep;
  keep.keep = true;
  EXPECT_EQ(without_rules(explained({}, false)), kExplained);
  EXPECT_EQ(without_rules(explained(keep, false)), kExplained);
}

TEST(Explain, PartsALineWhoseEndWasRemoved) {
  constexpr std::string_view kGlued =
      R"({"id":"a","text":"На річці Лугівці минулого тижня відкрили нову переправу для двох сіл. Усі права захищено."})";
  Document document;
  Scratch scratch;
  ASSERT_TRUE(document.assign(kGlued));
  ASSERT_TRUE(make_stage({})->apply(document, scratch));
  std::string out;
  ASSERT_TRUE(make_explain_sink(false)->write(document, scratch, out));
  EXPECT_EQ(without_rules(out),
            "== a\n"
            "  На річці Лугівці минулого тижня відкрили нову переправу для двох сіл.\n"
            "- Усі права захищено.  [all-rights-reserved, 0.98]\n");
}

TEST(Explain, ColourMarksRemovedLines) {
  EXPECT_NE(explained({}, true).find("\x1b[31m- Теги: село\x1b[0m\n"), std::string::npos);
}

TEST(Explain, UnstrippedIsAllKept) { EXPECT_EQ(explained({}, false, false).find("\n- "), std::string::npos); }

TEST(Explain, RejectsWhatDoesNotFit) {
  Document document;
  Scratch scratch;
  ASSERT_TRUE(document.assign(
      R"({"text":"a","strip":{"removed":true,"input_digest":"x","output_digest":"y"},"boilerplate":[]})"));
  std::string out;
  EXPECT_FALSE(make_explain_sink(false)->write(document, scratch, out));
}

}  // namespace
}  // namespace sito::strip
