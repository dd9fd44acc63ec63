#include "io/decompress.h"

#include <gtest/gtest.h>
#include <zstd.h>

#include "compressed.h"

namespace sito::io {
namespace {

using namespace std::string_view_literals;

struct HeadCase {
  const char* name;
  std::string_view head;
  std::optional<Compression> while_reading;
  Compression at_the_end;
};

constexpr HeadCase kHeads[] = {
    {"Nothing", ""sv, {}, Compression::kNone},
    {"Json", "{"sv, Compression::kNone, Compression::kNone},
    {"Gzip", "\x1f\x8b"sv, Compression::kGzip, Compression::kGzip},
    {"HalfGzip", "\x1f"sv, {}, Compression::kNone},
    {"Zstd", "\x28\xb5\x2f\xfd"sv, Compression::kZstd, Compression::kZstd},
    {"ZstdSkippableFrame", "\x5e\x2a\x4d\x18"sv, Compression::kZstd, Compression::kZstd},
    {"CapitalPMayBeASkippableFrame", "P"sv, {}, Compression::kNone},
    {"TextWithCapitalP", "Page"sv, Compression::kNone, Compression::kNone},
    {"Xz", "\xFD\x37\x7A\x58\x5A\x00"sv, Compression::kXz, Compression::kXz},
    {"Bzip2", "BZh9\x31\x41\x59\x26\x53\x59"sv, Compression::kBzip2, Compression::kBzip2},
    {"EmptyBzip2", "BZh1\x17\x72\x45\x38\x50\x90"sv, Compression::kBzip2, Compression::kBzip2},
    {"TextLikeBzip2", "BZh9 is a word"sv, Compression::kNone, Compression::kNone},
    {"TextLikeBzip2CutShort", "BZh9"sv, {}, Compression::kNone},
};

class Head : public testing::TestWithParam<HeadCase> {};
TEST_P(Head, IsRecognised) {
  EXPECT_EQ(recognise(GetParam().head, false), GetParam().while_reading);
  EXPECT_EQ(recognise(GetParam().head, true), GetParam().at_the_end);
}
INSTANTIATE_TEST_SUITE_P(Heads, Head, testing::ValuesIn(kHeads),
                         [](const auto& row) { return row.param.name; });

/// All that comes out of `in` when it comes in pieces of `piece` bytes and goes out in pieces of `room`.
Result<std::string> decoded(Compression format, std::string_view in, std::size_t piece, std::size_t room) {
  const std::unique_ptr<Decompressor> decompressor = make_decompressor(format);
  std::string out;
  std::string buffer(room, '\0');
  while (!in.empty()) {
    std::string_view some = in.substr(0, piece);
    in.remove_prefix(some.size());
    for (;;) {
      const Result<std::size_t> got = decompressor->decode(some, buffer.data(), buffer.size());
      if (!got) return got.error();
      if (*got == 0) break;
      out.append(buffer, 0, *got);
    }
    EXPECT_TRUE(some.empty());
  }
  const Result<void> end = decompressor->finish();
  if (!end) return end.error();
  return out;
}

std::string sample() {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "рядок " + std::to_string(i * 7919 % 1000) + "\n";
  return text;
}

class Format : public testing::TestWithParam<Compression> {};
INSTANTIATE_TEST_SUITE_P(Formats, Format, testing::ValuesIn(kFormats),
                         [](const auto& row) { return std::string(name_of(row.param)); });

TEST_P(Format, ComesBackInPiecesOfAnySize) {
  const std::string stream = compressed(GetParam(), sample());
  for (const std::size_t piece : {1, 7, 100000}) {
    for (const std::size_t room : {1, 13, 100000}) {
      const Result<std::string> out = decoded(GetParam(), stream, piece, room);
      ASSERT_TRUE(out);
      EXPECT_EQ(*out, sample()) << piece << " " << room;
    }
  }
}

TEST_P(Format, MembersFollowEachOther) {
  const std::string stream =
      compressed(GetParam(), "one\n") + compressed(GetParam(), "") + compressed(GetParam(), "two\n");
  for (const std::size_t piece : {1, 100000}) {
    const Result<std::string> out = decoded(GetParam(), stream, piece, 100);
    ASSERT_TRUE(out) << out.error().reason;
    EXPECT_EQ(*out, "one\ntwo\n");
  }
}

TEST_P(Format, ZerosMayPadTheEnd) {
  const Result<std::string> out =
      decoded(GetParam(), compressed(GetParam(), "one\n") + std::string(512, '\0'), 100, 100);
  ASSERT_TRUE(out) << out.error().reason;
  EXPECT_EQ(*out, "one\n");
}

TEST_P(Format, CutShortAnywhereIsAnError) {
  const std::string stream = compressed(GetParam(), sample());
  for (std::size_t size = 1; size < stream.size(); ++size) {
    EXPECT_FALSE(decoded(GetParam(), stream.substr(0, size), 4096, 4096)) << size << " of " << stream.size();
  }
}

TEST_P(Format, CutShortInTheSecondMemberIsAnError) {
  const std::string first = compressed(GetParam(), "one\n");
  const std::string second = compressed(GetParam(), "two\n");
  for (std::size_t size = 1; size < second.size(); ++size) {
    EXPECT_FALSE(decoded(GetParam(), first + second.substr(0, size), 4096, 4096)) << size;
  }
}

TEST_P(Format, ForeignBytesBehindAMemberAreAnError) {
  EXPECT_FALSE(decoded(GetParam(), compressed(GetParam(), "one\n") + "more", 4096, 4096));
}

// A bit flipped in a header field that nobody reads (gzip's time) changes nothing; all others are seen.
TEST_P(Format, AFlippedBitNeverGivesOtherBytes) {
  const std::string stream = compressed(GetParam(), sample());
  std::size_t seen = 0;
  for (std::size_t at = 0; at < stream.size(); ++at) {
    std::string flipped = stream;
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
    const Result<std::string> out = decoded(GetParam(), flipped, 4096, 4096);
    seen += out ? 0 : 1;
    EXPECT_EQ(out ? *out : sample(), sample()) << at;
  }
  EXPECT_GT(seen, stream.size() * 9 / 10);
}

TEST(Decompress, ReasonsNameTheFormat) {
  const std::string stream = compressed(Compression::kGzip, "one\n");
  EXPECT_EQ(decoded(Compression::kGzip, stream.substr(0, 15), 100, 100).error().reason,
            "gzip stream is cut short");
  std::string damaged = stream;
  damaged[stream.size() - 8] ^= 1;
  EXPECT_EQ(decoded(Compression::kGzip, damaged, 100, 100).error().reason,
            "damaged gzip stream: incorrect data check");
}

/// A skippable frame of this type.
std::string skippable(unsigned type, std::string_view content) {
  std::string frame = {static_cast<char>(0x50 + type), '\x2A', '\x4D', '\x18'};
  for (unsigned i = 0; i < 4; ++i) frame += static_cast<char>(content.size() >> (8 * i) & 0xFF);
  return frame.append(content);
}

std::string with_dictionary(std::string_view dictionary, std::string_view bytes) {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress_usingDict(context, out.data(), out.size(), bytes.data(), bytes.size(),
                                     dictionary.data(), dictionary.size(), 3));
  ZSTD_freeCCtx(context);
  return out;
}

TEST(ZstdDictionary, StandsInAFrameAtTheHeadPlainOrCompressed) {
  const std::string dictionary = sample();
  const std::string frames = with_dictionary(dictionary, sample().substr(100, 700)) +
                             with_dictionary(dictionary, sample().substr(900, 300));
  EXPECT_LT(frames.size(), 100U);
  for (const std::string& head : {dictionary, compressed(Compression::kZstd, dictionary)}) {
    for (const std::size_t piece : {1, 7, 100000}) {
      const Result<std::string> out = decoded(Compression::kZstd, skippable(13, head) + frames, piece, 100);
      ASSERT_TRUE(out) << out.error().reason;
      EXPECT_EQ(*out, sample().substr(100, 700) + sample().substr(900, 300));
    }
  }
  EXPECT_FALSE(decoded(Compression::kZstd, frames, 100000, 100));
  EXPECT_FALSE(decoded(Compression::kZstd, skippable(12, dictionary) + frames, 100000, 100));
}

TEST(ZstdDictionary, CutShortOrDamagedIsAnError) {
  const std::string head = skippable(13, compressed(Compression::kZstd, sample()));
  for (std::size_t size = 1; size < head.size(); ++size)
    EXPECT_FALSE(decoded(Compression::kZstd, head.substr(0, size), 7, 100)) << size;
  EXPECT_FALSE(decoded(Compression::kZstd, skippable(13, "\x28\xB5\x2F\xFD damaged"), 7, 100));
  EXPECT_FALSE(decoded(Compression::kZstd, "\x5D\x2A\x4D\x19", 1, 100));
}

TEST(ZstdDictionary, OtherSkippableFramesArePassedOver) {
  for (const unsigned type : {0, 5, 12, 15}) {
    const auto out =
        decoded(Compression::kZstd,
                skippable(type, "") + compressed(Compression::kZstd, "a") + skippable(13, "x"), 1, 9);
    ASSERT_TRUE(out) << out.error().reason;
    EXPECT_EQ(*out, "a");
  }
}

}  // namespace
}  // namespace sito::io
