#include "text/block.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/utf8.h"

namespace sito::text {
namespace {

template <class L>
class Lanes : public testing::Test {};
using AllLanes = testing::Types<WordLane, Lane>;
TYPED_TEST_SUITE(Lanes, AllLanes);

TYPED_TEST(Lanes, MasksHaveABitAByte) {
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    std::string bytes(random() % 80, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    const BasicBlock<TypeParam> block(bytes);
    for (unsigned value = 1; value < 256; value += 1 + static_cast<unsigned>(random() % 9)) {
      std::uint64_t equal = 0, below = 0;
      for (std::size_t i = 0; i < 64; ++i) {
        const unsigned byte = i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0;
        equal |= std::uint64_t{byte == value} << i;
        below |= std::uint64_t{byte < value} << i;
      }
      ASSERT_EQ(block.equal(static_cast<unsigned char>(value)), equal) << value;
      ASSERT_EQ(block.below(static_cast<unsigned char>(value)), below) << value;
      ASSERT_EQ(block.equal_any(value, 'a'), equal | block.equal('a')) << value;
    }
    std::uint64_t letters = 0;
    for (std::size_t i = 0; i < bytes.size() && i < 64; ++i) {
      const char lower = static_cast<char>(bytes[i] | 0x20);
      letters |= std::uint64_t{lower >= 'a' && lower <= 'z'} << i;
    }
    ASSERT_EQ(block.ascii_letters(), letters);
  }
}

template <class L>
bool checked(std::string_view bytes) {
  Utf8Check check;
  for (std::size_t at = 0; at < bytes.size(); at += 64) {
    const BasicBlock<L> block(bytes.substr(at));
    if (!check.accept(block, ~std::uint64_t{0})) return false;
  }
  return !check.is_open();
}

struct SequenceCase {
  std::string_view bytes;
  bool valid;
};
constexpr SequenceCase kSequences[] = {
    {"a", true},
    {"\xC2\x80", true},
    {"\xD1\x97", true},
    {"\xDF\xBF", true},
    {"\xE0\xA0\x80", true},
    {"\xE2\x80\x93", true},
    {"\xED\x9F\xBF", true},
    {"\xEE\x80\x80", true},
    {"\xF0\x90\x80\x80", true},
    {"\xF4\x8F\xBF\xBF", true},
    {"\x80", false},
    {"\xBF", false},
    {"\xC0\x80", false},
    {"\xC1\xBF", false},
    {"\xC2", false},
    {"\xD0\xD0\x90", false},
    {"\xE0\x9F\xBF", false},
    {"\xE2\x80", false},
    {"\xE2\x80\x93\x80", false},
    {"\xED\xA0\x80", false},
    {"\xF0\x8F\xBF\xBF", false},
    {"\xF0\x9F\x98", false},
    {"\xF4\x90\x80\x80", false},
    {"\xF5\x80\x80\x80", false},
    {"\xFF", false},
};

// Wherever a sequence stands, also over the border of two blocks and at the very end.
TYPED_TEST(Lanes, SequencesAreCheckedAtEveryPlace) {
  for (const auto& [sequence, valid] : kSequences) {
    for (std::size_t before = 0; before < 140; ++before) {
      for (const std::string_view behind : {"", "z", "є"}) {
        std::string bytes(before, 'x');
        bytes += sequence;
        bytes += behind;
        ASSERT_EQ(checked<TypeParam>(bytes), valid) << before << " " << bytes;
        ASSERT_EQ(is_valid(bytes), valid);
        const std::size_t good = valid_prefix(bytes);
        ASSERT_TRUE(valid ? good == bytes.size() : good >= before && good < bytes.size());
      }
    }
  }
}

}  // namespace
}  // namespace sito::text
