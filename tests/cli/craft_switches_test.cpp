#include "cli/craft_switches.h"

#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

#include "cli/exit_status.h"

namespace sito::cli {
namespace {

/// The record after the stage that `Craft` makes of `arguments`.
template <class Craft>
std::string record(const std::string& arguments, const std::string& line) {
  CLI::App app;
  Craft craft{Switches(app)};
  app.parse(arguments);
  Document document;
  Scratch scratch;
  std::string out;
  EXPECT_TRUE(document.assign(line));
  EXPECT_TRUE(craft.stage()->apply(document, scratch));
  document.append_to(out);
  return out;
}

template <class Craft>
bool is_wrong(const std::string& arguments) {
  try {
    (void)record<Craft>(arguments, R"({"id":"a","text":""})");
    return false;
  } catch (const UsageError&) {
    return true;
  } catch (const CLI::ParseError&) {
    return true;
  }
}

TEST(NormalizeSwitches, OnlyLeavesTheOtherStepsOut) {
  const std::string line = R"({"text":"a  b\u200bc"})";
  EXPECT_EQ(record<NormalizeSwitches>("--only whitespace", line).substr(0, 17), "{\"text\":\"a b\u200bc\"");
  EXPECT_EQ(record<NormalizeSwitches>("--no-whitespace", line).substr(0, 16), R"({"text":"a  bc")"
                                                                              ",");
  EXPECT_TRUE(is_wrong<NormalizeSwitches>("--only nonsense"));
}

TEST(NormalizeSwitches, AStepThatIsBothNamedAndLeftOutIsLeftOut) {
  EXPECT_NE(record<NormalizeSwitches>("--only form --no-form", R"({"text":"и\u0306"})").find("\\u0306"),
            std::string::npos);
}

TEST(NormalizeSwitches, FormsAreWrittenOnRequest) {
  const std::string line = R"({"text":"п’ять - \"так\" ﬁ"})";
  const auto text = [&](const std::string& arguments) {
    const auto whole = record<NormalizeSwitches>(arguments, line);
    return whole.substr(9, whole.find(",\"normalization") - 10);
  };
  EXPECT_EQ(text(""), R"(п’ять - \"так\" ﬁ)");
  EXPECT_EQ(text("--apostrophe straight"), R"(п'ять - \"так\" ﬁ)");
  EXPECT_EQ(text("--apostrophe modifier --dashes em"), R"(пʼять — \"так\" ﬁ)");
  EXPECT_EQ(text("--quotation-marks angle --dashes keep"), "п’ять - «так» ﬁ");
  EXPECT_EQ(text("--compatibility --no-apostrophes"), R"(п’ять - \"так\" fi)");
  EXPECT_EQ(text("--only dashes --dashes en"), R"(п’ять – \"так\" ﬁ)");
  EXPECT_TRUE(is_wrong<NormalizeSwitches>("--only dashes"));
  EXPECT_TRUE(is_wrong<NormalizeSwitches>("--dashes long"));
}

TEST(StripSwitches, UndoIsDeclaredWhereItIsWanted) {
  EXPECT_TRUE(is_wrong<StripSwitches>("--undo"));
  EXPECT_FALSE(is_wrong<StripSwitches>("--keep --no-builtin-rules"));
  CLI::App app;
  StripSwitches strip{Switches(app)};
  strip.declare_undo(Switches(app));
  EXPECT_THROW(app.parse("--keep --undo"), CLI::ParseError);
}

TEST(MetaSwitches, ValuesAreChecked) {
  EXPECT_TRUE(is_wrong<MetaSwitches>("--today 2024-13-01"));
  EXPECT_TRUE(is_wrong<MetaSwitches>("--languages uk,klingon"));
  EXPECT_FALSE(is_wrong<MetaSwitches>("--today 2024-12-01 --languages uk,ru --redo"));
}

TEST(QuotesSwitches, MakeTheStage) {
  EXPECT_NE(record<QuotesSwitches>("", R"({"text":"a"})").find(R"("quotes":[])"), std::string::npos);
}

}  // namespace
}  // namespace sito::cli
