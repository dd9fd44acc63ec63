#include "emit/view.h"

#include <gtest/gtest.h>

namespace sito::emit {
namespace {

TEST(View, NamesLeadBack) {
  for (const View view : kViews) EXPECT_EQ(*view_named(name(view)), view);
}

TEST(View, UnknownNamesAreAnsweredWithTheKnown) {
  EXPECT_EQ(view_named("quotes").error().reason,
            "no view `quotes`; there are document, paragraph, segment and quote");
}

}  // namespace
}  // namespace sito::emit
