#include "decode/unicode_form.h"

#include <gtest/gtest.h>

#include "encoded.h"

namespace sito::decode {
namespace {

using namespace std::string_view_literals;

struct MarkCase {
  const char* name;
  std::string_view bytes;
  std::string_view encoding;  ///< empty for none
  std::size_t length;
};
constexpr MarkCase kMarks[] = {
    {"Utf8", "\xEF\xBB\xBFsieve"sv, "UTF-8", 3},
    {"Utf16Little", "\xFF\xFEs\0"sv, "UTF-16LE", 2},
    {"Utf16Big", "\xFE\xFF\0s"sv, "UTF-16BE", 2},
    {"Utf32Little", "\xFF\xFE\0\0s\0\0\0"sv, "UTF-32LE", 4},
    {"Utf32Big", "\0\0\xFE\xFF\0\0\0s"sv, "UTF-32BE", 4},
    {"Utf16LittleThatBeginsWithNul", "\xFF\xFE\0\0s\0"sv, "UTF-16LE", 2},
    {"CutShort", "\xEF\xBB"sv, "", 0},
    {"NotAtTheHead", "s\xEF\xBB\xBF"sv, "", 0},
    {"Empty", ""sv, "", 0},
};

class Mark : public testing::TestWithParam<MarkCase> {};
TEST_P(Mark, Says) {
  const auto mark = byte_order_mark(GetParam().bytes);
  ASSERT_EQ(mark.has_value(), !GetParam().encoding.empty());
  if (!mark) return;
  EXPECT_EQ(mark->encoding, GetParam().encoding);
  EXPECT_EQ(mark->length, GetParam().length);
}
INSTANTIATE_TEST_SUITE_P(Bytes, Mark, testing::ValuesIn(kMarks),
                         [](const auto& row) { return row.param.name; });

// Texts that are seen in UTF-16 of either order.
struct TextCase {
  const char* name;
  std::string_view text;
};
constexpr TextCase kSeen[] = {
    {"Ukrainian", "Міст відкрито о 10:00, рух відновлено."},
    {"OnlyCyrillicLettersHaveNoZero", "Свято"},
    {"English", "The bridge is open."},
    {"Polish", "Most jest już otwarty – zapraszamy!"},
    {"Dialogue", "– «Так», — сказала вона…\r\n"},
    {"Emoji", "Дякую! \U0001F64F\U0001F3FB\U0001F64F\U0001F3FB"},
};
class Utf16 : public testing::TestWithParam<TextCase> {};
TEST_P(Utf16, IsSeen) {
  EXPECT_EQ(unmarked_utf16(encoded(GetParam().text, "UTF-16LE")), "UTF-16LE");
  EXPECT_EQ(unmarked_utf16(encoded(GetParam().text, "UTF-16BE")), "UTF-16BE");
}
TEST_P(Utf16, IsSeenWhereTheLastByteIsLost) {
  auto bytes = encoded(GetParam().text, "UTF-16LE");
  bytes.pop_back();
  EXPECT_EQ(unmarked_utf16(bytes), "UTF-16LE");
}
INSTANTIATE_TEST_SUITE_P(Texts, Utf16, testing::ValuesIn(kSeen),
                         [](const auto& row) { return row.param.name; });

constexpr TextCase kUnseen[] = {
    {"Empty", ""},
    {"Ascii", "The bridge is open."},
    {"Utf8", "Міст відкрито."},
    {"Windows1251", "\xCC\xB3\xF1\xF2 \xE2\xB3\xE4\xEA\xF0\xE8\xF2\xEE."},
    {"NulsInAscii", "a\0b\0\0c, the rest is plain text of some length"sv},
    {"Zeros", "\0\0\0\0\0\0\0\0"sv},
    {"Program",
     "\x7F"
     "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3E\0\x01\0\0\0\x40\x10\0\0\0\0\0\0"sv},
};
class NoUtf16 : public testing::TestWithParam<TextCase> {};
TEST_P(NoUtf16, IsNotSeen) { EXPECT_EQ(unmarked_utf16(GetParam().text), std::nullopt); }
INSTANTIATE_TEST_SUITE_P(Bytes, NoUtf16, testing::ValuesIn(kUnseen),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace sito::decode
