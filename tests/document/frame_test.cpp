#include "document/frame.h"

#include <gtest/gtest.h>

#include <vector>

namespace sito {
namespace {

TEST(Frame, GivesBackWhatWentInAndTakesItOff) {
  const std::vector<Framed> all = {
      {"archive/a.txt", "{\"id\":\"archive/a.txt\"}\n"},
      {"", ""},
      {std::string_view("\0\n", 2), std::string_view("a\r\n\0b\n", 6)},
      {"ї", std::string_view("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8)},
  };
  std::string bytes;
  for (const Framed& framed : all) append_frame(bytes, framed);
  std::string_view left = bytes;
  for (const Framed& framed : all) {
    const Framed taken = take_frame(left);
    EXPECT_EQ(taken.id, framed.id);
    EXPECT_EQ(taken.record, framed.record);
  }
  EXPECT_TRUE(left.empty());
}

}  // namespace
}  // namespace sito
