#include "io/utf8_locale.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace sito::io {
namespace {

TEST(Utf8Locale, HoldsWhileItLives) {
  const auto before = ::uselocale(nullptr);
  {
    const Utf8Locale locale;
    wchar_t wide = 0;
    EXPECT_EQ(std::mbtowc(&wide, "ї", 2), 2);
    EXPECT_EQ(wide, L'ї');
  }
  EXPECT_EQ(::uselocale(nullptr), before);
}

}  // namespace
}  // namespace sito::io
