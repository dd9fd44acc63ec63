#include "strip/settings.h"

#include <gtest/gtest.h>

namespace sito::strip {
namespace {

TEST(Settings, RemovesByBuiltinRulesUnlessTold) {
  const Settings settings;
  EXPECT_FALSE(settings.keep);
  EXPECT_FALSE(settings.undo);
  EXPECT_FALSE(settings.explain);
  EXPECT_TRUE(settings.builtin_rules);
  EXPECT_TRUE(settings.user_rules.rules().empty());
  EXPECT_EQ(settings.model, nullptr);
  EXPECT_EQ(settings.group_by, "site");
}

}  // namespace
}  // namespace sito::strip
